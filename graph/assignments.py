"""The assignments of all plan editions, and which of them a name means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from graph.errors import UnknownThing
from graph.references import fold_number
from graph.view import Selects
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdfs, Skos

PLANS = f"""
SELECT DISTINCT ?plan ?title ?year ?code ?region ?organisation WHERE {{
  {{ SELECT DISTINCT ?plan ?title ?year ?in ?of WHERE {{
      ?plan <{rt.document}> ?document . ?plan <{Dcterms.title}> ?title ; <{rt.year}> ?year ; <{rt.region}> ?in ;
            <{rt.organisation}> ?of }} }}
  {{ SELECT DISTINCT ?of ?organisation WHERE {{ ?its <{rt.organisation}> ?of . ?of <{Skos.prefLabel}> ?organisation }} }}
  {{ SELECT DISTINCT ?in ?code ?region WHERE {{
      ?its <{rt.region}> ?in . ?in <{Skos.notation}> ?code ; <{Skos.prefLabel}> ?region }} }}
}} ORDER BY ?year ?code ?organisation"""
ASSIGNMENTS = f"""
SELECT DISTINCT ?assignment ?label ?plan ?notation ?text WHERE {{
  VALUES ?kind {{ <{rt.Assignment}> <{rt.BoardAssignment}> }}
  ?assignment a ?kind ; <{Rdfs.label}> ?label ; <{rt.statedIn}> ?plan .
  OPTIONAL {{ ?assignment <{Skos.notation}> ?notation }}
  OPTIONAL {{ ?assignment <{Dcterms.description}> ?text }} }} ORDER BY ?label"""


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
class Named:
    """An assignment as it is looked for."""

    iri: Iri
    label: str
    edition: Edition
    notation: str | None
    text: str | None


def find(known: Sequence[Named], name: str, year: int | None, region: str | None) -> list[Named]:
    """The assignments that a name fits, of an edition (`year`) and of a region (county code) where given.

    Raises UnknownThing with the nearest names there are, or with the editions that do have it.
    """
    fitting = _fitting(name, known)
    if not fitting:
        raise UnknownThing(f"There is no assignment {name}. {_near(name, known)}")
    chosen = _of(fitting, year, region)
    if not chosen:
        where = ", ".join(dict.fromkeys(f"{each.edition.year} (region {each.edition.region})" for each in fitting))
        wanted = (f" of {year}" if year else "") + (f" in region {region}" if region else "")
        theirs = _of(known, year, region)
        near = f" {_near(name, theirs)}" if theirs else ""
        raise UnknownThing(f"No plan{wanted} has an assignment {name}.{near} There is one in: {where}.")
    return chosen


def _of(those: Sequence[Named], year: int | None, region: str | None) -> list[Named]:
    """Those of an edition and of a region, where given."""
    return [each for each in those if year in (None, each.edition.year) and region in (None, each.edition.region)]


def editions(view: Selects) -> dict[Iri, Edition]:
    """All plans by name, the earliest first."""
    return {
        Iri(str(plan)): Edition(Iri(str(plan)), str(title), int(str(year)), str(code), str(region), str(organisation))
        for plan, title, year, code, region, organisation in view.select(PLANS).rows
    }


def assignments(view: Selects) -> list[Named]:
    """All assignments, those of the earliest editions first."""
    plans = editions(view)
    order = {plan: at for at, plan in enumerate(plans)}
    rows = sorted(view.select(ASSIGNMENTS).rows, key=lambda row: order[Iri(str(row[2]))])
    return [
        Named(
            Iri(str(iri)),
            str(label),
            plans[Iri(str(plan))],
            None if notation is None else str(notation),
            None if text is None else str(text),
        )
        for iri, label, plan, notation, text in rows
    ]


def _fitting(name: str, known: Sequence[Named]) -> list[Named]:
    """The assignments of the first way to fit that any of them does."""
    number, words = fold_number(name), name.casefold().strip()
    ways: tuple[Callable[[Named], bool], ...] = (
        lambda each: each.iri == name,
        lambda each: each.notation is not None and fold_number(each.notation) == number,
        lambda each: each.label.casefold() == words,
        lambda each: len(words) > 3 and words in f"{each.label} {each.text or ''}".casefold(),
    )
    found = ([each for each in known if fits(each)] for fits in ways)
    return next(filter(None, found), [])


def _near(name: str, known: Sequence[Named]) -> str:
    labels = sorted({each.label for each in known})
    if not labels:
        return "The store has no assignments."
    near = process.extract(name, labels, scorer=fuzz.WRatio, processor=utils.default_process, limit=5)
    return f"Nearest are: {', '.join(label for label, *_ in near)}."
