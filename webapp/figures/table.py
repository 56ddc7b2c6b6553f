"""Values of a measure and amounts of a budget line, as a table: a row a year, a column a role."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import rows
from webapp.things import Source

#: The order of the columns; roles of other names come after.
ROLES = (
    rt.Benchmark, rt.Assumption, rt.RegionalPlanBudget, rt.Decided, rt.Budget, rt.Target, rt.Forecast, rt.Outcome,
    rt.ExpectedEffect, rt.RealisedEffect, rt.Change, rt.PriceChange, rt.VolumeChange, rt.Remaining,
)  # fmt: skip


@dataclass(frozen=True)
class _Said:
    """What the graph says of a figure itself."""

    owner: Iri
    iri: Iri
    role: Iri
    year: int | None
    as_written: str
    number: Decimal | None
    sek: Decimal | None
    unit: Iri | None
    comparator: Iri | None
    period: str | None
    part_of_year: bool | None
    column: str | None
    note: str | None


@dataclass(frozen=True)
class Figure(_Said):
    """One figure: as written, as a number in its unit or in kronor, what narrows it, the column's heading, its source."""

    source: Source | None


@dataclass(frozen=True)
class Table:
    """The roles that there are, and for each year (None: not told) the figures of each role, one or several."""

    roles: tuple[Iri, ...]
    years: tuple[tuple[int | None, tuple[tuple[Figure, ...], ...]], ...]


@dataclass(frozen=True)
class _Row(_Said):
    passage: Iri | None
    file: str | None
    first: int | None
    last: int | None


def figures(view: View, owners: tuple[Iri, ...]) -> tuple[Figure, ...]:
    """The figures of some measures or budget lines, each once."""
    found: dict[Iri, Figure] = {}
    for row in rows(view, "figures", _Row, owners=owners):
        found.setdefault(row.iri, _figure(row))
    return tuple(found.values())


def _figure(row: _Row) -> Figure:
    source = None
    if row.passage and row.file and row.first and row.last:
        source = Source(row.passage, row.file, row.first, row.last, "")
    return Figure(
        row.owner, row.iri, row.role, row.year, row.as_written, row.number, row.sek, row.unit, row.comparator, row.period,
        row.part_of_year, row.column, row.note, source,
    )  # fmt: skip


def table(found: Iterable[Figure]) -> Table:
    """Figures as a table, the latest year first; those without a year last."""
    all_of_them = tuple(found)
    there = {figure.role for figure in all_of_them}
    roles = tuple(role for role in ROLES if role in there) + tuple(sorted(there - set(ROLES)))
    years = sorted({figure.year for figure in all_of_them}, key=lambda year: -(year or 0))
    return Table(roles, tuple((year, _row(all_of_them, year, roles)) for year in years))


def _row(found: tuple[Figure, ...], year: int | None, roles: tuple[Iri, ...]) -> tuple[tuple[Figure, ...], ...]:
    return tuple(tuple(figure for figure in found if figure.year == year and figure.role == role) for role in roles)
