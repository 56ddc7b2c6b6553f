"""Columns as a frame of pandas."""

from collections.abc import Iterable

import pandas as pd

from client.column import Column, Kind

#: What can be missing without becoming another type; all else is kept as Python's own objects, decimals among them.
TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "Int64",
    Kind.FLOAT: "Float64",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "datetime64[s]",
    Kind.LOCAL: "datetime64[us]",
    Kind.INSTANT: "datetime64[us, UTC]",
}


def frame(columns: Iterable[Column]) -> pd.DataFrame:
    """The frame, with a column for each that is given, whether it has cells or not."""
    return pd.DataFrame(
        {each.name: pd.Series(list(each.cells), dtype=TYPES.get(each.kind, object)) for each in columns}
    )
