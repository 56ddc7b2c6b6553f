"""What a paragraph's style says: whether it is a heading or a line of contents, hidden, numbered by which list."""

import re
from dataclasses import dataclass, replace

from loaders.formats.element import Element, children
from loaders.formats.word.package import W

#: Names of heading styles as Word in Swedish and English has them.
HEADING = re.compile(r"(?i)\s*(?:heading|rubrik|title|titel|subtitle|underrubrik)\b")
CONTENTS = re.compile(r"(?i)\s*(?:toc|innehåll|table of figures|figurförteckning)\s*\d?\s*$")
NUMBERED, NUMBER, LEVEL, VALUE = f"{W}numPr", f"{W}numId", f"{W}ilvl", f"{W}val"
LEVELS = frozenset("012345678")
#: The outline level of running text.
BODY = 9
#: A style is based on no more styles than this.
DEEPEST = 20


@dataclass(frozen=True)
class Style:
    """What is known of one style, what it is based on counted in; None where nothing is said."""

    heading: bool = False
    contents: bool = False
    hidden: bool | None = None
    number: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document, by the marks that paragraphs and runs use."""

    def __init__(self, root: Element | None) -> None:
        """Take them from their part."""
        found = root.iterfind(f"{W}style") if root is not None else ()
        self._elements = {one.get(f"{W}styleId", ""): one for one in found}
        self._known: dict[str, Style] = {}
        kind = (one for one in self._elements.values() if one.get(f"{W}type") == "paragraph")
        usual = (one.get(f"{W}styleId", "") for one in kind if one.get(f"{W}default") in {"1", "true", "on"})
        self.usual = next(usual, "")

    def get(self, mark: str) -> Style:
        """A style; one of which nothing is known where there is no such."""
        if mark not in self._known:
            self._known[mark] = self._made(mark)
        return self._known[mark]

    def _made(self, mark: str) -> Style:
        style, chain = Style(), list[Element]()
        while (one := self._elements.get(mark)) is not None and one not in chain and len(chain) < DEEPEST:
            chain.append(one)
            based = one.find(f"{W}basedOn")
            mark = based.get(f"{W}val", "") if based is not None else ""
        for one in reversed(chain):
            style = _over(one, style)
        return style


def _over(one: Element, below: Style) -> Style:
    """A style's own words over what it is based on."""
    name, outline = one.find(f"{W}name"), one.find(f"{W}pPr/{W}outlineLvl")
    text = name.get(f"{W}val", "") if name is not None else ""
    heading = below.heading or bool(HEADING.match(text))
    if outline is not None:
        heading = outline.get(f"{W}val") != str(BODY)
    style = replace(below, heading=heading, contents=below.contents or bool(CONTENTS.match(text)))
    vanish = one.find(f"{W}rPr/{W}vanish")
    if vanish is not None:
        style = replace(style, hidden=is_on(vanish))
    number, level = numbered(children(one.find(f"{W}pPr")))
    return replace(style, number=number or style.number, level=style.level if level is None else level)


def numbered(told: dict[str, Element]) -> tuple[str | None, int | None]:
    """The list and the level that a paragraph's properties tell."""
    if NUMBERED not in told:
        return None, None
    parts = children(told[NUMBERED])
    at = parts[LEVEL].get(VALUE, "") if LEVEL in parts else ""
    return (parts[NUMBER].get(VALUE) if NUMBER in parts else None), (int(at) if at in LEVELS else None)


def is_on(switch: Element) -> bool:
    """Whether a switch is on, which it is unless it says that it is not."""
    return switch.get(VALUE, "1") not in {"0", "false", "off"}
