"""Assumed increases told in sentences: "en kostnadsutveckling enligt SKR med 3,4 procent för 2026. 3,1 procent för 2027"."""

import re
from collections.abc import Iterator

from graph.records import IndicatorValue, PlanningAssumption
from loaders.document import blocks
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.words.clean import even
from loaders.words.numbers import to_decimal
from ontology import rt
from ontology.vocab import Unit

RATE = r"(?P<number>[-–−]?\d{1,3}(?:,\d{1,3})?)\s?(?:procent|%)\s+(?:för|år|under|till)\s+(?:år\s+)?(?P<year>20\d\d)"
LATER = re.sub(r"\?P<\w+>", "?:", RATE)
#: What is assumed, in words, up to its first rate; the rates of other years behind it.
SENTENCE = re.compile(
    rf"(?P<name>\b[^\W\d_]*(?:utveckling|uppräkning|ökning|inflation|höjning)(?:en)?\b[^.:;\d]{{0,90}}?)"
    rf"\s+(?:med|på|om|till|är|blir)\s+(?P<rates>{LATER}(?:\s?(?:[.,;]|och|samt|respektive)\s*{LATER}){{1,9}})"
)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """An assumption a sentence that gives rates for several years, with a value a year."""
    for block in blocks(line for line in context.document.lines if "\t" not in line.text.strip()):
        start = block[0].start
        text = even(context.document.source.text[start : block[-1].end])
        for match in SENTENCE.finditer(text):
            name = context.document.cut(start + match.start("name"), start + match.end("name"))
            measure = PlanningAssumption(
                title=name.text, place=context.document.cut(start + match.start(), start + match.end()).place
            )
            yield measure
            yield from values(measure, match, start, context)


def values(measure: PlanningAssumption, match: re.Match[str], start: int, context: Context) -> Iterator[IndicatorValue]:
    """The rates of a sentence."""
    for rate in re.compile(RATE).finditer(match.string, match.start("rates"), match.end("rates")):
        piece = context.document.cut(start + rate.start(), start + rate.end())
        yield IndicatorValue(
            of=measure,
            role=rt.Assumption,
            year=int(rate["year"]),
            number=to_decimal(rate["number"]),
            unit=Unit.PERCENT,
            as_written=piece.text,
            place=piece.place,
        )


FAMILY = Family("cost_assumptions", read)
