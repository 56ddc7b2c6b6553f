"""An activity: what it serves and is part of, its milestones, and what reports say of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.follow_up.targets import TargetRow
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms
from webapp.page import ThingPage
from webapp.sheet import Sheet
from webapp.things import Head, Item, Link, pointed, pointing
from webapp.threads.chain import Strand, strands
from webapp.threads.chain_sheet import chain_sheet, targets, told_of
from webapp.threads.statuses import Status, statuses
from webapp.values import text, texts


@dataclass(frozen=True)
class Activity:
    """What the page shows. `due` and `responsible` are as written; `indirect` is what it serves through what it is part of.

    `years` are its milestones by year; `targets` what follow-up says of the plan's targets, by measure.
    """

    text: str | None
    serves: tuple[Item, ...]
    indirect: tuple[Item, ...]
    areas: tuple[Item, ...]
    part_of: tuple[Item, ...]
    parts: tuple[Item, ...]
    coordinated: tuple[Item, ...]
    milestones: tuple[Item, ...]
    statuses: tuple[Status, ...]
    planned: tuple[str, ...]
    due: str | None
    responsible: tuple[str, ...]
    thing: Link
    targets: Mapping[Iri, tuple[TargetRow, ...]]
    years: tuple[tuple[str, tuple[Item, ...]], ...]

    def strand(self, found: Sheet) -> Strand:
        """What the activity leads to, as the sheet's rows tell."""
        return strands(found, self.thing).own


def read(view: View, head: Head) -> Activity:
    """What the page shows."""
    iri = head.iri
    serves = pointed(view, iri, rt.serves)
    direct = {item.iri for item in serves}
    reached = pointed(view, iri, rt.contributesTo)
    coordinated = {
        item.iri: item for item in pointed(view, iri, rt.coordinatedWith) + pointing(view, iri, rt.coordinatedWith)
    }
    milestones = pointing(view, iri, rt.ofActivity)
    return Activity(
        text=text(view, iri, Dcterms.description),
        serves=serves,
        indirect=tuple(item for item in reached if item.iri not in direct),
        areas=pointed(view, iri, rt.focusArea),
        part_of=pointed(view, iri, rt.partOfActivity),
        parts=pointing(view, iri, rt.partOfActivity),
        coordinated=tuple(coordinated.values()),
        milestones=milestones,
        statuses=statuses(view, (iri,)).get(iri, ()),
        planned=texts(view, iri, rt.plannedYear),
        due=text(view, iri, rt.due),
        responsible=texts(view, iri, rt.responsible),
        thing=Link(iri, head.label),
        targets=targets(told_of(view, iri)),
        years=_by_year(view, milestones),
    )


def _by_year(view: View, milestones: tuple[Item, ...]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Milestones by the year that they are for, the earliest first; those without one last, under ""."""
    years: dict[str, list[Item]] = {}
    for each in milestones:
        for year in texts(view, each.iri, rt.year) or ("",):
            years.setdefault(year, []).append(each)
    return tuple((year, tuple(years[year])) for year in sorted(years, key=lambda year: (not year, year)))


PAGE = ThingPage((rt.Activity,), "pages/activity.html", read, chain_sheet)
