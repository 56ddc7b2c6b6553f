"""What is known of Swedish before any plan is read: words that tell nothing or little, and parts of compounds."""

import tomllib
from functools import cache
from pathlib import Path

from graph.likeness.roots import root

LEXICON = Path(__file__).with_name("lexicon.toml")


@cache
def stop_words() -> frozenset[str]:
    """Words that tell nothing, as they are spelled."""
    return frozenset(_listed("stop"))


@cache
def weak_roots() -> frozenset[str]:
    """Roots of words that every plan uses of everything."""
    return frozenset(map(root, _listed("weak")))


@cache
def setting_roots() -> frozenset[str]:
    """Roots of words that tell of whom or where, seldom what of."""
    return frozenset(map(root, _listed("setting")))


@cache
def parts_known() -> frozenset[str]:
    """Roots of words that compounds of health care are made of."""
    return frozenset(map(root, _listed("parts")))


@cache
def first_parts() -> frozenset[str]:
    """What only begins compounds and is no word by itself: "hyr" of "hyrbemanning"."""
    return frozenset(_listed("first"))


@cache
def _read() -> dict[str, str]:
    return {name: str(text) for name, text in tomllib.loads(LEXICON.read_text("utf-8")).items()}


def _listed(name: str) -> list[str]:
    return _read()[name].split()
