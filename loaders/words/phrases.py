"""Phrases as the vocabulary writes them, with choices and placeholders: how they may be spelled, and their patterns."""

import re
from collections.abc import Iterable, Iterator

from loaders.words.clean import letters

#: What is written in a phrase for something that is not always the same, and its pattern in squeezed text.
YEAR = r"(?:år)?(?:19|20)\d\d"
UNIT = r"i?(?:mnkr|mkr|mdkr|msek|tkr|tusenkr(?:onor)?|procent|miljonerkr(?:onor)?|kr(?:onor)?(?![a-zåäö]))"
PLACEHOLDERS = {
    "{år}": YEAR,
    "{år-månad}": r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?!\d)",
    "{år-nästa}": "(?:" + "|".join(f"(?:20)?{year:02}(?:20)?{year + 1:02}" for year in range(99)) + ")",
    "{år-år}": r"(?:20\d\d){2}",
    "{siffra}": r"\d",
    "{tal}": r"\d{1,4}",
}
#: A year that has to stand right behind, perhaps with a unit between.
YEAR_BEHIND = rf"(?=(?:{UNIT})?{YEAR})"
#: What may be there, or one of which must be: "(er)", "[plan|punkt]".
CHOICE = re.compile(r"\((?P<may>[^()\[\]]*)\)|\[(?P<must>[^()\[\]]*)\]")


def ways(phrase: str) -> Iterator[str]:
    """All ways to spell a phrase; an expression is as it is."""
    return iter((phrase,)) if phrase.startswith("re:") else spellings(phrase)


def spellings(phrase: str) -> Iterator[str]:
    """All ways to spell a phrase that has choices."""
    match = CHOICE.search(phrase)
    if not match:
        yield phrase
        return
    options = [*(match["may"] or match["must"]).split("|"), *([""] if match["may"] is not None else [])]
    for option in options:
        yield from spellings(phrase[: match.start()] + option + phrase[match.end() :])


def squeezed_pattern(spelling: str) -> str:
    """The pattern of one spelling that has placeholders; a year at its end is looked for, not taken."""
    if spelling.startswith("re:"):
        return spelling.removeprefix("re:")
    head = spelling.removesuffix("{år}")
    parts = re.split(r"(\{[^}]*\})", head)
    made = "".join(PLACEHOLDERS[part] if part in PLACEHOLDERS else re.escape(letters(part)) for part in parts)
    return made if head == spelling else made + (YEAR_BEHIND if made else f"(?={YEAR})")


def running_pattern(phrases: Iterable[str]) -> str:
    """The pattern of phrases in running text: any of them, the longest first, with blanks or line ends between words."""
    found = {" ".join(spelling.split()) for phrase in phrases for spelling in ways(phrase)}
    return any_of(map(running, longest_first(found)))


def running(spelling: str) -> str:
    """The pattern of one spelling in running text; an expression is its own."""
    if spelling.startswith("re:"):
        return spelling.removeprefix("re:")
    return r"\s+".join(map(re.escape, spelling.split()))


def squeezed_words(phrases: Iterable[str]) -> str:
    """The pattern of phrases in squeezed text: any of them, the longest first."""
    return any_of(longest_first({letters(spelling) for phrase in phrases for spelling in spellings(phrase)}))


def longest_first(texts: Iterable[str]) -> list[str]:
    """Texts by their length, then by their letters."""
    return sorted(texts, key=lambda text: (-len(text), text))


def any_of(patterns: Iterable[str]) -> str:
    """One pattern for several."""
    return f"(?:{'|'.join(patterns)})"
