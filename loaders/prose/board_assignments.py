"""A board's own assignments in a list: bullets below a heading of such, in the part of a focus area."""

import re
from collections.abc import Iterator

from graph.records import BoardAssignment
from loaders.coverage import lines_in
from loaders.document import Document, Line
from loaders.family import Context, Family, Read
from loaders.layout.bullets import Entry, entries
from loaders.layout.headers import Table
from loaders.layout.headings import is_heading
from loaders.readers.stands_under import area_over
from loaders.words.vocabulary import heading_words

HEADING = re.compile(rf"(?i)\s*{heading_words('board_assignments')}\s*:?\s*$")
MOST_LINES = 100


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A board assignment for each bullet right below such a heading that stands in a focus area's part."""
    claimed = lines_in(span for record in context.found for span in record.place.spans)
    for line in context.document.lines:
        if line.number in claimed or not HEADING.match(line.text) or not (area := area_over(context, line.number)):
            continue
        for entry in bullets(context.document, line):
            yield BoardAssignment(
                description=entry.piece.text, focus_area=area, table=line.text.strip(" :"), place=entry.piece.place
            )


def bullets(document: Document, line: Line) -> Iterator[Entry]:
    """The bullets right below a heading."""
    if not (line.text.rstrip().endswith(":") or is_heading(document, line)):
        return
    for entry in entries(document, document.between(line.number + 1, line.number + MOST_LINES)):
        if not entry.bullet:
            return
        yield entry


FAMILY = Family("board assignments", read, after=("target_areas", "activities", "statements", "intentions"))
