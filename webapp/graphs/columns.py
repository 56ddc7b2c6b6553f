"""The columns of the picture, from left to right: the sorts of things in the order of the red thread."""

from dataclasses import dataclass

from flask_babel import lazy_gettext

from ontology import rt
from ontology.iri import Iri
from webapp.terms import Terms


@dataclass(frozen=True)
class Column:
    """A column: its name in addresses, what it is called, what one and many of its things are called, and its classes."""

    key: str
    label: object
    one: object
    many: object
    kinds: tuple[Iri, ...]


COLUMNS = (
    Column("plan", lazy_gettext("Planer"), lazy_gettext("plan"), lazy_gettext("planer"),
           (rt.Region, rt.Organisation, rt.Plan, rt.Document)),
    Column("assignment", lazy_gettext("Uppdrag"), lazy_gettext("uppdrag"), lazy_gettext("uppdrag"),
           (rt.Assignment, rt.Intention)),
    Column("goal", lazy_gettext("Områden och mål"), lazy_gettext("område eller mål"), lazy_gettext("områden och mål"),
           (rt.FocusArea, rt.Perspective, rt.Goal)),
    Column("activity", lazy_gettext("Aktiviteter"), lazy_gettext("aktivitet"), lazy_gettext("aktiviteter"), (rt.Activity,)),
    Column("measure", lazy_gettext("Milstolpar och mått"), lazy_gettext("milstolpe eller mått"),
           lazy_gettext("milstolpar och mått"), (rt.Milestone, rt.Measure)),
    Column("money", lazy_gettext("Pengar"), lazy_gettext("budgetrad"), lazy_gettext("budgetrader"), (rt.BudgetLine,)),
    Column("report", lazy_gettext("Uppföljning"), lazy_gettext("uppföljning"), lazy_gettext("uppföljningar"),
           (rt.StatusReport, rt.ControlPoint, rt.Risk, rt.Finding)),
    Column("value", lazy_gettext("Värden"), lazy_gettext("värde"), lazy_gettext("värden"), (rt.IndicatorValue, rt.Amount)),
    Column("other", lazy_gettext("Övrigt"), lazy_gettext("sak till"), lazy_gettext("saker till"), ()),
)  # fmt: skip
#: Where the plans stand: what they hold is not followed unless it is asked for.
PLANS = 0
_BY_KIND = {kind: place for place, column in enumerate(COLUMNS) for kind in column.kinds}


def column_of(known: Terms, kind: Iri) -> int:
    """The place of the column that a class belongs to; the last where none is its own."""
    return next((_BY_KIND[each] for each in known.lineage(kind) if each in _BY_KIND), len(COLUMNS) - 1)


def counted(column: int, count: int) -> str:
    """So many things of a column, in words: "12 aktiviteter"."""
    return f"{count} {COLUMNS[column].one if count == 1 else COLUMNS[column].many}"
