"""What the numbers of two assignments tell: "RF24-1" is the first of 2024, "RF1" the first of its plan's year."""

import re

from graph.derived.items import Item

NUMBER = re.compile(r"([A-ZÅÄÖ]{1,6})(?:(\d{2})-)?(\d{1,3})")


def numbered(item: Item) -> tuple[str, int, int] | None:
    """The letters, year and number of an assignment; None where it has no such number."""
    if not (found := NUMBER.fullmatch(item.notation or "")):
        return None
    year = 2000 + int(found[2]) if found[2] else item.edition.year
    return found[1], year, int(found[3])


def numbers_agree(here: Item, there: Item) -> bool:
    """Whether two have the same number of the same year."""
    return numbered(here) is not None and numbered(here) == numbered(there)
