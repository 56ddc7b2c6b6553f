"""Lines of ink: put behind each other, parted, their blanks set right."""

import re
from collections.abc import Iterable, Iterator

from loaders.formats.galley import BLANK, Ink
from loaders.words.clean import join

#: A place between columns, where a line has such, and a line's end within a paragraph.
TABULATOR, LINE_END = "\t", "\n"
#: What shows as one blank on a page.
BLANKS = re.compile(r"[ \t\n\r\f]+")
#: Where a paragraph has more pictures with words than this, none is left out.
MOST_SPOKEN = 100

Line = tuple[Ink, ...]


def append_line(ink: list[Ink], line: Line) -> None:
    """Put a line behind others on the same one, a hyphen at the end of the last undone where it only parts a word."""
    line = bare(line)
    if not line:
        return
    before, after = "".join(each.text for each in ink[-6:]), "".join(each.text for each in line[:6])
    if re.search(r"[^\W\d_]-$", before):
        joined = join(before, after)
        if joined == before[:-1] + after:
            ink[-1] = Ink(ink[-1].text[:-1], ink[-1].spot, ink[-1].hidden)
        if len(joined) <= len(before) + len(after):
            ink.extend(line)
            return
    ink.extend((BLANK, *line) if ink else line)


def bare(line: Line) -> Line:
    """A line without the blanks at its ends."""
    if len(line) == 1 and (text := line[0].text.strip()):
        return line if len(text) == len(line[0].text) else (Ink(text, line[0].spot, line[0].hidden),)
    first = next((at for at, ink in enumerate(line) if ink.text.strip()), len(line))
    last = next((at for at in range(len(line), first, -1) if line[at - 1].text.strip()), first)
    edges = list(line[first:last])
    if edges:
        edges[0] = Ink(edges[0].text.lstrip(), edges[0].spot, edges[0].hidden)
        edges[-1] = Ink(edges[-1].text.rstrip(), edges[-1].spot, edges[-1].hidden)
    return tuple(edges)


def parted(ink: Iterable[Ink], at: str) -> Iterator[Line]:
    """Ink parted at each tabulator or line end."""
    held: list[Ink] = []
    for each in ink:
        if each.text == at:
            yield tuple(held)
            held = []
        else:
            held.append(each)
    yield tuple(held)


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
