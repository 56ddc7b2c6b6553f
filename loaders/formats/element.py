"""An element of a tree of XML or of a web page: lxml's, which has no types."""

from typing import Any

Element = Any


def child(parent: Element | None, *tags: str) -> Element | None:
    """The first child of some names; none where there is none."""
    return None if parent is None else next(parent.iterchildren(*tags), None)


def children(parent: Element | None) -> dict[str, Element]:
    """The children of an element that has one of each name, by their names."""
    return {} if parent is None else {one.tag: one for one in parent}
