"""Sheets that hold a table of a text on another sheet, and are named by its heading: set where they stand in that text.

A sheet's name has no more than 31 letters, no brackets, colons or slashes, and no two sheets have the same, so that a
heading is cut off or numbered in it: "Trygg och säker vård i hela (2)".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.formats.sheets.sheet import Sheet

#: A name at least so long may be the beginning of a heading.
CUT = 24
#: A heading is no longer than this.
LONGEST = 150
#: A text has no more rows.
MOST_ROWS = 10_000
NUMBERED = re.compile(r"\s*\(\d{1,3}\)$")
FORBIDDEN = re.compile(r"[\[\]:*?/\\\s]+")


@dataclass(frozen=True)
class Part:
    """A sheet, or some of its rows; `named` where its name is set above it."""

    sheet: Sheet
    named: bool = True


def placed(sheets: Sequence[Sheet]) -> Iterator[Part]:
    """The sheets in their order, those of tables that a text on another has the headings of within it."""
    text = next((sheet for sheet in sheets if is_text(sheet)), None)
    homes = homes_in(text, [sheet for sheet in sheets if sheet is not text]) if text else {}
    within = {sheet.name for home in homes.values() for sheet in home}
    for sheet in sheets:
        if sheet is text:
            yield from around(sheet, homes)
        elif sheet.name not in within:
            yield Part(sheet)


def is_text(sheet: Sheet) -> bool:
    """Whether a sheet holds running text: several lines, one cell a row."""
    if len(sheet.rows) > MOST_ROWS:
        return False
    filled = [sum(bool(cell.strip()) for cell in row) for row in sheet.rows]
    return max(filled, default=0) == 1 and sum(filled) > 2


def homes_in(text: Sheet, sheets: Sequence[Sheet]) -> dict[int, list[Sheet]]:
    """By the row of a text above which they are set, at the end of a section: the sheets named by its heading.

    Of several headings alike each is of the next sheet, the last of all that follow.
    """
    lines = [plain("".join(row)) for row in text.rows]
    homes: dict[int, list[Sheet]] = {}
    last = -1
    for sheet in sheets:
        written = any(cell.strip() for row in sheet.rows for cell in row)
        if written and (rows := headings_of(sheet, lines)):
            last = next((row for row in rows if row > last), rows[-1])
            homes.setdefault(last, []).append(sheet)
    return by_end(homes, text)


def headings_of(sheet: Sheet, lines: Sequence[str]) -> tuple[int, ...]:
    """The rows of a text that a sheet's name is, or else is the beginning of; of a numbered name both."""
    bare = NUMBERED.sub("", sheet.name)
    name = plain(bare)
    same = tuple(at for at, line in enumerate(lines) if line == name and name)
    if len(name) < CUT or (same and bare == sheet.name):
        return same
    return tuple(at for at, line in enumerate(lines) if len(line) <= LONGEST and line.startswith(name))


def by_end(homes: dict[int, list[Sheet]], text: Sheet) -> dict[int, list[Sheet]]:
    """The sheets by the row that their section goes down to: before the next that heads something."""
    ends: dict[int, list[Sheet]] = {}
    for row in sorted(homes):
        end = next((at for at in range(row + 1, len(text.rows)) if at in homes or heads(text, at)), len(text.rows))
        ends.setdefault(end, []).extend(homes[row])
    return ends


def heads(text: Sheet, at: int) -> bool:
    """Whether a row of a text may be a heading: short, with blank rows around it, and no sentence."""
    line, around_it = "".join(text.rows[at]).strip(), text.rows[at - 1 : at] + text.rows[at + 1 : at + 2]
    alone = not any("".join(row).strip() for row in around_it[:1])
    return alone and 0 < len(line) < LONGEST // 2 and line[0].isalnum() and line[-1] not in ".,;:"


def around(text: Sheet, homes: dict[int, list[Sheet]]) -> Iterator[Part]:
    """A text's parts, with the sheets between them."""
    begin = 0
    for end in sorted({*homes, len(text.rows)}):
        notes = text.notes if end == len(text.rows) else ()
        yield Part(replace(text, rows=[[]] * begin + text.rows[begin:end], notes=notes), named=not begin)
        yield from (Part(sheet, named=False) for sheet in homes.get(end, ()))
        begin = end


def plain(text: str) -> str:
    """A name as a sheet may have it, in small letters."""
    return FORBIDDEN.sub(" ", text).strip().casefold()
