"""Which documents report on a plan, and what they say: statuses, words, passages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.answer import Value
from graph.derived.items import Edition, Items
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdfs, Skos

REPORTS = frozenset({rt.AnnualReport, rt.InterimReport})
SAID = f"""
SELECT DISTINCT ?report ?about ?label ?words ?status ?year ?comment ?measures ?part WHERE {{
  ?report <{rt.reportsOn}> ?about ; <{Rdfs.label}> ?label .
  OPTIONAL {{ ?report <{rt.asWritten}> ?words }} OPTIONAL {{ ?report <{rt.status}> ?status }}
  OPTIONAL {{ ?report <{rt.year}> ?year }} OPTIONAL {{ ?report <{Dcterms.description}> ?comment }}
  OPTIONAL {{ ?report <{rt.measures}> ?measures }} OPTIONAL {{ ?report <{Skos.note}> ?part }} }} ORDER BY ?report"""


@dataclass(frozen=True)
class Teller:
    """A document that reports on a plan; `within` where the year it reports on is one of the plan's own.

    One from before the plan tells how things stood when the plan began, never how the plan went. Only an organisation's
    own report `owes` a word on each thing in its plan; one of another level, or a plan's own words, may leave things out.
    """

    edition: Edition
    within: bool
    owes: bool


@dataclass(frozen=True)
class Said:
    """What is said of a thing's progress: a status and its words, a comment, what is done; `part` of it that is meant."""

    iri: Iri
    label: str
    words: str
    status: Iri | None
    year: int | None
    comment: str | None
    measures: str | None
    part: str | None


def tellers(edition: Edition, items: Items) -> tuple[Teller, ...]:
    """The documents that report on a plan: of the same organisation or one above or below it, by the year they report on.

    Those of the years that the plan covers, and the latest one from before. A report tells of itself, and so does a
    plan that says itself how things go.
    """
    of_others = [each for each in items.editions if each.kind in REPORTS and _related(each, edition)]
    within = [each for each in of_others if edition.start <= each.year <= edition.end]
    before = [each for each in of_others if each.year < edition.start]
    latest = [each for each in before if each.year == max(one.year for one in before)]
    others = tuple(
        Teller(each, each in within, each in within and each.organisation == edition.organisation)
        for each in (*latest, *within)
        if each.plan != edition.plan
    )
    own = edition.kind in REPORTS or any(item.family == rt.StatusReport for item in items.of(edition))
    return (Teller(edition, within=True, owes=False), *others) if own else others


def _related(one: Edition, other: Edition) -> bool:
    return one.region == other.region and (
        one.organisation == other.organisation or one.organisation in other.above or other.organisation in one.above
    )


def said_of(view: View) -> Mapping[Iri, list[Said]]:
    """What is said of each thing that anything is said of."""
    found: defaultdict[Iri, dict[Iri, Said]] = defaultdict(dict)
    for about, said in _said(view):
        found[about].setdefault(said.iri, said)
    return {about: list(each.values()) for about, each in found.items()}


def _said(view: View) -> Iterator[tuple[Iri, Said]]:
    for report, about, label, words, status, year, comment, measures, part in view.select(SAID).rows:
        yield (
            Iri(str(about)),
            Said(
                iri=Iri(str(report)),
                label=str(label),
                words=_text(words) or "",
                status=Iri(str(status)) if status else None,
                year=year if isinstance(year, int) else None,
                comment=_text(comment),
                measures=_text(measures),
                part=_text(part),
            ),
        )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
