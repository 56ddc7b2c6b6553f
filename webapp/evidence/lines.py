"""A document's lines put together again from its passages, each piece with the smallest passage that it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ontology.iri import Iri
from webapp.evidence.reading import Reading, Stretch

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
    """A printed line, 1-based, and what became of it; `after` lines before it are not shown."""

    number: int
    kind: Iri
    pieces: tuple[Piece, ...]
    after: int = 0


def lines(document: Reading, numbers: Sequence[int], mark: Iri | None = None) -> tuple[Line, ...]:
    """Some printed lines of a document, in order; the passage `mark` is marked. None of a document without words."""
    letters: dict[int, dict[int, tuple[str, Stretch]]] = {}
    found, wanted = document.touching(numbers), frozenset(numbers)
    for stretch in sorted(found, key=lambda each: each.start - each.end):
        for number, offset, text in _by_line(stretch):
            if text and number in wanted:
                letters.setdefault(number, {}).update(
                    (offset + at, (letter, stretch)) for at, letter in enumerate(text)
                )
    marked = next((each for each in found if each.passage == mark), None)
    shown = sorted(number for number in letters if number in document.kinds)
    return tuple(
        Line(number, document.kinds[number], tuple(_pieces(letters[number], marked)), number - before - 1)
        for before, number in pairwise([shown[0] - 1, *shown] if shown else [])
    )


def _by_line(stretch: Stretch) -> Iterator[tuple[int, int, str]]:
    """Line number, offset and words of each line of a stretch."""
    offset = stretch.start
    for number, text in enumerate((stretch.text or "").split("\n"), stretch.first):
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
