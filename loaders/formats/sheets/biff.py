"""Sheets of a workbook in the old binary form (.xls), by calamine: values and merged cells, but no number formats."""

from collections.abc import Iterator
from pathlib import Path

from loaders.formats.grids import on_one_line
from loaders.formats.sheets.sheet import Odd, Sheet, hidden
from loaders.formats.sheets.shown import shown
from loaders.formats.sheets.values import is_hidden, is_plain, opened, values_of
from ontology import rt


def sheets(path: Path, data: bytes) -> Iterator[Sheet]:
    """The sheets in their order, each with a doubt where it has fractions, which may be shown as percentages."""
    with opened(path, data) as book:
        for told in book.sheets_metadata:
            if not is_plain(told):
                continue
            values, merged = values_of(path, book, told.name)
            odd = [hidden(told.name)] if is_hidden(told) else []
            if any(isinstance(value, float) and 0 < abs(value) < 1 for row in values for value in row):
                odd.append(_formats_unknown(told.name))
            rows = [[on_one_line(shown(value)) for value in row] for row in values]
            yield Sheet(told.name, rows, merged, tuple(odd))


def _formats_unknown(name: str) -> Odd:
    return Odd(
        rt.ValueNotRead,
        f"Bladet ”{name}” är i det gamla formatet .xls, där procent läses som bråktal (0,48 för 48 %). Spara som .xlsx.",
        f"The sheet “{name}” is in the old form .xls, where percentages are read as fractions (0.48 for 48 %). Save it as .xlsx.",
    )
