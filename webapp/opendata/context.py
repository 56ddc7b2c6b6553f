"""`/context.jsonld`: the words in which things are told as JSON-LD.

Its address bears its version. Names in it are only ever added, so that what refers to an older one is read by the newest.
"""

from functools import cache
from hashlib import blake2b

from flask import Blueprint, Response, url_for

from ontology.files import CONTEXT
from ontology.iri import Iri
from webapp.opendata.lasting import lasting
from webapp.public import public

PAGE = Blueprint("context", __name__, url_prefix="/context.jsonld")


@cache
def _text() -> bytes:
    return CONTEXT.read_bytes()


@cache
def version() -> str:
    """What tells this context from earlier ones."""
    return blake2b(_text(), digest_size=5).hexdigest()


def address() -> Iri:
    """Where the context is, whole, as data must name it wherever it is read."""
    return public(url_for("context.context", v=version()))


@PAGE.get("")
def context() -> Response:
    """The context, whichever version is asked for."""
    return lasting(Response(_text(), content_type="application/ld+json"), version())
