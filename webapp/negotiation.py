"""Which form of an answer a client accepts."""

from flask import request
from werkzeug.exceptions import NotAcceptable

from webapp.accept import best

#: The forms by media type, the one that is given to those who take anything first.
TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "application/json": "json",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "text/csv": "csv",
}
#: The media type of each form of data, as it is sent.
SENT = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
#: What people call the forms.
NAMED = {"json": "JSON", "csv": "CSV", "ttl": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples", "rdf": "RDF/XML"}


def accepted() -> str:
    """The form that the client likes best: "html" or one of SENT; raises NotAcceptable."""
    found = best(request.accept_mimetypes, TYPES)
    if found is None:
        raise NotAcceptable
    return TYPES[found]


def prefers_json() -> bool:
    """Whether an error is to be told to a program."""
    accepts = request.accept_mimetypes
    return "application/json" in accepts.values() and best(accepts, ["text/html", "application/json"]) != "text/html"
