"""What a question was answered with: rows of values, read from SPARQL's results in JSON as a whole."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from client.column import Column, columns_of
from client.term import Value, value
from graph.asking.outcome import Written
from graph.errors import BrokenAnswer
from graph.reread import COLUMNS, bindings
from graph.results import Form


@dataclass(frozen=True)
class Rows:
    """A table: the names of its columns, its rows."""

    names: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def columns(self) -> tuple[Column, ...]:
        """Its columns with their types, and beside those with texts in languages one that tells the languages."""
        cells = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.names)
        return tuple(each for name, values in zip(self.names, cells, strict=True) for each in columns_of(name, values))

    def dicts(self) -> list[dict[str, Value]]:
        """A dictionary a row."""
        return [dict(zip(self.names, row, strict=True)) for row in self.rows]


def read(written: Written) -> Rows | bool:
    """The answer: rows of a SELECT, the triples of a CONSTRUCT or DESCRIBE, whether it is so for an ASK.

    Raises BrokenAnswer where it is not whole.
    """
    if written.form is not Form.JSON:
        return _rows(COLUMNS, bindings(written))
    try:
        told = json.loads(written.body)
        if "boolean" in told:
            return _truth(told["boolean"])
        return _rows(tuple(told["head"]["vars"]), told["results"]["bindings"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenAnswer(
            f"The answer broke off or is no answer ({error!r}). Nothing of it is used; ask again."
        ) from error


def _truth(told: object) -> bool:
    if not isinstance(told, bool):
        raise TypeError(f"neither true nor false: {told!r}")
    return told


def _rows(names: tuple[str, ...], told: Iterable[dict[str, Any]]) -> Rows:
    return Rows(names, tuple(tuple(value(row.get(name)) for name in names) for row in told))
