"""A document: what became of its lines, the lines themselves a few hundred at a time, and beside them what they state."""

from bisect import bisect_right
from dataclasses import dataclass

from flask import request
from flask_babel import gettext

from graph.answer import Answer
from graph.contents import KINDS
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms
from webapp.ask import ask, filled, rows
from webapp.drawing.strip import Strip, strip
from webapp.editions import Edition, editions
from webapp.evidence.beside import Beside, beside
from webapp.evidence.citation import passage
from webapp.evidence.lines import Line, lines
from webapp.evidence.reading import NAMES, Reading, Stretch, reading
from webapp.evidence.shots import Shot, shots
from webapp.evidence.standing import on_lines, standing
from webapp.languages import number
from webapp.page import ThingPage
from webapp.paging import whole_number
from webapp.sheet import Sheet, sheet
from webapp.things import Head
from webapp.values import text

#: Lines on a page; of an abridged document lines that state something.
SHOWN = 200


@dataclass(frozen=True)
class Part:
    """A part of the document that one click leads to: its lines, and how many of each kind (in the order of NAMES)."""

    first: int
    last: int
    counts: tuple[int, ...]

    @property
    def told(self) -> str:
        """In words: "Rad 1–200: 120 blev uppgifter, 5 rubriker, 60 löpande text, 0 inte förstådda"."""
        stating, headings, prose, unread = map(number, self.counts)
        told = gettext(
            "Rad %(first)s–%(last)s: %(stating)s blev uppgifter, %(headings)s rubriker, %(prose)s löpande text, %(unread)s inte förstådda",
            first=self.first, last=self.last, stating=stating, headings=headings, prose=prose, unread=unread,
        )  # fmt: skip
        return str(told)


@dataclass(frozen=True)
class Thing:
    """A thing that is stated on a passage."""

    passage: Iri
    iri: Iri
    kind: Iri
    label: str


@dataclass(frozen=True)
class Stated:
    """A passage and what is stated there."""

    place: Stretch
    things: tuple[Thing, ...]


@dataclass(frozen=True)
class Window:
    """The lines on the page: which they are, from where to where, and lines to go on with before and behind."""

    numbers: tuple[int, ...]
    first: int
    last: int
    before: int | None
    behind: int | None


@dataclass(frozen=True)
class Document:
    """What the page shows: a window on its `count` lines, what became of all of them, and what stands beside.

    `abridged` where the graph has only facts and figures of it: then `stated` are the passages instead of lines.
    `chosen` is what the address asks for; `lost` where it asks for a passage that is not there.
    """

    edition: Edition | None
    format: str
    sha256: str
    read_by: str
    text: Reading
    counts: dict[Iri, int]
    strip: Strip
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    stated: tuple[Stated, ...]
    window: Window
    unread_before: int | None
    unread_behind: int | None
    count: int
    abridged: bool
    only: str
    pages: tuple[tuple[int, int], ...]
    chosen: Stretch | None
    line: int | None
    lost: bool
    beside: Beside
    shots: tuple[Shot, ...]
    citation: str

    @property
    def kinds(self) -> dict[str, Iri]:
        """The kinds of line by what the address calls them."""
        return NAMES


def read(view: View, head: Head) -> Document:
    """What the page shows."""
    whole, count = reading(view, head.iri), int(text(view, head.iri, rt.lineCount) or 0)
    pages = tuple((int(str(page)), int(str(line))) for page, line in ask(view, "pages", document=head.iri).rows)
    asked = request.args.get("passage", "")
    chosen = whole.named(asked) if asked else None
    line = _line(pages, chosen, count)
    window = _window(whole, line or 1, count)
    abridged = text(view, head.iri, rt.abridged) is not None
    passages = whole.within(chosen) if chosen else _on(whole, line)
    drawn = strip([whole.of(kind) for kind in NAMES.values()], count, SHOWN)
    unread = whole.of(rt.UnreadPassage)
    here = line or 0
    return Document(
        edition=next((each for each in editions(view) if each.document == head.iri), None),
        format=text(view, head.iri, Dcterms.format) or "",
        sha256=text(view, head.iri, rt.sha256) or "",
        read_by=_read_by(view, whole),
        text=whole,
        counts=whole.counts(),
        strip=drawn,
        parts=_parts(whole, drawn),
        lines=() if abridged else lines(whole, window.numbers, chosen.passage if chosen else None),
        stated=_stated(view, head.iri, whole, window.numbers) if abridged else (),
        window=window,
        unread_before=max((number for number in unread if number < here), default=None),
        unread_behind=next((number for number in unread if number > here), None),
        count=count,
        abridged=abridged,
        only=_only(),
        pages=pages,
        chosen=chosen,
        line=line,
        lost=bool(asked) and chosen is None,
        beside=beside(view, head.iri, whole, passages),
        shots=shots(view, (chosen.passage,)) if chosen else (),
        citation=_citation(view, head, chosen, line),
    )


