"""A unit's activities: what stands side by side is put side by side again, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import Activity, FocusArea, Reading
from loaders.facts import Facts
from loaders.layout.bullet_columns import is_due
from loaders.words.periods import last_day
from ontology import rt

HEAD = "Vi når våra mål genom att (Insatsområden) Verksamhetens aktiviteter 2031 Klart Ansvarig Status"
Read = Callable[[str, Facts], Reading]
WORDS = st.lists(
    st.sampled_from(["bygga", "hamnen", "fler", "båtar", "vid", "kajen", "i", "tid"]), min_size=1, max_size=9
)
BREAKS = st.sampled_from([" ", " ", " ", " \n", "\n\n"])


@dataclass(frozen=True)
class Printed:
    """An activity, and how it is printed in each of the three columns."""

    title: str
    due: str
    people: tuple[str, ...]
    bullets: tuple[str, str, str]


@st.composite
def activities(draw: st.DrawFn) -> Printed:
    words = ["Planera", *draw(WORDS), "kusten"]
    wrapped = words[0] + "".join(draw(BREAKS) + word for word in words[1:])
    due = draw(st.sampled_from(["Q1", "Q2", "Q4", "Q3 2032", "Löpande", "2031-05-31"]))
    people = draw(st.lists(st.sampled_from(["Astrid B", "Nils C", "Chefer"]), min_size=1, max_size=3, unique=True))
    joined = people[0] + "".join("," + draw(BREAKS) + person for person in people[1:])
    return Printed(" ".join(words), due, tuple(people), (f"• {wrapped}", f"• {due}", f"• {joined}"))


def printed(areas: dict[str, list[Printed]], gap: str) -> str:
    """A page with areas, each with its three columns one after the other."""
    parts = [HEAD]
    for name, rows in areas.items():
        columns = ["\n".join(row.bullets[at] for row in rows) for at in range(3)]
        parts += [f"{name}\nVi bor vid havet och lever av det.", *columns]
    return gap.join(parts)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.lists(activities(), min_size=1, max_size=6), min_size=1, max_size=3),
    gap=st.sampled_from(["\n\n", "\n\n\n"]),
)
def test_columns_are_put_side_by_side_however_they_are_wrapped(
    rows: list[list[Printed]], gap: str, read_as: Read, facts: Facts
) -> None:
    areas = dict(zip(["Hamn", "Skärgård och öar", "Handel"], rows, strict=False))
    reading = read_as(printed(areas, gap), facts)
    found = [
        (one.focus_area and one.focus_area.name, one.title, one.due, one.responsible)
        for one in sorted_activities(reading)
    ]
    assert found == [(name, one.title, one.due, one.people) for name, group in areas.items() for one in group]
    assert [area.description for area in reading.records if isinstance(area, FocusArea)] == [
        "Vi bor vid havet och lever av det."
    ] * len(areas)


def sorted_activities(reading: Reading) -> list[Activity]:
    """The activities in the order of their titles in the text."""
    return [record for record in reading.records if isinstance(record, Activity)]


def test_a_quarter_is_over_with_its_last_day_in_the_year_of_the_head(read_as: Read, facts: Facts) -> None:
    reading = read_as(
        f"{HEAD}\n\nHamn\nOm hamnen.\n\n• Bygga kaj • Q2 • Nils C\n• Riva kaj • Q1 2032 • Astrid B\n", facts
    )
    assert [(one.title, one.due_by, one.planned_year) for one in sorted_activities(reading)] == [
        ("Bygga kaj", date(2031, 6, 30), (2031,)),
        ("Riva kaj", date(2032, 3, 31), (2031,)),
    ]


@pytest.mark.parametrize(
    ("dues", "people", "paired"),
    [
        (2, 3, (False, True)),
        (3, 2, (True, False)),
        (3, 4, (True, False)),
        (1, 1, (False, False)),
        (2, 0, (False, False)),
    ],
)
def test_a_column_of_another_length_is_not_paired_and_said_to_be_odd(
    dues: int, people: int, paired: tuple[bool, bool], read_as: Read, facts: Facts
) -> None:
    columns = ["• Bygga kaj\n• Riva kaj\n• Måla kaj", "• Q2\n" * dues, "• Nils C\n" * people]
    reading = read_as("\n\n".join([HEAD, "Hamn\nOm hamnen och dess kajer.", *columns]), facts)
    found = sorted_activities(reading)
    assert [one.title for one in found] == ["Bygga kaj", "Riva kaj", "Måla kaj"]
    assert [(bool(one.due), bool(one.responsible)) for one in found] == [paired] * 3
    assert rt.ColumnNotTold in [doubt.kind for doubt in reading.doubts]


def test_an_area_without_a_describing_text_and_a_heading_over_two_lines(read_as: Read, facts: Facts) -> None:
    text = f"{HEAD}\n\nHamn och\nkajer\n\n• Bygga kaj • Q2 • Nils C\n\nSkog\n• Fälla träd • Q3 • Chefer\n"
    found = sorted_activities(read_as(text, facts))
    assert [(one.title, one.focus_area and one.focus_area.name) for one in found] == [
        ("Bygga kaj", "Hamn och kajer"),
        ("Fälla träd", "Skog"),
    ]


def test_cells_are_read_by_their_head(read_as: Read, facts: Facts) -> None:
    rows = [
        "Insatsområde\tAktiviteter 2031\tKlart\tAnsvarig",
        "Hamn och kaj\tBygga kaj i norr\tQ2\tNils C, Astrid B",
        "\tRiva kaj i söder\tQ4\tNils C",
    ]
    found = sorted_activities(read_as("Plan för hamnen\n" + "\n".join(rows) + "\n", facts))
    assert [(one.title, one.due, one.responsible, one.focus_area and one.focus_area.name) for one in found] == [
        ("Bygga kaj i norr", "Q2", ("Nils C", "Astrid B"), "Hamn och kaj"),
        ("Riva kaj i söder", "Q4", ("Nils C",), "Hamn och kaj"),
    ]


def test_a_list_without_times_is_no_table(read_as: Read, facts: Facts) -> None:
    assert sorted_activities(read_as(f"{HEAD}\n\nHamn\nOm hamnen.\n\n• Bygga kaj\n• Nils C\n", facts)) == []


@pytest.mark.parametrize(
    "text", ["Q4", "Q1-Q2", "Q3 2032", "kvartal 1", "maj", "2031-06-30", "2031", "HT 2031", "Löpande"]
)
def test_times_are_known(text: str) -> None:
    assert is_due(text)


@pytest.mark.parametrize(
    "text", ["", "Maria", "Majken L", "Martin", "Chefer", "12", "Q4 ska allt vara klart", "Augusta"]
)
def test_names_and_figures_are_no_times(text: str) -> None:
    assert not is_due(text)


@pytest.mark.parametrize("heading", ["", "Aktiviteter\n\n"])
def test_activities_under_other_words_for_the_same(heading: str, read_as: Read, facts: Facts) -> None:
    text = (
        f"{heading}Aktivitet Tid Ansvarig\n\nHamn och kaj\nHamnen ska vara öppen hela året.\n\n"
        "• Bygga kaj\n• Riva bod\n\n• Kvartal 1\n• Maj 2031\n\n• Chefer\n• Astrid B, Nils C\n"
    )
    reading = read_as(text, facts)
    assert [(one.title, one.due, one.responsible) for one in reading.records if isinstance(one, Activity)] == [
        ("Bygga kaj", "Kvartal 1", ("Chefer",)),
        ("Riva bod", "Maj 2031", ("Astrid B", "Nils C")),
    ]
    assert {one.table for one in reading.records if isinstance(one, Activity)} == {
        "Aktiviteter" if heading else "Aktivitet Tid Ansvarig"
    }


def test_a_line_of_one_cell_is_the_area_of_the_rows_below(read_as: Read, facts: Facts) -> None:
    text = "Aktivitet\tTid\tAnsvarig\nHamn och kaj\nBygga kaj\tQ2\tChefer\nFyr\t\t\nTända fyren\tQ3\tNils C\n"
    found = [one for one in read_as(text, facts).records if isinstance(one, Activity)]
    assert [(one.title, one.focus_area and one.focus_area.name) for one in found] == [
        ("Bygga kaj", "Hamn och kaj"),
        ("Tända fyren", "Fyr"),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Q3", date(2031, 9, 30)),
        ("T2", date(2031, 8, 31)),
        ("Halvår 1", date(2031, 6, 30)),
        ("Våren", date(2031, 6, 30)),
        ("Våren 2032", date(2032, 6, 30)),
        ("december", date(2031, 12, 31)),
        ("2032-02-29", date(2032, 2, 29)),
        ("2031-02-29", None),
        ("2031-99-99", None),
        ("Sommaren 2031", None),
        ("Löpande", None),
        ("Löpande under 2031", date(2031, 12, 31)),
    ],
)
def test_the_last_day_of_a_time_that_has_one(text: str, last: date | None) -> None:
    assert last_day(text, 2031) == last


def test_an_area_that_a_heading_names_is_stated_once(read_as: Read, facts: Facts) -> None:
    text = "Mål / Aktivitet / Tidplan / Ansvarig\n\nFokusområde: Hamn\n• Bygga kaj • T2 • Chefer\n"
    reading = read_as(text, facts)
    assert [one.name for one in reading.records if isinstance(one, FocusArea)] == ["Hamn"]
    assert [one.focus_area and one.focus_area.name for one in reading.records if isinstance(one, Activity)] == ["Hamn"]
