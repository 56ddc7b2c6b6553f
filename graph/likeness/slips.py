"""Words that are slips for others in the same texts, a letter too few or too many: "psyisk" for "psykisk"."""

from collections import Counter
from collections.abc import Iterator, Mapping

from graph.likeness.roots import root

#: A slip stands no more often, what was meant no less; shorter words are too like each other.
SLIP, MEANT, SHORTEST = 2, 3, 6


def slips(counts: Counter[str]) -> Mapping[str, str]:
    """The words that are likely slips, of those that texts have with the number of times, and what was meant.

    No word is a slip that is an inflection of another.
    """
    frequent = {word for word, count in counts.items() if count >= MEANT and len(word) >= SHORTEST}
    shortened = {shorter: word for word in sorted(frequent) for shorter in _without_a_letter(word)}
    roots = {root(word) for word in frequent}
    found: dict[str, str] = {}
    for word, count in counts.items():
        if count > SLIP or len(word) < SHORTEST or word.isdecimal() or root(word) in roots:
            continue
        meant = shortened.get(word) or next((each for each in _without_a_letter(word) if each in frequent), None)
        if meant and meant[:2] == word[:2]:
            found[word] = meant
    return found


def _without_a_letter(word: str) -> Iterator[str]:
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
