"""The items of a store, read from what its documents state."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from graph.answer import Value
from graph.derived.items import PARTS, Edition, Figure, Item, Items, Sum
from graph.derived.said import Said
from graph.iris import Minter
from graph.terms import node, spelled
from graph.view import View
from graph.vocabulary import family
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Org, Rdf, Rdfs, Skos

Part = TypeVar("Part", Figure, Sum)

LINKS = (
    rt.serves, rt.focusArea, rt.goal, rt.perspective, rt.partOfGoal, rt.partOfActivity, rt.coordinatedWith,
    rt.ofActivity, rt.parentLine, rt.sumOf, rt.reportsOn, rt.partOfMeasure, rt.betterDirection, rt.reporting,
)  # fmt: skip
TITLES = (Dcterms.title, Skos.prefLabel)
TEXTS = (
    Skos.note, rt.reason, rt.effect, rt.risk, rt.scope, rt.method, rt.measures, rt.responsible, rt.due, rt.regulation,
    rt.investmentKind,
)  # fmt: skip
PREDICATES = (
    rt.statedIn, Skos.notation, Dcterms.description, rt.variant, rt.group, rt.table, rt.passage,
    rt.ofIndicator, rt.ofBudgetLine, rt.role, rt.year, rt.number, rt.unit, rt.comparator, rt.targetKind, rt.asWritten,
    rt.partOfYear, rt.sek, rt.periodStart, rt.periodEnd, rt.organisation, rt.region, *TITLES, *TEXTS, *LINKS,
)  # fmt: skip


def read_items(view: View, minter: Minter | None = None) -> Items:
    """The things that all documents of a version state."""
    above = _above(view)
    inference = node((minter or Minter()).graph("inference"))
    areas = Said(view, inference, (rt.focusArea,))
    editions: list[Edition] = []
    items: list[Item] = []
    for document in view.documents():
        said = Said(view, node(document.document), PREDICATES)
        edition = _edition(said, document.plan, document.document, above)
        editions.append(edition)
        items += _items(said, areas, edition)
    order = {edition: place for place, edition in enumerate(sorted(editions, key=lambda each: (each.year, each.plan)))}
    return Items(tuple(order), tuple(sorted(items, key=lambda item: (order[item.edition], item.line, item.iri))))


def _above(view: View) -> dict[Iri, Iri]:
    """The organisation over each that has one."""
    quads = view.engine.quads_for_pattern(None, node(Org.subOrganizationOf), None, None)
    return {Iri(spelled(quad.subject)): Iri(spelled(quad.object)) for quad in quads}


def _edition(said: Said, plan: Iri, document: Iri, above: Mapping[Iri, Iri]) -> Edition:
    organisation = said.iri(plan, rt.organisation) or Iri("")
    over, each = [], organisation
    while (each := above.get(each, Iri(""))) and each not in over:
        over.append(each)
    year = said.number(plan, rt.year) or 0
    return Edition(
        plan=plan,
        document=document,
        kind=said.iri(plan, Rdf.type) or rt.Plan,
        title=said.text(plan, Dcterms.title) or "",
        year=year,
        start=said.number(plan, rt.periodStart) or year,
        end=said.number(plan, rt.periodEnd) or year,
        organisation=organisation,
        above=tuple(over),
        region=said.iri(plan, rt.region) or Iri(""),
    )


def _items(said: Said, areas: Said, edition: Edition) -> Iterator[Item]:
    figures = _owned(said, rt.ofIndicator, _figure)
    sums = _owned(said, rt.ofBudgetLine, _sum)
    for iri, _ in said.subjects(rt.statedIn):
        kind = said.iri(iri, Rdf.type)
        if kind is None or kind in PARTS:
            continue
        texts = {
            predicate: tuple(sorted(map(str, found))) for predicate in TEXTS if (found := said.every(iri, predicate))
        }
        yield Item(
            iri=iri,
            kind=kind,
            family=family(kind),
            edition=edition,
            label=said.text(iri, Rdfs.label) or "",
            title=said.text(iri, Dcterms.title) or said.text(iri, Skos.prefLabel) or "",
            notation=said.text(iri, Skos.notation),
            description=said.text(iri, Dcterms.description) or "",
            variant=said.text(iri, rt.variant),
            group=said.text(iri, rt.group),
            table=said.text(iri, rt.table),
            texts=tuple(text for each in texts.values() for text in each),
            said=texts,
            links=_links(said, areas, iri),
            figures=tuple(figures.get(iri, ())),
            sums=tuple(sums.get(iri, ())),
            line=_line(said, iri),
        )


def _links(said: Said, areas: Said, iri: Iri) -> Mapping[Iri, tuple[Iri, ...]]:
    found = {
        predicate: tuple(sorted(each for each in said.every(iri, predicate) if isinstance(each, Iri)))
        for predicate in LINKS
        if said.every(iri, predicate)
    }
    if rt.focusArea not in found and (inferred := areas.every(iri, rt.focusArea)):
        found[rt.focusArea] = tuple(sorted(each for each in inferred if isinstance(each, Iri)))
    return found


def _line(said: Said, iri: Iri) -> int:
    lines = [
        said.number(passage, rt.firstLine) or 0 for passage in said.every(iri, rt.passage) if isinstance(passage, Iri)
    ]
    return min(lines, default=0)


def _figure(said: Said, iri: Iri) -> Figure:
    return Figure(
        iri=iri,
        role=said.iri(iri, rt.role) or Iri(""),
        year=said.number(iri, rt.year),
        number=_decimal(said.one(iri, rt.number)),
        unit=said.iri(iri, rt.unit),
        comparator=said.iri(iri, rt.comparator),
        target_kind=said.iri(iri, rt.targetKind),
        as_written=said.text(iri, rt.asWritten) or "",
        part_of_year=said.one(iri, rt.partOfYear) is True,
    )


def _sum(said: Said, iri: Iri) -> Sum:
    return Sum(
        iri=iri,
        role=said.iri(iri, rt.role) or Iri(""),
        year=said.number(iri, rt.year),
        sek=_decimal(said.one(iri, rt.sek)) or Decimal(0),
        as_written=said.text(iri, rt.asWritten) or "",
        part_of_year=said.one(iri, rt.partOfYear) is True,
    )


def _owned(said: Said, predicate: Iri, read: Callable[[Said, Iri], Part]) -> Mapping[Iri, list[Part]]:
    """The figures or sums of each that has such, in the order of their names."""
    owned: defaultdict[Iri, list[Part]] = defaultdict(list)
    for iri, owners in sorted(said.subjects(predicate)):
        for owner in owners:
            if isinstance(owner, Iri):
                owned[owner].append(read(said, iri))
    return owned


def _decimal(found: Value) -> Decimal | None:
    match found:
        case Decimal():
            return found
        case bool():
            return None
        case int():
            return Decimal(found)
    return None
