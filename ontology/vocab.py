"""The names of other vocabularies that we use, a class each, spelled as they spell them."""

from typing import Final

from ontology.iri import Iri


class Rdf:
    """RDF 1.1 concepts."""

    NS: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    type: Final = Iri(NS + "type")


class Rdfs:
    """RDF Schema 1.1."""

    NS: Final = "http://www.w3.org/2000/01/rdf-schema#"
    label: Final = Iri(NS + "label")
    comment: Final = Iri(NS + "comment")


class Skos:
    """SKOS Simple Knowledge Organization System."""

    NS: Final = "http://www.w3.org/2004/02/skos/core#"
    notation: Final = Iri(NS + "notation")
    prefLabel: Final = Iri(NS + "prefLabel")
    note: Final = Iri(NS + "note")


class Dcterms:
    """DCMI Metadata Terms."""

    NS: Final = "http://purl.org/dc/terms/"
    title: Final = Iri(NS + "title")
    description: Final = Iri(NS + "description")
    format: Final = Iri(NS + "format")
    source: Final = Iri(NS + "source")


class Org:
    """The Organization Ontology (W3C)."""

    NS: Final = "http://www.w3.org/ns/org#"
    subOrganizationOf: Final = Iri(NS + "subOrganizationOf")


class Unit:
    """Units of QUDT 2.1."""

    NS: Final = "http://qudt.org/vocab/unit/"
    PERCENT: Final = Iri(NS + "PERCENT")
    MIN: Final = Iri(NS + "MIN")
    HR: Final = Iri(NS + "HR")
    DAY: Final = Iri(NS + "DAY")
