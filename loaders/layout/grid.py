"""Rows of a table of many figures: labels before or behind the figures, cells over several lines, empty cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.records import Doubt, Record
from loaders.document import Document, Line, Piece, Row
from loaders.family import doubt
from loaders.layout.comparisons import Layout
from loaders.layout.headers import Table
from loaders.layout.placing import Placed, placed
from loaders.layout.rows import FigureRow, Shape, cell_row, gives_up, unbroken
from loaders.words.clean import even
from loaders.words.numbers import NUMERIC, to_decimal
from ontology import rt

#: A line of figures that a label stands right behind, often without a blank: "306 603- Varav somatisk vård".
LABEL_BEHIND = re.compile(r"\s*(?P<figures>[-–−+]?\d[\d ,.%+–−-]*?)(?P<label>[-–•]?\s*[^\W\d_].*)")
#: A word on a line of its own between the lines of a cell: "40 912 / Totalt / 68 266".
#: No row is longer than this.
LONGEST_ROW = 600
REMARK = re.compile(r"\s*[^\W\d_][^\W\d_ ]{1,20}\s*")


@dataclass(frozen=True)
class Remark:
    """A second figure in a cell, with the word that says what it is; `cell` is the cell's position."""

    cell: int
    word: Piece
    figure: Piece


@dataclass(frozen=True)
class GridRow(FigureRow):
    """A row with what more its cells hold; `unsure` where its figures fit other cells as well."""

    remarks: tuple[Remark, ...] = ()
    unsure: bool = False


def grid_rows(document: Document, table: Table, layout: Layout) -> list[GridRow]:
    """The rows of a table, from its cells if it has any."""
    if table.rows:
        return [from_cells(document, row, layout) for row in unbroken(table)]
    return list(from_lines(document, table.lines, layout))


def from_cells(document: Document, row: Row, layout: Layout) -> GridRow:
    """A row whose cells the format shows; the label is the first, or the last where that one holds the words."""
    cells = row.cells
    behind = to_decimal(cells[0].text) is not None and re.search(r"[^\W\d_]", cells[-1].text)
    plain = cell_row(Row((cells[-1], *cells[:-1]), row.place) if behind else row, Shape(len(layout.columns)))
    made = [two_in_one(document, at, cell) for at, cell in enumerate(plain.cells)]
    remarks = tuple(remark for _, remark in made if remark)
    return GridRow(plain.label, tuple(cell for cell, _ in made), None, row.place, remarks)


def two_in_one(document: Document, at: int, cell: Piece) -> tuple[Piece, Remark | None]:
    """The first figure of a cell, and the second with its word where it has one."""
    start, text = cell.place.start, cell.text
    match = re.fullmatch(r"(?P<first>[\d ,.%]*\d%?)\s+(?P<word>[^\W\d_]+):?\s+(?P<second>[\d ,.%]*\d%?)", text)
    if not match or start + len(text) != cell.place.end:
        return cell, None
    first, word, second = (
        document.cut(start + match.start(part), start + match.end(part)) for part in ("first", "word", "second")
    )
    return first, Remark(at, word, second)


def from_lines(document: Document, lines: Sequence[Line], layout: Layout) -> Iterator[GridRow]:
    """Rows of wrapped text: lines gather until they tell a row; the rows end where text does not become one."""
    gathered: list[Line] = []
    for line in lines:
        if line.blank:
            continue
        own = row_of(document, [line], layout)
        if own and gathered and not adjoining(gathered[-1], line):
            yield from heading_of(document, gathered, layout)
            gathered = []
        whole = row_of(document, [*gathered, line], layout) if gathered else own
        if whole:
            yield whole
            gathered = []
        elif gives_up(line, gathered):
            return
        else:
            gathered.append(line)


def heading_of(document: Document, gathered: list[Line], layout: Layout) -> Iterator[GridRow]:
    """Lines above a row that are not its label: a row of its own without figures, unless they have some."""
    piece = document.cut_lines(gathered)
    if len(gathered) == 1 and not any(NUMERIC.fullmatch(word) for word in piece.text.split()):
        empty = tuple(Piece("", piece.place) for _ in layout.columns)
        yield GridRow(piece, empty, None, piece.place)


