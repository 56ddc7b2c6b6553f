"""When two editions say the same: case, blanks, hyphens and punctuation aside, and the plan year moved on."""

import re
import unicodedata
from functools import lru_cache

from graph.derived.items import Edition

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
#: What tells numbers apart: a comma or a full stop between two digits is no punctuation.
DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
#: All signs but those that mean something.
PUNCTUATION = re.compile(r"[^\w%<>≤≥+·]+|_+")
#: A line that ends in one of these, or in a hyphen, was cut off by its column.
OPEN_ENDED = frozenset({"och", "eller", "samt", "i", "på", "för", "med", "till", "av", "om", "inom"})


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """A text without what does not tell texts apart: "Om- och  nybyggnation." is "omochnybyggnation"."""
    plain = DECIMAL.sub("·", unicodedata.normalize("NFKC", text).casefold())
    return PUNCTUATION.sub("", plain)


def same(earlier: str, later: str, before: Edition, after: Edition) -> bool:
    """Whether two editions' texts say the same, the plan year aside.

    A year at or before the edition's own may have moved on with it ("på basis av 2025 års verksamhet"), and so may the
    planned period. A year to come is a date: "fasas ut 2027" and "fasas ut 2028" are not the same. Of a text that was
    abridged only the beginning is compared.
    """
    earlier, later = _as_far_as_known(earlier, later)
    if folded(earlier) == folded(later):
        return True
    first, second = YEAR.split(earlier), YEAR.split(later)
    if len(first) != len(second) or len(first) == 1:
        return False
    if any(folded(one) != folded(other) for one, other in zip(first[::2], second[::2], strict=True)):
        return False
    pairs = list(zip(map(int, first[1::2]), map(int, second[1::2]), strict=True))
    return all(
        _moved_on(one, other, before, after) or (place > 0 and _period(pairs[place - 1], (one, other), before, after))
        for place, (one, other) in enumerate(pairs)
    )


def abridged(text: str) -> bool:
    """Whether only a text's beginning is known: the graph may have but the facts of a document."""
    return text.endswith("…")


def _as_far_as_known(earlier: str, later: str) -> tuple[str, str]:
    known = [len(text.split()) - text.endswith(" …") for text in (earlier, later) if abridged(text)]
    if not known:
        return earlier, later
    first, second = (" ".join(text.removesuffix("…").split()[: min(known)]) for text in (earlier, later))
    return first, second


def cut_off(short: str, whole: str) -> bool:
    """Whether one name is the beginning of another, cut off where its line ended."""
    last = re.findall(r"\w+$", short.strip().casefold())
    ended = short.strip().endswith("-") or bool(last and last[0] in OPEN_ENDED)
    return ended and len(folded(short)) < len(folded(whole)) and folded(whole).startswith(folded(short))


def _moved_on(earlier: int, later: int, before: Edition, after: Edition) -> bool:
    if earlier == later:
        return True
    return earlier <= before.year and earlier - before.year == later - after.year


def _period(starts: tuple[int, int], ends: tuple[int, int], before: Edition, after: Edition) -> bool:
    """Whether two years end the planned periods that the two years before them began."""
    return starts == (before.start, after.start) and ends == (before.end, after.end)
