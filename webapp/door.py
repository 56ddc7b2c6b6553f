"""The one door to the store: a request sees one version from its beginning to its end, the next may see a newer one."""

from typing import cast

from flask import Flask, current_app, g

from graph.store import PlanStore
from graph.view import View

EXTENSION = "rodatraden"


def hang(app: Flask, store: PlanStore) -> None:
    """Give an application its store."""
    app.extensions[EXTENSION] = store


def store() -> PlanStore:
    """The application's store."""
    return cast("PlanStore", current_app.extensions[EXTENSION])


def view() -> View:
    """The version that this request sees. Raises EmptyStore before the first load, StoreError where it can't be read."""
    if "view" not in g:
        g.view = store().view()
    return cast("View", g.view)
