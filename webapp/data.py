"""Things as data: Turtle and JSON-LD as the graph has them, and plain JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from flask import Response, jsonify

from graph.results import Form, write_answer
from graph.view import View
from ontology.iri import Iri
from webapp.ask import filled
from webapp.negotiation import SENT
from webapp.terms import terms
from webapp.things import Head, Property, Said, properties

FORMS = {"ttl": Form.TURTLE, "jsonld": Form.JSONLD}

Plain = Mapping[str, object]


def described(view: View, things: tuple[Iri, ...], form: str) -> Response:
    """All that is said of some things and by others of them, as Turtle or JSON-LD, with labels and places."""
    out = BytesIO()
    write_answer(view, filled("described", things=things), FORMS[form], out)
    return Response(out.getvalue(), content_type=SENT[form])


def as_json(view: View, head: Head) -> Response:
    """A thing and all that is said of it, for who reads no RDF."""
    said = properties(view, head.iri)
    return jsonify(
        {
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
    )


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


def plain(value: object) -> object:
    """Records as JSON has them: dataclasses as objects, decimals as numbers, dates as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
