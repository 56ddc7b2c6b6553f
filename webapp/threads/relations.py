"""How two kinds of things hang together, each pair with the question that asks it: what a matrix can set against what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask_babel import lazy_gettext

from ontology import rt
from ontology.iri import Iri
from webapp.ask import Given


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its name in addresses, its class, and what one of it is called where it is missing."""

    name: str
    iri: Iri
    one: object


@dataclass(frozen=True)
class Relation:
    """Two kinds and the question (with its values) that tells the pairs; `says` is what a mark means.

    The question has the columns `row` and `across`, whichever way the matrix is turned, and a `$plan` unless it is of all plans.
    """

    row: Kind
    across: Kind
    question: str
    says: object
    values: Mapping[str, Given] = field(default_factory=dict)
    of_all_plans: bool = False
    suggests: bool = False

    @property
    def only_suggested(self) -> bool:
        """Whether no document ever states such a link."""
        return self.question == "matrix_suggested"


ASSIGNMENTS = Kind("assignments", rt.Assignment, lazy_gettext("uppdrag"))
ACTIVITIES = Kind("activities", rt.Activity, lazy_gettext("aktivitet"))
AREAS = Kind("areas", rt.FocusArea, lazy_gettext("insatsområde"))
GOALS = Kind("goals", rt.Goal, lazy_gettext("mål"))
INDICATORS = Kind("indicators", rt.Indicator, lazy_gettext("indikator"))
MEASURES = Kind("measures", rt.Measure, lazy_gettext("mått"))
LINES = Kind("lines", rt.BudgetLine, lazy_gettext("budgetrad"))
REGIONS = Kind("regions", rt.Region, lazy_gettext("region"))


RELATIONS = (
    Relation(
        ASSIGNMENTS,
        ACTIVITIES,
        "matrix_linked",
        lazy_gettext("aktiviteten bidrar till uppdraget"),
        {"derived": rt.contributesTo, "stated": rt.serves},
    ),
    Relation(
        ASSIGNMENTS,
        AREAS,
        "matrix_assignments_areas",
        lazy_gettext("uppdraget ligger under insatsområdet, självt eller genom aktiviteter som bidrar till det"),
    ),
    Relation(
        ACTIVITIES,
        AREAS,
        "matrix_linked",
        lazy_gettext("aktiviteten ligger under insatsområdet"),
        {"derived": rt.focusArea, "stated": rt.focusArea},
    ),
    Relation(
        INDICATORS,
        GOALS,
        "matrix_linked",
        lazy_gettext("indikatorn hör till målet"),
        {"derived": rt.goal, "stated": rt.goal},
    ),
    Relation(
        GOALS,
        ACTIVITIES,
        "matrix_goals_activities",
        lazy_gettext("de har samma insatsområde, eller målets indikator föreslås mäta aktiviteten"),
        suggests=True,
    ),
    Relation(
        ACTIVITIES,
        MEASURES,
        "matrix_suggested",
        lazy_gettext("måttet föreslås mäta aktiviteten"),
        {"relation": rt.MeasuredBy},
        suggests=True,
    ),
    Relation(
        ACTIVITIES,
        LINES,
        "matrix_suggested",
        lazy_gettext("budgetraden föreslås betala aktiviteten"),
        {"relation": rt.FundedBy},
        suggests=True,
    ),
    Relation(
        ASSIGNMENTS,
        MEASURES,
        "matrix_suggested",
        lazy_gettext("måttet föreslås mäta uppdraget"),
        {"relation": rt.MeasuredBy},
        suggests=True,
    ),
    Relation(
        REGIONS,
        AREAS,
        "matrix_regions_areas",
        lazy_gettext("en plan i regionen har ett insatsområde med just det namnet, eller ett som föreslås likna det"),
        of_all_plans=True,
        suggests=True,
    ),
)
KINDS = {kind.name: kind for relation in RELATIONS for kind in (relation.row, relation.across)}


def relation_of(one: str, other: str) -> Relation | None:
    """How two kinds hang together, named in either order; None where we know of no way."""
    return next((each for each in RELATIONS if {each.row.name, each.across.name} == {one, other}), None)
