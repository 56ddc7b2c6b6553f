"""What a sheet's XML tells beside its values: styles, errors, formulas without results, hidden rows, how far it goes.

Told by the tags alone, one after the other, so that a million cells take a moment and no tree is built.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache

from loaders.formats.sheets.sheet import At

TAG = re.compile(rb"<(?:\w{1,20}:)?(row|col|c|f|v|t|mergeCell)(\s[^<>]*|/)?>([^<]*)")
ATTRIBUTE = re.compile(rb"\b(r|s|t|min|max|hidden)\s*=\s*[\"']([^\"']*)[\"']")
REFERENCE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")
#: A cell that holds something, as nearly all programs write it: where, its style, all else; and one that is empty.
PLAIN = re.compile(rb"<c r=\"([A-Z]{1,3})([0-9]{1,7})\"(?: s=\"([0-9]{1,9})\")?([^<>/]*)>")
EMPTY = re.compile(rb"<c [^<>]*/>")
STYLE = re.compile(rb"\bs=\"([0-9]{1,9})\"")
#: What only reading tag by tag understands: formulas, errors, hidden rows, names with a prefix.
MORE = re.compile(rb"<f[\s>/]|\bt=\"e\"|\bhidden=|<\w{1,20}:|<c[^ \w]")
MOST_HIDDEN = 1_000


@dataclass
class Scanned:
    """What was found; `filled` counts cells that are not empty, `last` is the row and the column furthest out."""

    styles: dict[At, int] = field(default_factory=dict)
    errors: dict[At, str] = field(default_factory=dict)
    not_reckoned: list[At] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    filled: int = 0
    first: At = (1 << 20, 1 << 14)
    last: At = (-1, -1)

    @property
    def area(self) -> int:
        """How many cells the least block around all filled ones has."""
        return max(0, self.last[0] - self.first[0] + 1) * max(0, self.last[1] - self.first[1] + 1)


def scan(xml: bytes, telling: AbstractSet[int]) -> Scanned:
    """What a sheet's XML tells; of styles those that tell how a value shows."""
    if not MORE.search(xml):
        cells = PLAIN.findall(xml)
        if len(cells) + len(EMPTY.findall(xml)) == xml.count(b"<c "):
            return _quickly(cells, telling)
    return _fully(xml)


def _quickly(cells: list[tuple[bytes, bytes, bytes, bytes]], telling: AbstractSet[int]) -> Scanned:
    found, wanted = Scanned(filled=len(cells)), frozenset(str(style).encode() for style in telling)
    for letters, row, style, rest in cells:
        if not style and b"s=" in rest and (told := STYLE.search(rest)):
            style = told[1]
        if style in wanted:
            found.styles[int(row) - 1, column(letters)] = int(style)
    if cells:
        numbers = [int(row) - 1 for row in {cell[1] for cell in cells}]
        places = [column(letters) for letters in {cell[0] for cell in cells}]
        found.first, found.last = (min(numbers), min(places)), (max(numbers), max(places))
    return found


def _fully(xml: bytes) -> Scanned:
    """The same for any sheet, with formulas, errors and what is hidden."""
    reader = _Reader()
    for name, rest, text in TAG.findall(xml):
        reader.tag(name, rest, text)
    reader.closed()
    return reader.found


class _Reader:
    """Where reading tag by tag is: in which cell, and whether that has a formula, an error, a value."""

    def __init__(self) -> None:
        self.found = Scanned()
        self.at = (-1, -1)
        self.formula = self.error = self.valued = False

    def tag(self, name: bytes, rest: bytes, text: bytes) -> None:
        if name in (b"c", b"row"):
            self.closed()
        said = dict(ATTRIBUTE.findall(rest)) if name in (b"c", b"row", b"col") else {}
        if name == b"c":
            self.cell(said, empty=rest.endswith(b"/"))
        elif name in (b"row", b"col"):
            self.line(name, said)
        elif name == b"f":
            self.formula = True
        elif name in (b"v", b"t"):
            self.value(text)

    def cell(self, said: dict[bytes, bytes], *, empty: bool) -> None:
        told = REFERENCE.fullmatch(said.get(b"r", b"").upper())
        self.at = (int(told[2]) - 1, column(told[1])) if told else (self.at[0], self.at[1] + 1)
        self.error = said.get(b"t") == b"e"
        if not empty:
            _count(self.found, self.at)
        if (style := said.get(b"s", b"")).isdigit() and len(style) < 10:
            self.found.styles[self.at] = int(style)

    def line(self, name: bytes, said: dict[bytes, bytes]) -> None:
        """A row, or what is said of columns."""
        concealed = said.get(b"hidden") in (b"1", b"true")
        if name == b"col":
            self.found.hidden_columns += _columns(said) if concealed else []
            return
        number = said.get(b"r", b"")
        self.at = (int(number) - 1 if number.isdigit() and len(number) < 10 else self.at[0] + 1, -1)
        if concealed and len(self.found.hidden_rows) < MOST_HIDDEN:
            self.found.hidden_rows.append(self.at[0])

    def value(self, text: bytes) -> None:
        self.valued = self.valued or bool(text)
        if self.error and text:
            self.found.errors[self.at] = text.decode("utf-8", "replace")[:40]

    def closed(self) -> None:
        """The cell ends."""
        if self.formula and not self.valued:
            self.found.not_reckoned.append(self.at)
        self.formula = self.error = self.valued = False


def _count(found: Scanned, at: At) -> None:
    found.filled += 1
    found.first = min(found.first[0], at[0]), min(found.first[1], at[1])
    found.last = max(found.last[0], at[0]), max(found.last[1], at[1])


def _columns(said: dict[bytes, bytes]) -> list[int]:
    least, most = said.get(b"min", b""), said.get(b"max", b"")
    if not (least.isdigit() and most.isdigit()):
        return []
    return list(range(int(least) - 1, min(int(most), int(least) + 20)))


@cache
def column(letters: bytes) -> int:
    """A column's number from 0: of A 0, of AA 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
