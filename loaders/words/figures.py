"""Value cells: what "17,8 % (2022) 17,1 % (2023)", "<4%", "Öka 2 %" or "Bättre än rikssnittet (70 % 2023)" say."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.words.numbers import NUMBER, of_match
from loaders.words.periods import PERIOD, Period, period_of
from loaders.words.units import UNIT, unit_of
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit


@dataclass(frozen=True)
class Figure:
    """One figure of a cell, or its words where it has none; `text` is its part of the cell as written.

    `year` is the year that the cell itself tells; `own_time` is true where it tells a time, with a year or without.
    """

    text: str
    number: Decimal | None = None
    unit: Iri | None = None
    comparator: Iri | None = None
    target_kind: Iri | None = None
    role: Iri | None = None
    period: Period | None = None
    leading: bool = False

    def year(self, column: int | None) -> int | None:
        """The year it is about: its own, else its column's; none where a time stood before it without a year."""
        if self.period and self.period.year:
            return self.period.year
        return None if self.period and self.leading else column


COMPARATORS: tuple[tuple[str, Iri], ...] = (
    (r"≤|högst|max(?:imalt)?\.?", rt.AtMost),
    (r"≥|minst|lägst", rt.AtLeast),
    (r"<|under|mindre än", rt.Below),
    (r">|över|mer än", rt.Above),
)
DIRECTIONS: tuple[tuple[str, Iri], ...] = (
    (r"öka\w*|höj\w*|högre|fler\w*", rt.Increase),
    (r"minska\w*|sänk\w*|lägre|färre", rt.Decrease),
)
BENCHMARK = re.compile(r"(?i)\bbättre än\b|\böver rik|\bhögre än rik")
NOTHING = re.compile(r"[-–−—*\s]*")
CLOCK = re.compile(r"(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)(?!\d)")
PART = re.compile(
    rf"\((?P<paren>[^()]*)\)|(?P<clock>{CLOCK.pattern})|(?P<period>{PERIOD.pattern})\s*(?P<colon>:)?",
    re.IGNORECASE | re.VERBOSE,
)


def outcomes(text: str) -> tuple[Figure, ...]:
    """The figures of an outcome cell; words without any figure make one figure without a number."""
    if NOTHING.fullmatch(text):
        return ()
    return scanned(text) or (Figure(text),)


def scanned(text: str) -> tuple[Figure, ...]:
    """The figures of a cell; one on its own is written as the whole cell is."""
    figures = Scan(text).figures()
    return (replace(figures[0], text=text),) if len(figures) == 1 else figures


def targets(text: str, *, negative_level: bool = False) -> tuple[Figure, ...]:
    """The figures of a target cell, the mean compared with as a figure of its own in the role of a benchmark.

    A signed target is a change, unless the level itself is negative (a deficit).
    """
    if NOTHING.fullmatch(text):
        return ()
    if BENCHMARK.search(text):
        return against_benchmark(text)
    direction = first_of(DIRECTIONS, text)
    figures = scanned(text)
    if direction and not (figures and re.search(r"(?i)\btill\s+[<>≤≥\d]|\bän\b", text)):
        return tuple(replace(figure, comparator=direction, target_kind=rt.ChangeTarget) for figure in figures) or (
            Figure(text, comparator=direction),
        )
    return tuple(compared(text, figure, negative_level) for figure in figures) or (Figure(text),)


def against_benchmark(text: str) -> tuple[Figure, ...]:
    """A target that is a comparison with a mean, and the mean if the cell tells it."""
    target = Figure(text, comparator=rt.BetterThanBenchmark)
    inner = re.search(r"\(([^()]*)\)", text)
    figures = Scan(inner[1]).figures() if inner else ()
    return (target, *(replace(figure, role=rt.Benchmark) for figure in figures[:1]))


def compared(text: str, figure: Figure, negative_level: bool) -> Figure:
    """A target's figure with its comparator."""
    sign = re.match(r"\s*([-–−+])\s?\d", text)
    if sign and not negative_level:
        direction = rt.Increase if sign[1] == "+" else rt.Decrease
        return replace(figure, comparator=direction, target_kind=rt.ChangeTarget)
    return replace(figure, comparator=first_of(COMPARATORS, text) or rt.Equals)


