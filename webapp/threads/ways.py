"""The ways of a plan from an assignment over a focus area to an activity, as the flow's question tells them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from flask_babel import gettext

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import records
from webapp.sheet import Sheet, sheet

#: What an address says for "linked to none".
NONE = "none"
#: The stops of a way.
COLUMNS = ("assignment", "area", "activity")


@dataclass(frozen=True)
class Way:
    """One way: the names and labels of its stops, None where a link is missing, and what its first link rests on.

    `ground` is "stated", "inferred", "accepted" (by a person) or "suggested"; None where nothing is linked. `sek` is None in
    a flow by number, and where the budget line has no one amount.
    """

    assignment: Iri | None
    assignment_label: str | None
    assignment_text: str | None
    area: Iri | None
    area_label: str | None
    activity: Iri | None
    activity_label: str | None
    ground: str | None
    line: int | None
    budget_line_label: str | None = None
    sek: Decimal | None = None


def flow_sheet(seen: View, plan: Iri, narrow: Mapping[str, str], *, suggested: bool, money: bool) -> Sheet:
    """The ways of a plan; `narrow` has for each column of COLUMNS the name that they must go through, NONE, or "" for any."""
    title = gettext("Från uppdrag till aktivitet")
    if money:
        return sheet(seen, "flow_money", title, plan=plan, **narrow)
    return sheet(seen, "flow", title, plan=plan, unreviewed=rt.Unreviewed if suggested else rt.Accepted, **narrow)


def ways(found: Sheet) -> tuple[Way, ...]:
    """What a flow's sheet tells."""
    known = {field.name for field in fields(Way)}
    return tuple(
        Way(**{name: value for name, value in each.items() if name in known}) for each in records(found.answer)
    )


@dataclass(frozen=True)
class Reach:
    """How many things the ways run through, and how many of them lack what."""

    assignments: int
    idle: int
    activities: int
    unasked: int
    placeless: int
    areas: int
    empty: int


def reach(found: Iterable[Way]) -> Reach:
    """Count each thing once."""
    all_ways = tuple(found)
    served = {way.assignment for way in all_ways if way.assignment and way.activity}
    assignments = {way.assignment for way in all_ways if way.assignment}
    activities = {way.activity for way in all_ways if way.activity}
    areas, used = (
        {way.area for way in all_ways if way.area},
        {way.area for way in all_ways if way.area and way.activity},
    )
    return Reach(
        assignments=len(assignments),
        idle=len(assignments - served),
        activities=len(activities),
        unasked=len(activities - {way.activity for way in all_ways if way.assignment}),
        placeless=len(activities - {way.activity for way in all_ways if way.area}),
        areas=len(areas),
        empty=len(areas - used),
    )
