"""An assignment's chain as a page shows it: what serves it, and what that leads to, out of the rows of one sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import groupby

from graph.answer import Value
from graph.chains.chain import Hop
from graph.derived.trust import LEAST
from ontology import rt
from ontology.iri import Iri
from webapp.order import order
from webapp.sheet import Sheet
from webapp.things import Link, Source

#: Which link of the chain a row of the sheet is of, by its class.
LINKS = {
    rt.Activity: Hop.ACTIVITY, rt.Indicator: Hop.INDICATOR, rt.BudgetLine: Hop.MONEY, rt.StatusReport: Hop.OUTCOME,
    rt.IndicatorValue: Hop.OUTCOME,
}  # fmt: skip


class Ground(Enum):
    """How something is known to hold, the surest first; what is only unsure holds nothing."""

    STATED = "stated"
    ACCEPTED = "accepted"
    SUGGESTED = "suggested"
    UNSURE = "unsure"


ORDER = tuple(Ground)


@dataclass(frozen=True)
class Figure:
    """A figure, or a report's word, of what a link leads to: as written, in kronor where it is money, with its place."""

    role: Iri | None
    year: int | None
    as_written: str
    sek: Decimal | None
    status: Iri | None
    source: Source | None


@dataclass(frozen=True)
class Held:
    """What a link of the chain leads to, and how that is known: with confidence and evidence where it is suggested."""

    thing: Link
    ground: Ground
    confidence: Decimal | None
    evidence: str
    figures: tuple[Figure, ...]
    source: Source | None


@dataclass(frozen=True)
class Area:
    """A focus area; `stated` where a document says that the activity lies under it, else that was inferred."""

    link: Link
    stated: bool


@dataclass(frozen=True)
class Strand:
    """An activity that serves the assignment, or the assignment itself, with what measures, pays and came of it.

    `areas` are the focus areas it lies under; `since` the year in which its thread begins; `stated` where it says itself
    that it serves the assignment.
    """

    thing: Link
    stated: bool
    since: int | None
    areas: tuple[Area, ...]
    source: Source | None
    held: dict[Hop, tuple[Held, ...]]

    def broken(self, holding: frozenset[Ground]) -> Hop | None:
        """The first link that leads nowhere by some grounds; None where the whole chain holds."""
        return next((hop for hop, held in self.held.items() if not any(each.ground in holding for each in held)), None)


@dataclass(frozen=True)
class Strands:
    """All that serves an assignment, and what only the assignment itself leads to."""

    own: Strand
    serving: tuple[Strand, ...]

    def counts(self, hop: Hop) -> dict[Ground, int]:
        """How many things a link leads to, each once, by the surest way that it is known."""
        if hop is Hop.ACTIVITY:
            stated = sum(each.stated for each in self.serving)
            return {
                Ground.STATED: stated,
                Ground.ACCEPTED: 0,
                Ground.SUGGESTED: len(self.serving) - stated,
                Ground.UNSURE: 0,
            }
        grounds: dict[Iri, Ground] = {}
        for held in (one for each in (self.own, *self.serving) for one in each.held[hop]):
            grounds[held.thing.iri] = min(grounds.get(held.thing.iri, held.ground), held.ground, key=ORDER.index)
        return {ground: sum(each is ground for each in grounds.values()) for ground in Ground}

    def broken(self, *, stated: bool = False) -> Hop | None:
        """The link at which even the longest chain breaks, the assignment's own links counted to each activity.

        By what is `stated` only, or also by suggestions.
        """
        if not self.serving:
            return Hop.ACTIVITY
        holding = frozenset({Ground.STATED}) if stated else frozenset(Ground) - {Ground.UNSURE}
        ends = [_joined(each, self.own).broken(holding) for each in self.serving]
        return max(ends, key=[*Hop, None].index)

    def by_area(self) -> tuple[tuple[Area | None, tuple[Strand, ...]], ...]:
        """What serves, by focus area in the order of words; what lies under none stands last."""
        areas = {area for each in self.serving for area in each.areas or (None,)}
        return tuple(
            (area, tuple(each for each in self.serving if area in (each.areas or (None,))))
            for area in sorted(areas, key=lambda area: (area is None, order(area.link.label if area else "")))
        )


def strength(counts: Mapping[Ground, int]) -> str:
    """How a link of so many things is drawn: "stated" (whole), "suggested" (dashed) or "missing" (broken off)."""
    if counts[Ground.STATED] or counts[Ground.ACCEPTED]:
        return "stated"
    return "suggested" if counts[Ground.SUGGESTED] else "missing"


