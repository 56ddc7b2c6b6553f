"""Headings: short lines that no sentence runs into."""

import re

from loaders.document import Document, Line, Piece
from loaders.layout.figure_notes import is_footnote
from loaders.words.numbers import is_table_like

LONGEST = 90
#: What stands in a row of a table, in no heading: "5,1 mnkr", "12 %".
FIGURE_WITH_UNIT = re.compile(r"\d\s?(?:mnkr|mkr|tkr|kr\b|%)")


def is_heading(document: Document, line: Line) -> bool:
    """Whether a line may be a heading: short, beginning with a capital or a number, not going on in the next line."""
    text = line.text.strip()
    if not 2 < len(text) < LONGEST or "\t" in text.strip() or text.endswith((".", ",", ";", ":", "-")):
        return False
    named = re.search(r"[a-zåäö]{3}", text) and (text[0].isupper() or text[0].isdigit())
    return bool(named) and not goes_on(document, line) and not is_table_like(text)


def goes_on(document: Document, line: Line) -> bool:
    """Whether the next line is right below and begins in lower case."""
    below = document.between(line.number + 1, line.number + 1)
    return bool(below) and below[0].text.strip()[:1].islower()


def heading_above(document: Document, number: int) -> Piece | None:
    """The last printed line above a line, if it is a heading.

    Above a line that begins a page stands the page before. A list's or a row's end and a note head nothing.
    """
    above = None if begins_page(document, number) else last_printed(document, number)
    if above is None or above.number in document.row_lines or not is_heading(document, above):
        return None
    row_or_list = FIGURE_WITH_UNIT.search(above.text) or ends_list(document, above)
    return None if row_or_list or is_footnote(document, above) else document.cut_lines([above])


def begins_page(document: Document, number: int) -> bool:
    """Whether a line begins a page of text out of a PDF: it is indented right below one that is not blank."""
    line, above = document.lines[number - 1], document.between(number - 1, number - 1)
    return line.text.startswith(" ") and bool(above) and not above[0].blank


def ends_list(document: Document, line: Line) -> bool:
    """Whether a line is the last of a list: two lines that end no sentence stand right above it on its page."""
    above = document.between(line.number - 2, line.number - 1)
    items = [
        item for item in above if not item.blank and "\t" not in item.text.strip() and item.text.strip()[-1] not in ".:"
    ]
    return len(items) == 2 and not line.text.startswith(" ")


def last_printed(document: Document, number: int) -> Line | None:
    """The last line above a line that is not blank."""
    return next((line for line in reversed(document.between(1, number - 1)) if not line.blank), None)


def heading_before(document: Document, number: int) -> Piece | None:
    """The nearest heading above a line, whatever stands between."""
    above = (line for line in reversed(document.between(1, number - 1)) if not line.blank)
    found = next((line for line in above if is_heading(document, line)), None)
    return document.cut_lines([found]) if found else None
