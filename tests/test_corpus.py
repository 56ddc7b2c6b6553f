"""What the project promises of real documents: nothing lost, nothing invented, the same every time."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from graph.answer import Answer
from graph.draft import Change
from graph.memory import MemoryStore
from graph.records import Reading
from graph.shapes import check
from graph.view import View
from graph.writer import Written, write
from loaders.corpus import Told
from loaders.coverage import coverage
from loaders.document import Document
from loaders.layout.squeeze import squeeze
from loaders.run import find, read
from ontology.iri import Iri

#: The documents, and how many of their lines may look like a table and not be understood: the aim is none.
UNREAD = {
    "vasternorrland-hsn-2026.txt": 0,
    "vastmanland-hmc-2023.txt": 0,
    "vastmanland-hsf-2025.txt": 0,
    "vastmanland-hsf-2026.txt": 0,
    "vastmanland-hsf-arsredovisning-2024.txt": 0,
}
PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
#: What a figure's unit may make of the number that is printed: kronor, thousands, millions, milliards.
UNITS = tuple(map(Decimal, (1, 1_000, 1_000_000, 1_000_000_000)))
#: What stands in the key of one document and which class it is, where a row of the one is a thing of the other.
IN_KEY = {
    "Activity": ("activities", "accessibility_plan"),
    "Assignment": ("assignments",),
    "BoardAssignment": ("board_assignments",),
    "ControlPoint": ("controls",),
    "FocusArea": ("focus_areas",),
    "IncomeStatementLine": ("income_statement",),
    "Indicator": ("indicators",),
    "InvestmentLine": ("investments",),
    "Milestone": ("milestones",),
    "PropertyInvestmentLine": ("property_investments",),
    "RevenueLine": ("revenue_financed",),
}

documents = pytest.mark.parametrize("name", sorted(UNREAD))


@dataclass(frozen=True)
class Loaded:
    """One document through all stages."""

    document: Document
    reading: Reading
    written: Written
    view: View

    def asked(self, query: str) -> Answer:
        """What the document's own graph answers."""
        return self.view.select(PREFIXES + query.replace("$document", f"<{self.written.document}>"))


@dataclass(frozen=True)
class Said:
    """Something said of a thing, and the text of its passages together."""

    thing: str
    words: str
    passages: str


@dataclass(frozen=True)
class Corpus:
    """The documents by file name, and the store that they are in."""

    folder: Path
    store: MemoryStore
    loaded: dict[str, Loaded]


@pytest.fixture(scope="module")
def real(corpus: Path) -> Corpus:
    """All documents, read and loaded once."""
    files = [read(told) for told in find([corpus / "corpus.toml"]) if isinstance(told, Told)]
    store = MemoryStore()
    with store.writing() as draft:
        for file in files:
            draft.put(file.reading)
    view = store.view()
    loaded = {file.path.name: Loaded(file.document, file.reading, write(file.reading), view) for file in files}
    return Corpus(corpus, store, loaded)


@pytest.fixture
def one(real: Corpus, name: str) -> Loaded:
    """One of them."""
    return real.loaded[name]


def test_every_document_is_tried(real: Corpus) -> None:
    assert sorted(real.loaded) == sorted(UNREAD)


@documents
def test_every_printed_line_is_in_a_passage(one: Loaded) -> None:
    spans = one.asked("SELECT ?first ?last { GRAPH $document { ?p rt:firstLine ?first ; rt:lastLine ?last } }").rows
    kept = {line for first, last in spans for line in range(int(str(first)), int(str(last)) + 1)}
    assert [line.number for line in one.document.lines if not line.blank and line.number not in kept] == []


@documents
def test_a_passage_is_the_text_where_it_says(one: Loaded) -> None:
    query = (
        "SELECT ?start ?end ?text { GRAPH $document { ?p rt:startChar ?start ; rt:endChar ?end ; rt:exactText ?text } }"
    )
    rows = one.asked(query).rows
    assert rows
    for start, end, exact in rows:
        assert one.document.source.text[int(str(start)) : int(str(end))] == exact


@documents
def test_every_word_is_in_a_passage(one: Loaded) -> None:
    spans = one.asked("SELECT ?start ?end { GRAPH $document { ?p rt:startChar ?start ; rt:endChar ?end } }").rows
    text = list(one.document.source.text)
    for start, end in spans:
        text[int(str(start)) : int(str(end))] = " " * (int(str(end)) - int(str(start)))
    assert re.findall(r"[^\W\d_]{4,}", "".join(text)) == []


@documents
def test_lines_like_a_table_that_are_not_understood_grow_no_more(one: Loaded, name: str) -> None:
    unread = coverage(one.document, one.reading).unread
    assert len(unread) <= UNREAD[name], f"not understood: lines {unread}"


@documents
def test_a_name_is_printed_in_its_passages(one: Loaded) -> None:
    named = with_passages(one, "dcterms:title|skos:prefLabel")
    assert [said for said in named if not in_order(said.words, said.passages)] == []


@documents
def test_a_description_is_printed_in_its_passages(one: Loaded) -> None:
    described = with_passages(one, "dcterms:description|rt:risk|rt:method|rt:measures|rt:effect")
    assert [said for said in described if not in_order(said.words, said.passages)] == []


