"""A part's paragraphs and tables as blocks: numbered, frames behind the paragraph that holds them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.formats.blocks import TABULATOR, Block, Box, Grid, Paragraph
from loaders.formats.element import Element
from loaders.formats.galley import Ink
from loaders.formats.word.package import W
from loaders.formats.word.runs import FORMS, FRAME, WORD_ART, form_of, ink_of
from loaders.formats.word.story import Story
from loaders.formats.word.styles import BODY, Style, is_on, numbered

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARAGRAPH, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
#: What stands around paragraphs, tables, rows or cells.
AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
#: A cell is no wider than this.
WIDEST = 10_000


@dataclass
class Place:
    """A cell while its table is read: where it begins, and how far it spans."""

    column: int
    box: Box
    width: int = 1
    height: int = 1


def blocks(story: Story, parent: Element) -> Iterator[Block]:
    """What stands in a body, a cell, a frame, a note."""
    held: tuple[Ink, ...] = ()
    for one in within(parent, {PARAGRAPH, TABLE}):
        if one.tag == TABLE:
            yield grid(story, one)
            continue
        ink = held + ink_of(story, one, hidden=_hidden(story, one))
        held = ink if _ends_in_deleted(one) else ()
        if not held and (made := _paragraph(story, one, ink)):
            yield made
        yield from _floating(story)
    if held:
        yield Paragraph(held)


def within(parent: Element, tags: Iterable[str]) -> Iterator[Element]:
    """The elements of some names in another, and in what stands around them; of two forms of the same one."""
    for one in parent:
        if one.tag in tags:
            yield one
        elif one.tag in AROUND:
            yield from within(one, tags)
        elif one.tag == FORMS:
            yield from within(form_of(one), tags)


def _style(story: Story, paragraph: Element) -> tuple[str, Style]:
    told = paragraph.find(f"{W}pPr/{W}pStyle")
    mark = told.get(f"{W}val", "") if told is not None else story.styles.usual
    return mark, story.styles.get(mark)


def _hidden(story: Story, paragraph: Element) -> bool:
    return _style(story, paragraph)[1].hidden is True


def _ends_in_deleted(paragraph: Element) -> bool:
    """Whether the paragraph's end is deleted, so that the next one goes on in it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _paragraph(story: Story, paragraph: Element, ink: tuple[Ink, ...]) -> Paragraph | None:
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        story.sections += properties.findall(f"{W}sectPr")
    mark, style = _style(story, paragraph)
    label = _label(story, properties, mark, style)
    if not any(one.text.strip() for one in ink) and not label.strip("• "):
        return None
    listed = bool(label) and not _is_heading(properties, style)
    contents = style.contents
    before = (Ink(label, ink[0].spot if ink else story.spot),) if label else ()
    return Paragraph(before + (_without_tabulators(ink) if label or contents else ink), item=listed or contents)


def _is_heading(properties: Element | None, style: Style) -> bool:
    outline = properties.find(f"{W}outlineLvl") if properties is not None else None
    return style.heading if outline is None else outline.get(f"{W}val") != str(BODY)


def _label(story: Story, properties: Element | None, mark: str, style: Style) -> str:
    """What is printed before a paragraph by itself."""
    number, level = numbered(properties)
    if number is None:
        number = style.number
        level = level if level is not None else story.numbering.level_of(number or "", mark)
        level = level if level is not None else style.level
    return story.numbering.label(number, level or 0) if number else ""


def _without_tabulators(ink: tuple[Ink, ...]) -> tuple[Ink, ...]:
    return tuple(replace(one, text=" ") if one.text == TABULATOR else one for one in ink)


def _floating(story: Story) -> Iterator[Block]:
    """What was met beside a paragraph: frames, diagrams."""
    boxes, story.boxes = story.boxes, []
    for box in boxes:
        if box.tag == FRAME:
            yield from list(blocks(story, box))
        elif box.tag == WORD_ART:
            yield from _words([box.get("string", "")])
        else:
            yield from _words(
                "".join(text.text or "" for text in one.iter(f"{DRAWING}t")) for one in box.iter(f"{DRAWING}p")
            )


