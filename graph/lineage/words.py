"""How alike two wordings are, word by word: inflected, as part of a compound, or with a slip of the finger."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from rapidfuzz.distance import Indel

from graph.lineage.folding import YEAR
from graph.search.words import stem, words

#: Words that any text may have; a sum is called one or not.
COMMON = frozenset(
    ("och", "eller", "samt", "i", "på", "för", "med", "till", "av", "om", "inom", "vid", "från", "att", "det", "den",
     "de", "en", "ett", "som", "är", "ska", "skall", "kan", "har", "inte", "under", "även", "genom", "mot", "hos",
     "summa", "totalt")
)  # fmt: skip
HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
#: What any word tells at least: a name is not found again by its rarest word alone.
LEAST = 0.5
#: Words with so many letters in common at the beginning, or one as a part of the other so long, may be kin.
BEGINNING, PART = 4, 5
#: So alike are a word and its misspelling, from so many letters on, and so many at the beginning are right.
SLIP, SLIP_LENGTH, SLIP_BEGINNING = 0.85, 5, 2


def content(text: str) -> Iterator[str]:
    """The words of a text that say something of it, without inflection: no years, no words that any text may have.

    A hyphen within a word parts nothing.
    """
    for word in words(HYPHEN.sub("", text)):
        if word not in COMMON and not YEAR.fullmatch(word):
            yield stem(word)


def overlap(first: frozenset[str], second: frozenset[str], weight: Callable[[str], float]) -> float:
    """The share of both wordings' weight that is found in the other one, kin counting in part."""
    found = dict.fromkeys(first & second, 1.0)
    for one in first - second:
        for other in second:
            if kin := kinship(one, other):
                found[one], found[other] = max(found.get(one, 0.0), kin), max(found.get(other, 0.0), kin)
    for other in second - first:
        for one in first & second:
            found[other] = max(found.get(other, 0.0), kinship(one, other))
    parts = [(weight(word) + LEAST, found.get(word, 0.0)) for words in (first, second) for word in words]
    whole = sum(each for each, _ in parts)
    return sum(each * share for each, share in parts) / whole if whole else 0.0


@lru_cache(maxsize=100_000)
def kinship(first: str, second: str) -> float:
    """How much two words have in common, from 0 to 1 for equals."""
    if first == second:
        return 1.0
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    if len(short) >= PART and short in long:
        return 2 * len(short) / (len(short) + len(long))
    if first[:SLIP_BEGINNING] != second[:SLIP_BEGINNING]:
        return 0.0
    if len(short) >= SLIP_LENGTH and not any(map(str.isdigit, short + long)):
        alike = Indel.normalized_similarity(first, second)
        if alike >= SLIP:
            return float(alike)
    if first[:BEGINNING] != second[:BEGINNING]:
        return 0.0
    shared = next((place for place in range(len(short)) if short[place] != long[place]), len(short))
    return 2 * shared / (len(short) + len(long))
