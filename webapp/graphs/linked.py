"""The links of a picture, out of the rows of its sheet: one a pair of things and relation, with what each rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.iris import BASE
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import filled
from webapp.graphs.chosen import Chosen
from webapp.graphs.columns import COLUMNS, PLANS
from webapp.graphs.links import ENDS, HELD_BY, STATED, SUGGESTED, along
from webapp.graphs.near import Near
from webapp.graphs.wish import Wish, suggestions_followed
from webapp.sheet import Sheet, sheet
from webapp.things import Source


@dataclass(frozen=True)
class Linked:
    """A link between two things, and the ground that it has.

    `ground` is "stated", "inferred" (from the order of a text or other facts), "lineage" (carried on from another edition),
    "accepted" (suggested and confirmed by a person) or "suggested". `sources` are the places that state it; `confidence` (0 to 1) and `evidence` are those of one that none states.
    """

    start: Iri
    start_label: str
    relation: Iri
    end: Iri
    end_label: str
    ground: str
    confidence: Decimal | None
    evidence: str | None
    sources: tuple[Source, ...]

    @property
    def stated(self) -> bool:
        """Whether a document says so."""
        return self.ground == "stated"


def links_sheet(view: View, title: str, asked: Wish, near: Near, shown: Chosen, way: Iterable[Iri] = ()) -> Sheet:
    """The sheet of the links among the things shown; `way` are relations that are shown in any case."""
    relations = along(suggested=asked.suggested) + suggestions_followed(asked)
    if any(near.columns.get(each) in (PLANS, len(COLUMNS) - 1) for each in shown.open):
        relations += HELD_BY
    if asked.relations:
        relations = tuple(each for each in relations if each in asked.relations)
    chosen = tuple(sorted({*relations, *way} - (set(ENDS) if len(shown.things) > 3 else set())))
    text = filled("graph_links", things=shown.things, relations=chosen, all=asked.suggested)
    shorter = f"BASE <{BASE}>\n" + text.replace(f"<{BASE}", "<")
    return Sheet("graf", title, shorter, view.select(shorter))


def plan_sheet(view: View, title: str, plan: Iri, *, suggested: bool) -> Sheet:
    """The sheet of the links within a plan, but for those of values and amounts to what they are of."""
    relations = tuple(each for each in STATED if each not in (rt.ofIndicator, rt.ofBudgetLine))
    every = relations + (SUGGESTED if suggested else ())
    return sheet(view, "graph_plan", title, name="graf", plan=(plan,), relations=every, all=suggested)


def linked(found: Sheet) -> tuple[Linked, ...]:
    """The links that a sheet's rows tell, each once."""
    known: dict[tuple[Iri, Iri, Iri], Linked] = {}
    for row in found.answer.rows:
        told = dict(zip(found.answer.columns, row, strict=True))
        source = found.source(row)
        places = (Source(*source, source[2], None),) if source else ()
        key = (Iri(str(told["from"])), Iri(str(told["relation"])), Iri(str(told["to"])))
        if key in known:
            known[key] = Linked(**{**known[key].__dict__, "sources": known[key].sources + places})
        else:
            known[key] = _linked(key, told, places)
    return tuple(known.values())


def _linked(key: tuple[Iri, Iri, Iri], told: Mapping[str, object], sources: tuple[Source, ...]) -> Linked:
    start, relation, end = key
    confidence = told["confidence"]
    return Linked(
        start,
        str(told["from_label"] or start.local),
        relation,
        end,
        str(told["to_label"] or end.local),
        _ground(told),
        confidence if isinstance(confidence, Decimal) else None,
        str(told["evidence"]) if told["evidence"] else None,
        sources,
    )


def _ground(told: Mapping[str, object]) -> str:
    if told["stated"]:
        return "stated"
    if told["review"]:
        return "accepted" if told["review"] == rt.Accepted else "suggested"
    return "lineage" if told["relation"] == rt.continues else "inferred"
