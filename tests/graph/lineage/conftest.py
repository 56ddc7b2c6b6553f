"""Invented plans, made of a few words a thing, and what becomes of their things."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import pytest

from graph.derived.items import Edition, Item, Items
from graph.lineage.lineage import Lineage, lineage
from graph.vocabulary import family
from ontology import rt
from ontology.iri import Iri

#: A row of a lineage as tests read it: labels of the earlier and the later one, and the kinds of change.
Row = tuple[str, str, str]


@dataclass(frozen=True)
class Plan:
    """A plan in the making: things are added to it one by one."""

    edition: Edition
    things: list[Item]

    def add(self, title: str, notation: str | None = None, kind: Iri = rt.Activity, **more: object) -> Item:
        """A thing of the plan; its label is its number and title, as in a graph."""
        links = {key: tuple(each.iri for each in value) for key, value in dict(more.pop("links", {})).items()}  # type: ignore[call-overload]
        label = " ".join(filter(None, (notation, title)))
        item = Item(
            iri=Iri(f"{self.edition.plan}/{kind.local}/{len(self.things)}"),
            kind=kind,
            family=family(kind),
            edition=self.edition,
            label=label,
            title=title,
            notation=notation,
            links=links,
            line=len(self.things) + 1,
        )
        self.things.append(replace(item, **more))
        return self.things[-1]


@pytest.fixture
def plan() -> Callable[..., Plan]:
    """Begins a plan of a year; all of one kind and organisation unless told."""

    def begin(year: int, kind: Iri = rt.ManagementPlan, organisation: str = "org") -> Plan:
        edition = Edition(
            plan=Iri(f"{organisation}/{kind.local}/{year}"),
            document=Iri(f"document/{organisation}/{kind.local}/{year}"),
            kind=kind,
            title=f"Förvaltningsplan {year}",
            year=year,
            start=year,
            end=year + 2,
            organisation=Iri(organisation),
            above=(),
            region=Iri("region"),
        )
        return Plan(edition, [])

    return begin


@pytest.fixture
def followed() -> Callable[..., Lineage]:
    """The lineage of some plans."""

    def follow(*plans: Plan) -> Lineage:
        editions = tuple(sorted((each.edition for each in plans), key=lambda each: (each.year, each.plan)))
        return lineage(Items(editions, tuple(thing for each in plans for thing in each.things)))

    return follow


@pytest.fixture
def rows() -> Callable[[Lineage, Iterable[Plan]], set[Row]]:
    """A lineage as rows of labels and kinds of change."""

    def read(found: Lineage, plans: Iterable[Plan]) -> set[Row]:
        labels: Mapping[Iri | None, str] = {thing.iri: thing.label for plan in plans for thing in plan.things}
        return {
            (labels.get(link.earlier, ""), labels.get(link.later, ""), " ".join(each.local for each in link.changes))
            for link in found.links
        }

    return read
