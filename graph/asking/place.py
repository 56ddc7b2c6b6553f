"""Where the workers find what a view sees: its directory, or a copy on disk where it is in memory only."""

from pathlib import Path
from tempfile import TemporaryDirectory
from weakref import WeakKeyDictionary

from pyoxigraph import Store

from graph.view import View

_copies: WeakKeyDictionary[View, TemporaryDirectory[str]] = WeakKeyDictionary()


def directory_of(view: View) -> Path:
    """A directory to open read-only; a copy goes when its view does."""
    if view.directory is not None:
        return view.directory
    if view not in _copies:
        folder = TemporaryDirectory(prefix="rodatraden-", ignore_cleanup_errors=True)
        copy = Store(folder.name)
        copy.bulk_extend(view.engine)
        copy.flush()
        _copies[view] = folder
    return Path(_copies[view].name)
