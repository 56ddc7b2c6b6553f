"""What is found by some words: exact numbers and names first, then titles, then texts; as written first, then what is near.

Each word must be found, in some form: as it is, else without dots and rings, as a part of a compound, as one of its kin,
or with a letter or two astray. Where not all are found together, things with any of them are given.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process

from graph.references import fold_number
from graph.search.index import Index, name_of
from graph.search.words import LONGEST, WORD, folded, kin, stem, words
from graph.view import View
from ontology.iri import Iri

#: A question has no more signs and words, a word stands for no more others, a snippet has no more characters.
MOST_SIGNS, MOST_WORDS, MOST_FORMS, SNIPPET = 2_000, 12, 100, 200
#: Parts of compounds have so many letters; shorter ones only begin words.
PART, START = 4, 3
#: How alike (0–100) a slip of the finger must be to what was meant, and how many words are looked at.
ALIKE, LOOKED_AT = 80, 200
#: How much a word in the kind's name, the title and the text weighs.
WEIGHTS = "0.5, 10.0, 1.0"

OPENED: WeakKeyDictionary[View, Index] = WeakKeyDictionary()


@dataclass(frozen=True)
class Hit:
    """One thing found: its class, what it is called, the plan that states it, and the words around what was found.

    `snippet` is "" where only its name was found.
    """

    iri: Iri
    kind: Iri
    label: str
    plan: Iri
    snippet: str


@dataclass(frozen=True)
class Hits:
    """Some of the things found, the best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True)
