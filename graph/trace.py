"""The red thread of an assignment: what serves it, under which focus area, and where each stands in which file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz, process, utils

from graph.errors import UnknownThing
from graph.references import fold_number
from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdfs, Skos

PLANS = f"""
SELECT DISTINCT ?plan ?title ?year ?code ?region ?organisation WHERE {{
  ?plan <{rt.document}> ?document ; <{Dcterms.title}> ?title ; <{rt.year}> ?year ; <{rt.region}> ?in ;
        <{rt.organisation}> ?of .
  ?of <{Skos.prefLabel}> ?organisation .
  ?in <{Skos.notation}> ?code ; <{Skos.prefLabel}> ?region }} ORDER BY ?year ?code ?organisation"""
ASSIGNMENTS = f"""
SELECT DISTINCT ?assignment ?label ?plan ?notation ?text WHERE {{
  VALUES ?kind {{ <{rt.Assignment}> <{rt.BoardAssignment}> }}
  ?assignment a ?kind ; <{Rdfs.label}> ?label ; <{rt.statedIn}> ?plan .
  OPTIONAL {{ ?assignment <{Skos.notation}> ?notation }}
  OPTIONAL {{ ?assignment <{Dcterms.description}> ?text }} }} ORDER BY ?label"""
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
SOURCES = """
SELECT DISTINCT ?file ?first ?last WHERE {{
  {thing} <{passage}> ?passage . ?passage <{document}> ?document ; <{first}> ?first ; <{last}> ?last .
  ?document <{file}> ?file }} ORDER BY ?file ?first ?last"""
STATUSES = """
SELECT DISTINCT ?words WHERE {{ ?report <{reports_on}> {thing} ; <{as_written}> ?words }} ORDER BY ?words"""


@dataclass(frozen=True, order=True)
class Stand:
    """Where something stands: a file and its lines, 1-based, both inclusive."""

    file: str
    first: int
    last: int

    def __str__(self) -> str:
        """ "plan.txt:250", "plan.txt:250-252"."""
        return f"{self.file}:{self.first}" + (f"-{self.last}" if self.last != self.first else "")


@dataclass(frozen=True)
class Serving:
    """An activity that serves the assignment; `part_of` is the label of what it is a part of, where only that serves.

    `statuses` are what reports say of it, as written.
    """

    activity: Iri
    label: str
    part_of: str | None
    statuses: tuple[str, ...]
    stands: tuple[Stand, ...]


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
class Edition:
    """A plan: its title, edition, county code and name of its region, and the organisation whose it is."""

    plan: Iri
    title: str
    year: int
    region: str
    region_name: str
    organisation: str


@dataclass(frozen=True)
class Trace:
    """An assignment of one plan edition, and all that serves it by focus area; `text` is None where it is only named.

    `own_areas` are focus areas that the assignment itself lies under.
    """

    assignment: Iri
    label: str
    notation: str | None
    text: str | None
    edition: Edition
    own_areas: tuple[str, ...]
    stands: tuple[Stand, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class _Named:
    """An assignment as it is looked for."""

    iri: Iri
    label: str
    edition: Edition
    notation: str | None
    text: str | None


def trace(view: View, name: str, year: int | None = None, region: str | None = None) -> tuple[Trace, ...]:
    """The red thread of each assignment that a name fits: an IRI, a printed number, else a label or a part of one.

    Only those of an edition (`year`) and of a region (county code) where given. Raises UnknownThing where it fits none,
    with the nearest that there are, or the editions where it is found.
    """
    known = _assignments(view)
    fitting = _fitting(name, known)
    if not fitting:
        raise UnknownThing(f"There is no assignment {name}. {_near(name, known)}")
    chosen = [each for each in fitting if year in (None, each.edition.year) and region in (None, each.edition.region)]
    if not chosen:
        where = ", ".join(dict.fromkeys(f"{each.edition.year} (region {each.edition.region})" for each in fitting))
        wanted = (f" of {year}" if year else "") + (f" in region {region}" if region else "")
        raise UnknownThing(f"No plan{wanted} has an assignment {name}. There is one in: {where}.")
    return tuple(_traced(view, each) for each in chosen)


def _assignments(view: View) -> list[_Named]:
    """All assignments, those of the earliest editions first."""
    editions = {
        Iri(str(plan)): Edition(Iri(str(plan)), str(title), int(str(year)), str(code), str(region), str(organisation))
        for plan, title, year, code, region, organisation in view.select(PLANS).rows
    }
    order = {plan: at for at, plan in enumerate(editions)}
    rows = sorted(view.select(ASSIGNMENTS).rows, key=lambda row: order[Iri(str(row[2]))])
    return [
        _Named(
            Iri(str(iri)),
            str(label),
            editions[Iri(str(plan))],
            None if notation is None else str(notation),
            None if text is None else str(text),
        )
        for iri, label, plan, notation, text in rows
    ]


def _fitting(name: str, known: Sequence[_Named]) -> list[_Named]:
    """The assignments of the first way to fit that any of them does."""
    number, words = fold_number(name), name.casefold().strip()
    ways: tuple[Callable[[_Named], bool], ...] = (
        lambda each: each.iri == name,
        lambda each: each.notation is not None and fold_number(each.notation) == number,
        lambda each: each.label.casefold() == words,
        lambda each: len(words) > 3 and words in f"{each.label} {each.text or ''}".casefold(),
    )
    found = ([each for each in known if fits(each)] for fits in ways)
    return next(filter(None, found), [])


def _near(name: str, known: Sequence[_Named]) -> str:
    labels = sorted({each.label for each in known})
    if not labels:
        return "The store has no assignments."
    near = process.extract(name, labels, scorer=fuzz.WRatio, processor=utils.default_process, limit=5)
    return f"Nearest are: {', '.join(label for label, *_ in near)}."


def _traced(view: View, named: _Named) -> Trace:
    return Trace(
        assignment=named.iri,
        label=named.label,
        notation=named.notation,
        text=named.text,
        edition=named.edition,
        own_areas=tuple(str(name) for _, name, _ in _areas(view, named.iri)),
        stands=stands(view, named.iri),
        areas=_by_area(view, named.iri),
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
    for activity, group in groupby(view.select(query).rows, key=lambda row: Iri(str(row[0]))):
        (_, label, direct, whole), *_ = group
        part_of = None if direct or whole is None else str(whole)
        yield Serving(activity, str(label), part_of, statuses(view, activity), stands(view, activity))


def _areas(view: View, thing: Iri) -> list[tuple[Iri | None, str | None, bool]]:
    """The focus areas of a thing: IRI, label, and whether the document itself tells it."""
    query = AREAS.format(thing=sparql(thing), focus_area=rt.focusArea, label=Rdfs.label)
    documents = {each.document for each in view.documents()}
    told: dict[tuple[Iri, str], bool] = {}
    for area, label, graph in view.select(query).rows:
        key = Iri(str(area)), str(label)
        told[key] = told.get(key, False) or graph in documents
    return [(iri, label, stated) for (iri, label), stated in sorted(told.items())]


def stands(view: View, thing: Iri) -> tuple[Stand, ...]:
    """The places that state a thing."""
    query = SOURCES.format(
        thing=sparql(thing),
        passage=rt.passage,
        document=rt.inDocument,
        first=rt.firstLine,
        last=rt.lastLine,
        file=rt.fileName,
    )
    return tuple(Stand(str(file), int(str(first)), int(str(last))) for file, first, last in view.select(query).rows)


def statuses(view: View, thing: Iri) -> tuple[str, ...]:
    """What reports say of a thing, as written."""
    query = STATUSES.format(thing=sparql(thing), reports_on=rt.reportsOn, as_written=rt.asWritten)
    return tuple(str(words) for (words,) in view.select(query).rows)
