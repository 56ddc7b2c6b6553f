"""A sheet as it shows: the text of each cell, what is merged, what is odd."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.spots import Cells, Spot, reference
from ontology import rt
from ontology.iri import Iri

#: Row and column, both from 0.
At = tuple[int, int]


@dataclass(frozen=True)
class Odd:
    """What a reader should know about a cell, or about the whole sheet where none is named; becomes a doubt."""

    kind: Iri
    sv: str
    en: str
    at: At | None = None
    severity: Iri = rt.Warning_


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows` are its cells' texts from A1 on, `merged` each upper left cell's columns and rows.

    `notes` are comments beside cells.
    """

    name: str
    rows: list[list[str]]
    merged: dict[At, tuple[int, int]] = field(default_factory=dict)
    odd: tuple[Odd, ...] = ()
    notes: tuple[tuple[At, str], ...] = ()

    def spot(self, at: At) -> Spot:
        """A cell's spot: with the cells that are merged with it."""
        row, column = at
        width, height = self.merged.get(at, (1, 1))
        return Spot(sheet=self.name, cells=(column + 1, row + 1, column + width, row + height))


def named(at: At) -> str:
    """A cell as a sheet names it: "B7"."""
    row, column = at
    cells: Cells = (column + 1, row + 1, column + 1, row + 1)
    return reference(cells)


def hidden(name: str) -> Odd:
    """A whole sheet that is hidden."""
    return Odd(
        rt.HiddenText,
        f"Bladet ”{name}” är dolt i arbetsboken; det är läst ändå.",
        f"The sheet “{name}” is hidden in the workbook; it is read all the same.",
    )


def hidden_parts(rows: list[int], columns: list[int]) -> Iterator[Odd]:
    """Rows and columns of a sheet that are hidden, both from 0."""
    told_rows = ", ".join(str(row + 1) for row in rows[:20])
    told_columns = ", ".join(named((0, column))[:-1] for column in columns[:20])
    for sv, en, told in (("Rader", "Rows", told_rows), ("Kolumner", "Columns", told_columns)):
        if told:
            yield Odd(
                rt.HiddenText,
                f"{sv} är dolda i bladet men lästa: {told}.",
                f"{en} are hidden in the sheet but read: {told}.",
            )


def error_in(at: At, text: str) -> Odd:
    """A cell that shows an error in place of a value."""
    return Odd(
        rt.ValueNotRead,
        f"Cell {named(at)} visar felet {text} i stället för ett värde.",
        f"Cell {named(at)} shows the error {text} in place of a value.",
        at,
    )


def not_reckoned(at: At) -> Odd:
    """A formula whose result the file does not hold."""
    return Odd(
        rt.ValueNotRead,
        f"Cell {named(at)} har en formel utan uträknat värde. Öppna arbetsboken, räkna om och spara den.",
        f"Cell {named(at)} has a formula whose result is not stored. Open the workbook, recalculate and save it.",
        at,
    )
