"""A budget line: how it went by year through its thread, whether it adds up, what it is part of and what it is believed to pay."""

from dataclasses import dataclass

from flask_babel import gettext

from graph.follow_up.money import MoneyRow
from graph.follow_up.ties import Route
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms
from webapp.figures.course import Course, course, told
from webapp.figures.funding import NOTHING, Funding, funding
from webapp.figures.readings import Reading, readings
from webapp.figures.sums import Check, checks
from webapp.figures.table import Figure, figures
from webapp.page import ThingPage
from webapp.sheet import Sheet, sheet
from webapp.things import Head, Item, Source, places, pointed, pointing
from webapp.threads.read import following
from webapp.threads.statuses import Status, statuses
from webapp.values import texts, values
from webapp.wishes import with_suggested


@dataclass(frozen=True)
class Part:
    """A line that is part of this one, with its amounts."""

    item: Item
    amounts: tuple[Figure, ...]


@dataclass(frozen=True)
class BudgetLine:
    """What the page shows; `facts` are what the row's other cells say, by property.

    `came` are its budgets with what became of them, `places` where those amounts stand; `adds` holds its amounts as a sum
    against its terms, `cover` against its parts.
    """

    came: tuple[MoneyRow, ...]
    places: dict[Iri, Source]
    parents: tuple[Item, ...]
    parts: tuple[Part, ...]
    terms: tuple[Part, ...]
    sums: tuple[Item, ...]
    is_total: bool
    adds: tuple[Check, ...]
    cover: tuple[Check, ...]
    funding: Funding
    facts: tuple[tuple[Iri, tuple[str, ...]], ...]
    statuses: tuple[Status, ...]

    def course(self, sheet: Sheet) -> tuple[Course, tuple[Reading, ...]]:
        """The picture of a sheet of amounts, and the amounts for its table, the latest year first."""
        found = readings(sheet)
        return course(found), tuple(sorted(found, key=lambda one: -(one.year or 0)))


FACTS = (
    Dcterms.description,
    rt.group,
    rt.investmentKind,
    rt.reason,
    rt.effect,
    rt.priceChangePercent,
    rt.due,
    rt.responsible,
)


def read(view: View, head: Head) -> BudgetLine:
    """What the page shows."""
    iri = head.iri
    parts = _with_amounts(view, pointing(view, iri, rt.parentLine))
    terms = _with_amounts(view, pointed(view, iri, rt.sumOf))
    own = figures(view, (iri,))
    came = _came(view, iri)
    facts = ((fact, texts(view, iri, fact)) for fact in FACTS)
    return BudgetLine(
        came=came,
        places=_places(view, came),
        parents=pointed(view, iri, rt.parentLine),
        parts=parts,
        terms=terms,
        sums=pointing(view, iri, rt.sumOf),
        is_total=True in values(view, iri, rt.isTotal),
        adds=checks(own, [each.amounts for each in terms]),
        cover=checks(own, [each.amounts for each in parts]),
        funding=funding(view, (iri,)).get(iri, NOTHING),
        facts=tuple((fact, said) for fact, said in facts if said),
        statuses=statuses(view, (iri,)).get(iri, ()),
    )


def amounts_sheet(view: View, head: Head) -> Sheet:
    """The line's amounts through its thread."""
    return sheet(view, "line_amounts", gettext("Belopp: %(label)s", label=head.label), told=told(view, head.iri))


def _came(view: View, iri: Iri) -> tuple[MoneyRow, ...]:
    """The line's budgets of its plan's years, of which an outcome or a forecast is known."""
    known = following(view)
    item = known.items.by_iri.get(iri)
    rows = known.of(item.edition).money if item else ()
    return tuple(row for row in rows if row.item is item and (row.outcome or row.forecast) and _wished(row))


def _wished(row: MoneyRow) -> bool:
    ties = [found.tie for found in (row.outcome, row.forecast) if found]
    return with_suggested() or all(tie.route is not Route.SUGGESTED for tie in ties)


def _places(view: View, came: tuple[MoneyRow, ...]) -> dict[Iri, Source]:
    found = {each.sum.iri for row in came for each in (row.outcome, row.forecast) if each} | {
        row.budget.iri for row in came
    }
    return places(view, tuple(sorted(found))) if found else {}


def _with_amounts(view: View, items: tuple[Item, ...]) -> tuple[Part, ...]:
    found = figures(view, tuple(item.iri for item in items)) if items else ()
    return tuple(Part(item, tuple(figure for figure in found if figure.owner == item.iri)) for item in items)


PAGE = ThingPage((rt.BudgetLine,), "pages/budget_line.html", read, amounts_sheet)