def _only() -> str:
    """The kind of line that the address asks for alone; empty for all."""
    asked = request.args.get("only", "")
    return asked if asked in NAMES else ""


def _line(pages: tuple[tuple[int, int], ...], chosen: Stretch | None, count: int) -> int | None:
    """The line that the address asks for, by itself, a passage or a page; None where it asks for none."""
    if request.args.get("line"):
        return min(whole_number(request.args["line"], 1), max(count, 1))
    if chosen:
        return chosen.first
    page = whole_number(request.args.get("page"), 0)
    return next((line for number, line in reversed(pages) if number <= page), None) if page else None


def _window(whole: Reading, line: int, count: int) -> Window:
    """The lines around one: of all those SHOWN that make a part, of a kind of line as many of that kind."""
    if not _only():
        first = (line - 1) // SHOWN * SHOWN + 1
        last = min(first + SHOWN - 1, max(count, 1))
        numbers = tuple(number for number in range(first, last + 1) if number in whole.kinds)
        return Window(numbers, first, last, first - 1 if first > 1 else None, last + 1 if last < count else None)
    found = whole.of(NAMES[_only()])
    begin = max(bisect_right(found, line) - 1, 0) // SHOWN * SHOWN
    numbers, rest = tuple(found[begin : begin + SHOWN]), found[begin + SHOWN :]
    return Window(
        numbers,
        *(numbers[0], numbers[-1]) if numbers else (1, 1),
        found[begin - 1] if begin else None,
        rest[0] if rest else None,
    )


def _on(whole: Reading, line: int | None) -> tuple[Stretch, ...]:
    """The passages that state something on a line."""
    return tuple(each for each in whole.touching((line,)) if each.kind == rt.StatingPassage) if line else ()


def _stated(view: View, document: Iri, whole: Reading, numbers: tuple[int, ...]) -> tuple[Stated, ...]:
    """The passages that begin on some lines, with what is stated there: all that can be shown where there are no words."""
    first, wanted = whole.touching(numbers), frozenset(numbers)
    passages = [each for each in first if each.first in wanted]
    found: dict[Iri, list[Thing]] = {}
    if passages:
        for each in rows(view, "stated", Thing, document=document, passages=tuple(each.passage for each in passages)):
            found.setdefault(each.passage, []).append(each)
    return tuple(Stated(each, tuple(found.get(each.passage, ()))) for each in passages)


def _parts(whole: Reading, drawn: Strip) -> tuple[Part, ...]:
    of_kind = [whole.of(kind) for kind in NAMES.values()]
    return tuple(
        Part(part.first, part.last, tuple(sum(part.first <= number <= part.last for number in of) for of in of_kind))
        for part in drawn.parts
    )


def _read_by(view: View, whole: Reading) -> str:
    return (text(view, whole.stretches[0].passage, rt.readBy) or "") if whole.stretches else ""


def _citation(view: View, head: Head, chosen: Stretch | None, line: int | None) -> str:
    if chosen:
        return passage(view, head.iri, standing(view, chosen.passage, chosen.first, chosen.last), chosen.text)
    return passage(view, head.iri, on_lines(line, line), None) if line else ""


def table(view: View, head: Head) -> Sheet:
    """The passages of the document, or those of the kind that the address asks for: asked only where they are taken along."""
    kinds = (NAMES[_only()],) if _only() else KINDS
    title = gettext("Ställena i %(file)s", file=head.label)
    if request.args.get("format", "html") == "html":
        return Sheet("passages", title, filled("passages", document=head.iri, kinds=kinds), Answer((), ()))
    return sheet(view, "passages", title, document=head.iri, kinds=kinds)


PAGE = ThingPage((rt.Document,), "pages/document.html", read, table)
