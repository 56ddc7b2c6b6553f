"""What all records share: a place, a class, a part of the IRI; and how a field says its predicate."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from graph.place import Place
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Skos


@dataclass(frozen=True)
class Inferred:
    """Marks a field whose statement the document does not make: it is written to the inference graph."""

    predicate: Iri


@dataclass(frozen=True)
class ByNumber:
    """A thing of the same plan that the text names by its printed number; `title` helps where two carry it, or none is."""

    kind: type["Record"]
    notation: str
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Record:
    """Anything read from a document. `SEGMENT` is its part of the IRI."""

    CLASS: ClassVar[Iri]
    SEGMENT: ClassVar[str]

    place: Annotated[Place, rt.passage]

    @property
    def label(self) -> str:
        """What a person would call it."""
        raise NotImplementedError

    @property
    def name_in_iri(self) -> str:
        """The words that its IRI is made of: its label, unless that tells what an IRI need not."""
        return self.label


@dataclass(frozen=True, kw_only=True)
class Element(Record):
    """Anything that a plan states; `table` and `column` are headings as printed, `note` what stood beside a name."""

    table: Annotated[str | None, rt.table] = None
    column: Annotated[str | None, rt.column] = None
    note: Annotated[tuple[str, ...], Skos.note] = ()


def joined(*parts: str | int | None) -> str:
    """The parts that there are, with a blank between."""
    return " ".join(str(part) for part in parts if part)
