"""Uppdrag: the council's numbered assignments, also where their ids stand apart from their texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from graph.place import Place
from graph.records import Assignment
from loaders.document import Line, Piece
from loaders.family import Context, Family, Read, doubt
from loaders.layout.headers import HeaderWords, Table
from loaders.layout.headings import is_heading
from loaders.readers.activity_rows import ID, as_notation
from loaders.readers.listed_assignments import listed_assignments
from loaders.words.clean import even
from loaders.words.vocabulary import column_words, heading_words
from ontology import rt

HEAD = HeaderWords(column_words("assignments"), frozenset({"id", "text"}))
OF_ASSIGNMENTS = re.compile(rf"(?i){heading_words('assignments')}\b")
LONE_ID = re.compile(rf"\s*(?P<id>{ID.pattern})\s*$")
WITH_ID = re.compile(rf"\s*(?P<id>{ID.pattern})[.:]?\s+(?P<text>\S.*)$")
#: An assignment's text goes over a few lines at most.
MOST_LINES = 12


@dataclass
class Entries:
    """Ids and texts in the order that they are printed; both wait until their partner comes."""

    ids: list[Piece]
    texts: list[list[Line]]

    def owed(self) -> int:
        """How many ids still wait for a text."""
        return len(self.ids) - len(self.texts)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An assignment for each id below the head, with its text; without a head, for each in a list under such a heading."""
    if not tables:
        yield from listed_assignments(context, lambda _, heading: OF_ASSIGNMENTS.search(heading) is not None)
    for table in tables:
        entries = gather(table.lines, context)
        for name, lines in zip_longest(entries.ids, entries.texts):
            if name and lines:
                yield assignment(name, context.document.cut_lines(lines), table, context)
            elif name:
                yield text_missing(name)


def gather(lines: tuple[Line, ...], context: Context) -> Entries:
    """Ids and texts down to the first line that can be neither."""
    entries = Entries([], [])
    open_text = False
    for line in lines:
        text = even(line.text)
        if line.blank:
            open_text = False
        elif match := LONE_ID.match(text):
            entries.ids.append(piece(match, "id", line, context))
            open_text = False
        elif match := WITH_ID.match(text):
            entries.ids.append(piece(match, "id", line, context))
            entries.texts.append([from_match(match, line)])
            open_text = True
        elif (
            entries.ids
            and (open_text or goes_on(entries, line) or entries.owed() > 0)
            and not leaves(entries, line, open_text, context)
        ):
            add(entries, line, open_text)
            open_text = True
        else:
            break
    return entries


def piece(match: re.Match[str], group: str, line: Line, context: Context) -> Piece:
    """A group of a match on a line."""
    return context.document.cut(line.start + match.start(group), line.start + match.end(group))


def from_match(match: re.Match[str], line: Line) -> Line:
    """The part of a line behind its id."""
    return Line(line.number, line.start + match.start("text"), line.text[match.start("text") :], line.page)


def add(entries: Entries, line: Line, open_text: bool) -> None:
    """A line as more of the last text, or as a text of its own: so it is where it begins as the first text does."""
    begins = entries.owed() > 0 and entries.texts and first_words(line) == first_words(entries.texts[0][0])
    if entries.texts and not begins and (open_text or goes_on(entries, line)):
        entries.texts[-1].append(line)
    else:
        entries.texts.append([line])


def goes_on(entries: Entries, line: Line) -> bool:
    """Whether a line behind a blank one still belongs to the last text: it begins in lower case."""
    return bool(entries.texts) and line.text.strip()[:1].islower()


def leaves(entries: Entries, line: Line, open_text: bool, context: Context) -> bool:
    """Whether a line shows that the list has ended: a heading where no id waits, or a text too long."""
    too_long = bool(entries.texts) and open_text and len(entries.texts[-1]) >= MOST_LINES
    page = line.text.startswith(" ") and is_heading(context.document, line)
    return too_long or (entries.owed() <= 0 and page)


def first_words(line: Line) -> str:
    """The first two words of a line."""
    return " ".join(line.text.split()[:2])


def assignment(name: Piece, text: Piece, table: Table, context: Context) -> Assignment:
    """The record of an id and its text, which may stand apart."""
    apart = name.line not in range(text.line - 1, text.place.last_line + 2)
    place = Place((*name.place.spans, *text.place.spans)) if apart else context.document.stretch([name, text])
    return Assignment(notation=as_notation(name.text), description=text.text, table=heading_of(table), place=place)


def heading_of(table: Table) -> str:
    """The table's heading: where it is made of a column's words it stands as the first column of the head."""
    first, *others = table.header.columns
    return first.text if first.meaning == "text" and len(others) > 1 else table.name


def text_missing(name: Piece) -> Read:
    """The doubt about an id whose text was not found."""
    return doubt(
        rt.ValueNotRead,
        name,
        f"Uppdraget {name.text} står utan text som säkert hör till det.",
        f"The assignment {name.text} stands without a text that surely belongs to it.",
    )


FAMILY = Family("assignments", read, (HEAD,), after=("activities",))
