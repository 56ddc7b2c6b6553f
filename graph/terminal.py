"""What is told a person at a terminal: no text of a document may steer it, however hostile."""

import unicodedata

import click

#: Marks that turn the direction of what follows, and separators that some terminals break lines at.
TURNING = frozenset(
    "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT OVERRIDE}"
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}"
    "\N{POP DIRECTIONAL ISOLATE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
)
#: Names are cut at this many characters.
LONGEST_NAME = 200


def tell(text: str, *, err: bool = False) -> None:
    """Print a text, with what would steer the terminal escaped; to standard error if wanted."""
    click.echo(harmless(text), err=err)


def harmless(text: str) -> str:
    """The text with control characters and turning marks as escapes, such as that of the bell; line ends and tabs stay."""
    if text.isprintable():
        return text
    return "".join(_escaped(char) if _steers(char) else char for char in text)


def short(name: str) -> str:
    """A name, cut where it is very long."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _steers(char: str) -> bool:
    return char in TURNING or (unicodedata.category(char) == "Cc" and char not in "\n\t")


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