def _joined(strand: Strand, own: Strand) -> Strand:
    held = {hop: (*strand.held[hop], *own.held[hop]) for hop in strand.held}
    return Strand(strand.thing, strand.stated, strand.since, strand.areas, strand.source, held)


@dataclass(frozen=True)
class _Row:
    """A row of the sheet, by its columns."""

    sheet: Sheet
    cells: tuple[Value, ...]

    def __getitem__(self, column: str) -> Value:
        return self.sheet.cell(self.cells, column)

    def link(self, column: str) -> Link | None:
        """The thing in a column, with its label."""
        found = self[column]
        return Link(found, str(self[f"{column}_label"] or found.local)) if isinstance(found, Iri) else None

    def source(self) -> Source | None:
        """Where it stands."""
        found = self.sheet.source(self.cells)
        return Source(found[0], found[1], found[2], found[2], "") if found else None


def strands(sheet: Sheet, assignment: Link) -> Strands:
    """The chain that the rows of a sheet tell, those of one thing together whatever their order."""
    rows = [_Row(sheet, cells) for cells in sheet.answer.rows]
    by_owner = {name: list(group) for name, group in _grouped(rows, "activity")}
    own = _strand(assignment, by_owner.pop(assignment.iri, []))
    found = [_strand(link, group) for group in by_owner.values() if (link := group[0].link("activity"))]
    return Strands(own, tuple(sorted(found, key=lambda each: order(each.thing.label))))


def _strand(thing: Link, rows: list[_Row]) -> Strand:
    serving = [row for row in rows if row["class"] == rt.Activity]
    first = serving[0] if serving else None
    areas = {Area(area, bool(row["area_stated"])) for row in serving if (area := row.link("area"))}
    since = first["since"] if first else None
    return Strand(
        thing=thing,
        stated=bool(first and first["stated"]),
        since=since if isinstance(since, int) else None,
        areas=tuple(sorted(areas, key=lambda area: order(area.link.label))),
        source=first.source() if first else None,
        held={hop: tuple(_held(rows, hop)) for hop in Hop if hop is not Hop.ACTIVITY},
    )


def _held(rows: list[_Row], hop: Hop) -> Iterator[Held]:
    """What a link leads to, the surest first."""
    chosen = [row for row in rows if LINKS.get(Iri(str(row["class"]))) is hop]
    found = [held for _, group in _grouped(chosen, "thing") if (held := _one(list(group)))]
    yield from sorted(
        found, key=lambda held: (ORDER.index(held.ground), -(held.confidence or 1), order(held.thing.label))
    )


def _one(rows: list[_Row]) -> Held | None:
    first = min(rows, key=lambda row: (ORDER.index(_ground(row)), -Decimal(str(row["confidence"] or 1))))
    link = first.link("thing")
    if link is None:
        return None
    sure = first["confidence"]
    return Held(
        thing=link,
        ground=_ground(first),
        confidence=sure if isinstance(sure, Decimal) else None,
        evidence=str(first["evidence"] or ""),
        figures=tuple(_once(_figure(row) for row in rows if row["as_written"] is not None)),
        source=first.source(),
    )


def _once(figures: Iterable[Figure]) -> Iterable[Figure]:
    """Figures without those that say the same on the same line."""
    return {
        (each.role, each.year, each.as_written, each.source and (each.source.file, each.source.first)): each
        for each in figures
    }.values()


def _ground(row: _Row) -> Ground:
    if row["stated"]:
        return Ground.STATED
    if row["review"] == rt.Accepted:
        return Ground.ACCEPTED
    sure = row["confidence"]
    return Ground.UNSURE if isinstance(sure, Decimal) and sure < LEAST else Ground.SUGGESTED


def _figure(row: _Row) -> Figure:
    role, year, sek, status = row["role"], row["year"], row["sek"], row["status"]
    return Figure(
        role=role if isinstance(role, Iri) else None,
        year=year if isinstance(year, int) else None,
        as_written=str(row["as_written"]),
        sek=sek if isinstance(sek, Decimal) else Decimal(sek) if isinstance(sek, int) else None,
        status=status if isinstance(status, Iri) else None,
        source=row.source(),
    )


def _grouped(rows: Iterable[_Row], column: str) -> Iterator[tuple[str, Iterator[_Row]]]:
    """Rows by what stands in a column."""
    return groupby(sorted(rows, key=lambda row: str(row[column])), key=lambda row: str(row[column]))
