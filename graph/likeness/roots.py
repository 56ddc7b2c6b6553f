"""The roots of Swedish words: without inflection, and without what makes a noun of a verb or an adjective of a noun."""

import re
from functools import lru_cache

from graph.search.words import stem

#: What is left of a word has no fewer letters.
SHORTEST = 4
#: "tolkning" and "tolka", "digitalisering" and "digital", "vaccination" and "vaccin", "prevention" and "preventiv",
#: "programmet" and "program", "psykiatri" and "psykiatrisk", "miljön", "totalt".
ENDINGS = (
    (re.compile(r"(?:isering|ering|ning|ing)$"), ""),
    (re.compile(r"(?:er)?ation$"), ""),
    (re.compile(r"(?:ion|ivt?)$"), ""),
    (re.compile(r"mm(?:et|en)?$"), "m"),
    (re.compile(r"i(?:sk|k)$"), "i"),
    (re.compile(r"(?<=[iåoö])n$|(?<=[vlrm])t$"), ""),
)


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """What a word in small letters has in common with those made of it: "satsningar" and "satsa" are "sats".

    A root is for comparing, no word to be read. A root's root is itself.
    """
    shorter = _shorter(stem(word))
    while shorter != word:
        word, shorter = shorter, _shorter(stem(shorter))
    return shorter


def _shorter(word: str) -> str:
    for ending, instead in ENDINGS:
        shorter = ending.sub(instead, word)
        if shorter != word and len(shorter) >= SHORTEST - len(instead):
            return shorter
    return word
