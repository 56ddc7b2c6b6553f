"""Abbreviations and what they stand for: as the texts spell them out, "fysisk aktivitet på recept (FAR)", else as known."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

KNOWN = Path(__file__).with_name("abbreviations.toml")
#: Short, with two capitals at least: "BUP", "iKBT", "SÄBO"; "-index" behind it is no part of it.
SHORT = r"(?=\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ])[A-Za-zÅÄÖåäö]{2,6}"
BEHIND = re.compile(rf"\(({SHORT})(?:-\w{{1,20}})?\)")
BEFORE = re.compile(rf"(?<![\w-])({SHORT}) \(([^()]{{5,100}})\)")
#: What is spelled out has no more letters.
LONGEST = 100


@cache
def known() -> Mapping[str, str]:
    """What abbreviations stand for everywhere, by their small letters."""
    return {short.lower(): long for short, long in tomllib.loads(KNOWN.read_text("utf-8")).items()}


def spelled_out(texts: Iterable[str]) -> dict[str, str]:
    """The abbreviations that texts spell out, in small letters, and what each stands for; the first spelling counts."""
    found: dict[str, str] = {}
    for text in texts:
        for short, long in _pairs(text):
            found.setdefault(short.lower(), long)
    return found


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    if "(" not in text:
        return
    for match in BEHIND.finditer(text):
        if long := meaning(match[1], text[max(0, match.start() - LONGEST) : match.start()]):
            yield match[1], long
    for match in BEFORE.finditer(text):
        if meaning(match[1], match[2]) == match[2].strip():
            yield match[1], match[2].strip()


def meaning(short: str, before: str) -> str:
    """The words right before an abbreviation whose letters it has, in order and the first one first; "" where none.

    The method of Schwartz and Hearst (2003): letters are sought from the end, the first one where a word begins.
    """
    at, before = len(before), before.rstrip()
    for place, letter in enumerate(reversed(short.lower())):
        at = _found_before(before.lower(), min(at, len(before)), letter, starts=place == len(short) - 1)
        if at < 0:
            return ""
    long = before[at:]
    return long if len(long) > len(short) + 2 else ""


def _found_before(text: str, end: int, letter: str, *, starts: bool) -> int:
    for at in range(end - 1, -1, -1):
        if text[at] == letter and not (starts and at and text[at - 1].isalnum()):
            return at
    return -1
