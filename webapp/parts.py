"""Parts of a page that may fail without it: what went wrong is in the log, and the page says which part is missing."""

from collections.abc import Callable
from typing import TypeVar

from flask import Response, after_this_request, current_app, g
from werkzeug.exceptions import HTTPException

from graph.errors import EmptyStore, StoreError

Read = TypeVar("Read")
Instead = TypeVar("Instead")


def part(name: object, read: Callable[[], Read], instead: Instead) -> Read | Instead:
    """What a part shows, or `instead` where a fault of ours came in the way; `name` says to people what is missing.

    While testing, faults are faults. A store that cannot be read, and what is no fault, go on.
    """
    try:
        return read()
    except (EmptyStore, StoreError, HTTPException):
        raise
    except Exception as error:
        if current_app.testing and not current_app.config.get("FORGIVING"):
            raise
        current_app.logger.exception("A part of a page failed: %s", name, exc_info=error)
        _missing(name)
        return instead


def _missing(name: object) -> None:
    g.setdefault("missing_parts", []).append(name)
    after_this_request(_unkept)


def _unkept(response: Response) -> Response:
    """A page with a hole is not kept: the next may be whole."""
    response.headers["Cache-Control"] = "no-store"
    return response


def missing_parts() -> list[object]:
    """The parts of this request's page that could not be shown."""
    return list(g.get("missing_parts", ()))
