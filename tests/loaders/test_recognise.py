"""Whole plans: all that they state comes out, whatever their shape; nothing raises, every line is accounted for."""

import random
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.place import Place
from graph.records import (
    Activity,
    Amount,
    Assignment,
    BudgetLine,
    ByNumber,
    Goal,
    Indicator,
    IndicatorValue,
    Measure,
    Perspective,
    Reading,
    Record,
)
from loaders.coverage import coverage
from loaders.document import Document
from loaders.facts import Facts
from loaders.recognise import families
from ontology import rt
from ontology.iri import Iri

CASES = Path(__file__).parents[1] / "data" / "plans"
CELLS, WRAPPED = "forvaltningsplan-celler", "forvaltningsplan-radbruten"
#: All plans of our own: a folder each, with the plan, what is told of it from outside, and what it states.
ALL = sorted(folder.name for folder in CASES.iterdir())
#: Fields that the listing leaves out: where a thing stands is in `lines`, what a value is of in `values`.
LEFT_OUT = {"place", "table", "column", "of"}


def text_of(case: str) -> str:
    """The plan of a case."""
    return (CASES / case / "plan.txt").read_text("utf-8")


def test_every_case_is_whole() -> None:
    assert {CELLS, WRAPPED} <= set(ALL)
    for case in ALL:
        assert {"plan.txt", "facts.toml", "expected.toml"} <= {path.name for path in (CASES / case).iterdir()}, case


@pytest.mark.parametrize("case", ALL)
def test_a_plan_states_what_a_person_reads_in_it(
    case: str, read_as: Callable[[str, Facts], Reading], facts_of: Callable[[str], Facts]
) -> None:
    expected = tomllib.loads((CASES / case / "expected.toml").read_text("utf-8"))
    assert listing(read_as(text_of(case), facts_of(case))) == expected


def listing(reading: Reading) -> dict[str, list[dict[str, object]]]:
    """The records by class in their order, values and amounts with what they are of; then the doubts."""
    listed: dict[str, list[dict[str, object]]] = {}
    for record in reading.records:
        if not isinstance(record, (IndicatorValue, Amount)):
            listed.setdefault(type(record).__name__, []).append(described(record, reading.records))
    doubts = sorted(reading.doubts, key=lambda doubt: doubt.place.first_line)
    listed["Doubt"] = [{"lines": lines(doubt.place), "kind": doubt.kind.local} for doubt in doubts]
    return listed


def described(record: Record, records: Iterable[Record]) -> dict[str, object]:
    """What is told of a record, its values in words."""
    told: dict[str, object] = {"lines": lines(record.place)}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in LEFT_OUT and value not in (None, (), ""):
            told[field.name] = plain(value)
    values = [in_words(value, record) for value in records if getattr(value, "of", None) is record]
    return {**told, "values": values} if isinstance(record, (Measure, BudgetLine)) else told


