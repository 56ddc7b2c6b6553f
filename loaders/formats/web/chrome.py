"""What frames a page and is no part of what it tells: menus, banners, buttons, whatever stands beside its main part."""

import re
from collections.abc import Iterator

from loaders.formats.element import Element

TAGS = frozenset({"nav", "dialog", "noscript"})
ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"}
)
#: Words in the name of an element's class or id that say the same.
NAMES = frozenset(
    [
        "cookie",
        "cookies",
        "cookiebanner",
        "consent",
        "gdpr",
        "kakor",
        "breadcrumb",
        "breadcrumbs",
        "brodsmula",
        "brodsmulor",
        "skiplink",
        "skip",
        "navbar",
        "menu",
        "meny",
        "sidomeny",
        "sidebar",
        "sidfot",
        "sidhuvud",
        "pagination",
        "pager",
        "toolbar",
        "share",
        "dela",
    ]
)
#: Tags that frame a page unless they stand within a part of its text.
EDGES = frozenset({"header", "footer"})
PARTS = frozenset({"main", "article", "section", "table", "li", "blockquote", "figure"})
NAME_ENDS = re.compile(r"[^a-zåäöA-ZÅÄÖ]+|(?<=[a-zåäö])(?=[A-ZÅÄÖ])")


class Frame:
    """Which elements of a page frame it."""

    def __init__(self, root: Element) -> None:
        """Look at the whole page."""
        self._headings = list(root.iter("h1"))
        self._main = _main(root)
        self._around = set() if self._main is None else {self._main, *self._main.iterancestors()}
        self.opened = set(_opened(root))

    def holds(self, element: Element, *, within: bool) -> bool:
        """Whether an element is a part of the frame; `within` tells that it stands within a part of the text."""
        tag, role = element.tag, element.get("role", "")
        if self._main is not None and not within and element not in self._around:
            return not self._only_heading(element)
        if tag in TAGS or role in ROLES:
            return not self._only_heading(element)
        if tag in EDGES and not within:
            return not self._only_heading(element)
        if tag == "button" or role == "button":
            return not _names_a_part(element)
        return bool(_names(element) & NAMES) and next(element.iter("h1", "main", "table"), None) is None

    def begins_part(self, element: Element) -> bool:
        """Whether what stands in an element is a part of the text, where a header is no page's header."""
        return element.tag in PARTS or element is self._main

    def _only_heading(self, element: Element) -> bool:
        """Whether the page's only headings of the first level stand in an element."""
        inside = set(element.iter("h1"))
        return bool(inside) and all(heading in inside for heading in self._headings)


def _main(root: Element) -> Element | None:
    """The main part of the page, where all its tables stand in it; none where there is not one."""
    found = [one for one in root.iter() if one.tag == "main" or one.get("role") == "main"]
    if len(found) != 1 or sum(1 for _ in found[0].iter("table")) < sum(1 for _ in root.iter("table")):
        return None
    return found[0] if any(text.strip() for text in found[0].itertext()) else None


def _opened(root: Element) -> Iterator[str]:
    """The ids of parts that a reader opens by a click: they are hidden but to save room."""
    for one in root.iter():
        if one.get("aria-controls"):
            yield from one.get("aria-controls").split()[:20]
        for name in ("data-target", "data-bs-target", "href"):
            toggles = name != "href" or one.get("data-toggle") or one.get("data-bs-toggle") or one.get("role") == "tab"
            if toggles and one.get(name, "").startswith("#"):
                yield one.get(name)[1:]


def _names_a_part(button: Element) -> bool:
    """Whether a button's words are the heading of what it opens, or of a column that it sorts."""
    if button.get("aria-expanded") or button.get("aria-controls") or button.get("role") == "tab":
        return True
    around = (one.tag for one in button.iterancestors())
    return any(
        tag in {"th", "summary", "h1", "h2", "h3", "h4", "h5", "h6"} for tag, _ in zip(around, range(4), strict=False)
    )


def _names(element: Element) -> frozenset[str]:
    text = f"{element.get('class', '')} {element.get('id', '')}"[:500]
    return frozenset(map(str.lower, NAME_ENDS.split(text))) if text.strip() else frozenset()
