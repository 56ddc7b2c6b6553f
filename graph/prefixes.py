"""The prefixes that the graph is written with."""

from ontology.rt import RT
from ontology.vocab import Dcterms, Oa, Org, Rdf, Rdfs, Schema, Sh, Skos, Unit, Xsd

PREFIXES: dict[str, str] = {
    "rt": RT,
    "rdf": Rdf.NS,
    "rdfs": Rdfs.NS,
    "xsd": Xsd.NS,
    "dcterms": Dcterms.NS,
    "skos": Skos.NS,
    "org": Org.NS,
    "oa": Oa.NS,
    "unit": Unit.NS,
}
#: Those that what is said of the graph is written with, too.
DESCRIBING: dict[str, str] = {"sh": Sh.NS, "schema": Schema.NS}
