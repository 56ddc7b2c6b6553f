"""The terms that the graph is written in: all of them, and a page on each."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template
from flask_babel import lazy_gettext
from werkzeug.exceptions import NotFound

from graph.view import View
from graph.vocabulary import VOCABULARY
from ontology.iri import Iri
from ontology.rt import RT
from webapp.amounts import told
from webapp.ask import ask
from webapp.door import view
from webapp.menu import Entry
from webapp.model import model_map
from webapp.order import order
from webapp.sheet import answered
from webapp.terms import OWL, Term, Terms, terms

PAGE = Blueprint("terms", __name__)
MENU = (Entry("ask", 30, "terms.every", lazy_gettext("Begrepp")),)
CLASS = Iri(OWL + "Class")
PROPERTIES = frozenset({Iri(OWL + "ObjectProperty"), Iri(OWL + "DatatypeProperty"), Iri(OWL + "AnnotationProperty")})


@dataclass(frozen=True)
class Group:
    """Terms of a sort ("class", "property", "concept"), in the order of their labels."""

    sort: str
    terms: tuple[Term, ...]


def sort_of(term: Term) -> str:
    """Whether a term is a class, a property or a concept."""
    if CLASS in term.kinds:
        return "class"
    return "property" if term.kinds & PROPERTIES else "concept"


def groups(known: Terms) -> tuple[Group, ...]:
    """All terms by sort."""
    ordered = sorted(known.by_name.values(), key=lambda term: order(term.label))
    sorts = ("class", "property", "concept")
    return tuple(Group(sort, tuple(term for term in ordered if sort_of(term) == sort)) for sort in sorts)


@PAGE.get("/ns")
def every() -> str | Response:
    """The main kinds in the order of the thread, how they are linked, and all terms."""
    seen = view()
    found = model_map(seen)
    return answered(
        found.sheet,
        lambda: render_template("pages/terms.html", map=found, groups=groups(terms(seen)), vocabulary=VOCABULARY),
    )


@PAGE.get("/ns/<name>")
def term(name: str) -> str:
    """One term: what it means, where it sits, and how often it is used."""
    known = terms(view())
    found = known.by_name.get(Iri(RT + name))
    if found is None:
        raise NotFound
    sort = sort_of(found)
    below = tuple(each for each in known.by_name.values() if found.iri in each.above)
    return render_template("pages/term.html", term=found, sort=sort, below=below, used=_used(view(), found.iri, sort))


def _used(seen: View, term: Iri, sort: str) -> int:
    """How many things are of a class, statements made with a property, things that name a concept."""
    if sort == "class" and (known := told(seen)):
        return known.classes.get(term, 0)
    ((used,),) = ask(seen, "uses_of_property" if sort == "property" else "uses_of_kind", term=term).rows
    return int(str(used))
