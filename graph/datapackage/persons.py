"""Whether a text names a person, or a post or unit. In doubt it is a person's name: what is published must not name any."""

import re
from functools import cache
from pathlib import Path

NAMES = Path(__file__).with_name("given_names.txt")

#: What words for posts and units end in, but for their inflection.
POSTS = """
    chef ansvarig direktör samordnare controller strateg ekonom handläggare utvecklare koordinator sekreterare planerare
    ledare ägare läkare sjuksköterska ombud specialist konsult
    stab ledning förvaltning nämnd styrelse område enhet avdelning klinik verksamhet division sektion grupp team råd
    utskott centrum central mottagning sjukhus vårdcentral funktion kansli sekretariat kontor nätverk
    primärvård tandvård folktandvård smittskydd vårdhygien hr it ekonomi kommunikation samtliga alla respektive
    fullmäktige
"""
#: Words that bind such words together.
BETWEEN = frozenset(["och", "samt", "eller", "inom", "för", "på", "i", "med", "av", "till", "hos"])
INFLECTION = "(?:n|en|et|s|er|erna|ernas|ar|arna|arnas|or|orna|na|ens|ets|are|aren|arna)?"
POST = re.compile(rf"[a-zåäöé-]{{0,40}}(?:{'|'.join(POSTS.split())}){INFLECTION}")
#: Post and unit codes: "HSD", "OC". Longer ones could be anyone's name in capitals.
CODE = re.compile("[A-ZÅÄÖ]{2,4}")
PART = re.compile(r"[\s/,&+;]+")
WORD = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?"


def is_post_or_unit(text: str) -> bool:
    """Whether a text names posts and units and nothing else: "Staben", "HSD", "Chefer". What is not known does not."""
    words = [word for word in PART.split(text) if word]
    telling = [word for word in words if word not in BETWEEN]
    return bool(telling) and all(map(_tells_post, telling))


def without_names(text: str, known: frozenset[str] = frozenset()) -> str:
    """The text with "…" in place of persons' names: those known from elsewhere, and given names with more behind them."""
    for name in sorted(known, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", text)
    return full_name().sub("…", text)


def names_in(text: str) -> frozenset[str]:
    """The persons' names in a text, as far as their given names are common."""
    return frozenset(found[0] for found in full_name().finditer(text))


@cache
def given_names() -> frozenset[str]:
    """Given names that are common in Sweden, in small letters."""
    return frozenset(NAMES.read_text("utf-8").split())


@cache
def full_name() -> re.Pattern[str]:
    """A given name, and what stands behind it: more names, or the first letter of one."""
    given = "|".join(sorted((name.title() for name in given_names()), key=len, reverse=True))
    return re.compile(rf"\b(?:{given})(?:-{WORD})?(?:[ \t\xa0](?:{WORD}|[A-ZÅÄÖ]\b\.?)){{1,3}}")


def _tells_post(word: str) -> bool:
    small = word.lower()
    if small in given_names():
        return False
    return bool(CODE.fullmatch(word) or POST.fullmatch(small))
