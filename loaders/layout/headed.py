"""What stands above a table: its heading, which may be wrapped, and the paragraphs between the two."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from loaders.document import Document, Line, Piece
from loaders.layout.figure_notes import is_footnote
from loaders.layout.headers import Table
from loaders.layout.headings import LONGEST, begins_page, is_heading
from loaders.layout.sections import unnumbered
from loaders.words.numbers import is_table_like

#: A table that goes on from the page before says so behind its heading.
CONTINUED = re.compile(r"(?i)[\s,;–-]*\(?\bforts(?:\.|ättning)?\)?\s*$")
#: The first line of a page in text out of a PDF.
PAGE_BEGINS = re.compile(r" +[A-ZÅÄÖ\d]")
MOST_HEADING_LINES = 3
MOST_PARAGRAPHS = 3
#: A section's number; one without a point may be a row's.
DEEP_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\S)")
#: How many paragraphs a section has at most before its table.
MOST_IN_SECTION = 6
#: What stands above a wider gap than this, in lines, is on another page.
PAGE_GAP = 6


@dataclass(frozen=True)
class Headed:
    """A heading's lines and the introduction below it; `name` is the heading without its number and "fortsättning"."""

    piece: Piece
    lines: tuple[Line, ...]
    introduction: Piece | None = None

    @property
    def name(self) -> str:
        """What the heading names, also where it only goes on."""
        return CONTINUED.sub("", unnumbered(self.piece.text))


def heading_over(document: Document, number: int) -> Headed | None:
    """The heading right above a line, over several lines or not."""
    block = block_above(document, number)
    return Headed(document.cut_lines(block), block) if is_heading_block(block) else None


def introduced(document: Document, number: int) -> Headed | None:
    """The heading above a line with the paragraphs that stand between; None where no heading is near."""
    paragraphs: list[tuple[Line, ...]] = []
    while block := block_above(document, number):
        if is_heading_block(block):
            between = document.cut(paragraphs[-1][0].start, paragraphs[0][-1].end) if paragraphs else None
            return Headed(document.cut_lines(block), block, between)
        if len(paragraphs) == MOST_PARAGRAPHS or block[-1].text.rstrip()[-1] not in ".:!?":
            return None
        paragraphs.append(block)
        number = block[0].number
    return None


def section_over(document: Document, number: int) -> Piece | None:
    """The heading of the section that a line stands in, over the paragraphs and notes between; None where none is near."""
    if begins_page(document, number):
        return None
    for passed in range(MOST_IN_SECTION):
        block = last_page(block_above(document, number))
        if passed and is_heading_block(block):
            return document.cut_lines(block)
        if not block or not (block[-1].text.rstrip()[-1] in ".:!?" or is_footnote(document, block[0])):
            return None
        if len(block) > 1 and is_heading_over(document, block[0], block[1]):
            return document.cut_lines(block[:1])
        number = block[0].number
    return None


def last_page(block: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a block from the last one on that begins a page."""
    begins = [at for at, line in enumerate(block) if at and PAGE_BEGINS.match(line.text)]
    return block[begins[-1] :] if begins else block


def is_heading_over(document: Document, line: Line, below: Line) -> bool:
    """Whether a line is a heading right above a paragraph, whose first line is longer and begins with a capital."""
    text, long = line.text.strip(), below.text.strip()
    return is_heading(document, line) and long[:1].isupper() and 10 * len(text) < 7 * len(long)


def above_next(document: Document, table: Table) -> Table:
    """A table without the heading and the introduction of the one that comes right below it."""
    if not table.lines or table.lines[-1].number == len(document.lines):
        return table
    headed = introduced(document, table.lines[-1].number + 1)
    if headed is None or headed.lines[0].number < table.lines[0].number:
        return table
    return replace(table, lines=tuple(line for line in table.lines if line.number < headed.lines[0].number))


def block_above(document: Document, number: int) -> tuple[Line, ...]:
    """The unbroken run of printed lines that ends nearest above a line, on the same page."""
    above = iter(reversed(document.between(1, number - 1)))
    last = next((line for line in above if not line.blank), None)
    if last is None or number - last.number > PAGE_GAP:
        return ()
    return (*reversed(list(run_up(above))), last)


def run_up(above: Iterator[Line]) -> Iterator[Line]:
    """The lines up to the first blank one."""
    return takewhile(lambda line: not line.blank, above)


def is_heading_block(block: tuple[Line, ...]) -> bool:
    """Whether lines may be a heading: few and short, beginning with a capital behind a number such as "3.1", ending no sentence, without cells."""
    texts = [line.text.strip() for line in block]
    return (
        0 < len(block) <= MOST_HEADING_LINES
        and DEEP_NUMBER.sub("", texts[0])[0].isupper()
        and not texts[-1].endswith((".", ",", ";", ":"))
        and all(len(text) < LONGEST and "\t" not in text and not is_table_like(text) for text in texts)
    )
