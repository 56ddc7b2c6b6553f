"""What a page's style says of an element: whether it is hidden, and its colour. Simple selectors alone are read."""

import re
from collections.abc import Iterator

from loaders.formats.element import Element

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
#: A selector that is one name: "td", ".green", "#menu", "td.green", "span.green".
SIMPLE = re.compile(r"(?:[a-z][a-z0-9]{0,20})?[.#][\w-]{1,80}|[a-z][a-z0-9]{0,20}")
HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))")
BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;]{1,200})")
HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
NAMED = {
    "green": "#008000", "limegreen": "#32cd32", "lime": "#00ff00", "lightgreen": "#90ee90", "red": "#ff0000",
    "yellow": "#ffff00", "gold": "#ffd700", "orange": "#ffa500", "darkorange": "#ff8c00", "blue": "#0000ff",
    "darkgreen": "#006400", "darkred": "#8b0000", "crimson": "#dc143c", "tomato": "#ff6347", "purple": "#800080",
}  # fmt: skip
#: A style sheet has no more rules than this that are read.
MOST_RULES = 20_000


class Sheet:
    """The rules of a page's own style sheets, by simple selectors."""

    def __init__(self, texts: list[str]) -> None:
        """Read the sheets' texts."""
        self._hiding: set[str] = set()
        self._colours: dict[str, str] = {}
        for selector, rule in _rules(texts):
            if HIDING.search(rule):
                self._hiding.add(selector)
            if found := _background(rule):
                self._colours[selector] = found

    def hides(self, element: Element) -> bool:
        """Whether a rule, or the element's own style, hides it."""
        own = element.get("style")
        if own and HIDING.search(own.lower()):
            return True
        return bool(self._hiding) and not self._hiding.isdisjoint(_selectors(element))

    def colour(self, element: Element) -> str | None:
        """The colour that an element is filled with, as #rrggbb."""
        own = _background(element.get("style", "").lower()) or colour(element.get("bgcolor", ""))
        if own or not self._colours:
            return own
        return next((self._colours[name] for name in _selectors(element) if name in self._colours), None)


def _selectors(element: Element) -> Iterator[str]:
    """The simple selectors that mean an element, the most particular first."""
    tag, classes = element.tag, element.get("class", "").lower().split()[:20]
    yield f"#{element.get('id', '').lower()}"
    yield from (f"{tag}.{name}" for name in classes)
    yield from (f".{name}" for name in classes)
    yield tag


def _background(style: str) -> str | None:
    found = BACKGROUND.findall(style)
    return colour(found[-1]) if found else None


def colour(text: str) -> str | None:
    """A colour that a style tells, as #rrggbb; none where it is none that is known, or can be seen through."""
    text = text.strip().lower()
    if found := HEX.search(text):
        figures = found[1]
        return "#" + ("".join(2 * figure for figure in figures) if len(figures) == 3 else figures)
    if found := RGB.search(text):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return NAMED.get(text.split()[0]) if text else None


def _rules(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Each simple selector with what is said of it; what holds for print or small screens alone is left out."""
    count = 0
    for text in texts:
        for block in _outer(COMMENT.sub("", text.lower())):
            selectors, _, rule = block.partition("{")
            for selector in selectors.split(","):
                count += 1
                if count > MOST_RULES:
                    return
                if SIMPLE.fullmatch(selector.strip()):
                    yield selector.strip(), rule


def _outer(text: str) -> Iterator[str]:
    """The blocks that stand in no other block, each without its closing brace."""
    depth, begin = 0, 0
    for brace in re.finditer(r"[{}]", text):
        if brace[0] == "{":
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                block, begin = text[begin : brace.start()], brace.end()
                if "@" not in block.partition("{")[0]:
                    yield block
        else:
            begin = brace.end()