def _words(texts: Iterable[str]) -> Iterator[Block]:
    yield from (Paragraph((Ink(text),), item=True) for text in texts if text.strip())


def grid(story: Story, table: Element) -> Grid:
    """A table with its merged cells."""
    rows: list[list[Place]] = []
    open_cells: dict[int, Place] = {}
    head = 0
    for row in within(table, {ROW}):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            story.deleted += 1
            continue
        told = properties.find(f"{W}tblHeader") if properties is not None else None
        head += told is not None and is_on(told) and head == len(rows)
        rows.append(list(_row(story, row, open_cells)))
    made = tuple(tuple(replace(one.box, width=one.width, height=one.height) for one in row) for row in rows)
    return Grid(made, head)


def _row(story: Story, row: Element, open_cells: dict[int, Place]) -> Iterator[Place]:
    """The cells that begin in a row. A cell that goes on from above is counted there; a page may end within the row."""
    column = min(_number(row.find(f"{W}trPr/{W}gridBefore")) or 0, WIDEST)
    if column:
        yield Place(0, Box(), column)
    begin = furthest = story.page
    last: Place | None = None
    for cell in within(row, {CELL}):
        story.page = begin
        box = Box(tuple(_cell_blocks(story, cell)), fill=_fill(cell))
        begin, furthest = _pages(story, box, begin, furthest)
        width = min(_number(cell.find(f"{W}tcPr/{W}gridSpan")) or 1, WIDEST)
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        sideways = cell.find(f"{W}tcPr/{W}hMerge")
        above = open_cells.get(column)
        if last and sideways is not None and sideways.get(f"{W}val") != "restart":
            last.width += width
        elif merged is not None and merged.get(f"{W}val") != "restart" and above and above.width == width:
            above.height += 1
        else:
            last = Place(column, box, width)
            _reopen(open_cells, last, spans=merged is not None)
            yield last
        column += width
    story.page = furthest


def _reopen(open_cells: dict[int, Place], place: Place, *, spans: bool) -> None:
    """Note that a cell begins: none that stood in its columns goes on below it."""
    for column in [at for at in open_cells if place.column <= at < place.column + place.width]:
        del open_cells[column]
    if spans:
        open_cells[place.column] = place


def _pages(story: Story, box: Box, begin: int | None, furthest: int | None) -> tuple[int | None, int | None]:
    """The page that the row's next cells begin on, and the last that the row reaches, behind a cell of it."""
    if begin is None or furthest is None or story.page is None:
        return None, None
    inks = (ink for block in box.blocks if isinstance(block, Paragraph) for ink in block.ink)
    first = next((ink.spot.page for ink in inks if ink.spot and ink.text.strip()), None)
    return max(begin, first or (begin if box.blocks else story.page)), max(furthest, story.page)


def _cell_blocks(story: Story, cell: Element) -> Iterator[Block]:
    """What stands in a cell; where that is nothing but a picture, what is said of it."""
    pictures, story.pictures = story.pictures, []
    found = list(blocks(story, cell))
    told = [text for text in story.pictures if text.strip()]
    story.pictures = pictures
    yield from found or (Paragraph((Ink(text, story.spot),)) for text in told)


def _fill(cell: Element) -> str | None:
    """The colour that a cell is filled with."""
    shade = cell.find(f"{W}tcPr/{W}shd")
    fill = shade.get(f"{W}fill", "auto") if shade is not None else "auto"
    return None if fill == "auto" else f"#{fill.lower()}"


def _number(one: Element | None) -> int | None:
    text = one.get(f"{W}val", "") if one is not None else ""
    return int(text) if text.isdecimal() and len(text) < 9 else None
