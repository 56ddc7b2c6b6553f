"""The title page: the lines before the text begins, and the title among them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from loaders.document import Document, Line, Piece
from loaders.layout.headings import is_heading
from loaders.titles import is_any_level, kind_in, period_in
from loaders.words.organisations import DECIDED

#: A title stands among the first printed lines, mostly on a page of its own, which has so many at most.
FRONT_LINES = 40
PAGE_LINES = 14
#: What is longer, or ends as a sentence, is text.
LONGEST = 110
SENTENCE = 20
#: A line that is longer and goes on below is one of a paragraph.
WRAPPED = 70
CONTENTS = re.compile(r"(?i)\s*(?:innehåll(?:sförteckning|et)?|sammanfattning|förord|inledning|\d+\.? inledning)\s*$")
#: A line that is nothing but years.
LONE_PERIOD = re.compile(r"\s*(?:år\s+)?20\d\d(?:\s*[-–—]\s*(?:20)?\d\d)?\s*$")
#: A line that goes on a title and tells of later years: "med plan för 2028–2029".
FURTHER_YEARS = re.compile(
    r"\s*(?:med|och|samt|inklusive)\s(?:[a-zåäö]{1,20}\s){1,4}20\d\d(?:\s*[-–—]\s*(?:20)?\d\d)?\s*"
)


@dataclass(frozen=True)
class TitlePage:
    """The lines of a title page and the title, where there is one."""

    lines: tuple[Line, ...]
    title: Piece | None

    @property
    def texts(self) -> tuple[str, ...]:
        """What its lines say."""
        return tuple(line.text.strip() for line in self.lines)


def title_page(document: Document) -> TitlePage:
    """The lines on which a document presents itself: those before its text, and those around its title."""
    front = front_lines(document)
    page = tuple(before_text(front[:PAGE_LINES]))
    title = next(titles(document, page, front), None)
    if title is None:
        return TitlePage(page, None)
    behind = [line for line in front if line.number > title[-1].number]
    around = (*title, *before_text(behind[:4]))
    lines = (*page, *(line for line in around if line not in page))
    return TitlePage(lines, document.cut_lines(title))


def front_lines(document: Document) -> list[Line]:
    """The first printed lines."""
    return [line for line in document.lines if not line.blank][:FRONT_LINES]


def before_text(lines: list[Line]) -> Iterator[Line]:
    """The lines down to the first of running text, of a table, or of a list of contents."""
    for line, below in zip_longest(lines, lines[1:]):
        if is_text(line) or (below and runs_on(line, below)):
            return
        yield line


def runs_on(line: Line, below: Line) -> bool:
    """Whether a line is one of a wrapped paragraph: long, with another right below it."""
    return len(line.text.strip()) > WRAPPED and below.number == line.number + 1 and not kind_in(line.text)


def is_text(line: Line) -> bool:
    """Whether a line is part of the text rather than of its title page."""
    text = line.text.strip()
    sentence = len(text) > SENTENCE and text.endswith((".", ":")) and not DECIDED.match(text)
    return len(text) > LONGEST or sentence or "\t" in text or bool(CONTENTS.match(text))


def titles(document: Document, page: tuple[Line, ...], front: list[Line]) -> Iterator[tuple[Line, ...]]:
    """The lines of each title: on the title page of any kind of plan, below it only of a kind that names itself."""
    for line in front:
        text = line.text.strip()
        if not kind_in(text) or DECIDED.match(text):
            continue
        lines = whole_title(document, line)
        told = period_in(document.cut_lines(lines).text) is not None
        if is_any_level(text) and not (line in page and told):
            continue
        if is_heading(document, line) or (len(lines) > 1 and told):
            yield lines


def whole_title(document: Document, line: Line) -> tuple[Line, ...]:
    """A title with the line that it goes on in: one of nothing but years, or one in lower case that tells them."""
    below = next((each for each in document.between(line.number + 1, line.number + 2) if not each.blank), None)
    if below is None:
        return (line,)
    adjacent, told = below.number == line.number + 1, period_in(line.text) is not None
    if (LONE_PERIOD.match(below.text) and (adjacent or not told)) or FURTHER_YEARS.fullmatch(below.text):
        return (line, below)
    wrapped = (
        adjacent
        and below.text.strip()[:1].islower()
        and period_in(below.text) is not None
        and not below.text.rstrip().endswith((".", ","))
        and len(below.text) < WRAPPED
    )
    return (line, below) if wrapped else (line,)
