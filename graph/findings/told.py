"""The findings of a store as they are told: the loaders' doubts and what was found by asking, the gravest first."""

from collections import defaultdict
from dataclasses import dataclass

from graph.stands import COLUMNS, PLACED, Stand, stand
from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdfs

#: The gravest first.
SEVERITIES = (rt.Error, rt.Warning_, rt.Info)
TEXTS = f"""
SELECT ?iri ?fault ?severity ?text ?about ?label ?method WHERE {{{{
  ?iri a <{rt.Finding}> ; <{rt.kind}> ?fault ; <{rt.severity}> ?severity ; <{rt.about}> ?about ; <{Dcterms.description}> ?text .
  FILTER(LANG(?text) = {{language}})
  OPTIONAL {{{{ ?about <{Rdfs.label}> ?label }}}}
  OPTIONAL {{{{ ?iri <{rt.method}> ?method }}}} }}}}"""
PLACES = f"""
SELECT DISTINCT ?iri ?passage ?document {COLUMNS} WHERE {{
  ?iri a <{rt.Finding}> ; <{rt.passage}> ?passage . {PLACED}
}} ORDER BY ?file ?first ?last ?passage"""


@dataclass(frozen=True)
class Shown:
    """A passage that shows a finding: its name, the document's name, and where it stands."""

    passage: Iri
    document: Iri
    stand: Stand


@dataclass(frozen=True)
class Told:
    """A finding: its fault, how grave it is, its text in one language, what it is about, and where it stands.

    `method` is the kind that found it; None where a loader doubted.
    """

    iri: Iri
    fault: Iri
    severity: Iri
    text: str
    about: Iri
    about_label: str
    method: str | None
    places: tuple[Shown, ...]

    @property
    def gravity(self) -> int:
        """0 for the gravest."""
        return SEVERITIES.index(self.severity) if self.severity in SEVERITIES else len(SEVERITIES)

    @property
    def documents(self) -> frozenset[Iri]:
        """The documents that it stands in."""
        return frozenset(place.document for place in self.places)


def told(view: View, language: str) -> tuple[Told, ...]:
    """All findings in a language ("sv", "en"), the gravest first, then as they stand in the documents."""
    places = _places(view)
    rows = view.select(TEXTS.format(language=sparql(language))).rows
    found = {
        Iri(iri): Told(
            iri=Iri(iri),
            fault=Iri(fault),
            severity=Iri(severity),
            text=str(text),
            about=Iri(about),
            about_label=str(label or about),
            method=str(method) if method else None,
            places=places.get(Iri(iri), ()),
        )
        for iri, fault, severity, text, about, label, method in rows
    }
    return tuple(sorted(found.values(), key=lambda each: (each.gravity, _first(each), each.iri)))


def _first(told: Told) -> tuple[str, int]:
    stand = told.places[0].stand if told.places else None
    return (stand.file, stand.first) if stand else ("", 0)


def _places(view: View) -> dict[Iri, tuple[Shown, ...]]:
    found: defaultdict[Iri, list[Shown]] = defaultdict(list)
    for iri, passage, document, *where in view.select(PLACES).rows:
        found[Iri(iri)].append(Shown(Iri(passage), Iri(document), stand(tuple(where))))
    return {iri: tuple(shown) for iri, shown in found.items()}
