"""The red thread of an assignment: what serves it, by focus area, where each stands, and what became of it over years."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.assignments import Edition, Named, assignments, find
from graph.stands import Stand, stands
from graph.terms import sparql
from graph.threads import Member, Since, since, through_years
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

#: What serves an assignment as printed (`?direct`), and what is part of that; `?whole` is what a part belongs to.
SERVING = """
SELECT DISTINCT ?activity ?label ?direct ?whole WHERE {{
  ?activity <{contributes}> {assignment} ; <{label}> ?label .
  BIND(EXISTS {{ ?activity <{serves}> {assignment} }} AS ?direct)
  OPTIONAL {{ ?activity <{part}> ?of . ?of <{contributes}> {assignment} ; <{label}> ?whole }}
}} ORDER BY ?activity ?whole"""
AREAS = """
SELECT DISTINCT ?area ?label ?graph WHERE {{
  GRAPH ?graph {{ {thing} <{focus_area}> ?area }} ?area <{label}> ?label }}"""
STATUSES = """
SELECT DISTINCT ?words WHERE {{ ?report <{reports_on}> {thing} ; <{as_written}> ?words }} ORDER BY ?words"""


@dataclass(frozen=True)
class Serving:
    """An activity that serves the assignment; `part_of` is the label of what it is a part of, where only that serves.

    `statuses` are what reports say of it, as written; `since` when its thread began and what changed since the edition
    before, None where the plan has no other edition.
    """

    activity: Iri
    label: str
    part_of: str | None
    statuses: tuple[str, ...]
    stands: tuple[Stand, ...]
    since: Since | None = None


@dataclass(frozen=True)
class Area:
    """A focus area and what serves the assignment under it; without name where none is told.

    `told` where the document says that the activities lie under it; else that was inferred from their order.
    """

    name: str | None
    told: bool
    stands: tuple[Stand, ...]
    serving: tuple[Serving, ...]


@dataclass(frozen=True)
class Trace:
    """An assignment of one plan edition, and all that serves it by focus area; `text` is None where it is only named.

    `own_areas` are focus areas that the assignment itself lies under; `through` is its thread, edition by edition.
    """

    assignment: Iri
    label: str
    notation: str | None
    text: str | None
    edition: Edition
    own_areas: tuple[str, ...]
    stands: tuple[Stand, ...]
    areas: tuple[Area, ...]
    through: tuple[Member, ...] = ()


def trace(view: View, name: str, year: int | None = None, region: str | None = None) -> tuple[Trace, ...]:
    """The red thread of each assignment that a name fits: an IRI, a printed number, else a label or a part of one.

    Only those of an edition (`year`) and of a region (county code) where given. Raises UnknownThing where it fits none,
    with the nearest that there are, or the editions where it is found.
    """
    return tuple(_traced(view, each) for each in find(assignments(view), name, year, region))


def _traced(view: View, named: Named) -> Trace:
    return Trace(
        assignment=named.iri,
        label=named.label,
        notation=named.notation,
        text=named.text,
        edition=named.edition,
        own_areas=tuple(str(name) for _, name, _ in _areas(view, named.iri)),
        stands=stands(view, named.iri),
        areas=_by_area(view, named.iri),
        through=through_years(view, named.iri),
    )


def _by_area(view: View, assignment: Iri) -> tuple[Area, ...]:
    """What serves an assignment, by the focus area it lies under, in the order of the document."""
    placed = [
        (area, serving)
        for serving in sorted(_serving(view, assignment), key=lambda each: each.stands)
        for area in _areas(view, serving.activity) or [(None, None, True)]
    ]
    areas = []
    for area in dict.fromkeys(area for area, _ in placed):
        iri, name, told = area
        serving = tuple(each for place, each in placed if place == area)
        areas.append(Area(name, told, stands(view, iri) if iri else (), serving))
    return tuple(areas)


def _serving(view: View, assignment: Iri) -> Iterator[Serving]:
    query = SERVING.format(
        assignment=sparql(assignment),
        contributes=rt.contributesTo,
        serves=rt.serves,
        part=rt.partOfActivity,
        label=Rdfs.label,
    )
    rows = view.select(query).rows
    begun = since(view, dict.fromkeys(Iri(str(row[0])) for row in rows))
    for activity, group in groupby(rows, key=lambda row: Iri(str(row[0]))):
        (_, label, direct, whole), *_ = group
        part_of = None if direct or whole is None else str(whole)
        said = statuses(view, activity)
        yield Serving(activity, str(label), part_of, said, stands(view, activity), begun.get(activity))


def _areas(view: View, thing: Iri) -> list[tuple[Iri | None, str | None, bool]]:
    """The focus areas of a thing: IRI, label, and whether the document itself tells it."""
    query = AREAS.format(thing=sparql(thing), focus_area=rt.focusArea, label=Rdfs.label)
    documents = {each.document for each in view.documents()}
    told: dict[tuple[Iri, str], bool] = {}
    for area, label, graph in view.select(query).rows:
        key = Iri(str(area)), str(label)
        told[key] = told.get(key, False) or graph in documents
    return [(iri, label, stated) for (iri, label), stated in sorted(told.items())]


def statuses(view: View, thing: Iri) -> tuple[str, ...]:
    """What reports say of a thing, as written."""
    query = STATUSES.format(thing=sparql(thing), reports_on=rt.reportsOn, as_written=rt.asWritten)
    return tuple(str(words) for (words,) in view.select(query).rows)
