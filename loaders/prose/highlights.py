"""What a report puts first: bullets right below "Året i siffror", "Värt att notera" and the like, as comments."""

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.records import Statement
from loaders.family import Context, Family, Read
from loaders.layout.bullets import entries
from loaders.layout.headers import Table
from loaders.layout.sections import below, headings
from loaders.words.vocabulary import heading_words
from ontology import rt

HEADING = re.compile(rf"(?i){heading_words('highlights')}\s*$")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A comment a bullet, under its heading."""
    document = context.document
    for head in headings(document, HEADING):
        listed = list(takewhile(lambda entry: entry.bullet, entries(document, below(document, head))))
        if listed:
            yield from map(context.heading, head.lines)
        for entry in listed:
            if entry.piece:
                yield Statement(
                    kind=rt.Comment, description=entry.piece.text, group=head.title, place=entry.piece.place
                )


FAMILY = Family("highlights", read)
