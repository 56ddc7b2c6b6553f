"""The red thread of an assignment, as a frame and as a tree to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from client.frames import Library, frame
from client.rows import Rows
from client.term import Value
from graph.branches import Branch, drawn
from graph.terminal import harmless, short

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

QUESTION = Path(__file__).with_name("trace.rq").read_text("utf-8")
#: Columns whose several values are one cell.
GATHERED = ("change", "status")


@dataclass(frozen=True)
class Trace:
    """What serves an assignment in each edition that has it: a row an activity under a focus area."""

    rows: Rows
    library: Library | None = None

    def frame(self, library: Library | None = None) -> "pd.DataFrame | pl.DataFrame":
        """As a frame; raises NoFrames."""
        return frame(self.rows, library or self.library)

    def __str__(self) -> str:
        """As a tree, edition by edition."""
        editions = groupby(self.rows.dicts(), key=lambda row: row["of"])
        return "\n\n".join(harmless(drawn(_edition(list(rows)))) for _, rows in editions)

    __repr__ = __str__


def gathered(found: Rows) -> Rows:
    """The rows with those that differ in changes or statuses alone made one."""
    places = [found.names.index(name) for name in GATHERED]
    together: dict[tuple[Value, ...], list[tuple[Value, ...]]] = {}
    for row in found.rows:
        key = tuple(None if at in places else cell for at, cell in enumerate(row))
        together.setdefault(key, []).append(row)
    return Rows(found.names, tuple(_one(key, rows, places) for key, rows in together.items()))


def _one(key: tuple[Value, ...], rows: list[tuple[Value, ...]], places: list[int]) -> tuple[Value, ...]:
    cells = list(key)
    for at in places:
        cells[at] = ", ".join(dict.fromkeys(str(row[at]) for row in rows if row[at] is not None)) or None
    return tuple(cells)


def _edition(rows: list[dict[str, Any]]) -> Branch:
    first = rows[0]
    since = f" (since {first['since']})" if first["since"] is not None else ""
    notes = [f"{short(first['assignment'])}{since}"]
    notes += [f"   {first['text']}"] if first["text"] not in (None, first["assignment"]) else []
    title = f"{first['plan_title']} ({first['organisation']}, {first['region']})"
    areas = groupby(sorted(rows, key=lambda row: _order(rows, row["area"])), key=lambda row: row["area"])
    nothing = Branch("no activity in this plan says that it serves this assignment")
    below = tuple(_area(area, list(under)) for area, under in areas) if first["thing"] else (nothing,)
    return Branch(title, tuple(notes), below)


def _order(rows: list[dict[str, Any]], area: object) -> int:
    """Where an area comes first."""
    return next(at for at, row in enumerate(rows) if row["area"] == area)


def _area(area: str | None, rows: list[dict[str, Any]]) -> Branch:
    return Branch(short(area) if area else "(no focus area told)", (), tuple(Branch(_activity(row)) for row in rows))


def _activity(row: dict[str, Any]) -> str:
    notes = "".join(f" ({note})" for note in _notes(row))
    return f"{short(row['activity'])}{notes}  [{row['file']}:{row['line']}]"


def _notes(row: dict[str, Any]) -> Iterator[str]:
    if row["part_of"]:
        yield f"part of {short(row['part_of'])}"
    if row["status"]:
        yield row["status"]
    told = (f"since {row['activity_since']}" if row["activity_since"] else None, row["change"])
    if any(told):
        yield ", ".join(filter(None, told))
