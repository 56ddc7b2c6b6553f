"""A whole document: its body, the notes at its end, headers and footers, and what is odd about it."""

from collections.abc import Iterator
from itertools import chain

from loaders.formats.blocks import Block, Paragraph, all_lines, bare, set_blocks, without_spots
from loaders.formats.element import Element
from loaders.formats.galley import Galley, Ink
from loaders.formats.legend import Legend
from loaders.formats.word.body import blocks
from loaders.formats.word.numbering import numbering_of
from loaders.formats.word.package import Package, R, W
from loaders.formats.word.story import Notes, Story
from loaders.formats.word.styles import Styles
from ontology import rt

#: Notes that are but the lines between text and notes.
RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
PAGE_END = f"{W}lastRenderedPageBreak"
PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
#: A doubt about the whole document stands at no more of its beginning than this.
BEGINNING = 200


def set_document(package: Package, galley: Galley) -> None:
    """Set a file's text. Raises UnreadablePlan, TooLarge."""
    root = package.tree(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise package.broken("it has no text part, so it is no Word document")
    story = begun(package, body)
    read = blocks(story, body)
    told = read if story.page is None or pages_agree(package, story) else list(without_spots(read))
    told += notes(story)
    set_blocks(galley, Legend(told).told(told))
    for line in margins(story, body):
        galley.margin(line)
    remarks(story, galley)


def begun(package: Package, body: Element) -> Story:
    """The story before its first paragraph; its pages are counted where Word noted where they end."""
    main = package.main
    settings = _root(package, main, "settings")
    return Story(
        package,
        Styles(_root(package, main, "styles")),
        numbering_of(_root(package, main, "numbering")),
        Notes(_form(settings, "footnotePr", "decimal")),
        Notes(_form(settings, "endnotePr", "lowerRoman")),
        main,
        page=1 if next(body.iter(PAGE_END), None) is not None else None,
    )


def _root(package: Package, part: str, kind: str) -> Element | None:
    """The root of the part of a kind that a part points at."""
    name = package.of_kind(part, kind)
    return package.tree(name) if name else None


def _form(settings: Element | None, notes: str, usual: str) -> str:
    """The form of the marks of notes."""
    told = settings.find(f"{W}{notes}/{W}numFmt") if settings is not None else None
    return told.get(f"{W}val", usual) if told is not None else usual


def pages_agree(package: Package, story: Story) -> bool:
    """Whether as many pages were met as the file says that it has, if it does: else page numbers may be old."""
    root = package.tree("docProps/app.xml")
    told = root.findtext(PAGES) if root is not None else None
    return told is None or told == str(story.page)


def notes(story: Story) -> Iterator[Block]:
    """Footnotes, then endnotes, in the order that the text refers to them, each with its mark before it."""
    story.page = None
    for kind, of_kind in (("footnote", story.footnotes), ("endnote", story.endnotes)):
        part = story.package.of_kind(story.part, f"{kind}s")
        root = story.package.tree(part) if part and of_kind.met else None
        found = {
            one.get(f"{W}id", ""): one for one in (() if root is None else root) if one.get(f"{W}type") not in RULES
        }
        for which, mark in of_kind.met.items():
            if which in found:
                yield from _marked(mark, blocks(story, found[which]))


def _marked(mark: str, note: list[Block]) -> Iterator[Block]:
    """A note with its mark before its first words."""
    first = note[0] if note else None
    if mark and isinstance(first, Paragraph):
        note[0] = Paragraph((Ink(f"{mark} "), *bare(first.ink)))
    yield from note


def margins(story: Story, body: Element) -> Iterator[tuple[Ink, ...]]:
    """The lines of the headers and footers of all sections, each once."""
    seen: set[str] = set()
    main = story.part
    sections = [*story.sections, *body.findall(f"{W}sectPr")]
    found = chain.from_iterable(_headers(section) for section in sections)
    for part in dict.fromkeys([story.package.target(main, one.get(f"{R}id", "")) for one in found]):
        root = story.package.tree(part) if part else None
        if part is None or root is None:
            continue
        story.part, story.page = part, None
        for line in all_lines(blocks(story, root)):
            text = "".join(ink.text for ink in line).strip()
            if text and text not in seen:
                seen.add(text)
                yield bare(line)


def _headers(section: Element) -> Iterator[Element]:
    yield from (one for one in section if one.tag in {f"{W}headerReference", f"{W}footerReference"})


def remarks(story: Story, galley: Galley) -> None:
    """What a reader should know of the whole document."""
    place = (0, min(galley.at, BEGINNING))
    if story.inserted or story.deleted:
        sv = f"Ändringar i dokumentet är inte godkända. Lästa tillägg: {story.inserted}, utelämnade strykningar: {story.deleted}."
        en = f"Changes in the document are not accepted. Insertions read: {story.inserted}, deletions left out: {story.deleted}."
        galley.remark(rt.UnacceptedChanges, *place, sv, en, rt.Info)
    if story.comments:
        sv = f"Kommentarer i marginalen hör inte till texten och är inte lästa: {story.comments}."
        en = f"Comments in the margin are no part of the text and are not read: {story.comments}."
        galley.remark(rt.CommentsLeftOut, *place, sv, en, rt.Info)
    if story.package.has_macros:
        sv = "Filen har makron; de körs aldrig, och vad de skulle fylla i är inte läst."
        en = "The file has macros; they are never run, and what they would fill in is not read."
        galley.remark(rt.MacrosNotRun, *place, sv, en, rt.Info)
