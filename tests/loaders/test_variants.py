"""The same plan written otherwise states the same things: other ids, blanks, minus signs, line ends."""

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import Activity, Assignment, ByNumber, Reading, Record
from loaders.document import Document
from loaders.facts import Facts
from loaders.layout.figure_notes import footnote, mark_of
from loaders.readers.activity_rows import as_notation
from loaders.readers.perspectives import strays

CASES = Path(__file__).parents[1] / "data" / "plans"
PLANS = ["forvaltningsplan-celler", "forvaltningsplan-radbruten", "forvaltningsplan-andra-ord"]
Read = Callable[[str, Facts], Reading]

VARIANTS: dict[str, Callable[[str], str]] = {
    "line ends": lambda plan: plan.replace("\n", "\r\n"),
    "no-break blanks": lambda plan: re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "\u00a0", plan),
    "narrow blanks": lambda plan: re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "\u202f", plan),
    "minus signs": lambda plan: re.sub(r"(?<![\w-])-(?=\d)", "\u2212", plan),
    "soft hyphens": lambda plan: re.sub(r"([a-zåäö]{4})(?=ning|vård|het)", "\\1\u00ad", plan),
    "byte order mark": lambda plan: "\ufeff" + plan,
}


def told(reading: Reading) -> list[dict[str, object]]:
    """All that is told of the records, their places left out."""
    return [
        {"class": type(record).__name__, **{field.name: plain(getattr(record, field.name)) for field in fields(record)}}
        for record in reading.records
    ]


def plain(value: object) -> object:
    """A field's value; a record by its label, and nothing of a place."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Record):
        return value.label
    return None if type(value).__name__ == "Place" else value


def even_signs(value: object) -> str:
    """What is told as one text, minus signs and hyphens alike."""
    return re.sub("[\u2212\u2010]", "-", repr(value))


@pytest.mark.parametrize("case", PLANS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_a_plan_written_otherwise_states_the_same(
    case: str, variant: str, read_as: Read, facts_of: Callable[[str], Facts]
) -> None:
    plan = (CASES / case / "plan.txt").read_text("utf-8")
    facts = facts_of(case)
    assert even_signs(told(read_as(VARIANTS[variant](plan), facts))) == even_signs(told(read_as(plan, facts)))


@pytest.mark.parametrize(
    "style", [r"RF\1", r"KS24-\1", r"U\1.1", r"Uppdrag \1", r"HSN-\1", r"M1:\1", r"Regionuppdrag \1"]
)
@pytest.mark.parametrize("case", PLANS[:2])
def test_ids_may_look_as_they_like(case: str, style: str, read_as: Read, facts_of: Callable[[str], Facts]) -> None:
    plan = re.sub(r"\bKF-(\d+)", r"KF-\1", (CASES / case / "plan.txt").read_text("utf-8"))
    before = links(read_as(plan, facts_of(case)))
    after = links(read_as(re.sub(r"\bKF-(\d+)", style, plan), facts_of(case)))
    assert after == [[re.sub(r"^KF-(\d+)$", style, name) for name in names] for names in before]


def links(reading: Reading) -> list[list[str]]:
    """The ids of the assignments, then those that each activity serves."""
    ids = [record.notation or "" for record in reading.records if type(record) is Assignment]
    served = [record.serves for record in reading.records if isinstance(record, Activity)]
    return [ids, *([link.notation for link in numbers if isinstance(link, ByNumber)] for numbers in served)]


@given(st.integers(1, 999))
def test_an_id_is_written_without_blank_unless_it_is_a_word(number: int) -> None:
    assert as_notation(f"U {number}") == as_notation(f"U{number}") == f"U{number}"
    assert as_notation(f"Uppdrag  {number}") == f"Uppdrag {number}"


@pytest.mark.parametrize(
    ("figure", "mark"), [("48%1", "1"), ("393,8*", "*"), ("12 %**", "**"), ("481", None), ("48 %", None), ("7,3", None)]
)
def test_a_mark_stands_right_behind_its_figure(figure: str, mark: str | None) -> None:
    assert mark_of(figure) == mark


def test_the_nearest_footnote_with_the_mark_counts(as_document: Callable[[str], Document]) -> None:
    document = as_document("1 Första noten\n\nTabell 12%1\n\n\n\nTabell 13%1\n1 Andra noten\n")
    found = footnote(document, "13%1", 7)
    assert found is not None
    assert found.text == "Andra noten"


def test_a_goal_on_money_strays_under_another_perspective() -> None:
    assert strays("Verksamheten ryms i sin ram", "Medarbetare som trivs")
    assert not strays("Verksamheten ryms i sin ram", "Ordnad ekonomi")
    assert not strays("Medarbetarna stannar", "Medarbetare som trivs")
