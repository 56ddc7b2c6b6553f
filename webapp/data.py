"""Things as data: RDF as the graph has it, plain JSON, and CSV with a row a statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Response, json

from graph.answer import Value
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, filled
from webapp.opendata.forms import as_rdf, as_table, sent
from webapp.plain import plain
from webapp.terms import terms
from webapp.things import Head, Property, Said, Source, documents, places, properties

Plain = Mapping[str, object]


@dataclass(frozen=True)
class _Told:
    """What the ends of a statement are called, and whether a document makes it."""

    subject: Value
    value: Value
    stated: bool


def described(view: View, things: tuple[Iri, ...], form: str) -> Response:
    """All that is said of some things and by others of them in a form of RDF, with labels and places."""
    return sent(as_rdf(view, filled("described", things=things), things, form), form)


def data_of(view: View, head: Head, form: str) -> Response:
    """A thing in any of the forms of data."""
    if form == "json":
        return sent(json.dumps(as_json(view, head), indent=1).encode(), form)
    if form == "csv":
        return sent(as_table(statements(view, head)), form)
    if head.kind == rt.Document:
        return sent(as_rdf(view, filled("described_document", thing=head.iri), (head.iri,), form), form)
    return described(view, (head.iri,), form)


def statements(view: View, head: Head) -> Iterator[tuple[Value, ...]]:
    """All that is said of a thing and by others of it: rows of COLUMNS, each statement once, with where it stands."""
    rows: dict[tuple[Value, ...], _Told] = {}
    for subject, subject_label, property_, value, value_label, language, datatype, graph in ask(
        view, "statements", thing=head.iri
    ).rows:
        key = (subject, property_, value, language, datatype)
        before = rows.get(key)
        stated = graph in documents(view) or (before is not None and before.stated)
        rows[key] = _Told(subject_label, value_label, stated)
    found = _first_places(view, head, {Iri(str(row[0])) for row in rows})
    for row, told in sorted(rows.items(), key=lambda each: (each[0][0] != head.iri, *map(str, each[0]))):
        subject, property_, value, language, datatype = row
        source = found.get(Iri(str(subject))) if told.stated else None
        yield (
            subject, head.label if subject == head.iri else told.subject, property_, terms(view).label(Iri(str(property_))),
            value, _called(view, value, told.value, head), language or None, datatype, told.stated,
            *((source.passage, source.file, source.first) if source else (None, None, None)),
        )  # fmt: skip


def _first_places(view: View, head: Head, subjects: set[Iri]) -> dict[Iri, Source]:
    """The first place of each of some things."""
    found = places(view, tuple(sorted(subjects - {head.iri})))
    return {**found, head.iri: head.sources[0]} if head.sources else found


def _called(view: View, value: Value, label: Value, head: Head) -> Value:
    """What a value that is a thing or term is called; None for text and numbers."""
    if not isinstance(value, Iri):
        return None
    return head.label if value == head.iri else terms(view).label(value) if terms(view).knows(value) else label


def as_json(view: View, head: Head) -> Plain:
    """A thing and all that is said of it, for who reads no RDF."""
    said = properties(view, head.iri)
    return {
        "iri": head.iri,
        "types": list(head.kinds),
        "type_label": terms(view).label(head.kind),
        "label": head.label,
        "plan": plain(head.plan),
        "year": head.year,
        "sources": plain(head.sources),
        "properties": [_property(view, each) for each in said if not each.backwards],
        "linked_from": [_property(view, each) for each in said if each.backwards],
    }


def _property(view: View, said: Property) -> Plain:
    return {
        "property": said.property,
        "label": terms(view).label(said.property),
        "values": [_value(each) for each in said.values],
        "not_listed": said.more,
    }


def _value(said: Said) -> Plain:
    if isinstance(said.value, Iri):
        return {"iri": said.value, "label": said.label, "stated": said.stated}
    return {"value": plain(said.value), "stated": said.stated}
