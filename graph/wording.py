"""What differs between two wordings, word by word: what both have, what is gone and what has come."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

#: A number is whole with its thousands, decimals and percent sign; a word with the hyphens in it; a sign by itself.
WORD = re.compile(r"\d{1,3}(?:[  ]\d{3})+(?:,\d+)?(?:\s?%)?|\d+(?:[.,:/]\d+)*(?:\s?%)?|\w+(?:-\w+)*|[^\w\s]")

#: A word of so many letters says nothing by itself.
SHORT = 2

Kind = Literal["kept", "removed", "added"]


@dataclass(frozen=True)
class Stretch:
    """Some words in a row that are kept, removed or added, with the signs between them; `blank` is what stands after."""

    kind: Kind
    text: str
    blank: str


def differing(earlier: str, later: str) -> tuple[Stretch, ...]:
    """The two wordings as one row of stretches; what is removed stands before what is added in its place.

    The kept and the added ones together are the later wording, the kept and the removed ones the earlier one, blanks
    aside.
    """
    stretches: list[Stretch] = []
    for removed, added in _places(_tokens(earlier), _tokens(later)):
        if _words(removed) == _words(added):
            stretches.append(Stretch("kept", _joined(added), max(removed[-1][1], added[-1][1])))
            continue
        if removed:
            stretches.append(Stretch("removed", _joined(removed), " " if added else removed[-1][1]))
        if added:
            stretches.append(Stretch("added", _joined(added), added[-1][1]))
    return tuple(stretches)


def marked(stretches: Iterable[Stretch]) -> str:
    """Stretches in one line of plain text: removed words as [-so-], added ones as {+so+}."""
    marks = {"kept": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(each.text.join(marks[each.kind]) + each.blank for each in stretches).strip()


Tokens = list[tuple[str, str]]


def _tokens(text: str) -> Tokens:
    """The words and signs of a text, each with a blank after it where there is one."""
    found = list(WORD.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    return [(each[0], " " if end > each.end() else "") for each, end in zip(found, ends, strict=bool(found))]


def _joined(tokens: Tokens) -> str:
    return "".join(word + blank for word, blank in tokens).strip()


def _words(tokens: Tokens) -> list[str]:
    return [word for word, _ in tokens]


def _places(ours: Tokens, theirs: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """What stands in each place in either wording, places where they differ and where they don't in turn.

    What is kept between two differences belongs to them if it says nothing by itself: a sign, a short word.
    """
    removed: Tokens = []
    added: Tokens = []
    codes = list(LCSseq.opcodes(_words(ours), _words(theirs)))
    for place, code in enumerate(codes):
        old, new = ours[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end]
        if code.tag == "equal" and not (0 < place < len(codes) - 1 and _says_nothing(new)):
            if removed or added:
                yield removed, added
                removed, added = [], []
            yield old, new
        else:
            removed, added = removed + old, added + new
    if removed or added:
        yield removed, added


def _says_nothing(tokens: Tokens) -> bool:
    return len(tokens) == 1 and len(tokens[0][0]) <= SHORT
