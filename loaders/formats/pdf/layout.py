"""A page laid out: its lines and tables column by column, its footnotes, and what its edges repeat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from loaders.formats.pdf.columns import reading_order
from loaders.formats.pdf.notes import first_note
from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.printed import Printed
from loaders.formats.pdf.strips import Row, Strip, is_mark, strip_of, strips_of
from loaders.formats.pdf.table import PageTable

#: Most slides have fewer words, most pages of a document more.
FEW_WORDS = 130


@dataclass(frozen=True)
class Layout:
    """What a page tells in the order in which it is read: columns of lines and tables, footnotes, turned words."""

    columns: tuple[tuple[Printed | PageTable, ...], ...]
    notes: tuple[Printed, ...] = ()
    turned: tuple[Printed, ...] = ()

    @property
    def lines(self) -> list[list[Printed]]:
        """The lines of each column."""
        return [[line for line in column if isinstance(line, Printed)] for column in self.columns]


def without(page: Page, rows: Iterable[Row]) -> Page:
    """A page without the words of some of its lines."""
    gone = {id(word) for row in rows for strip in row for word in strip.words}
    return replace(page, words=tuple(word for word in page.words if id(word) not in gone)) if gone else page


def are_slides(pages: Sequence[Page]) -> bool:
    """Whether pages are slides: wide, with few words; a plan's pages may be wide, too, but have more."""
    words = [len(page.words) for page in pages if page.words]
    wide = sum(page.width > page.height for page in pages)
    return 2 * wide > len(pages) and bool(words) and median(words) < FEW_WORDS


def laid_out(page: Page, tables: Sequence[PageTable], size: float, *, slide: bool) -> Layout:
    """The layout of a page, given the tables found on it and the usual height of lines in the document."""
    tables = [table for table in tables if table.ruled or not (slide and is_listed(page, table))]
    inside = {at for table in tables for at in table.words}
    free = [word for at, word in enumerate(page.words) if at not in inside]
    strips = strips_of(word for word in free if not word.turned) + [Strip((), table.box, table) for table in tables]
    columns, notes = [], list[Printed]()
    for column in reading_order(strips, wide=slide):
        parts = [row[0].table or Printed(row, page.number, column.right, slide) for row in column.rows]
        end = notes_from(parts, size, page.height)
        columns.append(tuple(parts[:end]))
        notes += (part for part in parts[end:] if isinstance(part, Printed))
    return Layout(tuple(columns), tuple(notes), tuple(turned(page, free)))


def is_listed(page: Page, table: PageTable) -> bool:
    """Whether lists stand side by side in a table without lines: on a slide these are columns, read one by one."""
    marks = (page.words[at].left for at in table.words if is_mark(page.words[at].text, alone=False))
    return len({sum(border <= left for border in table.columns) for left in marks}) > 1


def notes_from(parts: Sequence[Printed | PageTable], size: float, height: float) -> int:
    """Where the footnotes at the end of a column begin."""
    tables = [at for at, part in enumerate(parts) if isinstance(part, PageTable)]
    behind = tables[-1] + 1 if tables else 0
    lines = [part for part in parts[behind:] if isinstance(part, Printed)]
    return behind + first_note(lines, size, height)


def turned(page: Page, words: Iterable[Word]) -> list[Printed]:
    """Words that run upwards or downwards, those drawn one after the other as a line."""
    runs: list[list[Word]] = []
    for word in words:
        if word.turned:
            if runs and abs(runs[-1][-1].left - word.left) < word.size / 2:
                runs[-1].append(word)
            else:
                runs.append([word])
    return [Printed((strip_of(run),), page.number, run[0].right) for run in runs]
