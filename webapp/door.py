"""The one door to the store: a request sees one version from its beginning to its end, the next may see a newer one."""

from typing import cast
from weakref import WeakKeyDictionary

from flask import Flask, current_app, g

from graph.pictures import Pictures
from graph.store import PlanStore
from graph.versions import Version
from graph.view import View

EXTENSION, PAGES = "rodatraden", "rodatraden.pictures"
_versions: WeakKeyDictionary[View, Version | None] = WeakKeyDictionary()


def hang(app: Flask, store: PlanStore, pictures: Pictures | None = None) -> None:
    """Give an application its store, and what shows the pages of source files, where something does."""
    app.extensions[EXTENSION] = store
    app.extensions[PAGES] = pictures


def pictures() -> Pictures | None:
    """What shows the pages of source files; None where nothing does."""
    return cast("Pictures | None", current_app.extensions[PAGES])


def store() -> PlanStore:
    """The store itself: for those few that write, or read what is no version's."""
    return cast("PlanStore", current_app.extensions[EXTENSION])


def view() -> View:
    """The version that this request sees. Raises EmptyStore before the first load, StoreError where it can't be read."""
    if "view" not in g:
        g.view = store().view()
    return cast("View", g.view)


def version(seen: View) -> Version | None:
    """Which version a view sees, and when that was made; None where it is no longer kept."""
    if seen not in _versions:
        _versions[seen] = _version(seen)
    return _versions[seen]


def _version(seen: View) -> Version | None:
    kept = store().versions()
    if seen.directory is None:
        return next((each for each in kept if each.current), None)
    return next((each for each in kept if str(each.number) == seen.directory.parent.name), None)
