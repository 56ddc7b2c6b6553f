"""A page's elements as blocks: what is told, and what frames it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from loaders.formats.blocks import LINE_END, Block, Paragraph, bare
from loaders.formats.element import Element
from loaders.formats.galley import Ink
from loaders.formats.web.chrome import Frame
from loaders.formats.web.signs import PICTURES, colour_named, said
from loaders.formats.web.styles import Sheet

#: Elements whose content is never shown as text.
SKIPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "iframe",
        "datalist",
        "math-input",
        "rp",
        "audio",
        "video",
        "canvas",
        "object",
        "embed",
    ]
)
#: Elements that stand on lines of their own.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "option",
        "p",
        "search",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
#: The elements that parts of tables, by the name of what they play, are like.
BY_ROLE = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr", "cell": "td", "gridcell": "td",
    "columnheader": "th", "rowheader": "th",
}  # fmt: skip
BLANKS = re.compile(r"[ \t\n\r\f]+")
#: Where a paragraph has more pictures with words than this, none is left out.
MOST_SPOKEN = 100
SOFT_HYPHEN = "\u00ad"
#: Fonts whose letters are pictures.
ICON_FONT = re.compile(r"material-(?:icons|symbols)")
ON_LINES = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)")


@dataclass
class Page:
    """The page being read: its style, its frame, and what of the frame was met."""

    sheet: Sheet
    frame: Frame
    structures: Mapping[str, "Reader"]
    margins: list[Block] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """How what is read now looks: hidden, within a part of the text, with its blanks as they stand."""

    hidden: bool = False
    within: bool = False
    verbatim: bool = False

    def in_part(self) -> "Look":
        """The same within a part of the text."""
        return self if self.within else replace(self, within=True)


class Flow:
    """Blocks one below the other: those of a page, of a cell, of a part of the frame."""

    def __init__(self, page: Page) -> None:
        """Begin with none."""
        self._page = page
        self._ink: list[tuple[Ink, bool]] = []
        self._sign: str | None = None
        self._label: str | None = None
        self._items = 0
        self.blocks: list[Block] = []

    def inside(self, parent: Element, look: Look) -> None:
        """Read what stands in an element."""
        self.text(parent.text, look)
        for one in parent:
            if isinstance(one.tag, str):
                self.element(one, look)
            self.text(one.tail, look)

    def element(self, one: Element, look: Look) -> None:
        """Read an element."""
        if one.tag in SKIPPED:
            return
        if self._page.frame.holds(one, within=look.within):
            self._divert(one)
            return
        look = self.look(one, look)
        if (read := self._page.structures.get(structure_of(one))) is not None:
            read(self, one, look)
        elif one.tag == "br":
            self._ink.append((Ink(LINE_END), False))
        elif (
            one.tag in PICTURES or not (len(one) or (one.text or "").strip()) or ICON_FONT.search(one.get("class", ""))
        ):
            self.sign(one, look)
        elif self.on_lines(one):
            self.flush()
            self.inside(one, look)
            self.flush()
        else:
            self._inline(one, look)

    def text(self, text: str | None, look: Look) -> None:
        """Put a text behind what is held."""
        if not text:
            return
        text = text.replace(SOFT_HYPHEN, "")
        if not look.verbatim:
            self._ink.append((Ink(BLANKS.sub(" ", text), hidden=look.hidden), False))
            return
        for at, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            self._ink += [(Ink(LINE_END), False)] if at else []
            self._ink.append((Ink(line.replace("\t", "    "), hidden=look.hidden), False))

    def sign(self, one: Element, look: Look) -> None:
        """Put what an element without text says, or else its colour."""
        if words := said(one):
            self._ink.append((Ink(words, hidden=look.hidden), True))
        else:
            self._sign = self._sign or self.colour(one)
            self.flush() if self.on_lines(one) else None

    def colour(self, one: Element) -> str | None:
        """The colour that an element is filled with, or named for."""
        return self._page.sheet.colour(one) or colour_named(one)

    def flow(self) -> "Flow":
        """Another flow of the same page."""
        return Flow(self._page)

    def item(self, one: Element, label: str, look: Look) -> None:
        """Read an item of a list, its label before its first words."""
        self.flush()
        self._items += 1
        self._label = label
        self.inside(one, look)
        self.flush()
        self._label = None
        self._items -= 1

    def flush(self) -> None:
        """What is held is a paragraph."""
        ink, self._ink = single_blanks(without_repeats(self._ink)), []
        sign, self._sign = self._sign, None
        if not ink and not sign:
            return
        label, self._label = self._label or "", None
        before = (Ink(label, hidden=ink[0].hidden if ink else False),) if label else ()
        self.blocks.append(Paragraph((*before, *ink), item=bool(self._items), sign=sign))

    def on_lines(self, one: Element) -> bool:
        """Whether an element stands on lines of its own."""
        return one.tag in BLOCKS or "-" in one.tag or bool(ON_LINES.search(one.get("style", "").lower()))

    def _inline(self, one: Element, look: Look) -> None:
        if said(one) and not any(text.strip() for text in one.itertext()):
            self.sign(one, look)
        else:
            self.inside(one, look)

    def look(self, one: Element, look: Look) -> Look:
        """How what stands in an element looks."""
        hidden = look.hidden or self._hides(one)
        within = look.within or self._page.frame.begins_part(one)
        verbatim = look.verbatim or one.tag in {"pre", "textarea"}
        same = (hidden, within, verbatim) == (look.hidden, look.within, look.verbatim)
        return look if same else Look(hidden, within, verbatim)

    def _hides(self, one: Element) -> bool:
        """Whether an element is hidden from who looks or listens, and not merely closed until a click."""
        if one.get("id") in self._page.frame.opened or one.get("role") == "tabpanel":
            return False
        return one.get("hidden") is not None or one.get("aria-hidden") == "true" or self._page.sheet.hides(one)

    def _divert(self, one: Element) -> None:
        aside = self.flow()
        aside.inside(one, Look(within=True))
        aside.flush()
        self._page.margins += aside.blocks


#: How an element is read whose parts stand in an order of their own.
Reader = Callable[[Flow, Element, Look], None]


def structure_of(one: Element) -> str:
    """What an element is: by the part that it says it plays, else by its tag."""
    return BY_ROLE.get(one.get("role", "")) or str(one.tag)


def without_repeats(held: list[tuple[Ink, bool]]) -> list[Ink]:
    """Ink without words about a picture that stand beside it as text, too."""
    if not 0 < sum(spoken for _, spoken in held) <= MOST_SPOKEN:
        return [ink for ink, _ in held]
    seen = BLANKS.sub(" ", "".join(ink.text for ink, spoken in held if not spoken)).casefold()
    kept: list[Ink] = []
    for ink, spoken in held:
        words = BLANKS.sub(" ", ink.text.strip()).casefold()
        if not spoken or words not in seen:
            kept += [Ink(" "), ink, Ink(" ")] if spoken else [ink]
            seen += f" {words}" if spoken else ""
    return kept


def single_blanks(held: list[Ink]) -> tuple[Ink, ...]:
    """Ink with single blanks within, none at its ends or beside a line's end."""
    ink: list[Ink] = []
    blank = True
    for one in held:
        if one.text == LINE_END:
            ink.append(one)
            blank = True
            continue
        text = one.text.lstrip(" ") if blank else one.text
        if text:
            ink.append(Ink(text, one.spot, one.hidden))
            blank = text.endswith(" ")
    return bare(tuple(ink))
