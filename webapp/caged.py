"""Questions that readers shape, asked where they can be ended: in workers apart from the pages, with limits.

The engine cannot be interrupted, so a question within the server would hold it as long as it likes.
"""

from typing import cast

from flask import current_app

from graph.answer import Answer
from graph.asking.limits import PUBLIC, Limits
from graph.asking.pool import Pool
from graph.asking.table import asked
from graph.view import View


def pool() -> Pool:
    """The application's workers; the first question starts them."""
    if "pool" not in current_app.extensions:
        current_app.extensions.setdefault("pool", Pool(cast("Limits", current_app.config.get("LIMITS", PUBLIC))))
    return cast("Pool", current_app.extensions["pool"])


def caged(seen: View, query: str) -> Answer:
    """The rows of a SELECT; raises Unanswered, which `webapp.failures` tells people of, where it takes too much."""
    return asked(pool(), seen, query)
