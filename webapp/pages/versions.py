"""The versions of the data, and what changed from each to the next: documents, things by kind, statements."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, abort, make_response, render_template, request
from flask_babel import lazy_gettext
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as Answer

from graph import changed
from graph.answer import Answer as Table
from graph.changed import Changed, ChangedGraph, ChangedThing, How
from graph.output import as_csv, as_json
from graph.versions import Version
from graph.view import View
from ontology.iri import Iri
from webapp.door import store, view
from webapp.kinds import LISTED
from webapp.menu import Entry
from webapp.named_graph import graph_label
from webapp.opendata.dumps import statements
from webapp.opendata.making import making
from webapp.order import order
from webapp.paging import page, whole_number
from webapp.sheet import SENT
from webapp.terms import terms

PAGE = Blueprint("versions", __name__)
MENU = (Entry("ask", 60, "versions.every", lazy_gettext("Versioner")),)
#: Things on a page.
SHOWN = 100
#: Seconds that a request waits for a comparison, and after which its page may be asked for again.
PATIENCE, AGAIN = 8.0, "5"
COLUMNS = ("how", "kind", "kind_label", "thing", "label", "graph")
#: No question gives what two versions tell together, so it is no sheet.
WRITERS = {"csv": as_csv, "json": as_json}
WAYS = (How.CAME, How.WENT, How.CHANGED, How.MOVED)


@dataclass(frozen=True)
class Listed:
    """A version in the list, with the file names that came and went since the one before; none of the oldest."""

    version: Version
    came: tuple[str, ...]
    went: tuple[str, ...]
    statements: int | None


@dataclass(frozen=True)
class Kind:
    """A kind of things and how many of them came, went, changed and moved."""

    iri: Iri
    label: str
    counts: Counter[How]


@dataclass(frozen=True)
class Chosen:
    """What the address asks to see of the things: of a kind, and what became of them; all where it says nothing."""

    kind: str
    how: str

    def fits(self, thing: ChangedThing) -> bool:
        """Whether a thing is among them."""
        return (not self.kind or thing.kind.local == self.kind) and (not self.how or thing.how.value == self.how)


@PAGE.get("/versions")
def every() -> Answer:
    """All versions that are kept, the newest first."""
    kept = store().versions() or (abort(404),)
    return _fresh(render_template("pages/versions.html", versions=tuple(reversed(_listed(kept)))))


@PAGE.get("/versions/<int:number>")
def one(number: int) -> Answer:
    """What changed from the version before to one; as data with `format`."""
    kept = {each.number: each for each in store().versions()}
    here = kept.get(number) or abort(404)
    before = kept.get(max((each for each in kept if each < number), default=0))
    if before is None:
        return _fresh(render_template("pages/version.html", version=here, before=None, found=None))
    found = _changed(before.number, number)
    if found is None:
        return _not_yet(here, before)
    form = request.args.get("format", "html")
    return _data(found, form) if form != "html" else _fresh(_page(here, before, found))


def _page(here: Version, before: Version, found: Changed) -> str:
    chosen = Chosen(request.args.get("kind", ""), request.args.get("how", ""))
    fitting = _in_order(each for each in found.things if chosen.fits(each))
    return render_template(
        "pages/version.html",
        version=here,
        before=before,
        found=found,
        documents=[each for each in found.graphs if each.file],
        graphs=[each for each in found.graphs if not each.file],
        totals=_totals(found.graphs),
        kinds=_kinds(found),
        ways=WAYS,
        graph_label=graph_label,
        chosen=chosen,
        shown=page(fitting, whole_number(request.args.get("page"), 1), SHOWN),
    )


def _listed(kept: Iterable[Version]) -> tuple[Listed, ...]:
    found: list[Listed] = []
    for version in kept:
        names = set(version.documents)
        before = set(found[-1].version.documents) if found else names
        came, went = tuple(sorted(names - before)), tuple(sorted(before - names))
        found.append(Listed(version, came, went, statements(_at(version))))
    return tuple(found)


def _at(version: Version) -> View:
    return view() if version.current else store().at(version.number)


def _changed(before: int, number: int) -> Changed | None:
    """What changed between two versions; None while it is being found. Raises StoreError."""
    old, new = store().at(before), store().at(number)
    if old.directory is None or new.directory is None:
        return changed.between(old, new)
    name, words = f"changed-{before}-{number}.json", (str(old.directory), str(new.directory))
    path = making().wait(name, PATIENCE, lambda: making().begin(name, "graph.changed", *words))
    return _read(path) if path else None


@lru_cache(maxsize=4)
def _read(path: Path) -> Changed:
    return changed.read(path.read_text("utf-8"))


def _totals(graphs: Iterable[ChangedGraph]) -> tuple[int, int]:
    """How many statements came and went."""
    listed = tuple(graphs)
    return sum(each.added for each in listed), sum(each.removed for each in listed)


def _kinds(found: Changed) -> tuple[Kind, ...]:
    """The kinds of things as people ask for them."""
    known, counted = terms(view()), found.kinds
    return tuple(Kind(iri, known.label(iri), counted[iri]) for iri in sorted(counted, key=_rank))


def _in_order(things: Iterable[ChangedThing]) -> list[ChangedThing]:
    """Things by kind as people ask for them, what came first, by what they are called."""
    return sorted(things, key=lambda each: (_rank(each.kind), WAYS.index(each.how), order(each.label), each.iri))


def _rank(kind: Iri) -> tuple[int, str]:
    """Where a kind stands among others: what plans state as lists have it, then the rest."""
    return (LISTED.index(kind) if kind in LISTED else len(LISTED)), kind


def _data(found: Changed, form: str) -> Response:
    """The things as a table; raises BadRequest for a form that there is not."""
    if form not in WRITERS:
        raise BadRequest("format")
    known = terms(view())
    rows = tuple(
        (each.how.value, each.kind, known.label(each.kind), each.iri, each.label, each.graph) for each in found.things
    )
    return Response(WRITERS[form](Table(COLUMNS, rows)), content_type=SENT[form])


def _not_yet(here: Version, before: Version) -> Answer:
    """The page while the comparison is being made: it asks again by itself."""
    response = _fresh(render_template("pages/version.html", version=here, before=before, found=None))
    response.status_code, response.headers["Retry-After"], response.headers["Refresh"] = 503, AGAIN, AGAIN
    return response


def _fresh(shown: str) -> Answer:
    """A page that tells of other versions than the one that is shown: never kept for longer."""
    response = make_response(shown)
    response.headers["Cache-Control"] = "no-store"
    return response
