"""Insatsområden: from the headings of their tables, or, where these are lost, from the list in the text, by order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from graph.records import FocusArea
from loaders.document import Line, Piece, blocks
from loaders.family import Context, Read, doubt
from loaders.layout.headers import Table
from loaders.layout.sections import unnumbered
from loaders.layout.squeeze import squeeze
from loaders.readers.activity_rows import ID
from loaders.words.vocabulary import squeezed_heading_words
from ontology import rt

ANNOUNCED = squeezed_heading_words("areas_in_plural")
#: What heads all tables, and no area.
OVER_ALL = re.compile(squeezed_heading_words("no_area"))
#: A line of running text is longer than this, one of a name in a figure shorter than that.
LONGEST_LINE = 60
LONGEST_LABEL = 50
NUMERALS = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")


@dataclass
class Areas:
    """The focus areas of a document's activity tables, by a table's position: as stated, or only by order."""

    items: list[Read] = field(default_factory=list)
    stated: dict[int, FocusArea] = field(default_factory=dict)
    by_order: dict[int, FocusArea] = field(default_factory=dict)


def areas_of(tables: tuple[Table, ...], context: Context) -> Areas:
    """The focus areas of activity tables."""
    headed = {at: table.heading for at, table in enumerate(tables) if table.heading and is_area(table.heading)}
    if headed or not tables:
        return by_heading(tables, headed)
    return by_list(tables, context)


def is_area(heading: Piece) -> bool:
    """Whether a heading names an area: one over all tables ("Uppdrag") names none, nor does the end of a row ("RF1 Delmål")."""
    return not OVER_ALL.fullmatch(squeeze(unnumbered(heading.text))) and not ID.match(heading.text)


def by_heading(tables: tuple[Table, ...], headed: dict[int, Piece]) -> Areas:
    """Areas from headings; a table without one goes on the area before it."""
    areas = Areas()
    for at in range(len(tables)):
        if heading := headed.get(at):
            area = FocusArea(name=unnumbered(heading.text), table=None, place=heading.place)
            areas.items.append(area)
            areas.stated[at] = area
        elif at - 1 in areas.stated:
            areas.stated[at] = areas.stated[at - 1]
    return areas


def by_list(tables: tuple[Table, ...], context: Context) -> Areas:
    """Areas from the list in the text; they go to the tables in their order where there are as many."""
    areas = Areas()
    found = [FocusArea(name=piece.text, place=piece.place) for piece in listed(context, tables)]
    areas.items.extend(found)
    if len(found) == len(tables):
        areas.by_order = dict(enumerate(found))
        areas.items.append(inferred(found))
    elif found:
        areas.items.append(not_told(found, tables))
    areas.items.extend(cut_off(found))
    return areas


def listed(context: Context, tables: tuple[Table, ...]) -> list[Piece]:
    """Short blocks in a row behind where the areas are announced: as many as are announced, or as there are tables."""
    announced, lines = announced_lines(context, tables)
    runs: list[list[tuple[Line, ...]]] = [[]]
    for block in blocks(lines):
        label = block[:1] + tuple(takewhile(is_label_line, block[1:]))
        if label and is_label(label):
            runs[-1].append(label)
        if label != block or not is_label(label):
            runs.append([])
    run = next((run for wanted in (announced, len(tables)) for run in runs if len(run) == wanted > 0), [])
    return [context.document.cut_lines(block) for block in run]


def is_label_line(line: Line) -> bool:
    """Whether a line may go on a name in a figure: it is short and does not begin a page."""
    return len(line.text) < LONGEST_LINE and not line.text.startswith(" ")


def announced_lines(context: Context, tables: tuple[Table, ...]) -> tuple[int, tuple[Line, ...]]:
    """How many areas a sentence announces, and the lines behind it down to the first of the tables."""
    text = context.squeezed.text
    match = re.compile(rf"(?P<count>{'|'.join(NUMERALS)}|\d){ANNOUNCED}").search(text)
    if not match:
        return 0, ()
    count = int(match["count"]) if match["count"].isdigit() else NUMERALS.index(match["count"]) + 2
    first = context.squeezed.line(match.end() - 1).number
    until = min((table.header.first_line - 1 for table in tables if table.header.first_line > first), default=first)
    return count, context.document.between(first + 1, min(until, first + 100))


def is_label(block: tuple[Line, ...]) -> bool:
    """Whether a block is a name in a figure: a few short lines that make no sentence."""
    texts = [line.text.strip() for line in block]
    return (
        len(block) < 5
        and all(len(text) < LONGEST_LABEL for text in texts)
        and texts[0][:1].isupper()
        and not texts[-1].endswith((".", ":", ","))
    )


def inferred(areas: list[FocusArea]) -> Read:
    """What a reader should know: which area a table belongs to is inferred."""
    names = "; ".join(area.name for area in areas)
    return doubt(
        rt.InferredFromOrder,
        areas[0].place,
        f"Tabellernas insatsområden framgår inte av rubriker; de är antagna efter ordningen: {names}.",
        f"The tables' focus areas are not told by headings; they are inferred from their order: {names}.",
        about=areas[0],
    )


def not_told(areas: list[FocusArea], tables: tuple[Table, ...]) -> Read:
    """What a reader should know where there are more areas than tables, or fewer: an order tells nothing then."""
    return doubt(
        rt.ValueNotRead,
        areas[0].place,
        f"Texten räknar upp {len(areas)} insatsområden men har {len(tables)} tabeller utan rubrik; "
        "vilket område en aktivitet hör till framgår inte.",
        f"The text lists {len(areas)} focus areas but has {len(tables)} tables without a heading; "
        "which area an activity belongs to is not told.",
        about=areas[0],
    )


def cut_off(areas: list[FocusArea]) -> Iterator[Read]:
    """The doubt about each name that breaks off."""
    for area in areas:
        if area.name.split()[-1] in {"och", "av", "för", "i", "med", "till"}:
            yield doubt(
                rt.LabelCutOff,
                area.place,
                f"Namnet ”{area.name}” verkar avhugget i källan.",
                f"The name “{area.name}” seems cut off in the source.",
                about=area,
            )
