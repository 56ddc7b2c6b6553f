"""An assignment: its words, who issued it, what serves it by focus area, and how far its thread reaches."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms
from webapp.chain import ShownChain, chain
from webapp.order import order
from webapp.page import ThingPage
from webapp.statuses import Status, statuses
from webapp.things import Head, Item, Link, pointed, pointing
from webapp.values import text


@dataclass(frozen=True)
class Serving:
    """An activity that serves the assignment; `wholes` are what it is part of, where only they say that they serve."""

    item: Item
    wholes: tuple[Item, ...]
    statuses: tuple[Status, ...]


@dataclass(frozen=True)
class Area:
    """A focus area and what serves under it; none where no area is told. `stated` as in Item."""

    link: Link | None
    stated: bool
    serving: tuple[Serving, ...]


@dataclass(frozen=True)
class Assignment:
    """What the page shows; `text` is None where the plan only names the assignment."""

    text: str | None
    issued_by: tuple[Item, ...]
    own_areas: tuple[Item, ...]
    areas: tuple[Area, ...]
    statuses: tuple[Status, ...]
    count: int
    chain: ShownChain | None


def read(view: View, head: Head) -> Assignment:
    """What the page shows."""
    direct = {item.iri for item in pointing(view, head.iri, rt.serves)}
    items = pointing(view, head.iri, rt.contributesTo)
    reports = statuses(view, (head.iri, *(item.iri for item in items)))
    serving = [_serving(view, item, reports, direct=item.iri in direct) for item in items]
    return Assignment(
        text=text(view, head.iri, Dcterms.description),
        issued_by=pointed(view, head.iri, rt.issuedBy),
        own_areas=pointed(view, head.iri, rt.focusArea),
        areas=_by_area(view, serving),
        statuses=reports.get(head.iri, ()),
        count=len(items),
        chain=chain(view, head.iri),
    )


def _serving(view: View, item: Item, reports: dict[Iri, tuple[Status, ...]], *, direct: bool) -> Serving:
    wholes = () if direct else pointed(view, item.iri, rt.partOfActivity)
    return Serving(item, wholes, reports.get(item.iri, ()))


def _by_area(view: View, serving: list[Serving]) -> tuple[Area, ...]:
    """What serves, by area in the order of words; an activity without one stands last."""
    areas: dict[tuple[Link | None, bool], list[Serving]] = {}
    for each in serving:
        for area in pointed(view, each.item.iri, rt.focusArea) or (None,):
            key = (Link(area.iri, area.label), area.stated) if area else (None, True)
            areas.setdefault(key, []).append(each)
    ordered = sorted(
        areas.items(), key=lambda pair: (pair[0][0] is None, order(pair[0][0].label if pair[0][0] else ""))
    )
    return tuple(Area(link, stated, tuple(found)) for (link, stated), found in ordered)


PAGE = ThingPage((rt.Assignment,), "pages/assignment.html", read)
