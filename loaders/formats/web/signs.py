"""What a picture or a mark without text of its own says: in words that the page has for it, else by its colour alone."""

import re

from loaders.formats.element import Element

#: Elements that are pictures or fields; none has text that shows.
PICTURES = frozenset({"img", "svg", "input", "area", "canvas", "object", "video", "audio", "picture"})
#: Colours that the name of a class or of a picture tells.
COLOURS = {
    "green": "green", "grön": "green", "gron": "green", "success": "green", "red": "red", "röd": "red", "rod": "red",
    "danger": "red", "yellow": "yellow", "gul": "yellow", "warning": "yellow", "orange": "orange", "blue": "blue",
    "blå": "blue", "bla": "blue", "grey": "grey", "gray": "grey", "grå": "grey", "gra": "grey",
}  # fmt: skip
WORDS = re.compile(r"[a-zåäö]+")
SVG_TITLE = ("{http://www.w3.org/2000/svg}title", "title")
#: Kinds of fields whose value a reader sees.
SHOWN = frozenset({"", "text", "number", "date", "month", "week", "tel", "email", "url"})
CHECKED, UNCHECKED = "☒", "☐"
#: No words about a picture are longer than this.
LONGEST = 1000


def said(element: Element) -> str:
    """The words that a page has for an element without text; empty where it has none."""
    if element.tag == "input":
        return _field(element)
    if element.tag == "svg":
        titles = (one.text for one in element.iter(*SVG_TITLE) if one.text)
        return str(element.get("aria-label") or next(titles, "") or element.get("title", "")).strip()[:LONGEST]
    names = ("alt", "aria-label", "title") if element.tag in {"img", "area"} else ("aria-label", "title")
    return next((text for name in names if (text := str(element.get(name, "")).strip())), "")[:LONGEST]


def colour_named(element: Element) -> str | None:
    """The colour that an element's class, or a picture's file, is named for."""
    source = element.get("src", "").rpartition("/")[2] if element.tag == "img" else ""
    words = WORDS.findall(f"{element.get('class', '')} {source}".lower()[:300])
    return next((COLOURS[word] for word in words if word in COLOURS), None)


def _field(field: Element) -> str:
    kind = field.get("type", "").lower()
    if kind in {"checkbox", "radio"}:
        return UNCHECKED if field.get("checked") is None else CHECKED
    if kind == "image":
        return str(field.get("alt", "")).strip()[:LONGEST]
    return str(field.get("value", "")).strip()[:LONGEST] if kind in SHOWN else ""