@documents
def test_what_is_written_in_a_cell_stands_there(one: Loaded) -> None:
    written = with_passages(one, "rt:asWritten")
    assert [said for said in written if squeeze(said.words) not in squeeze(said.passages)] == []


@documents
def test_a_number_is_what_is_written(one: Loaded) -> None:
    rows = one.asked("SELECT ?x ?number ?words { GRAPH $document { ?x rt:number ?number ; rt:asWritten ?words } }").rows
    assert [(x, number, words) for x, number, words in rows if Decimal(str(number)) not in figures(str(words))] == []


@documents
def test_kronor_are_what_is_written_in_some_unit(one: Loaded) -> None:
    rows = one.asked("SELECT ?x ?sek ?words { GRAPH $document { ?x rt:sek ?sek ; rt:asWritten ?words } }").rows
    wrong = [
        (x, sek, words)
        for x, sek, words in rows
        if Decimal(str(sek)) not in {figure * unit for figure, unit in product(figures(str(words)), UNITS)}
    ]
    assert wrong == []


@documents
def test_a_figure_never_lacks_its_words(one: Loaded) -> None:
    query = "SELECT ?x { GRAPH $document { ?x rt:number|rt:sek ?n FILTER NOT EXISTS { ?x rt:asWritten ?words } } }"
    assert one.asked(query).rows == ()


@documents
def test_a_year_is_the_plans_or_printed(one: Loaded) -> None:
    plan, printed = one.reading.plan, {int(year) for year in re.findall(r"20\d\d", one.document.source.text)}
    printed |= {2000 + int(year) for year in re.findall(r"[-–/‐](\d\d)(?!\d)", one.document.source.text)}
    rows = one.asked("SELECT ?x ?year { GRAPH $document { ?x rt:year|rt:plannedYear ?year } }").rows
    own = set(range(plan.period_start - 1, plan.period_end + 1))
    assert [(x, year) for x, year in rows if int(str(year)) not in own | printed] == []


def test_reading_again_changes_nothing(real: Corpus) -> None:
    again = [read(told) for told in find([real.folder]) if isinstance(told, Told)]
    with real.store.writing() as draft:
        assert {file.path.name: draft.put(file.reading) for file in again} == dict.fromkeys(UNREAD, Change.UNCHANGED)
    assert len(real.store.versions()) == 1


@documents
def test_no_shape_finds_fault(one: Loaded) -> None:
    assert check(one.view, one.written.document) == ()


def test_there_is_of_everything_as_much_as_in_the_key(real: Corpus) -> None:
    key = real.folder.parent / "gold" / "vastmanland-2025.json"
    if not key.exists():
        pytest.skip(f"The key ({key}) is missing: it is no part of the project")
    rows = json.loads(key.read_text("utf-8"))
    expected = {kind: sum(len(rows[family]) for family in families) for kind, families in IN_KEY.items()}
    found = real.loaded["vastmanland-hsf-2025.txt"].asked(
        "SELECT ?x ?kind { GRAPH $document { ?x a ?kind ; rt:statedIn ?plan } }"
    )
    counted = Counter(Iri(kind).local for kind in found.column("kind"))
    assert {kind: counted[kind] for kind in IN_KEY} == expected


def with_passages(one: Loaded, path: str) -> Iterator[Said]:
    """What the document says of each thing with that thing's passages."""
    texts: dict[str, list[tuple[int, str]]] = {}
    placed = (
        "SELECT ?x ?start ?text { GRAPH $document { ?x rt:passage ?p . ?p rt:startChar ?start ; rt:exactText ?text } }"
    )
    for thing, start, exact in one.asked(placed).rows:
        texts.setdefault(str(thing), []).append((int(str(start)), str(exact)))
    for thing, said in one.asked(
        f"SELECT ?x ?said {{ GRAPH $document {{ ?x rt:statedIn ?plan ; {path} ?said }} }}"
    ).rows:
        yield Said(str(thing), str(said), "\n".join(exact for _, exact in sorted(texts[str(thing)])))


def in_order(words: str, passages: str) -> bool:
    """Whether the words stand in a text in their order, blanks and hyphens aside; a row's other cells may stand between."""
    text, at = squeeze(passages), 0
    for word in filter(None, map(squeeze, words.split())):
        at = text.find(word, at) + len(word)
        if at < len(word):
            return False
    return True


def figures(words: str) -> set[Decimal]:
    """All numbers that some words can be read as, told by a way of reading that is not the project's own."""
    even = re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"[^\S\n]", " ", words))
    clock = {
        (Decimal(minutes) + Decimal(seconds) / 60).quantize(Decimal("0.0001"))
        for minutes, seconds in re.findall(r"(\d+):(\d\d)", even)
    }
    runs = re.findall(r"\d+(?: \d+)*(?:[,.] ?\d+)?", even)
    plain = {Decimal(number.replace(" ", "").replace(",", ".")) for run in runs for number in parts(run)}
    return clock | plain | {-number for number in plain}


def parts(run: str) -> Iterator[str]:
    """A run of groups of digits, and each unbroken part of it."""
    groups = run.split(" ")
    for first, last in product(range(len(groups)), repeat=2):
        yield from filter(
            lambda part: re.fullmatch(r"[\d ]+(?:[.,] ?\d+)?", part), [" ".join(groups[first : last + 1])]
        )
