"""How often something is reported, in whatever words: monthly, with the reports in a year's course, yearly."""

import re
from collections.abc import Iterator

from loaders.words.phrases import any_of, longest_first, spellings
from loaders.words.vocabulary import vocabulary
from ontology import rt
from ontology.iri import Iri

MEANS: dict[str, Iri] = {"monthly": rt.Monthly, "interim": rt.Interim, "yearly": rt.Yearly}
#: Each word with what it means; None where it is none of the three.
WORDS: dict[str, Iri | None] = {
    " ".join(spelling.split()): MEANS.get(name)
    for name, phrases in vocabulary().reporting.items()
    for phrase in phrases
    for spelling in spellings(phrase)
}


def pattern_of(word: str) -> str:
    """The pattern of a word, with the number that may stand behind a part of a year."""
    number = r"(?:\s?\d(?!\d))?" if WORDS[word] == rt.Interim else ""
    return r"\s+".join(map(re.escape, word.split())) + number


#: Letters that stand for month, part of the year and year in narrow columns: "M", "D, Å".
OF_INITIAL = {"M": rt.Monthly, "D": rt.Interim, "T": rt.Interim, "Å": rt.Yearly}
INITIALS = re.compile(r"[MDTÅ](?:\s*[,/+&]?\s*[MDTÅ]){0,3}")
LISTED = longest_first(WORDS)
#: A word where no cells are shown: only such as tell no figure's own time ("Helår 2025") and begin no sentence.
REPORT_WORD = r"(?:Månad(?:svis)?|Delår(?:\s?\d)?|Tertial(?:\s?\d)?|Kvartal|Årsvis|År|/?2år)"
ANY_CASE = re.compile(rf"(?i)(?<!\w){any_of(f'(?P<w{at}>{pattern_of(word)})' for at, word in enumerate(LISTED))}(?!\w)")


def how_often(text: str) -> Iterator[Iri]:
    """How often something is reported by a text, each once; letters that are all of it stand for words."""
    if INITIALS.fullmatch(text.strip()):
        yield from dict.fromkeys(OF_INITIAL[letter] for letter in text if letter in OF_INITIAL)
        return
    found = (WORDS[LISTED[int(str(match.lastgroup)[1:])]] for match in ANY_CASE.finditer(text))
    yield from dict.fromkeys(iri for iri in found if iri)
