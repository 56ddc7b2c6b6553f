"""Words in pictures: cut to a width, since SVG breaks no lines; the whole text stands beside as a title."""

#: The width of a letter of our text face in parts of its size, on average.
LETTER = 0.54
ELLIPSIS = "…"


def fitted(text: str, width: float, size: float = 14) -> str:
    """A text cut to a width in picture units at a size of type; at least one letter of it."""
    room = max(int(width / (LETTER * size)), 2)
    return text if len(text) <= room else text[: room - 1].rstrip(" ,.–-") + ELLIPSIS
