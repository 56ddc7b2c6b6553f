"""The ontology as Python classes (owlready2): what is under what, what may be said of what, what things are called.

    terms = Terms()
    terms.above(rt.BoardAssignment)      # rt:Assignment, rt:PlanElement, oslc_rm:Requirement, prov:Entity
    terms.properties_of(rt.Amount)       # rt:sek, rt:ofBudgetLine, rt:year, rt:passage …
    terms.label(rt.Activity, "sv")       # "aktivitet"
    terms[rt.Activity]                   # the owlready2 class itself

Each `Terms` has a world of its own: owlready2's default world, which all share, is never touched.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

import owlready2  # type: ignore[import-untyped]
import rdflib
from rdflib.namespace import OWL, RDF

from ontology.files import ALIGNMENTS, ONTOLOGY
from ontology.iri import Iri
from ontology.rt import RT

#: What every term is under, by the language itself.
BUILT_IN = (str(OWL), str(RDF))


def as_triples() -> rdflib.Graph:
    """The ontology with its alignments."""
    return rdflib.Graph().parse(ONTOLOGY).parse(ALIGNMENTS)


class Terms:
    """The ontology's classes, properties and concepts, with those of other vocabularies that they sit under."""

    def __init__(self, facts: rdflib.Graph | None = None) -> None:
        """Load the ontology into a world of its own; `facts` are statements to have beside it."""
        # owlready2 reads no Turtle
        triples = as_triples() if facts is None else as_triples() + facts
        self.world = owlready2.World()
        self.ontology = self.world.get_ontology(RT).load(
            fileobj=BytesIO(triples.serialize(format="nt", encoding="utf-8"))
        )

    def __getitem__(self, term: Iri) -> Any:  # noqa: ANN401 (owlready2 makes its classes as it loads)
        """The owlready2 class, property or individual of a name; raises KeyError for a name that is none of them."""
        found = self.world[term]
        if found is None:
            raise KeyError(term)
        return found

    @property
    def classes(self) -> frozenset[Iri]:
        """The classes of `rt:`."""
        return frozenset(ours(self.world.classes()))

    @property
    def properties(self) -> frozenset[Iri]:
        """The properties of `rt:`, to things and to values."""
        return frozenset(ours(self.world.properties()))

    @property
    def concepts(self) -> frozenset[Iri]:
        """The concepts of `rt:`, of all schemes."""
        return frozenset(ours(self.world.individuals()))

    def above(self, term: Iri) -> frozenset[Iri]:
        """All classes over a class, or properties over a property, ours and others'."""
        return frozenset(_named(self[term].ancestors())) - {term}

    def below(self, term: Iri) -> frozenset[Iri]:
        """All classes under a class."""
        return frozenset(_named(self[term].descendants())) - {term}

    def is_a(self, term: Iri, above: Iri) -> bool:
        """Whether one class or property is another, or is under it."""
        return term == above or above in self.above(term)

    def concepts_of(self, kind: Iri) -> frozenset[Iri]:
        """The concepts of a scheme: `rt:OnPlan`, `rt:Done` … of `rt:Status`."""
        return frozenset(_named(self[kind].instances()))

    def domain(self, term: Iri) -> frozenset[Iri]:
        """The classes that a property may be said of, each with all under it."""
        return frozenset(_named(_parts(self[term].domain)))

    def range(self, term: Iri) -> frozenset[Iri]:
        """The classes that a property leads to; empty where it leads to values, whose datatypes the shapes tell."""
        return frozenset(_named(_parts(self[term].range)))

    def properties_of(self, kind: Iri) -> frozenset[Iri]:
        """The properties that may be said of what is of a class, those of the classes above it included."""
        wide = {kind} | self.above(kind)
        return frozenset(term for term in self.properties if wide & self.domain(term))

    def inverse(self, term: Iri) -> Iri | None:
        """The property that leads back; None where there is none."""
        back = getattr(self[term], "inverse_property", None)
        return Iri(back.iri) if back else None

    def label(self, term: Iri, language: str) -> str:
        """What a term is called in "sv" or "en"."""
        return str(self[term].label.get_lang(language).first())

    def comment(self, term: Iri, language: str) -> str:
        """What a term means, in a sentence, in "sv" or "en"."""
        return str(self[term].comment.get_lang(language).first())


def ours(terms: Iterable[Any]) -> Iterator[Iri]:
    """Of owlready2's terms, the names of those of `rt:`."""
    return (term for term in _named(terms) if term.startswith(RT))


def _named(terms: Iterable[Any]) -> Iterator[Iri]:
    """The names of what has one; what all things are says nothing."""
    return (Iri(term.iri) for term in terms if hasattr(term, "iri") and not term.iri.startswith(BUILT_IN))


def _parts(terms: Iterable[Any]) -> Iterator[Any]:
    """The classes of a domain or range, one by one where it is a union."""
    for term in terms:
        yield from term.Classes if isinstance(term, owlready2.Or) else (term,)
