"""What documents state, as the things that can be compared: each with its words, its figures and what it is tied to."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from pyoxigraph import NamedNode

from graph.answer import Value
from graph.iris import Minter
from graph.terms import node, spelled, value
from graph.view import View
from graph.vocabulary import family
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Org, Rdf, Rdfs, Skos

Part = TypeVar("Part", "Figure", "Sum")

#: What is of something else: not compared by itself.
PARTS = frozenset({rt.IndicatorValue, rt.Amount})
LINKS = (
    rt.serves, rt.focusArea, rt.goal, rt.perspective, rt.partOfGoal, rt.partOfActivity, rt.coordinatedWith,
    rt.ofActivity, rt.parentLine, rt.sumOf, rt.reportsOn, rt.partOfMeasure, rt.betterDirection, rt.reporting,
)  # fmt: skip
TITLES = (Dcterms.title, Skos.prefLabel)
TEXTS = (
    Skos.note, rt.reason, rt.effect, rt.risk, rt.scope, rt.method, rt.measures, rt.responsible, rt.due, rt.regulation,
    rt.investmentKind,
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Edition:
    """One plan or report: `year` is its first plan year or the year reported on; `above` the organisations over its own."""

    plan: Iri
    document: Iri
    kind: Iri
    title: str
    year: int
    start: int
    end: int
    organisation: Iri
    above: tuple[Iri, ...]
    region: Iri


@dataclass(frozen=True)
class Figure:
    """One value of a measure: `number` in the unit printed, None where there are only words; `year` is what it is about."""

    iri: Iri
    role: Iri
    year: int | None
    number: Decimal | None
    unit: Iri | None
    comparator: Iri | None
    target_kind: Iri | None
    as_written: str
    part_of_year: bool


@dataclass(frozen=True)
class Sum:
    """One amount of a budget line, in kronor with the sign as printed."""

    iri: Iri
    role: Iri
    year: int | None
    sek: Decimal
    as_written: str
    part_of_year: bool


@dataclass(frozen=True, eq=False)
class Item:
    """A thing that a plan states; `family` is the topmost class over its `kind`; `line` where it first stands (1-based).

    `title` is "" for what has none; `texts` what else is said of it, in `said` by predicate. `links` are by predicate, the
    inferred focus area among them.
    """

    iri: Iri
    kind: Iri
    family: Iri
    edition: Edition
    label: str
    title: str = ""
    notation: str | None = None
    description: str = ""
    variant: str | None = None
    group: str | None = None
    table: str | None = None
    texts: tuple[str, ...] = ()
    said: Mapping[Iri, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    links: Mapping[Iri, tuple[Iri, ...]] = field(default_factory=lambda: MappingProxyType({}))
    figures: tuple[Figure, ...] = ()
    sums: tuple[Sum, ...] = ()
    line: int = 0

    def linked(self, predicate: Iri) -> tuple[Iri, ...]:
        """What it is tied to by a predicate."""
        return self.links.get(predicate, ())


@dataclass(frozen=True)
class Items:
    """The things of all editions: editions by year, things in the order of their plans and lines."""

    editions: tuple[Edition, ...]
    all: tuple[Item, ...]

    @cached_property
    def by_iri(self) -> Mapping[Iri, Item]:
        """Each by its name."""
        return {item.iri: item for item in self.all}

    def of(self, edition: Edition) -> tuple[Item, ...]:
        """Those of an edition."""
        return self._of_editions.get(edition, ())

    def of_family(self, edition: Edition, family: Iri) -> tuple[Item, ...]:
        """Those of an edition that are of a topmost class."""
        return tuple(item for item in self.of(edition) if item.family == family)

    @cached_property
    def _of_editions(self) -> Mapping[Edition, tuple[Item, ...]]:
        gathered: defaultdict[Edition, list[Item]] = defaultdict(list)
        for item in self.all:
            gathered[item.edition].append(item)
        return {edition: tuple(items) for edition, items in gathered.items()}


def read_items(view: View, minter: Minter | None = None) -> Items:
    """The things that all documents of a version state."""
    above = _above(view)
    inference = node((minter or Minter()).graph("inference"))
    areas = _Said(view, inference, (rt.focusArea,))
    editions: list[Edition] = []
    items: list[Item] = []
    for document in view.documents():
        said = _Said(view, node(document.document), PREDICATES)
        edition = _edition(said, document.plan, document.document, above)
        editions.append(edition)
        items += _items(said, areas, edition)
    order = {edition: place for place, edition in enumerate(sorted(editions, key=lambda each: (each.year, each.plan)))}
    return Items(tuple(order), tuple(sorted(items, key=lambda item: (order[item.edition], item.line, item.iri))))


PREDICATES = (
    rt.statedIn, Skos.notation, Dcterms.description, rt.variant, rt.group, rt.table, rt.passage,
    rt.ofIndicator, rt.ofBudgetLine, rt.role, rt.year, rt.number, rt.unit, rt.comparator, rt.targetKind, rt.asWritten,
    rt.partOfYear, rt.sek, rt.periodStart, rt.periodEnd, rt.organisation, rt.region, *TITLES, *TEXTS, *LINKS,
)  # fmt: skip


class _Said:
    """What a graph says: by some predicates of all things at once, by others (most things' types and labels) one by one."""

    def __init__(self, view: View, graph: NamedNode, predicates: tuple[Iri, ...]) -> None:
        self._engine, self._graph = view.engine, graph
        self._said: dict[Iri, defaultdict[Iri, list[Value]]] = {}
        for predicate in predicates:
            by_subject = self._said[predicate] = defaultdict(list)
            for quad in view.engine.quads_for_pattern(None, node(predicate), None, graph):
                by_subject[Iri(spelled(quad.subject))].append(value(quad.object))

    def every(self, subject: Iri, predicate: Iri) -> list[Value]:
        """All that is said."""
        if predicate in self._said:
            return self._said[predicate].get(subject, [])
        quads = self._engine.quads_for_pattern(node(subject), node(predicate), None, self._graph)
        return [value(quad.object) for quad in quads]

    def one(self, subject: Iri, predicate: Iri) -> Value:
        """What is said; the first in order where it is several things, None where nothing."""
        return min(self.every(subject, predicate), key=str, default=None)

    def text(self, subject: Iri, predicate: Iri) -> str | None:
        """What is said, as text."""
        found = self.one(subject, predicate)
        return None if found is None else str(found)

    def iri(self, subject: Iri, predicate: Iri) -> Iri | None:
        """What is said, as a name."""
        found = self.one(subject, predicate)
        return found if isinstance(found, Iri) else None

    def number(self, subject: Iri, predicate: Iri) -> int | None:
        """What is said, as a whole number."""
        found = self.one(subject, predicate)
        return found if isinstance(found, int) else None

    def subjects(self, predicate: Iri) -> Iterator[tuple[Iri, list[Value]]]:
        """All that anything is said of."""
        yield from self._said[predicate].items()


def _above(view: View) -> dict[Iri, Iri]:
    """The organisation over each that has one."""
    quads = view.engine.quads_for_pattern(None, node(Org.subOrganizationOf), None, None)
    return {Iri(spelled(quad.subject)): Iri(spelled(quad.object)) for quad in quads}


def _edition(said: _Said, plan: Iri, document: Iri, above: Mapping[Iri, Iri]) -> Edition:
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


def _items(said: _Said, areas: _Said, edition: Edition) -> Iterator[Item]:
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


def _links(said: _Said, areas: _Said, iri: Iri) -> Mapping[Iri, tuple[Iri, ...]]:
    found = {
        predicate: tuple(sorted(each for each in said.every(iri, predicate) if isinstance(each, Iri)))
        for predicate in LINKS
        if said.every(iri, predicate)
    }
    if rt.focusArea not in found and (inferred := areas.every(iri, rt.focusArea)):
        found[rt.focusArea] = tuple(sorted(each for each in inferred if isinstance(each, Iri)))
    return found


def _line(said: _Said, iri: Iri) -> int:
    lines = [
        said.number(passage, rt.firstLine) or 0 for passage in said.every(iri, rt.passage) if isinstance(passage, Iri)
    ]
    return min(lines, default=0)


def _figure(said: _Said, iri: Iri) -> Figure:
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


def _sum(said: _Said, iri: Iri) -> Sum:
    return Sum(
        iri=iri,
        role=said.iri(iri, rt.role) or Iri(""),
        year=said.number(iri, rt.year),
        sek=_decimal(said.one(iri, rt.sek)) or Decimal(0),
        as_written=said.text(iri, rt.asWritten) or "",
        part_of_year=said.one(iri, rt.partOfYear) is True,
    )


def _owned(said: _Said, predicate: Iri, read: Callable[[_Said, Iri], Part]) -> Mapping[Iri, list[Part]]:
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
