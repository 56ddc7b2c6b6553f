"""Risker: bullets "Rubrik: text" in a section on risks."""

import re
from collections.abc import Iterator

from graph.records import Risk
from loaders.bullets import Entry
from loaders.family import Context, Family, Read
from loaders.headers import Table
from loaders.sections import below, headings, listed

HEADING = re.compile(r"(?i)(?:\S+\s+){0,6}(?:\S+-)?risk(?:er|bedömning(?:ar)?|analys(?:er)?)?\b(?!.*[.:,]\s*$)")
TITLED = re.compile(r"(?P<title>[^:.]{2,60}):\s+(?=\S)")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A risk for each bullet of such a section; one without a title of its own is titled with its text."""
    for entry in found(context):
        titled = TITLED.match(entry.piece.text)
        text = entry.piece.text
        yield Risk(
            title=titled["title"] if titled else text,
            description=text[titled.end() :] if titled else None,
            place=entry.piece.place,
        )


def found(context: Context) -> Iterator[Entry]:
    """The bullets of all sections on risks, each once; a section lies within another where both are on risks."""
    seen: set[int] = set()
    for head in headings(context.document, HEADING):
        for _, entry in listed(context.document, below(context.document, head)):
            if entry.piece.line not in seen:
                seen.add(entry.piece.line)
                yield entry


FAMILY = Family("risks", read)
