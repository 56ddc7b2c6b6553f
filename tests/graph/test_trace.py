"""The red thread of an assignment."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import UnknownThing
from graph.memory import MemoryStore
from graph.records import Activity, Assignment, ByNumber, Reading, StatusReport
from graph.trace import Trace, trace
from graph.view import View
from ontology import rt

Make = Callable[..., Reading]


@pytest.fixture
def view(plan: Make) -> View:
    """Two editions; in the later one an activity is part of another, and is reported on."""
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
        draft.put(enlarged(plan(2032, "other.txt")))
    return store.view()


def enlarged(reading: Reading) -> Reading:
    """The reading with a part of its activity, a report on that, and an assignment that nothing serves."""
    activity = next(each for each in reading.records if isinstance(each, Activity))
    assignment = next(each for each in reading.records if isinstance(each, Assignment))
    part = replace(
        activity, notation="8", title="Bilar", serves=(), part_of=(ByNumber(Activity, "7"),), focus_area_by_order=None
    )
    report = StatusReport(reports_on=part, as_written="Planenligt", status=rt.OnPlan, place=activity.place)
    idle = replace(assignment, notation="U-2", description="Bygga broar")
    return replace(reading, records=(*reading.records, part, report, idle))


def only(found: tuple[Trace, ...]) -> Trace:
    """The one there is."""
    (one,) = found
    return one


def test_it_tells_what_serves_an_assignment_and_where_that_stands(view: View) -> None:
    found = only(trace(view, "U1", 2031))
    assert (found.label, found.text, found.own_areas) == ("U1", "Fler ska få stöd hemma", ("Trygga hem",))
    assert (found.edition.year, found.edition.region, found.edition.organisation) == (
        2031,
        "97",
        "Omsorgsförvaltningen",
    )
    assert list(map(str, found.stands)) == ["sjovik.txt:4"]
    (area,) = found.areas
    assert (area.name, area.told) == ("Trygga hem", False)
    (serving,) = area.serving
    assert (serving.label, serving.part_of, str(serving.stands[0])) == (
        "7 Nattpatruller i varje ort",
        None,
        "sjovik.txt:5",
    )


def test_what_is_part_of_that_belongs_to_it(view: View) -> None:
    found = only(trace(view, "U1", 2032))
    assert [(area.name, [each.label for each in area.serving]) for area in found.areas] == [
        ("Trygga hem", ["7 Nattpatruller i varje ort"]),
        (None, ["8 Bilar"]),
    ]
    part = found.areas[1].serving[0]
    assert (part.part_of, part.statuses) == ("7 Nattpatruller i varje ort", ("Planenligt",))


def test_one_that_is_only_mentioned_has_no_text(view: View) -> None:
    found = only(trace(view, "U9", 2031))
    assert found.text is None
    assert found.areas


def test_one_that_nothing_serves_has_no_areas(view: View) -> None:
    assert only(trace(view, "U-2")).areas == ()


@pytest.mark.parametrize("name", ["u1", " U 1.", "U1", "stöd hemma"])
def test_several_that_fit_come_each_under_its_plan(view: View, name: str) -> None:
    assert [each.edition.year for each in trace(view, name)] == [2031, 2032]


def test_a_number_is_found_whatever_hyphen_it_is_written_with(view: View) -> None:
    iri = only(trace(view, "u\N{NON-BREAKING HYPHEN}2")).assignment
    assert only(trace(view, iri)).label == "U-2"


def test_an_unknown_one_is_told_with_near_ones(view: View) -> None:
    with pytest.raises(UnknownThing, match=r"no assignment U3. Nearest are: .*U1"):
        trace(view, "U3")
    with pytest.raises(UnknownThing, match=r"No plan of 2040 in region 97 has .* in: 2031 \(region 97\), 2032"):
        trace(view, "U1", 2040, "97")
    with pytest.raises(UnknownThing, match=r"No plan of 2031 has an assignment U-2. Nearest are: .* in: 2032"):
        trace(view, "U-2", 2031)
    with pytest.raises(UnknownThing, match="in region 01"):
        trace(view, "U1", region="01")
