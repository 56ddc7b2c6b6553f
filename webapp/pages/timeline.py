"""What runs when: activities and other things across an organisation's plans, year by year, with all that became of them."""

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import BadRequest

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask
from webapp.door import view
from webapp.editions import Edition, editions, plans_of
from webapp.kinds import many
from webapp.menu import Entry
from webapp.order import order
from webapp.paging import page, whole_number
from webapp.sheet import Sheet, answered, sheet
from webapp.threads.timelines import timeline

PAGE = Blueprint("timeline", __name__)
MENU = (Entry("follow", 40, "timeline.across", lazy_gettext("Tidslinje")),)
#: How many threads are drawn at once.
SHOWN = 80
#: What can be drawn, the first where nothing else is asked for.
KINDS = (
    rt.Activity,
    rt.Milestone,
    rt.Assignment,
    rt.Indicator,
    rt.Goal,
    rt.FocusArea,
    rt.Measure,
    rt.BudgetLine,
    rt.ControlPoint,
)


@dataclass(frozen=True)
class Choice:
    """What the timeline can be narrowed to: a focus area or an assignment, and the things it is in the editions."""

    kind: Iri
    through: Iri
    label: str
    things: tuple[Iri, ...]


@dataclass(frozen=True)
class Wish:
    """What is asked for: plans of one organisation, the kind of things, and what they are narrowed to."""

    plans: tuple[Edition, ...]
    kind: Iri
    area: Choice | None
    assignment: Choice | None


@PAGE.get("/timeline")
def across() -> str | Response:
    """The timeline of an `organisation`'s plans or of one `plan`: of a `kind`, under an `area`, serving an `assignment`.

    Raises NotFound for names of none, BadRequest for a kind that can't be drawn.
    """
    seen = view()
    plans = plans_wanted(seen)
    if not plans:
        return render_template("pages/timeline.html", wish=None, offered=())
    choices = _choices(seen, plans)
    wish = Wish(
        plans, kind_wanted(), _chosen(choices, rt.FocusArea, "area"), _chosen(choices, rt.Assignment, "assignment")
    )
    shown = _sheet(seen, wish)
    return answered(shown, lambda: _html(seen, wish, choices, shown))


def plans_wanted(seen: View) -> tuple[Edition, ...]:
    """The plans that the address asks for, the earliest first; where it does not those of one with most editions."""
    known = plans_of(editions(seen))
    plan, organisation = request.args.get("plan"), request.args.get("organisation")
    if plan:
        return tuple(each for each in known if each.plan == plan) or abort(404)
    if organisation:
        return _of(known, organisation) or abort(404)
    every = [_of(known, each.organisation) for each in known]
    return max(every, key=lambda each: (len(each), each[-1].kind == rt.ManagementPlan, each[-1].year), default=())


def offered(seen: View) -> tuple[Edition, ...]:
    """A plan of each organisation that has any."""
    return tuple({each.organisation: each for each in plans_of(editions(seen))}.values())


def _of(known: tuple[Edition, ...], organisation: str) -> tuple[Edition, ...]:
    return tuple(sorted((each for each in known if each.organisation == organisation), key=lambda each: each.year))


def kind_wanted() -> Iri:
    """The kind of things that the address asks for, activities where it does not; raises BadRequest for what is none."""
    name = request.args.get("kind") or KINDS[0].local
    found = next((kind for kind in KINDS if kind.local == name), None)
    if found is None:
        raise BadRequest(gettext("Det slaget kan inte ritas på en tidslinje. Välj ett i listan."))
    return found


def _choices(seen: View, plans: tuple[Edition, ...]) -> tuple[Choice, ...]:
    found: dict[Iri, Choice] = {}
    for kind, through, label, thing in ask(seen, "timeline_choices", plans=tuple(each.plan for each in plans)).rows:
        name, before = Iri(str(through)), found.get(Iri(str(through)))
        found[name] = Choice(Iri(str(kind)), name, str(label), (*(before.things if before else ()), Iri(str(thing))))
    return tuple(sorted(found.values(), key=lambda each: order(each.label)))


def _chosen(choices: tuple[Choice, ...], kind: Iri, name: str) -> Choice | None:
    """What the address narrows to, by the name of the thing in any edition or of what runs through them."""
    wanted = request.args.get(name)
    if not wanted:
        return None
    fits = (each for each in choices if each.kind == kind and wanted in (each.through, *each.things))
    return next(fits, None) or abort(404)


def _sheet(seen: View, wish: Wish) -> Sheet:
    plans = tuple(each.plan for each in wish.plans)
    return sheet(
        seen,
        "timeline",
        gettext(
            "Tidslinje: %(what)s, %(organisation)s", what=many(wish.kind), organisation=wish.plans[0].organisation_label
        ),
        "tidslinje",
        plans=plans,
        kind=wish.kind,
        within=wish.area.things if wish.area else plans,
        also=wish.assignment.things if wish.assignment else plans,
    )


def _html(seen: View, wish: Wish, choices: tuple[Choice, ...], shown: Sheet) -> str:
    found = timeline(shown, sorted({each.year for each in wish.plans}))
    lines = page(found.lines, whole_number(request.args.get("page"), 1), SHOWN)
    return render_template(
        "pages/timeline.html",
        wish=wish,
        kinds=KINDS,
        offered=offered(seen),
        choices=choices,
        found=found,
        shown=lines,
        areas=[(area, tuple(those)) for area, those in groupby(lines.items, key=lambda line: line.area)],
        sheet=shown,
        loose=_loose(seen, wish),
    )


def _loose(seen: View, wish: Wish) -> int:
    """How many milestones stand under no activity, and so not among the activities."""
    if wish.kind != rt.Activity:
        return 0
    ((count,),) = ask(seen, "loose_milestones", plans=tuple(each.plan for each in wish.plans)).rows
    return int(str(count))
