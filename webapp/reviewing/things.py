"""A thing of the graph as links are made between such."""

from werkzeug.exceptions import BadRequest

from graph.errors import UnknownThing
from graph.iris import BASE
from graph.network import Thing
from graph.view import View
from ontology.iri import Iri
from webapp.addresses import thing_at
from webapp.door import view
from webapp.things import head


def named(text: str) -> Iri:
    """The name that a form gives; raises BadRequest for what can name no thing of ours."""
    name = thing_at(text.removeprefix(BASE)) if text.startswith(BASE) else None
    if name is None:
        raise BadRequest("name")
    return name


def found(seen: View, iri: Iri) -> Thing | None:
    """What a document states by a name; None where none does."""
    told = head(seen, iri)
    return Thing(iri, told.kind, told.label, "") if told and told.plan else None


def thing(iri: Iri) -> Thing:
    """The same; raises UnknownThing."""
    there = found(view(), iri)
    if there is None:
        raise UnknownThing(f"Nothing is called {iri}.")
    return there
