"""Columns of bullets that stand one after the other: what is to be done, when, by whom; put side by side again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from loaders.document import Piece
from loaders.layout.bullets import Entry
from loaders.words.periods import YEAR

#: Months by their whole names or the first letters: a first name ("Maria") is none.
MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
#: A time to be ready by, and nothing else: "Q4", "Q1-Q2 2024", "kvartal 3", "maj", "2024-06-30", "Löpande", "HT-24".
DUE = re.compile(
    rf"(?:(?:q\s?[1-4]|kvartal\s?[1-4]|delår(?:\s?[1-3])?|t(?:ertial)?\s?[1-3]|tertial|halvår(?:et)?(?:\s?[12])?|{MONTH}|{YEAR}(?:-\d\d){{0,2}}"
    r"|[vh]t|vår(?:en)?|höst(?:en)?|vecka|v\.?|löpande|årligen|klart?|senast|året|ut|under|\d{1,2})(?:[\s,/–-]+|$))+",
    re.IGNORECASE,
)
LONGEST_DUE = 40


@dataclass(frozen=True)
class BulletRow:
    """What stands side by side: a title, and the cells of the other columns as far as they surely belong to it."""

    title: Piece
    due: Piece | None = None
    responsible: Piece | None = None


@dataclass(frozen=True)
class Columns:
    """Three columns of bullets; they fit where they are of one length."""

    titles: tuple[Piece, ...]
    dues: tuple[Piece, ...]
    responsible: tuple[Piece, ...]

    @property
    def lengths(self) -> tuple[int, int, int]:
        """How many cells each column has."""
        return len(self.titles), len(self.dues), len(self.responsible)

    @property
    def fits(self) -> bool:
        """Whether each cell has its partners."""
        return len(set(self.lengths)) == 1

    def rows(self) -> Iterator[BulletRow]:
        """A row for each title; a column of another length is left out, for no pairing of it is sure."""
        dues = self.dues if len(self.dues) == len(self.titles) else ()
        people = self.responsible if len(self.responsible) == len(self.titles) else ()
        for at, title in enumerate(self.titles):
            yield BulletRow(title, dues[at] if dues else None, people[at] if people else None)


def columns_of(bullets: Iterable[Entry]) -> Iterator[Columns]:
    """The columns that bullets in their order stand in: titles, times, people, and so on again.

    Behind as many people as there are times the next titles begin, if more times follow.
    """
    runs = [list(run) for _, run in groupby(marked(bullets), key=lambda pair: pair[0])]
    pieces = [(run[0][0], tuple(piece for _, piece in run)) for run in runs]
    if pieces and pieces[0][0]:
        pieces.insert(0, (False, ()))
    titles: tuple[Piece, ...] = pieces[0][1] if pieces else ()
    for at in range(1, len(pieces), 2):
        dues = pieces[at][1]
        behind = pieces[at + 1][1] if at + 1 < len(pieces) else ()
        last = at + 2 >= len(pieces)
        people = behind if last else behind[: len(dues)]
        yield Columns(titles, dues, people)
        titles = behind[len(people) :]
    if titles:
        yield Columns(titles, (), ())


def marked(bullets: Iterable[Entry]) -> Iterator[tuple[bool, Piece]]:
    """Each bullet with whether it is a time; an empty one is of the kind of the one before."""
    before = False
    for bullet in bullets:
        before = is_due(bullet.piece.text) if bullet.piece else before
        yield before, bullet.piece


def is_due(text: str) -> bool:
    """Whether a text tells a time and nothing else, by a word, a letter or a whole year; a lone figure tells none."""
    bare = text.strip(" .")
    told = len(bare) < LONGEST_DUE and DUE.fullmatch(bare) is not None
    return told and re.search(rf"[^\W\d_]|{YEAR}", bare) is not None
