"""What a client has already: an answer is the same as long as the data and what was asked are."""

from hashlib import blake2b

from flask import Response, request


def tag(version: str, *asked: object) -> str:
    """What names an answer: the version of the data and all that was asked. Weak: its rows may come in another order."""
    facts = repr((version, *asked)).encode("utf-8", "backslashreplace")
    return f'W/"{blake2b(facts, digest_size=12).hexdigest()}"'


def held(mark: str) -> bool:
    """Whether the client that asks holds the answer of a tag."""
    tags = request.if_none_match
    return request.method in ("GET", "HEAD") and not tags.star_tag and tags.contains_weak(mark[3:-1])


def not_modified(mark: str) -> Response:
    """Tell the client that it has the answer."""
    return tagged(Response(status=304), mark)


def tagged(response: Response, mark: str | None) -> Response:
    """An answer with its tag, where it has one, to be asked for again before it is used again."""
    response.headers["Cache-Control"] = "no-cache"
    if mark:
        response.headers["ETag"] = mark
    return response
