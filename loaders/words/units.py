"""Units as printed, and kronor whatever was printed."""

import re
from decimal import Decimal

from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

#: Words for units, the longest first; a footnote mark may follow a per cent sign ("48%1").
UNIT = re.compile(
    r"(?P<unit>%(?=\d?\b|\W|$)|procentenheter|procent|minuter|min\b"
    r"|milj(?:oner|\.)?\s?kr(?:onor)?|mnkr|mkr|msek|tkr/inv|tkr|tusen kr(?:onor)?|kr(?:onor)?/tim(?:me)?|kronor|kr\b"
    r"|årsarbet(?:are|e)n?|timmar|dagar|[a-zåäö]{3,20}/\s?mån(?:ad)?)",
    re.IGNORECASE,
)
KNOWN: tuple[tuple[str, Iri], ...] = (
    ("%", Unit.PERCENT),
    ("procentenh", rt.PercentagePoint),
    ("procent", Unit.PERCENT),
    ("min", Unit.MIN),
    ("milj", rt.MillionKronor),
    ("mnkr", rt.MillionKronor),
    ("mkr", rt.MillionKronor),
    ("msek", rt.MillionKronor),
    ("tkr/inv", rt.ThousandKronorPerInhabitant),
    ("tkr", rt.ThousandKronor),
    ("tusen", rt.ThousandKronor),
    ("kr/tim", rt.KronorPerHour),
    ("kronor/tim", rt.KronorPerHour),
    ("kr", rt.Krona),
    ("årsarbet", rt.FullTimeEquivalent),
    ("timmar", Unit.HR),
    ("dagar", Unit.DAY),
)
KRONOR: dict[Iri, Decimal] = {
    rt.Krona: Decimal(1),
    rt.ThousandKronor: Decimal(1000),
    rt.MillionKronor: Decimal(1_000_000),
}


def unit_of(text: str) -> Iri | None:
    """The unit that a word is ("mnkr", "imkr" in a squeezed head, "besök/månad"); None for a word that is none."""
    word = re.sub(r"^i(?=m|t|p|k)", "", text.strip().lower())
    if "/mån" in word.replace(" ", ""):
        return rt.PerMonth
    return next((unit for start, unit in KNOWN if word.startswith(start)), None)


def unit_in(text: str) -> Iri | None:
    """The first unit that stands in a text, as in a column's head "Ram 2025 (mnkr)"."""
    match = UNIT.search(text)
    return unit_of(match["unit"]) if match else None


def money_unit_in(text: str) -> Iri | None:
    """The last unit of money in a text, as in the sentence before a table."""
    units = (unit_of(match["unit"]) for match in UNIT.finditer(text))
    return next((unit for unit in reversed(list(units)) if unit in KRONOR), None)


def kronor(number: Decimal, unit: Iri) -> Decimal:
    """Whole kronor of a number in a unit of money."""
    return (number * KRONOR[unit]).quantize(Decimal(1))
