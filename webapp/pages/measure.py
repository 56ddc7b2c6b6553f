"""An indicator or another measure: how it went by year through its thread, whether its targets were reached, where it says so."""

from dataclasses import dataclass

from flask_babel import gettext

from graph.follow_up.targets import TargetRow
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Skos
from webapp.figures.course import Course, course, told
from webapp.figures.judged import Direction, chief, direction, judged
from webapp.figures.readings import Reading, readings
from webapp.page import ThingPage
from webapp.sheet import Sheet, sheet
from webapp.things import Head, Item, Source, places, pointed, pointing
from webapp.threads.read import following
from webapp.threads.statuses import Status, statuses
from webapp.values import text, texts, values


@dataclass(frozen=True)
class Measure:
    """What the page shows; `chief` is the target to tell of first, `places` where targets and outcomes stand."""

    targets: tuple[TargetRow, ...]
    chief: TargetRow | None
    direction: Direction | None
    places: dict[Iri, Source]
    goals: tuple[Item, ...]
    part_of: tuple[Item, ...]
    parts: tuple[Item, ...]
    reporting: tuple[Iri, ...]
    group: str | None
    notes: tuple[str, ...]
    statuses: tuple[Status, ...]

    def course(self, sheet: Sheet) -> tuple[Course, tuple[Reading, ...]]:
        """The picture of a sheet of values, and the values for its table, the latest year first."""
        found = readings(sheet)
        return course(found), tuple(sorted(found, key=lambda one: -(one.year or 0)))


def read(view: View, head: Head) -> Measure:
    """What the page shows."""
    iri, known = head.iri, following(view)
    item = known.items.by_iri.get(iri)
    targets = judged(known, item) if item else ()
    figures = {each.iri for row in targets for each in (row.target, row.outcome and row.outcome.figure) if each}
    return Measure(
        targets=targets,
        chief=chief(targets, item) if item else None,
        direction=direction(known, item, targets) if item else None,
        places=places(view, tuple(sorted(figures))) if figures else {},
        goals=pointed(view, iri, rt.goal),
        part_of=pointed(view, iri, rt.partOfMeasure),
        parts=pointing(view, iri, rt.partOfMeasure),
        reporting=tuple(value for value in values(view, iri, rt.reporting) if isinstance(value, Iri)),
        group=text(view, iri, rt.group),
        notes=texts(view, iri, Skos.note),
        statuses=statuses(view, (iri,)).get(iri, ()),
    )


def values_sheet(view: View, head: Head) -> Sheet:
    """The measure's values through its thread."""
    return sheet(view, "measure_values", gettext("Värden: %(label)s", label=head.label), told=told(view, head.iri))


PAGE = ThingPage((rt.Measure,), "pages/measure.html", read, values_sheet)
