"""Where the workers find what a view sees: its directory, or a copy on disk where it is in memory only."""

import shutil
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from weakref import WeakKeyDictionary, finalize

from pyoxigraph import Store

from graph.view import View

_copies: WeakKeyDictionary[View, Path] = WeakKeyDictionary()
_copying = Lock()


def directory_of(view: View) -> Path:
    """A directory to open read-only; a copy goes when its view does, or the program ends."""
    if view.directory is not None:
        return view.directory
    with _copying:
        if view not in _copies:
            _copies[view] = _copied(view)
        return _copies[view]


def _copied(view: View) -> Path:
    folder = mkdtemp(prefix="rodatraden-")
    finalize(view, shutil.rmtree, folder, ignore_errors=True)
    copy = Store(folder)
    copy.bulk_extend(view.engine)
    copy.flush()
    return Path(folder)
