"""Rows of figures: a label and as many cells as the table has columns, in cells or in wrapped text alike."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graph.place import Place
from loaders.document import Document, Line, Piece, Row
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading
from loaders.words.clean import even
from loaders.words.numbers import NUMERIC, TOKEN, label_and_cells
from loaders.words.vocabulary import heading_words

#: A line longer than this with no figures at its end is running text, not the label of a row.
LONGEST_LABEL_LINE = 70
LONGEST_LABEL = 200
#: What alone on a line is over the rows that follow, not the beginning of the first one's name.
OVER_ROWS = re.compile(rf"{heading_words('over_rows')}\s*:?", re.IGNORECASE)


@dataclass(frozen=True)
class FigureRow:
    """A row: its label, a piece for each column of figures (empty text for an empty cell), and what stands behind."""

    label: Piece
    cells: tuple[Piece, ...]
    comment: Piece | None
    place: Place

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Shape:
    """How a family's rows look: columns of figures, which of them are per cent, whether words follow the figures."""

    figures: int
    percent: AbstractSet[int] = frozenset()
    comments: bool = False
    exact: bool = False


def figure_rows(document: Document, table: Table, shape: Shape) -> Iterator[FigureRow]:
    """The rows of a table, from its cells if it has any."""
    if table.rows:
        yield from (cell_row(row, shape) for row in unbroken(table))
    else:
        yield from wrapped_rows(document, table.lines, shape)


def unbroken(table: Table) -> Iterator[Row]:
    """The rows down to the first line that is neither blank nor a row, nor a heading over rows."""
    by_line = {row.line: row for row in table.rows}
    for line in table.lines:
        if line.number in by_line:
            yield by_line[line.number]
        elif not line.blank and not OVER_ROWS.fullmatch(line.text.strip()):
            return


def with_headings(document: Document, table: Table) -> Iterator[Row]:
    """The rows of a table as they are unbroken but for headings right above a row, each a row of one cell."""
    by_line = {row.line: row for row in table.rows}
    for at, line in enumerate(table.lines):
        if line.number in by_line:
            yield by_line[line.number]
        elif not line.blank:
            following = next((below for below in table.lines[at + 1 :] if not below.blank), None)
            if following is None or following.number not in by_line or not is_heading(document, line):
                return
            heading = document.cut_lines([line])
            yield Row((heading,), heading.place)


def cell_row(row: Row, shape: Shape) -> FigureRow:
    """A row whose cells the format shows."""
    label, *rest = row.cells
    empty = Piece("", row.cells[-1].place)
    cells = (rest + [empty] * shape.figures)[: shape.figures]
    comment = rest[shape.figures] if shape.comments and len(rest) > shape.figures else None
    return FigureRow(label, tuple(cells), comment or None, row.place)


def wrapped_rows(document: Document, lines: tuple[Line, ...], shape: Shape) -> Iterator[FigureRow]:
    """Rows of wrapped text: lines gather into a label until one has the figures.

    A name that comes a second time is a whole one: what stands above it is a heading ("Varav vårdval").
    """
    label: list[Line] = []
    seen: set[str] = set()
    taken = 0
    for at, line in enumerate(lines):
        if line.blank or line.number <= taken:
            continue
        parts = parts_of(line, label, shape)
        if not parts and gives_up(line, label):
            return
        if not parts and not empty_cells(line, shape):
            label.append(line)
            continue
        name = parts[0].strip() if parts else ""
        above, own = (label, []) if name in seen else split_label(label, line, has_text=bool(name))
        seen |= {name} - {""}
        if above:
            yield heading_row(document, above, shape)
        behind = following(lines[at + 1 :]) if shape.comments and parts and parts[2] else []
        taken = behind[-1].number if behind else taken
        yield wrapped_row(document, own, line, parts, behind) if parts else heading_row(document, [*own, line], shape)
        label = []


def empty_cells(line: Line, shape: Shape) -> bool:
    """Whether a line ends with the blanks of as many empty cells as the table has columns."""
    return len(line.text) - len(line.text.rstrip()) > 2 * shape.figures - 1 > 1


def split_label(label: list[Line], line: Line, *, has_text: bool) -> tuple[list[Line], list[Line]]:
    """The lines before a row's figures: a heading in blocks above, and the row's own label.

    Where the line with the figures begins with text, only lines right above it can belong to it.
    """
    if not has_text:
        return [], label
    own: list[Line] = []
    for above in reversed(label):
        if above.number != line.number - len(own) - 1:
            break
        if OVER_ROWS.fullmatch(above.text.strip()) and (own[0] if own else line).text.strip()[:1].isupper():
            break
        own.insert(0, above)
    return label[: len(label) - len(own)], own


def heading_row(document: Document, lines: list[Line], shape: Shape) -> FigureRow:
    """A row without figures."""
    label = document.cut_lines(lines)
    return FigureRow(label, tuple(Piece("", label.place) for _ in range(shape.figures)), None, label.place)


def gives_up(line: Line, label: list[Line]) -> bool:
    """Whether a line without figures shows that the table has ended."""
    text = line.text.strip()
    return (
        len(text) > LONGEST_LABEL_LINE or sum(len(kept.text) for kept in label) > LONGEST_LABEL or text.startswith("•")
    )


def following(lines: tuple[Line, ...]) -> list[Line]:
    """The lines down to the next blank one."""
    end = next((at for at, line in enumerate(lines) if line.blank), len(lines))
    return list(lines[:end])


def parts_of(line: Line, label: list[Line], shape: Shape) -> tuple[str, list[str], str] | None:
    """A line parted into label, cells and the words behind; None where it has not that many figures."""
    text = even(line.text)
    for run in runs_of_figures(text):
        rest = text[run.end() :].strip()
        if rest and not shape.comments:
            continue
        found = label_and_cells(text[: run.end()], shape.figures, shape.percent)
        whole = found and (not shape.exact or all(found[1]))
        if found and whole and (found[0].strip() or label):
            return found[0], found[1], rest
    return None


def runs_of_figures(text: str) -> list[re.Match[str]]:
    """Unbroken runs of figures in a line, with the text before each."""
    tokens = list(TOKEN.finditer(text))
    return [
        token
        for at, token in enumerate(tokens)
        if NUMERIC.fullmatch(token[0]) and (at + 1 == len(tokens) or not NUMERIC.fullmatch(tokens[at + 1][0]))
    ]


def wrapped_row(
    document: Document, label: list[Line], line: Line, parts: tuple[str, list[str], str], behind: list[Line]
) -> FigureRow:
    """A row of wrapped text with a piece for each cell."""
    head, cells, rest = parts
    start, at = label[0].start if label else line.start, len(head)
    name = document.cut(start, line.start + at if head.strip() else label[-1].end)
    pieces = []
    for cell in cells:
        begin, at = locate(even(line.text), cell, at)
        found = document.cut(line.start + begin, line.start + at)
        pieces.append(found if cell else Piece("", found.place))
    end = behind[-1].end if behind else line.end
    comment = document.cut(line.start + at, end) if rest or behind else None
    return FigureRow(name, tuple(pieces), comment or None, document.place(start, end))


def locate(text: str, cell: str, at: int) -> tuple[int, int]:
    """Where a cell's figure stands in a line, from a position on; an empty one stands where it would begin."""
    pattern = r"\s*".join(re.escape(char) for char in cell.replace(" ", ""))
    match = re.compile(pattern).search(text, at) if cell else None
    return (match.start(), match.end()) if match else (at, at)
