"""Triples as JSON-LD that people can read: a tree from one thing, in the plain words of the ontology's context.

Each thing is told once, where it is first met; those that point to the thing stand under `linkedFrom`. What comes out
says just the triples that went in, whoever reads it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.view import View
from ontology.files import CONTEXT
from ontology.iri import Iri
from ontology.vocab import Rdf, Xsd

Json = dict[str, object]
#: Whole numbers up to here are the same to every reader of JSON.
EXACT = 2**53
#: What stands first in an object.
FIRST = ("id", "type", "label", "labels")
#: What can be said something of.
Name = NamedNode | BlankNode | Triple


def _entry(said: object) -> dict[str, str]:
    """What a context says of a name, whole."""
    return {str(key): str(value) for key, value in said.items()} if isinstance(said, dict) else {"@id": str(said)}


class Words:
    """What the context calls properties and classes."""

    def __init__(self, context: Mapping[str, object]) -> None:
        """Read a context as `ontology.context` writes it."""
        self._prefixes = {
            name: said for name, said in context.items() if isinstance(said, str) and said.startswith("http")
        }
        entries = {
            name: _entry(said) for name, said in context.items() if name[0] != "@" and name not in self._prefixes
        }
        plain = {name: said for name, said in entries.items() if "@container" not in said}
        self.names = {self._whole(said["@id"]): name for name, said in plain.items()}
        self.kinds = {name: self._whole(said.get("@type", "")) for name, said in plain.items()}
        self.in_languages = {self._whole(said["@id"]): name for name, said in entries.items() if "@container" in said}

    def _whole(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._prefixes[prefix] + local if prefix in self._prefixes else name

    def short(self, iri: str) -> str:
        """An IRI with a prefix of the context, where it has one that fits."""
        for prefix, namespace in self._prefixes.items():
            local = iri.removeprefix(namespace)
            if local != iri and local and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri

    def name(self, iri: str) -> str:
        """What a property or class is called."""
        return self.names.get(iri) or self.short(iri)


@cache
def words() -> Words:
    """The words of the context."""
    return Words(json.loads(CONTEXT.read_text("utf-8"))["@context"])


def jsonld(view: View, query: str, roots: tuple[Iri, ...], context: str) -> Json:
    """What a CONSTRUCT gives as a tree from each of `roots`; `context` is where the context can be had.

    Raises QueryError.
    """
    return tree(view.triples(query), roots, context)


def tree(triples: Iterable[Triple], roots: tuple[Iri, ...], context: str) -> Json:
    """Triples as a tree from each of `roots`; one root is the object itself, several and what is left a list."""
    told = _Tree(triples)
    found = [told.root(NamedNode(each)) for each in roots]
    found += list(told.left())
    return {"@context": context, **found[0]} if len(found) == 1 else {"@context": context, "@graph": found}


class _Tree:
    """Triples on their way into a tree: what was told is taken out."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.by_subject: defaultdict[Name, list[Triple]] = defaultdict(list)
        self.to: defaultdict[Name, list[Triple]] = defaultdict(list)
        for triple in dict.fromkeys(triples):
            self.by_subject[triple.subject].append(triple)
            if isinstance(triple.object, NamedNode | BlankNode):
                self.to[triple.object].append(triple)

    def root(self, name: Name) -> Json:
        """A thing with all that is said of it, and those that point to it."""
        pending = [triple for triple in self.to.get(name, ()) if triple.subject != name]
        found = self.node(name)
        behind: defaultdict[str, list[Json]] = defaultdict(list)
        for triple in sorted(pending, key=str):
            if triple.subject in self.by_subject and triple in self.by_subject[triple.subject]:
                self.by_subject[triple.subject].remove(triple)
                behind[words().name(triple.predicate.value)].append(self.node(triple.subject))
        return {**found, "linkedFrom": dict(behind)} if behind else found

    def node(self, name: Name) -> Json:
        """A thing with what is said of it and was not told yet."""
        said: defaultdict[str, list[Triple]] = defaultdict(list)
        for triple in self.by_subject.pop(name, ()):
            said[triple.predicate.value].append(triple)
        found: Json = {"id": _id(name)}
        for predicate in sorted(said, key=words().name):
            found.update(self._said(predicate, sorted(said[predicate], key=str)))
        return {key: found[key] for key in (*(key for key in FIRST if key in found), *found)}

    def _said(self, predicate: str, triples: list[Triple]) -> Iterator[tuple[str, object]]:
        """What one property says: under its name, and what is in several languages under another."""
        if predicate == Rdf.type:
            yield from self._types(triples)
            return
        languages = words().in_languages.get(predicate)
        tagged = [
            each.object for each in triples if languages and isinstance(each.object, Literal) and each.object.language
        ]
        if languages and tagged:
            yield languages, _by_language(tagged)
        if left := [each for each in triples if each.object not in tagged]:
            name = words().name(predicate)
            yield name, _one_or_all([self._value(each, words().kinds.get(name, "")) for each in left])

    def _types(self, triples: list[Triple]) -> Iterator[tuple[str, object]]:
        """The classes by name, and again as things where something is said of them."""
        named = [each.object for each in triples if isinstance(each.object, NamedNode)]
        if named:
            yield "type", _one_or_all([words().name(each.value) for each in named])
        if told := [each.object for each in triples if each.object in self.by_subject]:
            yield "types", _one_or_all([self.node(each) for each in told if not isinstance(each, Literal)])

    def _value(self, triple: Triple, kind: str) -> object:
        value = triple.object
        if isinstance(value, Literal):
            return literal(value, kind)
        if value in self.by_subject:
            return self.node(value)
        return _id(value) if kind == "@id" else {"id": _id(value)}

    def left(self) -> Iterator[Json]:
        """What no root leads to."""
        while self.by_subject:
            name = min(self.by_subject, key=lambda each: (isinstance(each, BlankNode), str(each)))
            if self.by_subject[name]:
                yield self.node(name)
            else:
                del self.by_subject[name]


def literal(value: Literal, kind: str) -> object:
    """A literal under a property whose values are of a kind: "@id", a datatype, or "" for text."""
    datatype = value.datatype.value
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if datatype == Xsd.boolean and value.value in ("true", "false") and kind in ("", Xsd.boolean):
        return value.value == "true"
    if datatype == Xsd.integer and kind in ("", Xsd.integer) and _plain(value.value):
        return int(value.value)
    if datatype == (kind or Xsd.string):
        return value.value
    return (
        {"@value": value.value} if datatype == Xsd.string else {"@value": value.value, "@type": words().short(datatype)}
    )


def _plain(text: str) -> bool:
    """Whether JSON's own number says just this."""
    return len(text) < 17 and text.lstrip("-").isdecimal() and str(int(text)) == text and abs(int(text)) < EXACT


def _id(name: Name) -> str:
    return words().short(name.value) if isinstance(name, NamedNode) else str(name)


def _by_language(tagged: list[Literal]) -> dict[str, object]:
    found: defaultdict[str, list[object]] = defaultdict(list)
    for each in tagged:
        found[each.language or ""].append(each.value)
    return {language: _one_or_all(found[language]) for language in sorted(found, key=lambda each: (each != "sv", each))}


def _one_or_all(values: Sequence[object]) -> object:
    return values[0] if len(values) == 1 else values
