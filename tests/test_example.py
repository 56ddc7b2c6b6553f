"""The example, documents of an invented region: every kind of table and list is in it, and all of it is understood."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

import graph.records
from graph.contents import lines
from graph.iris import Minter
from graph.memory import MemoryStore
from graph.records import (
    Activity,
    Amount,
    IndicatorValue,
    Reading,
    Record,
    StatusReport,
)
from graph.shapes import check
from graph.view import View
from loaders.corpus import Told, facts_from
from loaders.coverage import coverage
from loaders.document import Document
from loaders.facts import Facts
from loaders.family import Context
from loaders.recognise import families, tables_of
from loaders.run import find, read
from ontology import rt
from queries.book import Query, book
from rodatraden import BROUGHT

FOLDER = Path(__file__).parents[1] / "examples" / "region-exempel"
#: Plans of invented regions in other manners.
STYLES = Path(__file__).parent / "data" / "styles"
CELLS = Path(__file__).parent / "data" / "plans" / "forvaltningsplan-celler"
INVENTED = "Påhittad exempelregion. Alla uppgifter är påhittade."
#: The questions that one region can answer; those on several are asked in `tests/queries`.
OF_ONE_REGION = [query for query in book().values() if query.topic != "regions"]
#: Those that find nothing in it, and why.
NOTHING = {"below-target-two-years": "it has one report alone, and so no outcomes of two years with targets"}
PUBLISHED = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?name ?select WHERE { ?question a sh:SPARQLExecutable ; dcterms:identifier ?name ; sh:select ?select }"""
#: How many records of each class each document states.
COUNTS = {
    "forvaltningsplan-2027.txt": {
        "Activity": 31,
        "AllocationLine": 11,
        "Amount": 144,
        "AppropriationLine": 5,
        "Assignment": 7,
        "BoardAssignment": 2,
        "ControlPoint": 4,
        "FocusArea": 5,
        "FrameChangeLine": 8,
        "FrameLine": 4,
        "Goal": 13,
        "GrantLine": 5,
        "IncomeStatementLine": 19,
        "Indicator": 30,
        "IndicatorValue": 64,
        "InvestmentLine": 4,
        "Milestone": 17,
        "Perspective": 4,
        "PropertyInvestmentLine": 4,
        "RevenueLine": 4,
        "Statement": 12,
    },
    "forvaltningsplan-2028.txt": {
        "Activity": 31,
        "AllocationLine": 11,
        "Amount": 133,
        "AppropriationLine": 4,
        "Assignment": 7,
        "BoardAssignment": 2,
        "ControlPoint": 3,
        "FocusArea": 5,
        "FrameChangeLine": 8,
        "FrameLine": 4,
        "Goal": 11,
        "GrantLine": 5,
        "IncomeStatementLine": 16,
        "Indicator": 29,
        "IndicatorValue": 64,
        "InvestmentLine": 3,
        "Perspective": 4,
        "PropertyInvestmentLine": 3,
        "RevenueLine": 4,
        "Statement": 5,
    },
    "arsredovisning-2027.txt": {
        "Activity": 26,
        "Amount": 161,
        "ControlPoint": 4,
        "FocusArea": 5,
        "Goal": 7,
        "GrantLine": 4,
        "IncomeStatementLine": 24,
        "Indicator": 13,
        "IndicatorValue": 97,
        "InvestmentLine": 7,
        "Perspective": 4,
        "ProductionMeasure": 6,
        "ResultLine": 9,
        "SavingLine": 9,
        "Statement": 3,
        "StatusReport": 51,
        "WorkforceMeasure": 5,
    },
    "verksamhetsplan-2027.txt": {
        "AllocationLine": 7,
        "Amount": 53,
        "FocusArea": 2,
        "Goal": 3,
        "IndicatorValue": 23,
        "InitiativeLine": 4,
        "Intention": 6,
        "PlanningAssumption": 6,
        "Reference": 4,
        "Risk": 3,
        "SavingLine": 6,
        "StatusReport": 18,
    },
    "enhetsplan-2027.txt": {
        "Activity": 7,
        "FocusArea": 3,
        "Goal": 10,
        "Indicator": 10,
        "IndicatorValue": 28,
        "Statement": 15,
    },
}