def adjoining(above: Line, below: Line) -> bool:
    """Whether one line stands right above another."""
    return above.number + 1 == below.number


def row_of(document: Document, lines: Sequence[Line], layout: Layout) -> GridRow | None:
    """The row that some lines tell; None where they tell none, or not yet all of it."""
    start, end = lines[0].start, lines[-1].end
    if end - start > LONGEST_ROW:
        return None
    text = even(document.source.text[start:end])
    remarks = remarks_in(document, lines)
    for _, word, figure in remarks:
        text = blanked(text, word.place.start - start, figure.place.end - start)
    way = placed(text, layout) if re.search(r"\d\D*$", text) else None
    if way and re.search(r"[^\W\d_]", way.label):
        at = end_of(text, way.label, 0)
        return gridded(document, start, text, way, at, document.cut(start, start + at), remarks)
    return row_with_label_behind(document, start, text, layout)


def row_with_label_behind(document: Document, start: int, text: str, layout: Layout) -> GridRow | None:
    """The row of a text that begins with its figures."""
    behind = LABEL_BEHIND.fullmatch(text)
    way = placed(behind["figures"], layout, bare=True) if behind else None
    if not behind or not way:
        return None
    label = document.cut(start + behind.start("label"), start + len(text))
    return gridded(document, start, text, way, 0, label, ())


def blanked(text: str, begin: int, end: int) -> str:
    """The text with a stretch of it blank, nothing moved."""
    return text[:begin] + " " * (end - begin) + text[end:]


def remarks_in(document: Document, lines: Sequence[Line]) -> tuple[tuple[int, Piece, Piece], ...]:
    """Words that stand alone on a line between figures, each with the figure below it and where the word begins."""
    found = []
    for above, word, below in zip(lines, lines[1:], lines[2:], strict=False):
        numbers = re.search(r"\d\s*$", above.text) and to_decimal(even(below.text).strip()) is not None
        if numbers and REMARK.fullmatch(word.text):
            found.append((word.start, document.cut_lines([word]), document.cut_lines([below])))
    return tuple(found)


def end_of(text: str, part: str, at: int) -> int:
    """Where a part ends that stands in a text from a position on; blanks do not count."""
    left = sum(not char.isspace() for char in part)
    for position in range(at, len(text)):
        left -= not text[position].isspace()
        if left == 0:
            return position + 1
    return at


def start_of(text: str, at: int) -> int:
    """The first position from another on that is not blank."""
    return at + len(text[at:]) - len(text[at:].lstrip())


def gridded(
    document: Document,
    start: int,
    text: str,
    way: Placed,
    at: int,
    label: Piece,
    remarks: Sequence[tuple[int, Piece, Piece]],
) -> GridRow:
    """A placed row with the place of each cell; a remark goes to the last cell before it."""
    pieces, told = [], list[Remark]()
    for cell in way.cells:
        begin = start_of(text, at) if cell else at
        at = end_of(text, cell, begin) if cell else at
        pieces.append(Piece(cell, document.place(start + begin, start + at)))
    for offset, word, figure in remarks:
        before = [n for n, piece in enumerate(pieces) if piece and piece.place.start < offset]
        told += [Remark(before[-1], word, figure)] if before else []
    place = document.place(start, start + len(text))
    return GridRow(label, tuple(pieces), None, place, tuple(told), way.unsure)


def without_figures(row: GridRow) -> bool:
    """Whether a row has a label only."""
    return not any(row.texts)


def emptied(row: GridRow) -> GridRow:
    """The row, without its figures where it can't be told which cells they are in."""
    return replace(row, cells=tuple(Piece("", cell.place) for cell in row.cells)) if row.unsure else row


def cells_not_told(row: GridRow, about: Record | None = None) -> Doubt:
    """The doubt about a row with empty cells where it can't be told which."""
    return doubt(
        rt.ColumnNotTold,
        row.place,
        f"Raden {row.label.text} har tomma celler, och det framgår inte vilka kolumner som siffrorna hör till.",
        f"The row {row.label.text} has empty cells, and it is not told which columns its figures belong to.",
        about=about,
    )
