"""A document's lines put together again from its passages, each piece with the smallest passage that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.view import View
from ontology.iri import Iri
from webapp.ask import rows

#: Between passages stand blanks; more than this many are shown as this many.
GAP = 4


@dataclass(frozen=True)
class Piece:
    """A stretch of a line: its passage and what that is (None for blanks between), and whether it is what is looked at."""

    text: str
    passage: Iri | None
    kind: Iri | None
    marked: bool


@dataclass(frozen=True)
class Line:
    """A printed line, 1-based."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Stretch:
    """A passage: its lines (1-based, inclusive), its characters (0-based, end exclusive) and its words."""

    passage: Iri
    kind: Iri
    first: int
    last: int
    start: int
    end: int
    text: str


def lines(view: View, document: Iri, first: int, last: int, mark: Iri | None = None) -> tuple[Line, ...]:
    """The printed lines of a document from `first` to `last`, both inclusive; the passage `mark` is marked."""
    found = {each.passage: each for each in rows(view, "stretches", Stretch, document=document, first=first, last=last)}
    letters: dict[int, dict[int, tuple[str, Stretch]]] = {}
    for stretch in sorted(found.values(), key=lambda each: each.start - each.end):
        for number, offset, text in _by_line(stretch):
            if text and first <= number <= last:
                letters.setdefault(number, {}).update(
                    (offset + at, (letter, stretch)) for at, letter in enumerate(text)
                )
    marked = found.get(mark) if mark else None
    return tuple(Line(number, tuple(_pieces(letters[number], marked))) for number in sorted(letters))


def _by_line(stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    """Line number, offset and words of each line of a stretch."""
    offset = stretch.start
    for number, text in enumerate(stretch.text.split("\n"), stretch.first):
        yield number, offset, text
        offset += len(text) + 1


def _pieces(letters: dict[int, tuple[str, Stretch]], marked: Stretch | None) -> Iterator[Piece]:
    end = min(letters)
    for key, group in groupby(sorted(letters), key=lambda at: (letters[at][1], _within(at, marked))):
        stretch, inside = key
        for start, text in _unbroken(list(group), letters):
            if start > end:
                yield Piece(
                    " " * min(start - end, GAP), None, None, _within(start, marked) and _within(end - 1, marked)
                )
            yield Piece(text, stretch.passage, stretch.kind, inside)
            end = start + len(text)


def _unbroken(offsets: list[int], letters: dict[int, tuple[str, Stretch]]) -> Iterator[tuple[int, str]]:
    for _, run in groupby(enumerate(offsets), key=lambda pair: pair[1] - pair[0]):
        at = [offset for _, offset in run]
        yield at[0], "".join(letters[offset][0] for offset in at)


def _within(offset: int, stretch: Stretch | None) -> bool:
    return stretch is not None and stretch.start <= offset < stretch.end
