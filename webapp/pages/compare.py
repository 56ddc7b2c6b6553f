"""What regions state on a question, side by side, and what of it is comparable; without a question, what can be compared."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.answer import Value
from graph.compare import Comparison, compare
from graph.comparing.beside import GRADES
from graph.comparing.themes import entries
from graph.comparing.told import Told
from graph.errors import UnknownThing
from graph.view import View
from ontology.iri import Iri
from webapp.ask import records
from webapp.door import view
from webapp.editions import editions
from webapp.figures.beside import Drawn, drawn
from webapp.figures.table import Figure, Table, figures
from webapp.figures.table import table as figure_table
from webapp.menu import Entry
from webapp.order import order
from webapp.paging import whole_number
from webapp.search import LONGEST
from webapp.sheet import Sheet, answered, sheet
from webapp.things import Source, places

PAGE = Blueprint("compare", __name__)
MENU = (Entry("compare", 20, "compare.page", lazy_gettext("Regioner sida vid sida")),)
#: So many pairs are shown before a question is asked.
PAIRS = 30


@dataclass(frozen=True)
class Shown:
    """What the page shows of a comparison: the figures of each thing, what is computed of them, where each stands.

    `drawn` are the pictures of pairs whose figures can stand beside each other.
    """

    figures: Mapping[Iri, Table]
    computed: Mapping[Iri, tuple[Told, ...]]
    places: Mapping[Iri, Source]
    drawn: Mapping[tuple[Iri, Iri], Drawn]


@dataclass(frozen=True)
class Asked:
    """What the address asks for: words, county codes (none: all regions), an edition's year, a grade."""

    question: str
    codes: tuple[str, ...]
    year: int | None
    grade: str


@PAGE.get("/compare")
def page() -> str | Response:
    """What the regions `region` (county codes, all where none is given) state on `q`, in the edition `year` or the latest.

    Without `q`, the pairs of things that can be compared, of a `grade` where one is given.
    """
    seen = view()
    asked = Asked(
        request.args.get("q", "")[:LONGEST].strip(),
        tuple(request.args.getlist("region")),
        whole_number(request.args.get("year"), 0) or None,
        request.args.get("grade", ""),
    )
    found = _compared(seen, asked)
    table = _told(seen, found) if found else _overview(seen, asked)
    return answered(table, partial(_html, seen, asked, found, table))


def _html(seen: View, asked: Asked, found: Comparison | None, table: Sheet) -> str:
    listed = () if found else _pairs(table)
    grades = Counter(str(row["grade"]) for row in listed)
    return render_template(
        "pages/compare.html",
        question=asked.question,
        codes=asked.codes,
        year=asked.year,
        grade=asked.grade,
        regions=_regions(seen),
        years=sorted({each.year for each in editions(seen)}, reverse=True),
        found=found,
        shown=_shown(seen, found) if found else None,
        sheet=table,
        listed=listed,
        limit=PAIRS,
        grades=tuple((each, grades[each]) for each in GRADES),
        themes=sorted({theme for those in entries().values() for _, theme in those}, key=order),
    )


def _compared(seen: View, asked: Asked) -> Comparison | None:
    """What is found; None without a question. Raises BadRequest for a region or a year that there is not."""
    if not asked.question:
        return None
    try:
        return compare(seen, asked.question, asked.codes, asked.year)
    except UnknownThing as error:
        raise BadRequest("region") from error


def _told(seen: View, found: Comparison) -> Sheet:
    """The things found with their figures, and the pairs, as a table."""
    return sheet(
        seen,
        "compared",
        gettext("Vad regioner säger om ”%(text)s”", text=found.question),
        things=tuple(each.iri for side in found.sides for each in side.found),
        pairs=tuple((each.here.iri, each.there.iri) for each in found.beside),
    )


def _overview(seen: View, asked: Asked) -> Sheet:
    """The pairs that can be compared, or look so, as a table. Raises BadRequest for a grade or a region there is not."""
    known = {each.region.rpartition("/")[2]: each.region for each in editions(seen)}
    if set(asked.codes) - set(known) or asked.grade not in ("", *(grade.local for grade in GRADES)):
        raise BadRequest("region")
    return sheet(
        seen,
        "comparable",
        gettext("Vad som går att jämföra mellan regioner"),
        regions=tuple(known[code] for code in asked.codes or known),
        year=asked.year or 0,
        grade=asked.grade,
    )


def _pairs(table: Sheet) -> tuple[dict[str, Value], ...]:
    """The rows of the overview, each pair once, the most comparable and surest first."""
    rows = records(table.answer)
    once = {(row["thing"], row["other"]): row for row in reversed(rows)}
    return tuple(
        sorted(
            once.values(),
            key=lambda row: (GRADES.index(Iri(str(row["grade"]))), -float(str(row["confidence"])), str(row["thing"])),
        )
    )


def _regions(seen: View) -> tuple[tuple[str, str], ...]:
    """The codes and names of the regions that have plans."""
    known = {each.region.rpartition("/")[2]: each.region_label for each in editions(seen)}
    return tuple(known.items())


def _shown(seen: View, found: Comparison) -> Shown:
    things = tuple(each.iri for side in found.sides for each in side.found)
    by_owner: defaultdict[Iri, list[Figure]] = defaultdict(list)
    for one in figures(seen, things) if things else ():
        by_owner[one.owner].append(one)
    computed = {
        each.iri: tuple(one for one in each.figures if one.per_inhabitant is not None)
        for side in found.sides
        for each in side.found
    }
    ends = {iri for pair in found.beside for iri in (pair.here.iri, pair.there.iri)}
    named = tuple(sorted({*things, *ends}))
    return Shown(
        figures={owner: figure_table(those) for owner, those in by_owner.items()},
        computed=computed,
        places=places(seen, named) if named else {},
        drawn=drawn(seen, found.beside),
    )
