"""IRIs are readable, unique, the same every time, and tell nothing of where a thing stands."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.iris import SLUG_LENGTH, Minter, names_in_turn, slug
from graph.place import Place, Span
from graph.records import (
    Activity,
    Amount,
    Assignment,
    BudgetLine,
    Doubt,
    FrameLine,
    Indicator,
    IndicatorValue,
    Milestone,
    Organisation,
    Plan,
    ProductionMeasure,
    Record,
    Region,
    StatusReport,
)
from ontology import rt
from ontology.iri import Iri

MINTER = Minter(Iri("https://example.org/id/"))
BASE = "https://example.org/id/97/of/forvaltningsplan-2031/"
REGION = Region(code="97", name="Region Sjövik")
EDITION = Plan(
    kind=rt.ManagementPlan,
    title="Plan",
    year=2031,
    period_start=2031,
    period_end=2033,
    organisation=Organisation(name="Omsorgsförvaltningen", slug="of", region=REGION),
    region=REGION,
)


def at(line: int) -> Place:
    """A place on a line of its own."""
    return Place((Span(line * 10, line * 10 + 5, line, line),))


def local(*records: Record) -> list[str]:
    """What the records are called under their plan."""
    return [iri.removeprefix(BASE) for iri in MINTER.records(EDITION, records).values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ökad mobil specialistvård", "okad-mobil-specialistvard"),
        ("HbA1c < 52 (1.1)", "hba1c-52-1-1"),
        ("Idé – À la carte", "ide-a-la-carte"),
        ("***", "unnamed"),
        ("x" * 59 + " yz", "x" * 59),
    ],
)
def test_a_slug_is_plain(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_short_ascii_and_stays_itself(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= SLUG_LENGTH
    assert slug(made) == made


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "b"])))
def test_names_are_unique_and_the_first_keeps_its_own(wanted: list[str]) -> None:
    given_names = names_in_turn(wanted)
    assert len(set(given_names)) == len(wanted)
    assert all(name.startswith(want) for name, want in zip(given_names, wanted, strict=True))
    assert given_names[:1] == wanted[:1]


def test_owners_and_documents() -> None:
    assert MINTER.region(EDITION.region) == "https://example.org/id/97"
    assert MINTER.organisation(EDITION.organisation) == "https://example.org/id/97/of"
    assert MINTER.plan(EDITION) == BASE + "plan"
    assert MINTER.plan(replace(EDITION, kind=rt.AnnualReport)).endswith("/of/arsredovisning-2031/plan")
    assert MINTER.document("mappen/Plan för 2031.txt") == "https://example.org/id/document/plan-for-2031"
    assert MINTER.document("Plan för 2031.pdf") == MINTER.document("Plan för 2031.txt")
    assert MINTER.graph("findings") == "https://example.org/id/graph/findings"


def test_things_are_called_by_number_and_title() -> None:
    assert local(
        Assignment(notation="RU24-1", description="Gör det", place=at(1)),
        Assignment(description="Gör något annat", place=at(2)),
        Activity(notation="53", title="Bygg om", place=at(3)),
        Milestone(title="Klart", year=2032, place=at(4)),
        Indicator(title="Väntetid", variant="30 dagar", place=at(5)),
    ) == [
        "assignment/ru24-1",
        "assignment/gor-nagot-annat",
        "activity/53-bygg-om",
        "milestone/2032-klart",
        "indicator/vantetid-30-dagar",
    ]


def test_equals_are_numbered_in_their_order() -> None:
    first, second = (Activity(title="Bygg om", place=at(line)) for line in (1, 2))
    assert local(first, second) == ["activity/bygg-om", "activity/bygg-om-2"]
    assert MINTER.records(EDITION, [second, first])[second].endswith("activity/bygg-om")


def test_values_are_called_by_role_and_year_under_their_owner() -> None:
    waiting = Indicator(title="Väntetid", place=at(1))
    frame = FrameLine(title="Ram", place=at(2))
    assert local(
        IndicatorValue(of=waiting, role=rt.Outcome, as_written="3", year=2030, place=at(3)),
        IndicatorValue(of=waiting, role=rt.Target, as_written="öka", place=at(4)),
        amount(frame, 5, "Plan"),
        StatusReport(reports_on=waiting, as_written="grön", year=2031, aspect=rt.Effect, place=at(6)),
        StatusReport(reports_on=waiting, as_written="grön", year=2031, place=at(7)),
        waiting,
        frame,
    ) == [
        "indicator/vantetid",
        "frame/ram",
        "indicator/vantetid/outcome-2030",
        "indicator/vantetid/target",
        "frame/ram/regional-plan-budget-2031",
        "indicator/vantetid/status-effect-2031",
        "indicator/vantetid/status-2031",
    ]


def test_a_row_of_a_table_is_called_by_what_it_is_part_of_and_its_table_tells_it_apart() -> None:
    visits, others = (ProductionMeasure(title="Besök", group=group, place=at(1)) for group in ("Egna", "Köpta"))
    part = ProductionMeasure(title="somatik", group="Köpta", part_of=others, place=at(2))
    assert [one.label for one in (visits, others, part)] == [
        "Besök (Egna)",
        "Besök (Köpta)",
        "Besök, varav somatik (Köpta)",
    ]
    assert local(visits, others, part) == [
        "production/besok",
        "production/besok-2",
        "production/besok-varav-somatik",
    ]


def test_a_column_is_named_only_where_it_tells_apart() -> None:
    frame = FrameLine(title="Ram", place=at(1))
    apart = local(frame, amount(frame, 2, "Ack Bud"), amount(frame, 3, "Helår Bud"))
    alike = local(frame, amount(frame, 2, "Bud"), amount(frame, 3, "Bud"))
    role = "frame/ram/regional-plan-budget-2031"
    assert apart[1:] == [f"{role}-ack-bud", f"{role}-helar-bud"]
    assert alike[1:] == [role, f"{role}-2"]


def amount(line: BudgetLine, row: int, column: str) -> Amount:
    """One hundred kronor."""
    return Amount(
        of=line, role=rt.RegionalPlanBudget, sek=Decimal(100), as_written="100", year=2031, column=column, place=at(row)
    )


def test_findings_are_called_by_their_kind() -> None:
    line = FrameLine(title="Ram", place=at(1))
    doubts = [Doubt(rt.YearNotTold, at(1), "", "", about) for about in (line, line, None)]
    assert [iri.removeprefix(BASE) for iri in MINTER.findings(EDITION, doubts)] == [
        "finding/year-not-told-ram",
        "finding/year-not-told-ram-2",
        "finding/year-not-told",
    ]


@given(st.lists(st.tuples(st.text(max_size=80), st.sampled_from(["", "1", "2"])), max_size=8), st.integers(0, 99))
def test_every_record_has_an_iri_of_its_own_that_does_not_move(titles: list[tuple[str, str]], down: int) -> None:
    activities, moved = (
        [Activity(title=title, notation=number, place=at(line + offset)) for line, (title, number) in enumerate(titles)]
        for offset in (1, down + 1)
    )
    names = MINTER.records(EDITION, activities)
    assert len(set(names.values())) == len(activities)
    assert all(name.isascii() and len(name) <= len(BASE) + len("activity/-10") + SLUG_LENGTH for name in names.values())
    assert list(names.values()) == list(MINTER.records(EDITION, moved).values())


@pytest.mark.parametrize(
    ("title", "variant", "expected"),
    [
        ("Vård i tid", "Besök (30 dagar)", "vard-i-tid-besok-30-dagar"),
        (
            "Andel patienter som får sin vård enligt garantin",
            "Specialistvård Besök (90 dagar)",
            "andel-patienter-som-far-sin-specialistvard-besok-90-dagar",
        ),
        ("x" * 70, "y" * 70, "x" * 19 + "-" + "y" * 40),
        ("***", "Unga", "unnamed-unga"),
    ],
)
def test_a_variant_stands_whole_in_its_name(title: str, variant: str, expected: str) -> None:
    assert local(Indicator(title=title, variant=variant, place=at(1))) == [f"indicator/{expected}"]


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_name_with_a_variant_is_no_longer_than_others(title: str, variant: str) -> None:
    (name,) = local(Indicator(title=title, variant=variant, place=at(1)))
    assert len(name.removeprefix("indicator/")) <= SLUG_LENGTH
    assert re.fullmatch(r"indicator/[a-z0-9]+(-[a-z0-9]+)*", name)
