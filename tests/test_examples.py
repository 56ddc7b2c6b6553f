"""The example data: what it may hold, that it is whole, and that it is what the documents give."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.datapackage.facts import WORD, WORDS
from graph.datapackage.opened import open_package
from graph.datapackage.package import export_package
from graph.datapackage.persons import is_post_or_unit, names_in
from graph.memory import MemoryStore
from graph.search.search import search
from graph.trace import trace
from graph.view import View
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt

ROOT = Path(__file__).parents[1]
FACTS = ROOT / "examples" / "facts"
TABLES = sorted((FACTS / "data").glob("*.csv"))
MEGABYTE = 1_000_000


def cells() -> Iterator[tuple[str, str, str]]:
    """Each cell with its table and column."""
    for path in TABLES:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((path.stem, column, cell) for column, cell in row.items())


@cache
def facts() -> View:
    """A store with the facts in it."""
    store = MemoryStore()
    with store.writing() as draft:
        for written, described in open_package(FACTS):
            draft.take(written, described)
    return store.view()


@pytest.fixture(scope="module")
def whole(corpus: Path) -> View:
    """A store with the documents themselves."""
    store = MemoryStore()
    with store.writing() as draft:
        for told in find([corpus]):
            assert isinstance(told, Told)
            draft.put(read(told).reading)
    return store.view()


def test_it_is_of_a_size_to_carry_along() -> None:
    sizes = [path.stat().st_size for path in FACTS.rglob("*")]
    assert 50 < len(TABLES) < 100
    assert max(sizes) < MEGABYTE
    assert MEGABYTE < sum(sizes) < 3.2 * MEGABYTE


def test_no_text_is_longer_than_twelve_words() -> None:
    texts = [each for each in cells() if each[1] not in ("document", "iri") and not each[2].startswith(("id:", "rt:"))]
    assert len(texts) > 20_000
    assert [each for each in texts if len(WORD.findall(each[2])) > WORDS] == []


def test_no_passage_has_a_text_and_no_comment_is_there() -> None:
    columns = {(table, column) for table, column, _ in cells()}
    assert ("passage", "exactText") not in columns
    assert ("status-report", "measures") not in columns
    assert not {("status-report", "description"), ("budget-line", "description")} & columns
    assert not any(cell == "rt:Comment" for _, _, cell in cells())


def test_who_is_responsible_is_a_post_or_unit_and_no_text_names_a_person() -> None:
    responsible = {cell for _, column, cell in cells() if column == "responsible"}
    assert len(responsible) > 5
    assert [each for each in responsible if not is_post_or_unit(each)] == []
    assert [cell for _, _, cell in cells() if names_in(cell)] == []


def test_it_answers() -> None:
    found = trace(facts(), "RF12", 2026)
    assert [activity for each in found for area in each.areas for activity in area.serving]
    assert len(facts().documents()) == 5


#: Words that a person may look for, and what must be on the first page of what is found, told by their labels.
SOUGHT = {
    "RF12": "RF12",
    "53": "53 Etablera PET-CT i Västerås",
    "aktivitet 53": "53 Etablera PET-CT i Västerås",
    "petct": "53 Etablera PET-CT i Västerås",
    "hyrpersonal": "Inhyrd personal",
    "hyrbemanning": "31 Oberoende av hyrbemanning",
    "vardplatser": "Vårdplatser",
    "vårdplattser": "Vårdplatser",
    "läkemedlen": "Läkemedel",
    "mobil vård": "5 Ökad mobil specialistvård",
    "hjälpmedel": "Tekniska hjälpmedel",
    "hjälpmedelscentrum": "Hjälpmedelscentrum",
    "mammografi täckningsgrad": "Täckningsgrad mammografi",
}


@pytest.mark.parametrize("text", SOUGHT)
def test_search_finds_what_is_meant(text: str) -> None:
    assert SOUGHT[text] in [hit.label for hit in search(facts(), text).hits]


def test_what_is_hired_is_found_with_its_kin() -> None:
    found = {hit.label for hit in search(facts(), "hyrpersonal", limit=100).hits}
    assert {"Inhyrd personal", "31 Oberoende av hyrbemanning", "Hyroberoende vård"} <= found


def test_no_person_that_the_documents_name_is_in_it(whole: View) -> None:
    rows = whole.select(f"SELECT DISTINCT ?name WHERE {{ ?thing <{rt.responsible}> ?name }}").rows
    persons = [str(name) for (name,) in rows if not is_post_or_unit(str(name))]
    assert len(persons) > 20
    content = "\n".join(path.read_text("utf-8") for path in FACTS.rglob("*") if path.is_file())
    assert [name for name in persons if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", content)] == []


def test_it_is_what_the_documents_give(whole: View, tmp_path: Path) -> None:
    export_package(whole, tmp_path / "fresh", only_facts=True)
    fresh = {path.relative_to(tmp_path / "fresh"): path for path in (tmp_path / "fresh").rglob("*") if path.is_file()}
    kept = {path.relative_to(FACTS): path for path in FACTS.rglob("*") if path.is_file()}
    assert fresh.keys() == kept.keys()
    different = [str(name) for name, path in fresh.items() if path.read_bytes() != kept[name].read_bytes()]
    assert different == [], "`make facts` makes it anew"
