"""What regions state on a question, side by side, and what of it is comparable."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.compare import Comparison, compare
from graph.comparing.table import table
from graph.comparing.told import Told
from graph.errors import UnknownThing
from graph.output import as_csv, as_json
from graph.view import View
from ontology.iri import Iri
from webapp.door import view
from webapp.editions import editions
from webapp.figures import Figure, Table, figures
from webapp.figures import table as figure_table
from webapp.menu import Entry
from webapp.pages.follow_up import SENT
from webapp.paging import whole_number
from webapp.search import LONGEST
from webapp.things import Source, places

PAGE = Blueprint("compare", __name__)
MENU = (Entry("compare", 20, "compare.page", lazy_gettext("Regioner sida vid sida")),)


@dataclass(frozen=True)
class Shown:
    """What the page shows of a comparison: the figures of each thing, what is computed of them, where each stands."""

    figures: Mapping[Iri, Table]
    computed: Mapping[Iri, tuple[Told, ...]]
    places: Mapping[Iri, Source]


@PAGE.get("/compare")
def page() -> str | Response:
    """What the regions `region` (county codes, all where none is given) state on `q`, in the edition `year` or the latest."""
    seen, question = view(), request.args.get("q", "")[:LONGEST].strip()
    codes, year = tuple(request.args.getlist("region")), whole_number(request.args.get("year"), 0) or None
    found = _compared(seen, question, codes, year)
    form = request.args.get("format", "html")
    if form != "html":
        return _data(seen, found, form)
    return render_template(
        "pages/compare.html",
        question=question,
        codes=codes,
        year=year,
        regions=_regions(seen),
        years=sorted({each.year for each in editions(seen)}, reverse=True),
        found=found,
        shown=_shown(seen, found) if found else None,
    )


def _compared(seen: View, question: str, codes: tuple[str, ...], year: int | None) -> Comparison | None:
    """What is found; None without a question. Raises BadRequest for a region or a year that there is not."""
    if not question:
        return None
    try:
        return compare(seen, question, codes, year)
    except UnknownThing as error:
        raise BadRequest("region") from error


def _data(seen: View, found: Comparison | None, form: str) -> Response:
    """All of it as data; raises BadRequest for a form that there is not, or without a question."""
    if form not in SENT or found is None:
        raise BadRequest("format")
    answer = table(seen, found)
    return Response(as_csv(answer) if form == "csv" else as_json(answer), content_type=SENT[form])


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
    return Shown(
        figures={owner: figure_table(those) for owner, those in by_owner.items()},
        computed=computed,
        places=places(seen, things) if things else {},
    )
