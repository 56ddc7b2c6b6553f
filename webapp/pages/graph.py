"""The graph around a thing: one or two hops, or the way to another thing, as a picture in columns and as a table."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, abort, jsonify, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.view import View
from ontology.iri import Iri
from webapp.ask import once_a_version
from webapp.door import view
from webapp.editions import Edition, editions
from webapp.graphs.chosen import AT_A_TIME, MOST, Chosen, chosen
from webapp.graphs.columns import COLUMNS, counted
from webapp.graphs.graphml import CONTENT_TYPE, graphml
from webapp.graphs.linked import Linked, linked, links_sheet, plan_sheet
from webapp.graphs.links import offered
from webapp.graphs.near import Near, degrees
from webapp.graphs.picture import Picture, Thing, picture, things
from webapp.graphs.ways import Ways, ways
from webapp.graphs.whole import MOST_DRAWN, Whole, elements, whole
from webapp.graphs.wish import Wish, iri_in, picture_address, short, wish
from webapp.menu import Entry
from webapp.search import LONGEST, search
from webapp.sheet import Sheet, answered
from webapp.terms import terms
from webapp.wishes import plan_wanted, with_suggested

PAGE = Blueprint("graph", __name__)
MENU = (Entry("follow", 60, "graph.page", lazy_gettext("Graf")),)
#: So many hits of a search are offered to begin with, and so many things of each column.
HITS, EXAMPLES = 20, 4
#: So many links of a whole plan are listed on its page.
LISTED = 1000
#: Columns whose things are offered to begin with.
BEGINNINGS = ("assignment", "goal", "activity", "measure", "money")


@dataclass(frozen=True)
class Graph:
    """What the page shows: the thing in the middle, all things, the links and how they are drawn, and the ways if asked for."""

    middle: Thing
    things: tuple[Thing, ...]
    links: tuple[Linked, ...]
    chosen: Chosen
    picture: Picture
    ways: Ways | None

    @property
    def keys(self) -> dict[Iri, str]:
        """What each thing is called within the page."""
        return {each.iri: each.key for each in self.things}

    @property
    def years(self) -> dict[Iri, int | None]:
        """The edition of each thing, to tell those of the same name apart."""
        return {each.iri: each.year for each in self.things}

    @property
    def hidden(self) -> bool:
        """Whether anything shown has neighbours that are not."""
        return any(self.chosen.more(each.iri) for each in self.things)

    @property
    def told(self) -> str:
        """What the picture shows, in a sentence."""
        around = Counter(each.column for each in self.things if each.iri != self.middle.iri)
        if not around:
            return str(gettext("Bilden visar %(thing)s, som inget är länkat till.", thing=self.middle.label[:120]))
        suggested = sum(not each.stated for each in self.links)
        told: str = gettext(
            "Kring %(thing)s: %(around)s, med %(links)s länkar, varav %(other)s inte står i någon källa.",
            thing=self.middle.label[:120],
            around=", ".join(counted(column, count) for column, count in sorted(around.items())),
            links=len(self.links),
            other=suggested,
        )
        return told

    def link(self, start: Iri, relation: Iri, end: Iri) -> Linked | None:
        """The link of two things; None where it is not shown."""
        same = (each for each in self.links if (each.start, each.relation, each.end) == (start, relation, end))
        return next(same, None)

    @staticmethod
    def without(expanded: tuple[Iri, ...], thing: Iri) -> tuple[Iri, ...]:
        """What is expanded when one thing no longer is."""
        return tuple(each for each in expanded if each != thing)


@PAGE.get("/graph")
def page() -> str | Response | tuple[str, int]:
    """The graph around `thing` (a name), with `expanded` things, in so many `hops`, or the way `to` another thing; or the whole `plan`."""
    seen, text = view(), request.args.get("thing", "").strip()
    if request.args.get("plan"):
        return _plan(seen)
    if not text:
        return _begin(seen, request.args.get("q", "")[:LONGEST].strip())
    name = iri_in(text)
    found = things(seen, (name,)) if name else ()
    if not found:
        return _begin(seen, text[:LONGEST], unknown=True), 404
    return _shown(seen, found[0])


@PAGE.get("/graph/elements")
def drawn() -> Response:
    """The things and links of the plan `plan`, for the picture in the browser."""
    seen = view()
    _, _, found = _whole(seen, plan_wanted(editions(seen)) or abort(404))
    said = {each.kind for each in found.things} | {each.relation for each in found.links}
    return jsonify(elements({each: terms(seen).label(each) for each in said}, found))


def _whole(seen: View, edition: Edition) -> tuple[Edition, Sheet, Whole]:
    sheet = plan_sheet(
        seen, gettext("Länkar i %(thing)s", thing=edition.title), edition.plan, suggested=with_suggested()
    )
    return edition, sheet, whole(seen, sheet)


def _plan(seen: View) -> str | Response:
    edition, sheet, found = _whole(seen, plan_wanted(editions(seen)) or abort(404))
    return answered(
        sheet,
        lambda: render_template(
            "pages/graph_plan.html",
            edition=edition,
            sheet=sheet,
            found=found,
            columns=COLUMNS,
            short=short,
            most=MOST_DRAWN,
            listed=LISTED,
        ),
    )


def _shown(seen: View, middle: Thing) -> str | Response:
    asked = wish(middle.iri)
    near, way = Near(seen, asked), ways(seen, asked)
    near.columns[middle.iri] = middle.column
    shown = chosen(near, asked, way.things if way else ())
    sheet = links_sheet(seen, gettext("Länkar kring %(thing)s", thing=middle.label), asked, near, shown,
                        way.relations if way else ())  # fmt: skip
    links, every = linked(sheet), things(seen, shown.things)
    graph = Graph(middle, every, links, shown, picture(every, links, shown, way.links if way else ()), way)
    return _in_form(graph, sheet, lambda: _html(graph, asked, sheet))


def _in_form(graph: Graph, sheet: Sheet, html: Callable[[], str]) -> str | Response:
    """The graph as its page, as a picture or a graph to take along, or its table in a form of `webapp.sheet`."""
    match request.args.get("format"):
        case "svg":
            body, kind, ending = _svg(graph), "image/svg+xml", "svg"
        case "graphml":
            body, kind, ending = graphml(graph.things, graph.links), CONTENT_TYPE, "graphml"
        case _:
            return answered(sheet, html)
    response = Response(body, content_type=f"{kind}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="graf.{ending}"'
    return response


def _svg(graph: Graph) -> str:
    return render_template("pictures/graph_alone.svg", graph=graph, columns=COLUMNS, counted=counted)


def _html(graph: Graph, asked: Wish, sheet: Sheet) -> str:
    return render_template(
        "pages/graph.html",
        graph=graph,
        wish=asked,
        sheet=sheet,
        columns=COLUMNS,
        counted=counted,
        relations=offered(),
        short=short,
        at=lambda **changes: picture_address(asked, **changes),
        at_a_time=AT_A_TIME,
        most=MOST,
    )


def _begin(seen: View, text: str, *, unknown: bool = False) -> str:
    """Where one begins: a search, what it finds, and the things with the most links."""
    return render_template(
        "pages/graph_begin.html",
        text=text,
        unknown=unknown,
        hits=search(seen, text, None, 1, HITS) if text else None,
        examples=examples(seen),
        columns=COLUMNS,
        plans=editions(seen),
        short=short,
    )


@once_a_version
def examples(seen: View) -> tuple[tuple[int, tuple[Thing, ...]], ...]:
    """The things with the most links, some for each of the columns that people begin with."""
    known = degrees(seen)
    ranked = sorted(known, key=lambda each: (-known[each], each))
    found = things(seen, tuple(Iri(each) for each in ranked[: HITS * EXAMPLES * len(BEGINNINGS)]))
    places = (place for place, column in enumerate(COLUMNS) if column.key in BEGINNINGS)
    by_column = ((place, tuple(each for each in found if each.column == place)[:EXAMPLES]) for place in places)
    return tuple((place, those) for place, those in by_column if those)
