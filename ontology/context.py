"""The JSON-LD context: plain words for the terms that data is written with, made of the ontology.

Run as a module it writes `context.jsonld` anew, as it must after each change of the ontology: `python -m ontology.context`.
Names in it are only ever added, so that whoever kept data with it can read that with a later one.
"""

import json
from collections.abc import Iterator, Mapping

import rdflib
from rdflib.namespace import OWL, RDF, RDFS

from ontology.files import CONTEXT, ONTOLOGY
from ontology.iri import Iri
from ontology.rt import RT
from ontology.vocab import Dcterms, Oa, Org, Rdf, Skos, Unit, Xsd
from ontology.vocab import Rdfs as Words

Entry = str | Mapping[str, str]

PREFIXES = {
    "rt": RT,
    "rdf": Rdf.NS,
    "rdfs": Words.NS,
    "owl": str(OWL),
    "xsd": Xsd.NS,
    "dcterms": Dcterms.NS,
    "skos": Skos.NS,
    "org": Org.NS,
    "oa": Oa.NS,
    "units": Unit.NS,
}
KEYWORDS = {"id": "@id", "type": "@type", "linkedFrom": "@reverse"}
NAMES = "@id"
#: Terms of other vocabularies by what their values are: names, a datatype, or text (None).
BORROWED: dict[Iri, str | None] = {
    Words.label: None,
    Words.comment: None,
    Iri(Words.NS + "subClassOf"): NAMES,
    Iri(Words.NS + "subPropertyOf"): NAMES,
    Iri(Words.NS + "domain"): NAMES,
    Iri(Words.NS + "range"): NAMES,
    Dcterms.title: None,
    Dcterms.description: None,
    Dcterms.format: None,
    Dcterms.source: NAMES,
    Dcterms.conformsTo: NAMES,
    Skos.notation: None,
    Skos.prefLabel: None,
    Skos.note: None,
    Org.subOrganizationOf: NAMES,
    Rdf.value: None,
    Oa.hasSource: NAMES,
    Oa.hasSelector: NAMES,
    Oa.exact: None,
    Oa.start: "xsd:integer",
    Oa.end: "xsd:integer",
}
#: Text that comes in Swedish and English: a second name for it holds an object with a text a language.
IN_LANGUAGES = {
    "labels": Words.label,
    "comments": Words.comment,
    "descriptions": Dcterms.description,
}
#: Classes once more, as things with labels of their own, which `type` cannot hold.
CLASSES_AS_THINGS = {"types": Rdf.type}
#: Classes that are not ours.
FOREIGN_CLASSES = (Oa.TextQuoteSelector, Oa.TextPositionSelector, Oa.FragmentSelector)
#: Datatypes that JSON does not show.
TYPED = ("integer", "decimal", "boolean", "date")


def context() -> dict[str, object]:
    """The context as JSON-LD 1.1 has it. Raises ValueError where two terms want one name."""
    listed: dict[str, object] = {"@version": 1.1, **KEYWORDS, **PREFIXES}
    for name, entry in _entries(rdflib.Graph().parse(ONTOLOGY)):
        if name in listed:
            raise ValueError(f"Two terms of the context are called {name}.")
        listed[name] = entry
    return {"@context": listed}


def _entries(graph: rdflib.Graph) -> Iterator[tuple[str, Entry]]:
    for iri, kind in BORROWED.items():
        yield iri.local, _entry(_short(iri), kind)
    for name, iri in IN_LANGUAGES.items():
        yield name, {"@id": _short(iri), "@container": "@language"}
    for name, iri in CLASSES_AS_THINGS.items():
        yield name, _entry(_short(iri), NAMES)
    for iri in (*_ours(graph, OWL.Class), *FOREIGN_CLASSES):
        yield iri.local, _short(iri)
    for iri in _ours(graph, OWL.ObjectProperty):
        yield iri.local, _entry(_short(iri), NAMES)
    for iri in _ours(graph, OWL.DatatypeProperty):
        yield iri.local, _entry(_short(iri), _datatype(graph, iri))


def _ours(graph: rdflib.Graph, kind: rdflib.URIRef) -> list[Iri]:
    """The terms of a kind in our namespace, by name."""
    return sorted(Iri(str(each)) for each in graph.subjects(RDF.type, kind) if str(each).startswith(RT))


def _datatype(graph: rdflib.Graph, iri: Iri) -> str | None:
    """The datatype of a property's values, where JSON does not show it."""
    local = Iri(str(graph.value(rdflib.URIRef(iri), RDFS.range))).local
    return f"xsd:{local}" if local in TYPED else None


def _entry(name: str, kind: str | None) -> Entry:
    return name if kind is None else {"@id": name, "@type": kind}


def _short(iri: Iri) -> str:
    prefix, namespace = next(each for each in PREFIXES.items() if iri.startswith(each[1]))
    return f"{prefix}:{iri.removeprefix(namespace)}"


def written() -> str:
    """The context as it stands in its file."""
    return json.dumps(context(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    CONTEXT.write_text(written(), encoding="utf-8")