def first_of(words: tuple[tuple[str, Iri], ...], text: str) -> Iri | None:
    """The concept whose words stand in a text."""
    return next(
        (
            iri
            for pattern, iri in words
            if re.search(rf"(?i)(?:(?<!\w)|(?=[<>≤≥]))(?:{pattern})(?:(?!\w)|(?<=[<>≤≥]))", text)
        ),
        None,
    )


def better_direction(comparators: tuple[Iri | None, ...]) -> Iri | None:
    """Which direction is good, as far as the comparators of an indicator's targets tell."""
    if {rt.Increase, rt.AtLeast, rt.Above} & set(comparators):
        return rt.Higher
    return rt.Lower if {rt.Decrease, rt.AtMost, rt.Below} & set(comparators) else None


class Scan:
    """One pass over a cell: times before a figure are kept for it, times behind go to those that have none."""

    def __init__(self, text: str) -> None:
        """Prepare to scan a cell's text."""
        self.text = text
        self.found: list[Figure] = []
        self.pending: Period | None = None
        self.begin = 0

    def figures(self) -> tuple[Figure, ...]:
        """All figures of the cell in their order."""
        at = 0
        while at < len(self.text):
            at = self.step(at)
        return tuple(self.found)

    def step(self, at: int) -> int:
        """Read what stands at a position; the position behind it."""
        if match := PART.match(self.text, at):
            return self.part(match)
        if match := NUMBER.match(self.text, at):
            return self.number(match)
        return at + 1

    def part(self, match: re.Match[str]) -> int:
        """A time, a remark in parentheses, or minutes and seconds."""
        if match["clock"]:
            minutes = Decimal(match["minutes"]) + Decimal(match["seconds"]) / 60
            return self.add(match.start(), match.end(), minutes.quantize(Decimal("0.0001")), Unit.MIN)
        if match["paren"] is not None:
            self.behind(period_of(match["paren"]), match.end())
            return match.end()
        if not self.is_time(match):
            return self.number(number) if (number := NUMBER.match(self.text, match.start())) else match.end()
        return self.time(match)

    def is_time(self, match: re.Match[str]) -> bool:
        """Whether a match is a time on its own: at a word's start, and not a figure with a unit ("2000 kr")."""
        before = self.text[match.start() - 1 : match.start()]
        behind = self.text[match.end() : match.end() + 1]
        has_unit = UNIT.match(self.text[match.end("period") :].lstrip()) is not None
        lone = NUMBER.fullmatch(self.text.strip()) is not None
        return not before.isalnum() and not behind.isalpha() and not has_unit and not lone

    def time(self, match: re.Match[str]) -> int:
        """A time: for the next figure where one follows or a colon stands, else for those before."""
        period = period_of(match["period"])
        ahead = self.text[match.end() :].lstrip()
        if match["colon"] or (NUMBER.match(ahead) and not self.found):
            self.pending, self.begin = period, match.start()
        else:
            self.behind(period, match.end())
        return match.end()

    def behind(self, period: Period | None, end: int) -> None:
        """A time that stands behind figures: theirs, as far as they have none."""
        if not self.found:
            return
        last = self.found[-1]
        self.found[-1] = replace(last, text=f"{last.text} {self.text[self.begin : end].strip()}".strip())
        self.begin = end
        if period:
            self.found = [figure if figure.period else replace(figure, period=period) for figure in self.found]

    def number(self, match: re.Match[str]) -> int:
        """A figure with its unit; a lone digit behind a per cent sign is a footnote mark."""
        end, unit = match.end(), Unit.PERCENT if match["unit"] else None
        if unit and (mark := re.match(r"\d\b", self.text[end:])):
            end += mark.end()
        elif not unit and (word := UNIT.match(self.text, end + len(self.text[end:]) - len(self.text[end:].lstrip()))):
            end, unit = word.end(), unit_of(word["unit"])
        return self.add(match.start(), end, of_match(match), unit)

    def add(self, start: int, end: int, number: Decimal, unit: Iri | None) -> int:
        """Keep a figure with the time that stood before it."""
        written = self.text[min(self.begin, start) : end].strip() if self.pending else self.text[start:end].strip()
        self.found.append(Figure(written, number, unit, period=self.pending, leading=self.pending is not None))
        self.pending, self.begin = None, end
        return end
