"""Documents as a data package and back: nothing lost, nothing but the package believed."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.datapackage.names import Prefixes
from graph.datapackage.opened import is_package, open_package
from graph.datapackage.package import bare, export_package, write_package
from graph.datapackage.tables import Part, quads, tables
from graph.draft import Change
from graph.errors import RefusedDocument, StoreError
from graph.memory import MemoryStore
from graph.records import Reading
from graph.selectors import implied_in, selectors_in
from graph.stated import stated
from graph.view import StoredDocument, View
from graph.vocabulary import VOCABULARY
from graph.writer import Written, write
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Oa

Plans = Callable[..., Reading]
INFERENCE = Iri("https://example.org/inference")
FINDINGS = Iri("https://example.org/findings")
SAMPLE = Iri("https://example.org/plan#1")


@pytest.fixture
def view(plan: Plans) -> View:
    """Two plans of one region."""
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
        draft.put(plan(2032, "other.txt"))
    return store.view()


@pytest.fixture
def package(view: View, tmp_path: Path) -> Path:
    """Both, in a package."""
    export_package(view, tmp_path / "package")
    return tmp_path / "package"


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def loaded(package: Path) -> MemoryStore:
    """A store with a package's documents in it."""
    store = MemoryStore()
    with store.writing() as draft:
        for written, described in open_package(package):
            assert draft.take(written, described) is Change.ADDED
    return store


def test_what_was_written_is_found_again_in_the_store(view: View, plan: Plans) -> None:
    first, second = (stated(view, document) for document in view.documents())
    assert {first.file_name: first, second.file_name: second} == {
        each.file_name: each for each in (write(plan()), write(plan(2032, "other.txt")))
    }


def test_passages_selectors_follow_from_their_places(plan: Plans) -> None:
    written = write(plan()).stated
    selectors = {quad for quad in written if quad.predicate.value.startswith(Oa.NS)}
    assert len(selectors) > 20
    assert selectors <= selectors_in(written) <= implied_in(written) <= written
    assert selectors_in(written - selectors_in(written)) == selectors_in(written)


def test_a_store_comes_back_from_a_package_as_it_was(view: View, package: Path) -> None:
    assert set(loaded(package).view().engine) == set(view.engine)


@pytest.mark.parametrize("only_facts", [False, True])
def test_export_load_export_is_the_identity(view: View, tmp_path: Path, only_facts: bool) -> None:
    export_package(view, tmp_path / "first", only_facts=only_facts)
    export_package(loaded(tmp_path / "first").view(), tmp_path / "second", only_facts=only_facts)
    assert files(tmp_path / "first") == files(tmp_path / "second")
    assert len(files(tmp_path / "first")) > 20


def test_a_package_is_written_over_and_what_else_lies_there_stays(view: View, package: Path) -> None:
    (package / "README.md").write_text("mine")
    (package / "data" / "stray.csv").write_text("old")
    export_package(view, package)
    assert (package / "README.md").read_text() == "mine"
    assert not (package / "data" / "stray.csv").exists()
    assert not [path for path in package.iterdir() if path.name.startswith(".")]


def test_other_things_are_not_written_over(view: View, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(StoreError, match="no part of a data package"):
        export_package(view, tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="is a file"):
        export_package(view, tmp_path / "file")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("only_facts", [False, True])
def test_frictionless_finds_it_valid(view: View, tmp_path: Path, only_facts: bool) -> None:
    frictionless = pytest.importorskip("frictionless")
    export_package(view, tmp_path / "package", only_facts=only_facts)
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert report.stats["tasks"] > 20


def test_tables_are_told_in_swedish_and_english_with_keys(package: Path) -> None:
    resources = {each["name"]: each for each in json.loads((package / "datapackage.json").read_text())["resources"]}
    lines = resources["budget-line"]
    assert lines["titles"] == {"sv": "budgetrad", "en": "budget line"}
    assert lines["schema"]["primaryKey"] == ["document", "iri"]
    (parent,) = [each for each in lines["schema"]["foreignKeys"] if each["fields"] == ["parentLine"]]
    assert parent["reference"] == {"resource": "", "fields": ["iri"]}
    (sek,) = [each for each in resources["amount"]["schema"]["fields"] if each["name"] == "sek"]
    assert (sek["type"], sek["predicate"], sek["datatype"]) == ("number", "rt:sek", "xsd:decimal")
    assert resources["activity-serves"]["of"] == "activity"


NAMES = st.sampled_from([Iri(f"{SAMPLE}/{name}") for name in ("a", "b1", "b10", "b9", "rt:x", "åäö")])
NODES = st.sampled_from([rt.Activity, rt.FrameLine, rt.GrantLine, rt.Finding, SAMPLE, Iri("urn:x"), Iri("id:19")])
LITERALS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])).map(Literal),
    st.integers().map(Literal),
    st.booleans().map(Literal),
    st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: Literal(text, language="sv")),
)
PREDICATES = st.sampled_from([rt.statedIn, rt.year, rt.table, rt.serves, Dcterms.title])


