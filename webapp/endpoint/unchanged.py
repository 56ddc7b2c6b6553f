"""What a client has already: an answer is the same as long as the data and what was asked are."""

from hashlib import blake2b

from flask import Response, request

from graph.view import View
from webapp.version import data_version


def tag(seen: View, *parts: object) -> str:
    """What names an answer: the version of the data and all that was asked. Weak: its rows may come in another order."""
    facts = repr((data_version(seen), *parts)).encode("utf-8", "backslashreplace")
    return f'W/"{blake2b(facts, digest_size=12).hexdigest()}"'


def held(tag: str) -> bool:
    """Whether the client holds the answer of a tag."""
    tags = request.if_none_match
    return request.method in ("GET", "HEAD") and not tags.star_tag and tags.contains_weak(tag[3:-1])


def not_modified(tag: str) -> Response:
    """Tell the client that it has the answer."""
    return tagged(Response(status=304), tag)


def tagged(response: Response, tag: str) -> Response:
    """An answer with its tag, to be asked for again before it is used again."""
    response.headers["Cache-Control"] = "no-cache"
    if request.method in ("GET", "HEAD"):
        response.headers["ETag"] = tag
    return response
