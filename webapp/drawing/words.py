"""Words in pictures: cut to a width, since SVG breaks no lines; the whole text stands beside as a title."""

#: The width of a letter of our text face in parts of its size, on average.
LETTER = 0.54
ELLIPSIS = "…"


def fitted(text: str, width: float, size: float = 14) -> str:
    """A text cut to a width in picture units at a size of type; at least one letter of it."""
    room = max(int(width / (LETTER * size)), 2)
    return text if len(text) <= room else text[: room - 1].rstrip(" ,.–-") + ELLIPSIS


def wrapped(text: str, width: float, lines: int, size: float = 14) -> tuple[str, ...]:
    """A text broken between words into at most so many lines of a width, the last one cut where need be."""
    found: list[str] = []
    rest = text.split()
    while rest and len(found) < lines - 1:
        found.append(_line(rest, width, size))
    return (*found, fitted(" ".join(rest), width, size)) if rest else tuple(found)


def _line(words: list[str], width: float, size: float) -> str:
    """As many words as have room, taken from the list; at least one, cut where it has none."""
    line = fitted(words.pop(0), width, size)
    while words and len(line) + 1 + len(words[0]) <= int(width / (LETTER * size)):
        line += f" {words.pop(0)}"
    return line
