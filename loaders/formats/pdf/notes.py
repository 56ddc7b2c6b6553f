"""Footnotes at a page's foot: small lines that begin with a mark, set behind all else of the page."""

import re
from collections.abc import Sequence

from loaders.formats.pdf.printed import Printed

#: Notes are lower than this part of the usual lines.
SMALL = 0.95
#: They stand in the lower part of a page.
LOWER = 0.5
MARK = re.compile(r"(?:[1-9]\d?|\*{1,3}|[a-e]\))(?=[\s\W]|[^\W\d]|$)")


def first_note(lines: Sequence[Printed], size: float, height: float) -> int:
    """Where the notes at the end of a column begin, given the usual height of lines and the page's; its end if nowhere."""
    begin = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].size > SMALL * size or lines[at].box[1] < LOWER * height:
            break
        if MARK.match(lines[at].text):
            begin = at
    return begin
