"""Short names of terms: `rt:Activity`, `dcterms:title`, as they are written in questions."""

from functools import lru_cache
from urllib.parse import quote

from graph.prefixes import PREFIXES
from ontology.vocab import Dcat, Foaf, Vcard, Void, VoidExt

#: The prefixes of whatever the graph is written with, its ontology and descriptions too.
KNOWN: dict[str, str] = PREFIXES | {
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "void": Void.NS,
    "void-ext": VoidExt.NS,
    "dcat": Dcat.NS,
    "foaf": Foaf.NS,
    "vcard": Vcard.NS,
}


@lru_cache(maxsize=10_000)
def short(iri: str) -> str:
    """A name with its prefix; the whole IRI in angle brackets where none is known, or where what is left is no name."""
    for prefix, namespace in KNOWN.items():
        if iri.startswith(namespace) and (local := iri.removeprefix(namespace)).replace("_", "a").isalnum():
            return f"{prefix}:{local}"
    return f"<{iri}>"


def fragment(*iris: str) -> str:
    """Terms as a part of an address: "rt:Activity/rt:serves"."""
    return "/".join(quote(short(iri), safe=":") for iri in iris)


def namespace(iri: str) -> str:
    """What stands before a term's own name, with its `#` or `/`; "" where it has neither."""
    return iri.removesuffix(iri.rpartition("#")[2] if "#" in iri else iri.rpartition("/")[2])
