"""A budget line: its amounts by year and role, the lines it is part of, its parts, and what it sums."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms
from webapp.figures import Figure, Table, figures, table
from webapp.page import ThingPage
from webapp.statuses import Status, statuses
from webapp.things import Head, Item, pointed, pointing
from webapp.values import texts, values


@dataclass(frozen=True)
class Part:
    """A line that is part of this one, with its amounts."""

    item: Item
    amounts: tuple[Figure, ...]


@dataclass(frozen=True)
class BudgetLine:
    """What the page shows; `facts` are what the row's other cells say, by property."""

    table: Table
    parents: tuple[Item, ...]
    parts: tuple[Part, ...]
    terms: tuple[Part, ...]
    sums: tuple[Item, ...]
    is_total: bool
    facts: tuple[tuple[Iri, tuple[str, ...]], ...]
    statuses: tuple[Status, ...]


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
    facts = ((fact, texts(view, iri, fact)) for fact in FACTS)
    return BudgetLine(
        table=table(figures(view, (iri,))),
        parents=pointed(view, iri, rt.parentLine),
        parts=_with_amounts(view, pointing(view, iri, rt.parentLine)),
        terms=_with_amounts(view, pointed(view, iri, rt.sumOf)),
        sums=pointing(view, iri, rt.sumOf),
        is_total=True in values(view, iri, rt.isTotal),
        facts=tuple((fact, said) for fact, said in facts if said),
        statuses=statuses(view, (iri,)).get(iri, ()),
    )


def _with_amounts(view: View, items: tuple[Item, ...]) -> tuple[Part, ...]:
    found = figures(view, tuple(item.iri for item in items)) if items else ()
    return tuple(Part(item, tuple(figure for figure in found if figure.owner == item.iri)) for item in items)


PAGE = ThingPage((rt.BudgetLine,), "pages/budget_line.html", read)
