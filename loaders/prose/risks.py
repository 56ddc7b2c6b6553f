"""Risker: bullets "Rubrik: text" in a section on risks."""

import re
from collections.abc import Iterator

from graph.records import Risk
from loaders.coverage import lines_in
from loaders.document import Document, Line
from loaders.family import Context, Family, Read
from loaders.layout.bullets import Entry, entries
from loaders.layout.headers import Table
from loaders.layout.headings import LONGEST, is_heading
from loaders.layout.sections import Heading, below, headings, listed
from loaders.words.numbers import is_table_like
from loaders.words.vocabulary import heading_words

#: "Risker", "Riskbedömning", "Identifierade risker och konsekvenser": risks in the plural, or their assessment.
HEADING = re.compile(rf"(?i)(?:[^\s.:;]+\s+){{0,6}}(?:[^\s.:;]+-\s?)?{heading_words('risks')}\b")
NAMED = re.compile(r"(?i)risk(?:$|er|-|bedömning|analys|bild)")
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
    """The bullets of all sections on risks, each once; a section lies within another where both are on risks.

    What states something else, such as an activity against risks, heads no section.
    """
    seen = lines_in(span for record in context.found for span in record.place.spans)
    for head in headings(context.document, HEADING):
        if head.lines[0].number not in seen and stands_alone(context.document, head):
            for entry in entries_of(context.document, section(context.document, head)):
                if entry.piece.line not in seen:
                    seen.add(entry.piece.line)
                    yield entry


def entries_of(document: Document, lines: tuple[Line, ...]) -> list[Entry]:
    """The bullets of a section; of one without any the paragraphs that begin with a title, where there are several."""
    bullets = [entry for _, entry in listed(document, lines)]
    titled = [entry for entry in entries(document, lines) if TITLED.match(entry.piece.text)]
    return bullets or (titled if len(titled) > 1 else [])


def stands_alone(document: Document, head: Heading) -> bool:
    """Whether a line that speaks of risks is a heading, and no line of a paragraph, of a table or of a list."""
    text = head.title
    above = document.between(head.lines[0].number - 1, head.lines[0].number - 1)
    apart = bool(head.number) or not above or above[0].blank
    worded = text[:1].isupper() and NAMED.search(text) and not text.endswith((".", ",", ":", ";"))
    return bool(apart and worded) and len(text) < LONGEST and not is_table_like(text)


def section(document: Document, head: Heading) -> tuple[Line, ...]:
    """The lines of a section; of one without a number those down to the next heading."""
    lines = below(document, head)
    end = next((at for at, line in enumerate(lines) if is_heading(document, line)), len(lines))
    return lines if head.number else lines[:end]


FAMILY = Family("risks", read, after=("activities", "controls", "target_areas"))
