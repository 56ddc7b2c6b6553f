"""Where people begin: what is new since last time, what needs a look, what is here, and the questions that they come with."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.findings.told import SEVERITIES
from graph.lineage.kinds import in_order
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, once_a_version
from webapp.door import view
from webapp.editions import Edition, editions
from webapp.kinds import COUNTED
from webapp.menu import menu
from webapp.sheet import Sheet, answered, sheet
from webapp.things import Link

PAGE = Blueprint("start", __name__)
#: What many things that changed are called, in as few words as fit under a number.
CHANGED = {
    rt.New: lazy_gettext("nya"),
    rt.Ended: lazy_gettext("borta"),
    rt.Renamed: lazy_gettext("nytt namn"),
    rt.Moved: lazy_gettext("flyttade"),
    rt.TargetChanged: lazy_gettext("ändrat mål"),
}
#: What findings of a severity are called.
SEVERE = {rt.Error: lazy_gettext("fel"), rt.Warning_: lazy_gettext("varningar"), rt.Info: lazy_gettext("upplysningar")}
#: Of a severity so many faults are named; of so many plans is told at once what changed.
NAMED, AT_ONCE = 4, 4


@dataclass(frozen=True)
class Row:
    """An organisation and its plans, edition by edition; the newest first; years without one are empty."""

    region: Iri
    region_label: str
    organisation: Iri
    organisation_label: str
    years: tuple[tuple[Edition, ...], ...]


@dataclass(frozen=True)
class Here:
    """What is here: `counts` are how many things there are of a class with all under it."""

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    counts: tuple[tuple[Iri, int], ...]
    regions: int
    plans: int


@dataclass(frozen=True)
class Changed:
    """A plan, the one before it, and how many things changed in which way, in a telling order."""

    plan: Link
    year: int
    organisation: str
    earlier: Link
    counts: tuple[tuple[Iri, int], ...]


@dataclass(frozen=True)
class Severe:
    """Findings of one severity: how many, and what they are most often about."""

    severity: Iri
    count: int
    kinds: tuple[tuple[Iri, int], ...]


@once_a_version
def what_is_here(view: View) -> Here:
    """All plans, and how many things of each sort."""
    every = editions(view)
    years = tuple(sorted({edition.year for edition in every}, reverse=True))
    held = {Iri(str(kind)): int(str(count)) for kind, count in ask(view, "counts", kinds=COUNTED).rows}
    return Here(
        years=years,
        rows=tuple(
            _row(list(group), years) for _, group in groupby(every, key=lambda one: (one.region, one.organisation))
        ),
        counts=tuple((kind, held[kind]) for kind in COUNTED if kind in held),
        regions=len({edition.region for edition in every}),
        plans=len(every),
    )


def _row(found: list[Edition], years: tuple[int, ...]) -> Row:
    one = found[0]
    by_year = tuple(tuple(edition for edition in found if edition.year == year) for year in years)
    return Row(one.region, one.region_label, one.organisation, one.organisation_label, by_year)


def what_changed(found: Sheet) -> tuple[Changed, ...]:
    """What changed since the edition before, by plan, the newest first."""
    plans = groupby(found.answer.rows, key=lambda row: found.cell(row, "plan"))
    return tuple(_changed(found, list(rows)) for _, rows in plans)


def _changed(found: Sheet, rows: list[tuple[object, ...]]) -> Changed:
    first = dict(zip(found.answer.columns, rows[0], strict=True))
    counts = {Iri(str(row[-2])): int(str(row[-1])) for row in rows}
    return Changed(
        plan=Link(Iri(str(first["plan"])), str(first["plan_label"])),
        year=int(str(first["edition"])),
        organisation=str(first["organisation_label"]),
        earlier=Link(Iri(str(first["earlier"])), str(first["earlier_label"])),
        counts=tuple((kind, counts[kind]) for kind in in_order(counts)),
    )


def what_is_odd(found: Sheet) -> tuple[Severe, ...]:
    """The findings by severity, the gravest first."""
    counted: dict[Iri, Counter[Iri]] = {severity: Counter() for severity in SEVERITIES}
    for severity, kind, count in found.answer.rows:
        counted.setdefault(Iri(str(severity)), Counter())[Iri(str(kind))] = int(str(count))
    return tuple(Severe(each, kinds.total(), tuple(kinds.most_common(NAMED))) for each, kinds in counted.items())


def sheets(seen: View) -> dict[str, Sheet]:
    """What the page shows, as tables, by their names."""
    found = (
        sheet(seen, "what_changed", gettext("Vad som ändrats sedan förra upplagan")),
        sheet(seen, "findings_by_severity", gettext("Avvikelser efter allvar")),
        sheet(seen, "what_is_here", gettext("Planer och redovisningar")),
    )
    return {each.name: each for each in found}


@PAGE.get("/")
def start() -> str | Response:
    """The start page; `sheet` is which of its tables is asked for in another form."""
    seen = view()
    found = sheets(seen)
    chosen = found.get(request.args.get("sheet", "what-changed"))
    if chosen is None:
        raise BadRequest("sheet")
    return answered(chosen, lambda: _html(seen, found))


def _html(seen: View, found: dict[str, Sheet]) -> str:
    return render_template(
        "pages/start.html",
        here=what_is_here(seen),
        changed=what_changed(found["what-changed"]),
        odd=what_is_odd(found["findings-by-severity"]),
        sheets=found,
        words=CHANGED,
        severe=SEVERE,
        at_once=AT_ONCE,
        groups={group.name: group.entries for group in menu()},
    )
