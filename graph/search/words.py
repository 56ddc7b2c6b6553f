"""Swedish words as the index keeps them: stems, and what they look like without dots and rings."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from threading import local

from Stemmer import Stemmer

KIN = Path(__file__).with_name("kin.toml")
WORD = re.compile(r"\w+")
HYPHENED = re.compile(r"(?<!\w)\w+(?:-\w+)+")
#: No word is longer; what is, is no word.
LONGEST = 60
OWN = local()


def words(text: str) -> list[str]:
    """The words of a text in small letters; hyphens, quotes and all other signs part them."""
    return [word[:LONGEST] for word in WORD.findall(unicodedata.normalize("NFC", text).lower())]


def joined(text: str) -> list[str]:
    """What words with hyphens in them are without those: "petct" of "PET-CT"."""
    return ["".join(words(found[0])) for found in HYPHENED.finditer(unicodedata.normalize("NFC", text))]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its inflection, by Snowball's rules for Swedish: "uppdragen" and "uppdraget" are "uppdrag"."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """A word without dots, rings and accents: "vard" of "vård"."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


@cache
def kin() -> dict[str, frozenset[str]]:
    """For each stem that has kin, the stems of the words that mean about the same: `kin.toml`."""
    groups = [frozenset(map(stem, group)) for group in tomllib.loads(KIN.read_text("utf-8"))["kin"]]
    return {
        word: frozenset().union(*(group for group in groups if word in group)) for group in groups for word in group
    }


def _stemmer() -> Stemmer:
    """A thread's own: one must not be used by two at once."""
    if not hasattr(OWN, "stemmer"):
        OWN.stemmer = Stemmer("swedish")
    found: Stemmer = OWN.stemmer
    return found
