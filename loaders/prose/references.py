"""Relaterade dokument: what other plans, policies and strategies a plan names, bullets under their headings."""

import re
from collections.abc import Iterator

from graph.records import Reference
from loaders.document import Piece
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.sections import below, headings, listed
from loaders.words.vocabulary import heading_words

HEADING = re.compile(rf"(?i){heading_words('references')}\s*$")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A reference for each bullet of such a section, its group the heading right above."""
    seen: set[Piece] = set()
    for head in headings(context.document, HEADING):
        for group, entry in listed(context.document, below(context.document, head)):
            if entry.piece not in seen:
                seen.add(entry.piece)
                yield Reference(
                    title=entry.piece.text, group=group.text if group else head.title, place=entry.piece.place
                )


FAMILY = Family("references", read)
