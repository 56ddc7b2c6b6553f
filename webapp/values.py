"""The plain values of a thing's properties."""

from graph.answer import Value
from graph.view import View
from ontology.iri import Iri
from webapp.ask import ask


def values(view: View, thing: Iri, property: Iri) -> tuple[Value, ...]:
    """All values of a property, in the order of their text."""
    return tuple(value for (value,) in ask(view, "values", thing=thing, property=property).rows)


def texts(view: View, thing: Iri, property: Iri) -> tuple[str, ...]:
    """All values of a property as text."""
    return tuple(map(str, values(view, thing, property)))


def text(view: View, thing: Iri, property: Iri) -> str | None:
    """The value of a property that has one, as text."""
    return next(iter(texts(view, thing, property)), None)
