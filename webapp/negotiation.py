"""Which form of an answer a client accepts."""

from flask import request
from werkzeug.exceptions import NotAcceptable

#: The forms by media type, the one that is given to those who take anything first.
TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "application/json": "json",
}
#: The media type of each form of data, as it is sent.
SENT = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "json": "application/json",
}


def accepted() -> str:
    """The form that the client likes best: "html", "ttl", "jsonld" or "json"; raises NotAcceptable."""
    found = request.accept_mimetypes.best_match(TYPES) if request.accept_mimetypes else "text/html"
    if found is None:
        raise NotAcceptable
    return TYPES[found]


def prefers_json() -> bool:
    """Whether an error is to be told to a program."""
    accepts = request.accept_mimetypes
    return (
        "application/json" in accepts.values() and accepts.best_match(["text/html", "application/json"]) != "text/html"
    )