#: The summer's cars and people: a table that no reader knows, so that the example shows what becomes of such.
UNREAD = {"enhetsplan-2027.txt": ["Vecka 27 28 29 30", "Läkare 2 2 1 2", "Sjuksköterskor 6 5 5 6", "Bilar 3 3 2 3"]}
PLANS = ["forvaltningsplan-2027.txt", "forvaltningsplan-2028.txt"]

documents = pytest.mark.parametrize("name", COUNTS)


@dataclass(frozen=True)
class Example:
    """The documents as read, by file name, and a store with all of them."""

    documents: dict[str, Document]
    readings: dict[str, Reading]
    view: View

    def of(self, name: str, *kinds: type[Record]) -> list[Record]:
        """What a document states of some classes."""
        return [record for record in self.readings[name].records if type(record) in kinds]


@pytest.fixture(scope="session")
def example() -> Example:
    """All that the example's corpus file lists."""
    found = find([FOLDER])
    readings = [read(told) for told in found if isinstance(told, Told)]
    assert len(readings) == len(found)
    store = MemoryStore(brought=BROUGHT)
    with store.writing() as draft:
        for each in readings:
            draft.put(each.reading)
    return Example(
        {each.path.name: each.document for each in readings},
        {each.path.name: each.reading for each in readings},
        store.view(),
    )


def record_classes() -> set[type[Record]]:
    """All classes of records that something can be."""
    known = (getattr(graph.records, name) for name in graph.records.__all__)
    return {each for each in known if isinstance(each, type) and issubclass(each, Record) and hasattr(each, "CLASS")}


def test_it_holds_what_its_corpus_file_lists(example: Example) -> None:
    assert example.documents.keys() == COUNTS.keys() == {path.name for path in FOLDER.glob("*.txt")}


@documents
def test_each_document_says_first_that_it_is_invented(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8").startswith(INVENTED)


@documents
def test_a_document_states_so_many_of_each(name: str, example: Example) -> None:
    assert Counter(type(record).__name__ for record in example.readings[name].records) == COUNTS[name]


@documents
def test_no_line_is_left_unread_but_those_of_a_table_that_no_reader_knows(name: str, example: Example) -> None:
    document = example.documents[name]
    unread = coverage(document, example.readings[name]).unread
    assert [document.lines[number - 1].text for number in unread] == UNREAD.get(name, [])


@documents
def test_the_store_says_as_much_of_what_was_read(name: str, example: Example) -> None:
    read_now = coverage(example.documents[name], example.readings[name])
    stored = lines(example.view, Minter().document(name))
    assert [number for number, _ in stored.unread] == list(read_now.unread)


@documents
def test_it_is_written_as_the_shapes_demand(name: str, example: Example) -> None:
    assert check(example.view, Minter().document(name)) == ()


def test_every_class_of_records_has_an_instance(example: Example) -> None:
    stated = {type(record) for reading in example.readings.values() for record in reading.records}
    assert record_classes() <= stated


def without_head(folder: Path) -> Told:
    """A plan of which the head over its assignments was lost."""
    text = (CELLS / "plan.txt").read_text("utf-8")
    path = folder / "plan.txt"
    for head in ("Uppdrag från fullmäktige och nämnd", "Id", "Regionfullmäktige och styrelse/nämnd"):
        text = text.replace(f"\n{head}\n", "\n")
    path.write_text(text, "utf-8")
    return Told(path, facts_from(tomllib.loads((CELLS / "facts.toml").read_text("utf-8"))))


def test_every_family_yields_something(example: Example, tmp_path: Path) -> None:
    idle = {family.name for family in families()}
    others = [read(Told(path, Facts())) for path in sorted(STYLES.glob("*/*.txt"))]
    others.append(read(without_head(tmp_path)))
    plans = [(document, example.readings[name].plan) for name, document in example.documents.items()]
    for document, plan in [*plans, *((each.document, each.reading.plan) for each in others)]:
        context = Context(document, plan)
        context.tables = tables_of(context)
        for family in families():
            items = list(family.read(context.tables.get(family.name, ()), context))
            context.found += [item for item in items if isinstance(item, Record)]
            idle -= {family.name} if items else set()
    assert idle == set()


@pytest.mark.parametrize("query", OF_ONE_REGION, ids=lambda query: query.name)
def test_every_question_finds_something_as_it_is_published(query: Query, example: Example) -> None:
    published = dict(example.view.select(PUBLISHED).rows)
    assert bool(example.view.select(str(published[query.name])).rows) == (query.name not in NOTHING)


def test_the_region_has_the_name_that_its_corpus_file_tells(example: Example) -> None:
    regions = {(reading.plan.region.code, reading.plan.region.name) for reading in example.readings.values()}
    assert regions == {("99", "Region Exempel (påhittad)")}


@pytest.mark.parametrize("column", [0, 1], ids=PLANS)
def test_the_table_of_changes_names_things_of_the_plans(column: int, example: Example) -> None:
    told = {(row.kind, row.labels[column]) for row in changes() if row.labels[column]}
    stated = {(type(record).__name__, record.label) for record in example.readings[PLANS[column]].records}
    assert told <= stated
    # Of what plans are most compared by, nothing is left out.
    compared = ("FocusArea", "Assignment", "BoardAssignment", "Activity")
    assert {pair for pair in stated if pair[0] in compared} <= told


def test_the_table_of_changes_says_what_the_plans_say(example: Example) -> None:
    for row in changes():
        assert all(hasattr(rt, word) for word in row.words)
        assert (row.words & {"New", "Ended"} != set()) == ("" in row.labels)
        if row.kind == "Activity" and "" not in row.labels:
            before, after = (activity(example, *pair) for pair in zip(PLANS, row.labels, strict=True))
            assert ("Renamed" in row.words) == (before.title.lower() != after.title.lower()), row
            assert ("Reworded" in row.words) == (before.description != after.description), row


def activity(example: Example, plan: str, label: str) -> Activity:
    """An activity of a plan by its label."""
    made = (record for record in example.of(plan, Activity) if isinstance(record, Activity))
    return next(record for record in made if record.label == label)


@dataclass(frozen=True)
class Change:
    """A row of the table of changes: the class, the label in either plan ("" where it is in one only), what changed."""

    kind: str
    labels: tuple[str, str]
    words: frozenset[str]


def changes() -> list[Change]:
    """The table of changes in the example's README."""
    table = (FOLDER / "README.md").read_text("utf-8").split("| Kind | 2027 | 2028 | Change |")[1]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()[1:]]
    return [Change(kind, (first, second), frozenset(words.split(", "))) for kind, first, second, words in rows]