def plain(value: object) -> object:
    """A field's value as TOML can tell it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, (Record, ByNumber)):
        return value.label if isinstance(value, Record) else value.notation
    if isinstance(value, Iri):
        return value.local
    return str(value) if isinstance(value, (Decimal, date)) else value


def in_words(value: Record, owner: Record) -> str:
    """ "Budget 2027: 2 804,6 = 2804600000 kr" or "Mål 2027: >80% = Above 80 PERCENT", with lines where these differ."""
    assert isinstance(value, (IndicatorValue, Amount))
    if isinstance(value, Amount):
        says = [f"{value.sek} kr"]
    else:
        told = (value.comparator, value.target_kind, value.number, value.unit)
        says = [part.local if isinstance(part, Iri) else str(part) for part in told if part is not None]
    says += [f"[{note}]" for note in value.note] + (["(del av året)"] if value.part_of_year else [])
    where = [f"@{lines(value.place)}"] if lines(value.place) != lines(owner.place) else []
    return " ".join([value.label, *(["=", *says] if says else []), *where])


def lines(place: Place) -> str:
    """The first and the last line of a place."""
    last = max(span.last_line for span in place.spans)
    return str(place.first_line) if place.first_line == last else f"{place.first_line}-{last}"


def test_the_same_plan_gives_the_same_things_from_cells_and_from_wrapped_text(
    read_as: Callable[[str, Facts], Reading], facts: Facts
) -> None:
    cells, wrapped = (things(read_as(text_of(case), facts)) for case in (CELLS, WRAPPED))
    for kind in cells:
        shared = cells[kind].keys() & wrapped[kind].keys()
        assert len(shared) > 3, kind
        assert {key: cells[kind][key] for key in shared} == {key: wrapped[kind][key] for key in shared}


def things(reading: Reading) -> dict[str, dict[object, object]]:
    """What identifies assignments, goals, activities, targets and amounts, and what must be the same of them."""
    records = reading.records
    return {
        "assignments": {one.notation: one.description for one in records if isinstance(one, Assignment)},
        "goals": {one.title: one.perspective and one.perspective.name for one in records if isinstance(one, Goal)},
        "perspectives": {one.name: True for one in records if isinstance(one, Perspective)},
        "links": {one.notation: one.serves for one in records if isinstance(one, Activity) if one.notation},
        "indicators": {
            one.label: (one.better, one.goal and one.goal.title) for one in records if isinstance(one, Indicator)
        },
        "targets": {
            (one.of.label, one.year): (one.number, one.unit, one.comparator)
            for one in records
            if isinstance(one, IndicatorValue) and one.role == rt.Target
        },
        "amounts": {
            (one.of.CLASS, one.of.title, one.of.parent and one.of.parent.title, one.role, one.year): one.sek
            for one in records
            if isinstance(one, Amount)
        },
    }


@pytest.mark.parametrize("case", ALL)
def test_no_line_of_the_tables_is_left_unread(
    case: str,
    read_as: Callable[[str, Facts], Reading],
    as_document: Callable[[str], Document],
    facts_of: Callable[[str], Facts],
) -> None:
    reading = read_as(text_of(case), facts_of(case))
    assert coverage(as_document(text_of(case)), reading).unread == ()


@settings(max_examples=40, deadline=None)
@given(case=st.sampled_from(ALL), seed=st.integers(0, 10**6), size=st.integers(1, 40))
def test_lines_in_any_order_are_read_without_raising_and_all_accounted_for(
    case: str,
    seed: int,
    size: int,
    read_as: Callable[[str, Facts], Reading],
    as_document: Callable[[str], Document],
    facts_of: Callable[[str], Facts],
) -> None:
    text = shuffled(text_of(case), random.Random(seed), size)
    assert_all_accounted_for(as_document(text), read_as(text, facts_of(case)))


def shuffled(text: str, order: random.Random, size: int) -> str:
    """A text with its stretches of some lines in another order, some left out and some doubled."""
    all_lines = text.split("\n")
    stretches = [all_lines[at : at + size] for at in range(0, len(all_lines), size)]
    chosen = order.choices(stretches, k=len(stretches))
    return "Vårdplan\n" + "\n".join(line for stretch in chosen for line in stretch)


def assert_all_accounted_for(document: Document, reading: Reading) -> None:
    """Each printed line is in exactly one class; each record stands somewhere in the text."""
    found = coverage(document, reading)
    classes = [*found.stating, *found.headings, *found.prose, *found.unread]
    assert sorted(classes) == [line.number for line in document.lines if not line.blank]
    for record in reading.records:
        for span in record.place.spans:
            assert 0 <= span.start <= span.end <= len(document.source.text)
            assert 1 <= span.first_line <= span.last_line <= len(document.lines)


@pytest.mark.parametrize("case", ALL)
@pytest.mark.parametrize("share", [10, 25, 40, 55, 70, 85])
def test_a_plan_cut_off_anywhere_is_read_as_far_as_it_goes(
    case: str,
    share: int,
    read_as: Callable[[str, Facts], Reading],
    as_document: Callable[[str], Document],
    facts_of: Callable[[str], Facts],
) -> None:
    text = text_of(case)
    cut = text[: len(text) * share // 100]
    reading = read_as(cut, facts_of(case))
    assert_all_accounted_for(as_document(cut), reading)
    whole = {record.label for record in read_as(text, facts_of(case)).records}
    assert len({record.label for record in reading.records} - whole) <= 3


@pytest.mark.parametrize("case", ALL)
def test_heads_without_rows_state_nothing(
    case: str,
    read_as: Callable[[str, Facts], Reading],
    as_document: Callable[[str], Document],
    facts_of: Callable[[str], Facts],
) -> None:
    document = as_document(text_of(case))
    heads = headings_of(document, read_as(text_of(case), facts_of(case)))
    reading = read_as("\n\n".join(heads), facts_of(case))
    assert [type(record).__name__ for record in reading.records if isinstance(record, (Amount, IndicatorValue))] == []
    assert_all_accounted_for(as_document("\n\n".join(heads)), reading)


def headings_of(document: Document, reading: Reading) -> list[str]:
    """The texts of all stretches kept as headings."""
    return [
        document.source.text[kept.span.start : kept.span.end] for kept in reading.kept if kept.kind == rt.HeadingPassage
    ]


@pytest.mark.parametrize(
    "text", ["x", "\n\n x \n", "1", "\t", "Perspektiv\tMål\tIndikator", "a\tb\nc\td", "•", "– – –"]
)
def test_a_text_that_is_no_plan_is_kept_and_states_nothing(
    text: str, read_as: Callable[[str, Facts], Reading], as_document: Callable[[str], Document], facts: Facts
) -> None:
    if not text.strip():
        return
    reading = read_as(text, facts)
    assert reading.records == ()
    assert_all_accounted_for(as_document(text), reading)


def test_every_family_comes_after_those_it_builds_on() -> None:
    names = [family.name for family in families()]
    assert len(names) == len(set(names))
    for family in families():
        assert all(names.index(before) < names.index(family.name) for before in family.after)


CELLS_OF_GOALS = (
    "Perspektiv\tMål\tMått\tMålnivå 2027\tUtgångsläge 2025\tRapporteras\n"
    "Trygga länsbor\tLänsborna litar på oss\tAndel som litar på oss\t60%\t50 %\tÅr\n"
    "\t{goal}\tAndel som kommer\t70%\t60 %\tÅr\n"
)
WRAPPED_GOALS = (
    "Perspektiv Mål Mått Målnivå 2027 Utgångsläge 2025 Rapporteras \n\nTrygga \nlänsbor \n\nLänsborna litar \npå oss \n\n"
    "Andel som litar på oss 60% 50 % År \n\n{goal} \n\nAndel som kommer 70% 60 % År \n"
)


@pytest.mark.parametrize("goal", ["Fler ska nås av vården", "Färre får vänta länge", "Fler kan nås tidigt"])
@pytest.mark.parametrize("table", [CELLS_OF_GOALS, WRAPPED_GOALS], ids=["cells", "wrapped"])
def test_a_goal_may_begin_as_words_for_a_target_do(
    table: str, goal: str, read_as: Callable[[str, Facts], Reading], facts: Facts
) -> None:
    records = read_as(table.format(goal=goal), facts).records
    made = [record for record in records if isinstance(record, Indicator)]
    assert [(each.title, each.goal and each.goal.title) for each in made] == [
        ("Andel som litar på oss", "Länsborna litar på oss"),
        ("Andel som kommer", goal),
    ]