@st.composite
def statements(draw: st.DrawFn, graph: Iri) -> frozenset[Quad]:
    """Any statements about a few things, each perhaps of a class."""
    made = set()
    for name, predicate, said in draw(
        st.lists(st.tuples(NAMES, PREDICATES, st.one_of(NODES.map(NamedNode), LITERALS)))
    ):
        made.add(Quad(NamedNode(name), NamedNode(predicate), said, NamedNode(graph)))
    for name, kind in draw(st.lists(st.tuples(NAMES, NODES))):
        type_ = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        made.add(Quad(NamedNode(name), type_, NamedNode(kind), NamedNode(graph)))
    return frozenset(made)


@given(statements(SAMPLE), statements(INFERENCE), statements(FINDINGS))
def test_any_statements_come_back_from_tables(
    said: frozenset[Quad], inferred: frozenset[Quad], findings: frozenset[Quad]
) -> None:
    prefixes = Prefixes()
    listed = tables([Written(SAMPLE, SAMPLE, "x.txt", said, inferred, findings)], prefixes)
    graphs = {Part.STATED: None, Part.INFERRED: INFERENCE, Part.FINDINGS: FINDINGS}
    assert {quad for _, _, quad in quads(listed, graphs, prefixes)} == said | inferred | findings
    assert len({table.name for table in listed}) == len(listed)


def test_things_of_one_family_share_a_table_in_their_own_order(plan: Plans) -> None:
    (lines,) = [table for table in tables([bare(write(plan()))]) if table.name == "budget-line"]
    assert [row[1].rpartition("/")[2] for row in lines.rows] == ["hemtjanst", "natter"]
    names = [table.name for table in tables([bare(write(plan()))])]
    assert {"activity", "amount", "passage", "finding", "inferred-focus-area", "measure-reporting"} <= set(names)


def changed(package: Path, name: str, change: Callable[[list[list[str]]], list[list[str]]]) -> None:
    """Change the rows of a table."""
    path = package / "data" / name
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(change(rows))