def test_every_sum_comes_out_but_the_one_that_is_wrong_on_purpose(example: Example) -> None:
    wrong = {
        (name, amount.of.label, amount.year)
        for name, reading in example.readings.items()
        for amount in reading.records
        if isinstance(amount, Amount) and not comes_out(amount, reading)
    }
    assert wrong == {("forvaltningsplan-2028.txt", "Kostnader", 2028), ("forvaltningsplan-2028.txt", "Resultat", 2028)}


def comes_out(total: Amount, reading: Reading) -> bool:
    """Whether a printed sum is that of its parts in its column, as far as these are read."""
    parts = [
        amount.sek
        for amount in reading.records
        if isinstance(amount, Amount) and amount.of in total.of.sum_of and amount.column == total.column
    ]
    return not parts or abs(sum(parts, Decimal(0)) - total.sek) < Decimal(50_000)


def test_a_figure_is_restated_and_a_report_gives_another_than_the_next_plan(example: Example) -> None:
    assert outcomes(example, "forvaltningsplan-2027.txt", "Primärvårdens andel av kostnaden", 2025) == {"20,3 % (2025)"}
    assert outcomes(example, "forvaltningsplan-2028.txt", "Primärvårdens andel av kostnaden", 2025) == {"20,1 % (2025)"}
    assert outcomes(example, "forvaltningsplan-2028.txt", "Deltagande i tarmscreening", 2026) == {"70,2 %"}
    assert outcomes(example, "arsredovisning-2027.txt", "Deltagande i tarmscreening", 2026) == {"69,4 %"}


def outcomes(example: Example, name: str, title: str, year: int) -> set[str]:
    """The outcomes of an indicator in a year, as written."""
    return {
        value.as_written
        for value in example.readings[name].records
        if isinstance(value, IndicatorValue) and (value.of.title, value.year, value.role) == (title, year, rt.Outcome)
    }


def test_the_report_tells_how_the_activities_go(example: Example) -> None:
    reports = [each for each in example.of("arsredovisning-2027.txt", StatusReport) if isinstance(each, StatusReport)]
    done = {each.reports_on.label for each in reports if each.status == rt.Done}
    assert {"Gemensamt läkemedelsförråd", "Utredning om ledningscentral"} < done
