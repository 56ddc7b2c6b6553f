"""What every page on a thing shows: what it is, which plan states it and where, and all that is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from graph.answer import Value
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdf, Rdfs
from webapp.ask import ask, once_a_version, rows
from webapp.languages import language
from webapp.order import order
from webapp.terms import terms

#: How many of those that point to a thing are listed under one property.
SHOWN = 100
#: Said of so many that they are listed elsewhere: a plan's elements, a document's passages.
LISTED_ELSEWHERE = (rt.statedIn, rt.states, rt.inDocument)


@dataclass(frozen=True)
class Link:
    """A thing by its name and label."""

    iri: Iri
    label: str


@dataclass(frozen=True)
class Source:
    """A passage that states something: its document, file and lines (1-based, both inclusive), and its words.

    No words where the graph has only facts and figures of the document.
    """

    passage: Iri
    file: str
    first: int
    last: int
    text: str | None


def source_of(passage: Iri | None, file: str | None, first: int | None, last: int | None) -> Source | None:
    """A passage out of the columns of a row, without its words; None where the row tells of none."""
    if passage is None or file is None or first is None or last is None:
        return None
    return Source(passage, file, first, last, None)


@dataclass(frozen=True)
class Head:
    """What a thing is: its most specific kind of ours, its label, its plan with organisation and region, and its sources."""

    iri: Iri
    kind: Iri
    kinds: tuple[Iri, ...]
    label: str
    plan: Link | None
    organisation: Link | None
    region: Link | None
    year: int | None
    sources: tuple[Source, ...]
    findings: tuple[Link, ...]


@dataclass(frozen=True)
class Item:
    """A thing in a list: `stated` where a document says that it belongs there, else it was inferred."""

    iri: Iri
    label: str
    kind: Iri
    stated: bool
    source: Source | None


@dataclass(frozen=True)
class Said:
    """One value of a property: a thing with its label, or text, number, date; `stated` as in Item."""

    value: Value
    label: str
    stated: bool


@dataclass(frozen=True)
class Property:
    """All that is said with one property, of the thing or (`backwards`) by others of the thing; `more` are not listed."""

    property: Iri
    values: tuple[Said, ...]
    backwards: bool = False
    more: int = 0


@once_a_version
def documents(view: View) -> frozenset[Iri]:
    """The graphs that hold what a document states."""
    return frozenset(each.document for each in view.documents())


@dataclass(frozen=True)
class _Part:
    kind: Iri
    label: str | None
    plan: Iri | None
    plan_label: str | None
    year: int | None
    organisation: Iri | None
    organisation_label: str | None
    region: Iri | None
    region_label: str | None


def head(view: View, iri: Iri) -> Head | None:
    """What a thing is; None where the graph has nothing of that name."""
    parts = rows(view, "head", _Part, thing=iri)
    if not parts:
        return None
    kinds = terms(view).specific(part.kind for part in parts)
    one = parts[0]
    return Head(
        iri=iri,
        kind=kinds[0],
        kinds=kinds,
        label=one.label or iri.local,
        plan=Link(one.plan, one.plan_label or one.plan.local) if one.plan else None,
        organisation=Link(one.organisation, one.organisation_label or "") if one.organisation else None,
        region=Link(one.region, one.region_label or "") if one.region else None,
        year=one.year,
        sources=sources(view, iri),
        findings=rows(view, "findings_about", Link, thing=iri, language=language()),
    )


def sources(view: View, iri: Iri) -> tuple[Source, ...]:
    """The passages that state a thing, in the order of the document."""
    return rows(view, "sources", Source, thing=iri)


def places(view: View, things: tuple[Iri, ...]) -> dict[Iri, Source]:
    """The first passage that states each of some things, without its words."""
    found: dict[Iri, Source] = {}
    for iri, passage, file, first, last in ask(view, "places", things=things).rows:
        found.setdefault(Iri(str(iri)), Source(Iri(str(passage)), str(file), int(str(first)), int(str(last)), None))
    return found


def pointing(view: View, thing: Iri, with_: Iri) -> tuple[Item, ...]:
    """The things that point to a thing with a property, in the order that people count in."""
    return _items(view, "pointing", thing, with_)


def pointed(view: View, thing: Iri, with_: Iri) -> tuple[Item, ...]:
    """The things that a thing points to with a property."""
    return _items(view, "pointed", thing, with_)


def _items(view: View, question: str, thing: Iri, property: Iri) -> tuple[Item, ...]:
    found: dict[Iri, Item] = {}
    for iri, label, kind, graph, passage, file, first, last in ask(view, question, thing=thing, property=property).rows:
        name, stated = Iri(str(iri)), graph in documents(view)
        before = found.get(name)
        source = before.source if before else None
        if source is None and passage is not None:
            source = Source(Iri(str(passage)), str(file), int(str(first)), int(str(last)), None)
        found[name] = Item(
            name,
            str(label),
            _kind(view, before, Iri(str(kind))),
            stated or (before is not None and before.stated),
            source,
        )
    return tuple(sorted(found.values(), key=lambda item: order(item.label)))


def _kind(view: View, before: Item | None, kind: Iri) -> Iri:
    return terms(view).specific({before.kind, kind})[0] if before else kind


def properties(view: View, iri: Iri) -> tuple[Property, ...]:
    """All that is said of a thing, then all that others say of it; what only says backwards what stands is left out."""
    backwards = terms(view).inverses
    there = [
        row for row in ask(view, "said", thing=iri).rows if row[0] not in backwards and row[0] not in LISTED_ELSEWHERE
    ]
    here = [
        row
        for row in ask(view, "said_of", thing=iri).rows
        if row[0] not in backwards and row[0] not in LISTED_ELSEWHERE
    ]
    said = _grouped(view, there, backwards=False)
    return tuple(each for each in said if each.property not in (Rdf.type, Rdfs.label)) + _grouped(
        view, here, backwards=True
    )


def _grouped(view: View, found: Iterable[tuple[Value, ...]], *, backwards: bool) -> tuple[Property, ...]:
    by_property = sorted(found, key=lambda row: str(row[0]))
    return tuple(
        _property(view, Iri(name), list(group), backwards=backwards)
        for name, group in groupby(by_property, key=lambda row: str(row[0]))
    )


def _property(view: View, name: Iri, found: list[tuple[Value, ...]], *, backwards: bool) -> Property:
    values: dict[Value, Said] = {}
    for _, value, label, graph in found:
        stated = graph in documents(view)
        before = values.get(value)
        shown = terms(view).label(value) if terms(view).knows(value) else str(label or "")
        values[value] = Said(value, shown, stated or (before is not None and before.stated))
    ordered = sorted(values.values(), key=lambda said: order(said.label or str(said.value)))
    return Property(name, tuple(ordered[:SHOWN]), backwards, max(0, len(ordered) - SHOWN))
