"""What differs between two editions of a plan, with the words that came and went."""

from collections import Counter
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from flask_babel import lazy_gettext

from graph.diff import Difference, Side, diff
from graph.editions import before, between
from graph.lineage.kinds import ORDER
from graph.view import View
from graph.wording import Stretch
from ontology import rt
from ontology.iri import Iri
from webapp.ask import once_a_version
from webapp.door import view
from webapp.editions import Edition, editions
from webapp.forms import answered
from webapp.menu import Entry
from webapp.paging import Page, page, whole_number
from webapp.things import Source, places

PAGE = Blueprint("differences", __name__)
MENU = (Entry("compare", 10, "differences.every", lazy_gettext("Skillnader mellan planer")),)
SHOWN = 100
#: What chooses all kinds of change, unchanged things too.
ALL = "all"


@dataclass(frozen=True)
class Row:
    """A difference as the page shows it, under the later thing's name, or the earlier one's where that ended.

    `names` and `texts` are word by word, and empty where they do not differ.
    """

    iri: Iri
    family: Iri
    kinds: tuple[Iri, ...]
    earlier: Side | None
    later: Side | None
    names: tuple[Stretch, ...]
    texts: tuple[Stretch, ...]
    evidence: str


@PAGE.get("/differences")
def every() -> str | Response:
    """What differs between the plan `plan` and the plan `earlier` before it: of a `family`, with a `change`.

    The newest plan that has an earlier edition, and the one before it, where none or no such are told.
    """
    seen = view()
    pair = _pair(seen, request.args.get("plan", ""), request.args.get("earlier", ""))
    family, change = request.args.get("family", ""), request.args.get("change", "")
    found = _rows(seen, pair) if pair else ()
    chosen = [each for each in found if family in ("", each.family.local) and _has(each, change)]
    shown = page(chosen, whole_number(request.args.get("page"), 1), SHOWN)
    return answered(seen, shown, lambda: _html(seen, pair, found, shown, family, change))


@once_a_version
def _known(_: View) -> dict[tuple[Iri, Iri], tuple[Row, ...]]:
    """What has been compared already, by plans; there are no more pairs than editions have earlier ones."""
    return {}


def _rows(seen: View, pair: tuple[Iri, Iri]) -> tuple[Row, ...]:
    known = _known(seen)
    if pair not in known:
        known[pair] = tuple(map(_row, diff(seen, *pair).differences))
    return known[pair]


def _html(
    seen: View, pair: tuple[Iri, Iri] | None, found: tuple[Row, ...], shown: Page[Row], family: str, change: str
) -> str:
    plans = {each.plan: each for each in editions(seen)}
    counts = Counter(kind for each in found if family in ("", each.family.local) for kind in each.kinds)
    sides = tuple(side.iri for each in shown.items for side in (each.earlier, each.later) if side)
    return render_template(
        "pages/differences.html",
        shown=shown,
        pair=pair and tuple(map(plans.__getitem__, pair)),
        editions=_with_others(seen, plans),
        families=tuple(dict.fromkeys(each.family for each in found)),
        counts=tuple((kind, counts[kind]) for kind in ORDER if counts[kind]),
        places=_places(seen, sides),
        family=family,
        change=change,
    )


def _pair(seen: View, plan: str, earlier: str) -> tuple[Iri, Iri] | None:
    """The plans to compare, the earlier one first; None where there are no two editions of one plan."""
    known = before(seen)
    later = next((each for each in known if each == plan), None) or _newest(seen, known)
    if later is None:
        return None
    first = next((each for each in known.values() if each == earlier and between(known, each, later)), known[later])
    return first, later


def _newest(seen: View, known: dict[Iri, Iri]) -> Iri | None:
    plans = [each for each in editions(seen) if each.plan in known]
    return max(plans, key=lambda each: each.year).plan if plans else None


def _with_others(seen: View, plans: dict[Iri, Edition]) -> tuple[Edition, ...]:
    """The plans that have another edition."""
    known = before(seen)
    return tuple(each for each in plans.values() if each.plan in known or each.plan in known.values())


def _row(each: Difference) -> Row:
    side = each.later or each.earlier
    both = each.earlier is not None and each.later is not None and rt.MeaningChanged not in each.kinds
    return Row(
        iri=side.iri if side else Iri(""),
        family=each.family,
        kinds=each.kinds,
        earlier=each.earlier,
        later=each.later,
        names=each.names if both and rt.Renamed in each.kinds else (),
        texts=each.texts if both and rt.Reworded in each.kinds else (),
        evidence=each.evidence,
    )


def _has(row: Row, change: str) -> bool:
    """Whether a row is wanted: without a wish, all that is not unchanged."""
    if change in ("", ALL):
        return bool(change) or rt.Unchanged not in row.kinds
    return any(kind.local == change for kind in row.kinds)


def _places(seen: View, things: tuple[Iri, ...]) -> dict[Iri, Source]:
    return places(seen, things) if things else {}