class Forms:
    """The stems that a word stands for: as it was written, and what is near to it."""

    written: tuple[str, ...]
    near: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Both."""
        return self.written + self.near


def search(view: View, text: str, kinds: Collection[Iri] | None = None, limit: int = 20, offset: int = 0) -> Hits:
    """What some words find in a version, of the given classes (those under them included) or of all.

    Any text will do: signs are nothing but the ends of words. Nothing is found by no words.
    """
    index, text = index_of(view), text[:MOST_SIGNS]
    wanted = list(dict.fromkeys(words(text)))[:MOST_WORDS]
    forms = [_forms(index, word) for word in wanted]
    found = _found(index, text, forms, kinds) if wanted else []
    page = found[max(offset, 0) : max(offset, 0) + max(limit, 0)]
    return Hits(tuple(_hit(index, number, forms) for number in page), len(found))


def index_of(view: View) -> Index:
    """The index of a version: that which was published with it, else one made now."""
    if view not in OPENED:
        OPENED[view] = Index.opened(view.index) if view.index and view.index.is_file() else Index.made(view.engine)
    return OPENED[view]


def _found(index: Index, text: str, forms: list[Forms], kinds: Collection[Iri] | None) -> list[int]:
    """The numbers of the things found, the best first, each once."""
    written = [form.written for form in forms]
    every = [form.all for form in forms]
    found = dict.fromkeys(_called(index, "number", fold_number(text), kinds))
    found |= dict.fromkeys(_called(index, "name", name_of(text), kinds))
    for columns, groups in (
        ("kind title", written),
        ("kind title", every),
        ("text title kind", written),
        ("text title kind", every),
    ):
        found |= dict.fromkeys(_matching(index, columns, groups, kinds, " AND "))
    return list(found or dict.fromkeys(_matching(index, "text title kind", every, kinds, " OR ")))


def _called(index: Index, column: str, name: str, kinds: Collection[Iri] | None) -> Iterator[int]:
    """The things that have just this number or name."""
    of_kinds, values = _of_kinds(kinds)
    rows = index.rows(f"SELECT id FROM thing WHERE {column} = ? {of_kinds} ORDER BY id", (name, *values))
    yield from (int(str(number)) for (number,) in rows)


def _matching(
    index: Index, columns: str, groups: Iterable[tuple[str, ...]], kinds: Collection[Iri] | None, both: str
) -> Iterator[int]:
    """The things that have one of each group of stems in some columns (or of any group), the best first."""
    listed = [" OR ".join(f'"{each}"' for each in group) for group in groups if group or both == " AND "]
    if not listed or not all(listed):
        return
    match = f"{{{columns}}} : ({both.join(f'({group})' for group in listed)})"
    of_kinds, values = _of_kinds(kinds)
    rows = index.rows(
        f"""SELECT thing.id FROM words JOIN thing ON thing.id = words.rowid
            WHERE words MATCH ? {of_kinds} ORDER BY bm25(words, {WEIGHTS}), length(label), thing.id""",
        (match, *values),
    )
    yield from (int(str(number)) for (number,) in rows)


def _of_kinds(kinds: Collection[Iri] | None) -> tuple[str, tuple[str, ...]]:
    """The condition that things are of some classes, and its values."""
    if kinds is None:
        return "", ()
    marks = ", ".join("?" * len(kinds))
    return f"AND (thing.kind IN ({marks}) OR thing.family IN ({marks}))", (*kinds, *kinds)


def _forms(index: Index, word: str) -> Forms:
    """What a word stands for in this index."""
    own = stem(word)
    known = {str(each) for (each,) in index.rows("SELECT stem FROM stem WHERE stem = ?", (own,))}
    if own.isdecimal():
        return Forms(tuple(known), ())
    near = dict.fromkeys(str(each) for (each,) in index.rows("SELECT stem FROM stem WHERE folded = ?", (folded(own),)))
    near |= dict.fromkeys(_parts(index, own))
    for other in sorted(kin().get(own, ())):
        near |= dict.fromkeys(_parts(index, other))
    if not known and not near:
        near = dict.fromkeys(_slips(index, own))
    return Forms(tuple(known), tuple(each for each in near if each not in known)[:MOST_FORMS])


def _parts(index: Index, own: str) -> Iterator[str]:
    """The stems that a stem is a part of, or only the beginning of where it is short; the shortest first.

    Dots and rings that are written are meant; those that are not may have been left out.
    """
    plain = folded(own)
    if len(plain) < START:
        return
    last = 1 if len(plain) < PART else LONGEST
    rows = index.rows(
        f"""SELECT stem FROM parts JOIN stem ON stem.id = parts.rowid
            WHERE parts MATCH ? AND instr({"stem.folded" if own == plain else "stem"}, ?) BETWEEN 1 AND ?
            ORDER BY length(stem), stem LIMIT {MOST_FORMS}""",
        (f'"{plain}"', own, last),
    )
    yield from (str(each) for (each,) in rows)


def _slips(index: Index, own: str) -> list[str]:
    """The stems that were likely meant where a word is none: those most alike."""
    plain = folded(own)
    trigrams = {plain[start : start + 3] for start in range(len(plain) - 2)}
    if not trigrams:
        return []
    match = " OR ".join(f'"{each}"' for each in sorted(trigrams))
    rows = index.rows(
        f"""SELECT stem, stem.folded FROM parts JOIN stem ON stem.id = parts.rowid
            WHERE parts MATCH ? ORDER BY bm25(parts) LIMIT {LOOKED_AT}""",
        (match,),
    )
    choices = {str(each): str(plain) for each, plain in rows}
    return [each for _, score, each in process.extract(plain, choices, scorer=fuzz.ratio, limit=5) if score >= ALIKE]


def _hit(index: Index, number: int, forms: list[Forms]) -> Hit:
    ((iri, kind, label, plan, text),) = index.rows(
        "SELECT iri, kind, label, plan, text FROM thing WHERE id = ?", (number,)
    )
    meant = frozenset(each for form in forms for each in form.all)
    return Hit(Iri(iri), Iri(kind), str(label), Iri(plan), snippet(str(text), meant))


def snippet(text: str, stems: Collection[str]) -> str:
    """The words around the first in a text that has one of the stems; "" where none has."""
    plain = re.sub(r"\s+", " ", text)
    found = next((word for word in WORD.finditer(plain) if stem(word[0].lower()) in stems), None)
    if found is None:
        return ""
    start = max(0, min(found.start() - SNIPPET // 3, len(plain) - SNIPPET))
    end = min(len(plain), start + SNIPPET)
    start = plain.find(" ", start, found.start()) + 1 if start else 0
    end = end if end == len(plain) else max(plain.rfind(" ", found.end(), end), found.end())
    return f"{'… ' if start else ''}{plain[start:end]}{' …' if end < len(plain) else ''}"