def described(package: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change the descriptor."""
    path = package / "datapackage.json"
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


BAD_ROWS: dict[str, tuple[str, Callable[[list[list[str]]], list[list[str]]], str]] = {
    "a figure that is none": (
        "amount.csv",
        lambda rows: [rows[0], *([*row[:-1], "many"] for row in rows[1:])],
        "amount.csv, line 2: sek cannot be “many”",
    ),
    "a cell too few": ("amount.csv", lambda rows: [rows[0], rows[1][:-1]], "line 2: 8 cells, not 9|line 2: . cells"),
    "another head": ("amount.csv", lambda rows: [["a"], *rows[1:]], "begins with"),
    "no rows at all": ("amount.csv", lambda _: [], "begins with None"),
    "an unknown short name": (
        "amount.csv",
        lambda rows: [rows[0], ["id:document/sjovik", "what:is", *rows[1][2:]]],
        "“what:is” is no short name",
    ),
    "an IRI that is none": (
        "amount.csv",
        lambda rows: [rows[0], ["id:document/sjovik", "<not an iri>", *rows[1][2:]]],
        "Invalid IRI|No scheme|invalid",
    ),
    "a plan without its document": ("document.csv", lambda rows: rows[:1], "must be one plan"),
    "statements in the ontology's name": (
        "region.csv",
        lambda rows: [rows[0], *([f"<{VOCABULARY}>", *row[1:]] for row in rows[1:])],
        "must be one plan",
    ),
    "a finding about another": (
        "finding.csv",
        lambda rows: [rows[0], *([row[0], "id:x", *row[2:-4], "id:document/other", *row[-3:]] for row in rows[1:2])],
        "another document",
    ),
}


@pytest.mark.parametrize("case", BAD_ROWS)
def test_rows_that_are_not_as_they_must_be_are_refused(package: Path, case: str) -> None:
    name, change, reason = BAD_ROWS[case]
    changed(package, name, change)
    with pytest.raises(RefusedDocument, match=reason):
        open_package(package)


def resources(content: dict[str, object]) -> list[dict[str, object]]:
    """The resources of a descriptor."""
    listed = content["resources"]
    assert isinstance(listed, list)
    return listed


BAD_DESCRIPTORS: dict[str, tuple[Callable[[dict[str, object]], object], str]] = {
    "no resources": (lambda content: content.pop("resources"), "lists no resources"),
    "no prefixes": (lambda content: content.pop("prefixes"), "no package of Röda tråden"),
    "a path outside": (lambda content: resources(content)[0].update(path="../../etc/passwd"), "outside the package"),
    "an absolute path": (lambda content: resources(content)[0].update(path="/etc/passwd"), "outside the package"),
    "a file that is not there": (lambda content: resources(content)[0].update(path="data/none.csv"), "cannot be read"),
    "a resource without schema": (lambda content: resources(content)[0].pop("schema"), "schema"),
    "a resource that is a number": (lambda content: content.update(resources=[1]), "resource 1"),
    "an unknown part": (lambda content: resources(content)[0].update(part="lies"), "lies"),
}


@pytest.mark.parametrize("case", BAD_DESCRIPTORS)
def test_descriptors_that_are_not_as_they_must_be_are_refused(package: Path, case: str) -> None:
    change, reason = BAD_DESCRIPTORS[case]
    described(package, change)
    with pytest.raises(RefusedDocument, match=reason):
        open_package(package)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_descriptor_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "datapackage.json").write_bytes(content)
    assert is_package(tmp_path)
    assert is_package(tmp_path / "datapackage.json")
    with pytest.raises(RefusedDocument):
        open_package(tmp_path)


def test_facts_do_not_displace_the_whole_document(view: View, tmp_path: Path, plan: Plans) -> None:
    export_package(view, tmp_path / "facts", only_facts=True)
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
    with store.writing() as draft:
        changes = {described.file_name: draft.take(*each) for each in facts_of(tmp_path) for described in each[1:]}
    assert changes == {"sjovik.txt": Change.UNCHANGED, "other.txt": Change.ADDED}
    with store.writing() as draft:
        assert draft.put(plan(2032, "other.txt")) is Change.REPLACED


def test_facts_of_another_text_are_refused_where_the_whole_is_there(view: View, tmp_path: Path, plan: Plans) -> None:
    export_package(view, tmp_path / "facts", only_facts=True)
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan(extra="Ett tillägg.\n"))
        (mine,) = [each for each in facts_of(tmp_path) if each[1].file_name == "sjovik.txt"]
        with pytest.raises(RefusedDocument, match="has it whole"):
            draft.take(*mine)


def facts_of(folder: Path) -> Iterator[tuple[Written, StoredDocument]]:
    """The documents of the package of facts."""
    yield from open_package(folder / "facts")


def test_the_same_documents_give_the_same_package_in_any_order(plan: Plans, tmp_path: Path) -> None:
    one, two = write(plan()), write(plan(2032, "other.txt"))
    write_package([one, two], ["x"], tmp_path / "a", {})
    write_package([two, replace(one)], ["x"], tmp_path / "b", {})
    assert {name for name, content in files(tmp_path / "a").items() if files(tmp_path / "b")[name] != content} == set()
