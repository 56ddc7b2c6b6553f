"""Perspectives of goals: how many the text announces, and whether a goal can be one's whose heading stands above it."""

import re

from loaders.document import Document

NUMERALS = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta")
ANNOUNCED = re.compile(rf"(?i)\b({'|'.join(NUMERALS)}|[2-8])\s+(?:olika\s+)?perspektiv\b")
MONEY = re.compile(r"(?i)ekonomi|budget|\bram(?:en|ar)?\b|resultat|kostnad|intäkt|pengar|underskott")


def announced(document: Document) -> int:
    """How many perspectives the text says that there are; 0 where it does not say."""
    match = ANNOUNCED.search(document.source.text)
    if not match:
        return 0
    word = match[1].lower()
    return int(word) if word.isdigit() else NUMERALS.index(word) + 2


def strays(goal: str, perspective: str) -> bool:
    """Whether a goal is about money while the perspective above it is not."""
    return MONEY.search(goal) is not None and MONEY.search(perspective) is None
