"""Assignments in lists: lines that begin with an id and go on with a sentence, which may be wrapped."""

import re
from collections.abc import Callable, Iterator

from graph.records import Assignment
from loaders.coverage import lines_in
from loaders.document import Line
from loaders.family import Context
from loaders.layout.bullets import MARK, goes_on
from loaders.layout.headings import is_heading
from loaders.readers.activity_rows import ID, as_notation
from loaders.words.clean import even
from ontology import rt

LISTED = re.compile(rf"\s*(?:[•‣▪■●◦·–-]\s*)?(?P<id>{ID.pattern})\s?[.:–-]?\s+(?P<text>\S.*)$")
#: A sentence of at least five words.
SENTENCE = re.compile(r"[A-ZÅÄÖ]\S*(?:\s+\S+){4}")
#: An assignment's text goes over a few lines at most.
MOST_LINES = 12


def listed_assignments(context: Context, wanted: Callable[[str, str], bool]) -> Iterator[Assignment]:
    """An assignment for each such line that states nothing else and is `wanted` by its id and the heading above it."""
    if context.plan.kind in (rt.AnnualReport, rt.InterimReport):
        return
    claimed = lines_in(span for record in context.found for span in record.place.spans) | context.document.row_lines
    heading = ""
    for line in context.document.lines:
        match = LISTED.match(even(line.text))
        if not match:
            heading = line.text if is_heading(context.document, line) else heading
        elif line.number not in claimed and SENTENCE.match(match["text"]) and wanted(as_notation(match["id"]), heading):
            last = last_line(line, context)
            text = context.document.cut(line.start + match.start("text"), last.end)
            place = context.document.place(line.start, last.end)
            yield Assignment(notation=as_notation(match["id"]), description=text.text, place=place)


def last_line(line: Line, context: Context) -> Line:
    """The last line of a text: those right below that begin nothing else."""
    bullet = MARK.match(line.text) is not None
    for below in context.document.between(line.number + 1, line.number + MOST_LINES):
        begins = below.blank or MARK.match(below.text) or LISTED.match(even(below.text)) or "\t" in below.text
        if begins or not goes_on(line, below, bullet=bullet, gap=False):
            break
        line = below
    return line
