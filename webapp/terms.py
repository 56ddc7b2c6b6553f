"""The ontology's words as a version of the store holds them: what classes, properties and concepts are called."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from flask_babel import lazy_gettext

from graph.view import View
from ontology.iri import Iri
from ontology.rt import RT
from ontology.vocab import Dcterms, Org, Rdf, Rdfs, Skos, Unit
from webapp.ask import ask, once_a_version
from webapp.languages import language

#: What properties of other vocabularies are called here.
FOREIGN = {
    Rdf.type: lazy_gettext("slag"),
    Rdfs.label: lazy_gettext("kallas"),
    Dcterms.title: lazy_gettext("titel"),
    Dcterms.description: lazy_gettext("beskrivning"),
    Dcterms.format: lazy_gettext("format"),
    Dcterms.source: lazy_gettext("källa"),
    Skos.notation: lazy_gettext("beteckning"),
    Skos.prefLabel: lazy_gettext("namn"),
    Skos.note: lazy_gettext("anmärkning"),
    Org.subOrganizationOf: lazy_gettext("del av"),
    Unit.PERCENT: lazy_gettext("procent"),
    Unit.MIN: lazy_gettext("minuter"),
    Unit.HR: lazy_gettext("timmar"),
    Unit.DAY: lazy_gettext("dygn"),
    Unit.PERSON: lazy_gettext("personer"),
}
OWL = "http://www.w3.org/2002/07/owl#"


@dataclass(frozen=True)
class Term:
    """A class, property or concept: its name, labels and comments by language, kinds and what it sits under."""

    iri: Iri
    labels: dict[str, str]
    comments: dict[str, str]
    kinds: frozenset[Iri]
    above: frozenset[Iri]

    @property
    def label(self) -> str:
        """What it is called in the request's language."""
        return self.labels.get(language()) or next(iter(self.labels.values()), self.iri.local)

    @property
    def comment(self) -> str:
        """What it means, in the request's language; empty where nothing tells."""
        return self.comments.get(language()) or next(iter(self.comments.values()), "")


@dataclass(frozen=True)
class Terms:
    """All terms of a version."""

    by_name: dict[Iri, Term]
    inverses: frozenset[Iri]

    def knows(self, value: object) -> TypeGuard[Iri]:
        """Whether a value is a term that has a name for people."""
        return isinstance(value, Iri) and (value in self.by_name or value in FOREIGN)

    def label(self, iri: Iri) -> str:
        """What a term is called; its own last part where nobody tells."""
        if iri in FOREIGN:
            return str(FOREIGN[iri])
        term = self.by_name.get(iri)
        return term.label if term else iri.local

    def all_above(self, iri: Iri) -> frozenset[Iri]:
        """The classes above a class, all the way up."""
        found: set[Iri] = set()
        pending = [iri]
        while pending:
            term = self.by_name.get(pending.pop())
            new = (term.above if term else frozenset()) - found
            found |= new
            pending += new
        return frozenset(found)

    def specific(self, kinds: Iterable[Iri]) -> tuple[Iri, ...]:
        """The kinds that are above none of the others, ours first."""
        given = frozenset(kinds)
        above = frozenset[Iri]().union(*map(self.all_above, given))
        return tuple(sorted(given - above, key=lambda kind: (not kind.startswith(RT), kind)))

    def lineage(self, kind: Iri) -> tuple[Iri, ...]:
        """A class and those above it, the nearest first."""
        above = self.all_above(kind)
        return (kind, *sorted(above, key=lambda each: (-len(self.all_above(each)), each)))


@once_a_version
def terms(view: View) -> Terms:
    """The terms of a version."""
    found: dict[Iri, Term] = {}
    for iri, kind, about, text, above in ask(view, "terms").rows:
        name = Iri(str(iri))
        term = found.setdefault(name, Term(name, {}, {}, frozenset(), frozenset()))
        if text is not None:
            texts = term.labels if about == "label" else term.comments
            texts[getattr(text, "language", "")] = str(text)
        found[name] = Term(name, term.labels, term.comments, term.kinds | _named(kind), term.above | _named(above))
    return Terms(found, frozenset(Iri(str(name)) for (name,) in ask(view, "inverses").rows))


def _named(iri: object) -> frozenset[Iri]:
    return frozenset({iri}) if isinstance(iri, Iri) and not iri.startswith("_:") else frozenset()
