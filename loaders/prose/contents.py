"""Innehåll: the table of contents states nothing of its own; its lines are headings and are kept as such."""

import re
from collections.abc import Iterator

from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.words.vocabulary import heading_words

HEADING = re.compile(rf"(?i)^\s*{heading_words('contents')}\s*$")
ENTRY = re.compile(r"^\s*\S.*[^\d\s].*?[\s.]\s*\d{1,3}\s*$")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """The lines below the heading that end with a page number."""
    for heading in context.document.lines:
        if HEADING.match(heading.text):
            yield context.heading(heading)
            for line in context.document.between(heading.number + 1, len(context.document.lines)):
                if not line.blank and not ENTRY.match(line.text):
                    break
                if not line.blank:
                    yield context.heading(line)


FAMILY = Family("contents", read)
