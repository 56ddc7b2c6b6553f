"""Rows as a frame of the library that is asked for, or that there is."""

import warnings
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from client.column import unread
from client.rows import Rows
from graph.errors import GraphError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Library = Literal["pandas", "polars"]
LIBRARIES: tuple[Library, ...] = ("pandas", "polars")


class NoFrames(GraphError, ImportError):
    """The library that makes frames is not installed."""


class Unread(UserWarning):
    """Values are not of the datatype that they are said to be."""


def frame(rows: Rows, library: Library | None = None) -> "pd.DataFrame | pl.DataFrame":
    """The rows as a frame; warns of cells that could not be read. Raises NoFrames."""
    library = library or _there()
    _refuse_missing(library)
    for at, name in enumerate(rows.names):
        if said := unread(name, [row[at] for row in rows.rows]):
            warnings.warn(said, Unread, stacklevel=3)
    if library == "pandas":
        from client import in_pandas

        return in_pandas.frame(rows.columns())
    from client import in_polars

    return in_polars.frame(rows.columns())


def _there() -> Library:
    """The first library that is installed; the first of all where none is."""
    return next((each for each in LIBRARIES if find_spec(each)), LIBRARIES[0])


def _refuse_missing(library: str) -> None:
    if library not in LIBRARIES:
        raise NoFrames(f"Frames are made by {' or '.join(LIBRARIES)}, not by {library}.")
    if not find_spec(library):
        raise NoFrames(f'{library} is not installed. Install it with: pip install "rodatraden[notebooks]"')
