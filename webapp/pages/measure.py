"""An indicator or another measure: its values by year and role, each with its source."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Skos
from webapp.figures import Table, figures, table
from webapp.page import ThingPage
from webapp.statuses import Status, statuses
from webapp.things import Head, Item, pointed, pointing
from webapp.values import text, texts, values


@dataclass(frozen=True)
class Measure:
    """What the page shows."""

    table: Table
    goals: tuple[Item, ...]
    part_of: tuple[Item, ...]
    parts: tuple[Item, ...]
    reporting: tuple[Iri, ...]
    better: Iri | None
    group: str | None
    notes: tuple[str, ...]
    statuses: tuple[Status, ...]


def read(view: View, head: Head) -> Measure:
    """What the page shows."""
    iri = head.iri
    better = text(view, iri, rt.betterDirection)
    return Measure(
        table=table(figures(view, (iri,))),
        goals=pointed(view, iri, rt.goal),
        part_of=pointed(view, iri, rt.partOfMeasure),
        parts=pointing(view, iri, rt.partOfMeasure),
        reporting=tuple(value for value in values(view, iri, rt.reporting) if isinstance(value, Iri)),
        better=Iri(better) if better else None,
        group=text(view, iri, rt.group),
        notes=texts(view, iri, Skos.note),
        statuses=statuses(view, (iri,)).get(iri, ()),
    )


PAGE = ThingPage((rt.Measure,), "pages/measure.html", read)
