"""Where people begin: what is here, a search, and the questions that they come with."""

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, render_template

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, once_a_version
from webapp.door import view
from webapp.editions import Edition, editions
from webapp.kinds import COUNTED

PAGE = Blueprint("start", __name__)
#: Plans that the first question offers.
LATEST = 6


@dataclass(frozen=True)
class Row:
    """An organisation and its plans, edition by edition; the newest first; years without one are empty."""

    region: Iri
    region_label: str
    organisation: Iri
    organisation_label: str
    years: tuple[tuple[Edition, ...], ...]


@dataclass(frozen=True)
class Start:
    """What the page shows: `counts` are how many things there are of a class with all under it."""

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    counts: tuple[tuple[Iri, int], ...]
    regions: int
    latest: tuple[Edition, ...]


@once_a_version
def what_is_here(view: View) -> Start:
    """All plans, and how many things of each sort."""
    every = editions(view)
    years = tuple(sorted({edition.year for edition in every}, reverse=True))
    held = {Iri(str(kind)): int(str(count)) for kind, count in ask(view, "counts", kinds=COUNTED).rows}
    return Start(
        years=years,
        rows=tuple(
            _row(list(group), years) for _, group in groupby(every, key=lambda one: (one.region, one.organisation))
        ),
        counts=tuple((kind, held[kind]) for kind in COUNTED if kind in held),
        regions=len({edition.region for edition in every}),
        latest=_latest(every),
    )


def _latest(every: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """The newest plan of each organisation, the newest first."""
    plans = (one for one in every if one.kind != rt.AnnualReport)
    newest = {one.organisation: one for one in sorted(plans, key=lambda one: one.year)}
    return tuple(sorted(newest.values(), key=lambda one: -one.year))[:LATEST]


def _row(found: list[Edition], years: tuple[int, ...]) -> Row:
    one = found[0]
    by_year = tuple(tuple(edition for edition in found if edition.year == year) for year in years)
    return Row(one.region, one.region_label, one.organisation, one.organisation_label, by_year)


@PAGE.get("/")
def start() -> str:
    """The start page."""
    return render_template("pages/start.html", page=what_is_here(view()))
