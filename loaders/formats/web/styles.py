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
        self._rules: dict[str, str] = {}
        for selector, rule in _rules(texts):
            self._rules[selector] = f"{self._rules.get(selector, '')};{rule}"[-4000:]

    def hides(self, element: Element) -> bool:
        """Whether a rule, or the element's own style, hides it."""
        return bool(HIDING.search(self._style(element)))

    def colour(self, element: Element) -> str | None:
        """The colour that an element is filled with, as #rrggbb."""
        found = BACKGROUND.findall(self._style(element))
        return colour(found[-1] if found else element.get("bgcolor", ""))

    def _style(self, element: Element) -> str:
        tag, classes = element.tag, element.get("class", "").split()[:20]
        own = [tag, f"#{element.get('id')}", *(each for name in classes for each in (f".{name}", f"{tag}.{name}"))]
        sheet = [self._rules[name] for name in own if name in self._rules] if self._rules else []
        return ";".join((*sheet, element.get("style", "").lower()))


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
