"""What a plan says of itself and names beside itself: statements and references."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from graph.records.record import Element
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms


@dataclass(frozen=True, kw_only=True)
class Statement(Element):
    """Vision, mission, principle or comment, by `kind`; `group` is the heading that it stands under."""

    CLASS: ClassVar[Iri] = rt.Statement
    SEGMENT: ClassVar[str] = "statement"

    kind: Annotated[Iri, rt.kind]
    description: Annotated[str, Dcterms.description]
    group: Annotated[str | None, rt.group] = None

    @property
    def label(self) -> str:
        """Its text."""
        return self.description


@dataclass(frozen=True, kw_only=True)
class Reference(Element):
    """A related document that the plan names; `group` is the heading that it stands under."""

    CLASS: ClassVar[Iri] = rt.Reference
    SEGMENT: ClassVar[str] = "reference"

    title: Annotated[str, Dcterms.title]
    group: Annotated[str | None, rt.group] = None

    @property
    def label(self) -> str:
        """Its title."""
        return self.title
