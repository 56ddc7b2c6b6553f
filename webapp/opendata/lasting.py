"""Answers at addresses that may bear their version: kept for good where they do, else asked for again."""

from flask import Response, request

FOREVER = "public, max-age=31536000, immutable"


def lasting(response: Response, version: str, *, weak: bool = False) -> Response:
    """An answer that is the same as long as its version is, open to pages of other hosts, and not sent again to who has it."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = FOREVER if request.args.get("v") == version else "no-cache"
    response.set_etag(version, weak=weak)
    response.make_conditional(request)
    return response
