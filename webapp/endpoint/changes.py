"""Updates, as the protocol has them. Nobody makes them but what a test brings along; else they are refused."""

from collections.abc import Callable
from typing import cast

from flask import Flask, Response, current_app

from queries.tokens import asks_elsewhere, words
from webapp.endpoint.problem import Odd
from webapp.endpoint.protocol import READ_ONLY, Change

EXTENSION = "rodatraden.changes"
#: Words of an update that say what the parameters say, too.
DATASET = frozenset({"USING", "WITH"})

Maker = Callable[[Change, str], None]


def let_change(app: Flask, maker: Maker) -> None:
    """Have updates made by `maker`, given each with its base, under test; raises RuntimeError in earnest.

    What it cannot make of an update it tells with QueryError.
    """
    if not app.testing:
        raise RuntimeError("Only an application under test may be changed.")
    app.extensions[EXTENSION] = maker


def changed(change: Change, base: str) -> Response:
    """Make a change; raises Odd where nothing may be changed or its dataset is told twice, and what the maker does."""
    maker = current_app.extensions.get(EXTENSION)
    if maker is None:
        raise Odd(403, READ_ONLY)
    used = set(words(change.update))
    if "LOAD" in used or asks_elsewhere(change.update):
        raise Odd(403, "Nothing is fetched from elsewhere.")
    if (change.default_graphs or change.named_graphs) and used & DATASET:
        raise Odd(400, "The graphs to use are told twice: by parameters, and by USING or WITH.")
    cast("Maker", maker)(change, base)
    return Response(status=204)
