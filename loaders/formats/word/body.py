"""A part's paragraphs and tables as blocks: numbered, frames behind the paragraph that holds them."""

from collections.abc import Iterable, Iterator

from loaders.formats.blocks import TABULATOR, Block, Paragraph
from loaders.formats.element import Element, child, children
from loaders.formats.galley import Ink
from loaders.formats.word.package import W
from loaders.formats.word.runs import FRAME, WORD_ART, ink_of
from loaders.formats.word.story import Story
from loaders.formats.word.styles import BODY, Style, numbered
from loaders.formats.word.tables import Cells, within

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARAGRAPH, TABLE, PROPERTIES, STYLE = f"{W}p", f"{W}tbl", f"{W}pPr", f"{W}pStyle"
SECTION, OUTLINE, MARK, DELETED, VALUE = f"{W}sectPr", f"{W}outlineLvl", f"{W}rPr", f"{W}del", f"{W}val"
BLOCKS = frozenset({PARAGRAPH, TABLE})


def blocks(story: Story, parent: Element) -> list[Block]:
    """What stands in a body, a cell, a frame, a note."""
    found: list[Block] = []
    held: tuple[Ink, ...] = ()
    for one in within(parent, BLOCKS):
        if one.tag == TABLE:
            found.append(Cells(story, cell_blocks).grid(one))
            continue
        told = children(child(one, PROPERTIES))
        mark = told[STYLE].get(VALUE, "") if STYLE in told else story.styles.usual
        style = story.styles.get(mark)
        ink = held + ink_of(story, one, hidden=style.hidden is True)
        # A paragraph whose end is deleted goes on in the next one.
        held = ink if MARK in told and child(told[MARK], DELETED) is not None else ()
        if not held and (made := _paragraph(story, told, mark, style, ink)):
            found.append(made)
        if story.boxes:
            found += _floating(story)
    return [*found, Paragraph(held)] if held else found


def _paragraph(
    story: Story, told: dict[str, Element], mark: str, style: Style, ink: tuple[Ink, ...]
) -> Paragraph | None:
    if SECTION in told:
        story.sections.append(told[SECTION])
    number, level = numbered(told) if told else (None, None)
    label = _label(story, number, level, mark, style)
    if not label.strip("• ") and not any(one.text.strip() for one in ink):
        return None
    if not label and not style.contents:
        return Paragraph(ink)
    listed = style.contents or (bool(label) and not _is_heading(told, style))
    ink = tuple(Ink(" ", one.spot) if one.text == TABULATOR else one for one in ink)
    if label[-1:] != " " and ink and ink[0].text[:1].isalpha():
        label += " "
    return Paragraph((Ink(label, ink[0].spot if ink else story.spot), *ink) if label else ink, listed)


def _is_heading(told: dict[str, Element], style: Style) -> bool:
    return told[OUTLINE].get(VALUE) != str(BODY) if OUTLINE in told else style.heading


def _label(story: Story, number: str | None, level: int | None, mark: str, style: Style) -> str:
    """What is printed before a paragraph by itself: of the list that it tells, else of its style's."""
    if not (number or style.number):
        return ""
    if number is None:
        told = (level, story.numbering.level_of(style.number or "", mark), style.level)
        level = next((one for one in told if one is not None), 0)
    return story.numbering.label(number or style.number or "", level or 0)


def _floating(story: Story) -> Iterator[Block]:
    """What was met beside a paragraph: frames, diagrams."""
    boxes, story.boxes = story.boxes, []
    for box in boxes:
        if box.tag == FRAME:
            yield from blocks(story, box)
        elif box.tag == WORD_ART:
            yield from _words([box.get("string", "")])
        else:
            yield from _words(
                "".join(text.text or "" for text in one.iter(f"{DRAWING}t")) for one in box.iter(f"{DRAWING}p")
            )


def _words(texts: Iterable[str]) -> Iterator[Block]:
    yield from (Paragraph((Ink(text),), item=True) for text in texts if text.strip())


def cell_blocks(story: Story, cell: Element) -> list[Block]:
    """What stands in a cell; where that is nothing but a picture, what is said of it."""
    before = len(story.pictures)
    found = blocks(story, cell)
    told, story.pictures[before:] = story.pictures[before:], []
    return found or [Paragraph((Ink(text, story.spot),)) for text in told if text.strip()]
