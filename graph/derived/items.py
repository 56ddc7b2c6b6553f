"""What documents state, as the things that can be compared: each with its words, its figures and what it is tied to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from ontology import rt
from ontology.iri import Iri

#: What is of something else: not compared by itself.
PARTS = frozenset({rt.IndicatorValue, rt.Amount})


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
