"""Figures in running text with their unit and direction: "högst 1,2 %", "minst 50 vårdplatser"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.search.words import stem
from ontology import rt
from ontology.iri import Iri

DIRECTIONS = {
    "högst": rt.AtMost, "max": rt.AtMost, "maximalt": rt.AtMost, "≤": rt.AtMost,
    "minst": rt.AtLeast, "lägst": rt.AtLeast, "≥": rt.AtLeast,
    "över": rt.Above, "mer än": rt.Above, "fler än": rt.Above, ">": rt.Above,
    "under": rt.Below, "mindre än": rt.Below, "färre än": rt.Below, "<": rt.Below,
}  # fmt: skip
UNITS = {"procent": "%", "mkr": "mnkr", "miljoner": "mnkr", "mkr:": "mnkr", "kr": "kronor", "dygn": "dagar"}
FIGURE = re.compile(
    rf"""(?:(?P<direction>{"|".join(map(re.escape, sorted(DIRECTIONS, key=len, reverse=True)))})\s?)?
    (?<![\w.,/-])(?P<number>\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?!\d)|\d{{1,9}})(?P<decimals>,\d{{1,4}})?(?![\d/])
    (?:[ \u00a0]?(?P<unit>%|[a-zåäö]{{2,40}}))?""",
    re.VERBOSE | re.IGNORECASE,
)
YEARS = range(1990, 2060)


@dataclass(frozen=True)
class Quantity:
    """A figure: its number, its unit ("%", "mnkr", else the stem of the word behind it, "" where none), and direction."""

    number: Decimal
    unit: str
    comparator: Iri | None
    as_written: str


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text in their order; years are none."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Quantity]:
    for match in FIGURE.finditer(text):
        whole = re.sub(r"\s", "", match["number"])
        if not match["decimals"] and len(whole) == len("2026") and int(whole) in YEARS:
            continue
        number = Decimal(whole + (match["decimals"] or "").replace(",", "."))
        unit = (match["unit"] or "").lower()
        direction = (match["direction"] or "").lower()
        yield Quantity(
            number,
            UNITS.get(unit, unit) if unit in ("%", *UNITS) else stem(unit),
            DIRECTIONS.get(direction),
            match[0].strip(),
        )
