"""Something odd in the documents that was found by asking the graph."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from graph.answer import Text
from graph.derived.records import Derived
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms


@dataclass(frozen=True, kw_only=True)
class Finding(Derived):
    """What is odd: its fault, the thing it is about, how grave it is, its texts, where it stands; `method` is its kind's name."""

    CLASS: ClassVar[Iri] = rt.Finding

    fault: Annotated[Iri, rt.kind]
    about: Annotated[Iri, rt.about]
    severity: Annotated[Iri, rt.severity]
    sv: Annotated[Text, Dcterms.description]
    en: Annotated[Text, Dcterms.description]
    passages: Annotated[tuple[Iri, ...], rt.passage]
    method: Annotated[str, rt.method]
