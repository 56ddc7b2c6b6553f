"""What differs between two editions of a plan, with the words that came and went."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.derived.trust import LEAST
from graph.diff import Difference, Side, diff
from graph.editions import before, between
from graph.lineage.kinds import ORDER
from graph.view import View
from graph.wording import Stretch
from ontology import rt
from ontology.iri import Iri
from webapp import forms
from webapp.ask import once_a_version
from webapp.door import view
from webapp.drawing.shares import Part, shares
from webapp.editions import Edition, editions
from webapp.menu import Entry
from webapp.paging import Page, page, whole_number
from webapp.sheet import Sheet, answered, sheet
from webapp.things import Source, places

PAGE = Blueprint("differences", __name__)
MENU = (Entry("compare", 10, "differences.every", lazy_gettext("Skillnader mellan planer")),)
SHOWN = 100
#: What chooses all kinds of change, unchanged things too.
ALL = "all"
#: How wide the bars are drawn, in picture units.
WIDE = 760.0
#: Which of the colours each kind of change has.
COLOURS = {
    rt.New: 4, rt.Ended: 1, rt.Moved: 2, rt.Renamed: 3, rt.Reworded: 5, rt.TargetChanged: 8, rt.MeaningChanged: 7,
    rt.NumberReused: 7, rt.Unchanged: 6,
}  # fmt: skip


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
    confidence: Decimal

    @property
    def unsure(self) -> bool:
        """Whether the two may be other things altogether: less sure than what is trusted."""
        return self.earlier is not None and self.later is not None and self.confidence < LEAST


@dataclass(frozen=True)
class Bar:
    """A family's changes in the picture: how many of each kind, and the parts of its bar."""

    family: Iri
    counts: tuple[int, ...]
    parts: tuple[Part, ...]


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
    sure = [each for each in chosen if not each.unsure]
    shown = page(sure, whole_number(request.args.get("page"), 1), SHOWN)
    if request.args.get("format") in ("ttl", "jsonld"):
        return forms.answered(seen, shown, str)
    table = _sheet(seen, pair, family, change)
    unsure = tuple(each for each in chosen if each.unsure)
    return answered(table, lambda: _html(seen, pair, found, shown, unsure, table))


def _sheet(seen: View, pair: tuple[Iri, Iri] | None, family: str, change: str) -> Sheet:
    """The links behind what is shown: of the plan and the edition before it, with the family and the kind chosen."""
    first, later = pair or (Iri("urn:none"), Iri("urn:none"))
    return sheet(
        seen, "differences", gettext("Skillnader mellan planer"), earlier_plan=first, plan=later, change=change,
        family=family,
    )  # fmt: skip


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
    seen: View,
    pair: tuple[Iri, Iri] | None,
    found: tuple[Row, ...],
    shown: Page[Row],
    unsure: tuple[Row, ...],
    table: Sheet,
) -> str:
    plans = {each.plan: each for each in editions(seen)}
    family, change = request.args.get("family", ""), request.args.get("change", "")
    counts = Counter(kind for each in found if family in ("", each.family.local) for kind in each.kinds)
    listed = (*shown.items, *unsure)
    sides = tuple(side.iri for each in listed for side in (each.earlier, each.later) if side)
    kinds = tuple(kind for kind in ORDER if any(kind in each.kinds for each in found))
    return render_template(
        "pages/differences.html",
        shown=shown,
        unsure=unsure,
        sheet=table,
        pair=pair and tuple(map(plans.__getitem__, pair)),
        direct=pair is None or before(seen).get(pair[1]) == pair[0],
        editions=_with_others(seen, plans),
        families=tuple(dict.fromkeys(each.family for each in found)),
        counts=tuple((kind, counts[kind]) for kind in ORDER if counts[kind]),
        kinds=kinds,
        bars=_bars(found, kinds),
        colours=COLOURS,
        wide=WIDE,
        places=_places(seen, sides),
        family=family,
        change=change,
    )


def _bars(found: tuple[Row, ...], kinds: tuple[Iri, ...]) -> tuple[Bar, ...]:
    """How many changes of each kind each family has, and the bars of what is not unchanged."""
    families = tuple(dict.fromkeys(each.family for each in found))
    counts = [
        tuple(sum(kind in each.kinds for each in found if each.family == one) for kind in kinds) for one in families
    ]
    drawn = shares(
        [[0 if kind == rt.Unchanged else count for kind, count in zip(kinds, row, strict=True)] for row in counts], WIDE
    )
    return tuple(Bar(*each) for each in zip(families, counts, drawn, strict=True))


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
        confidence=each.confidence,
    )


def _has(row: Row, change: str) -> bool:
    """Whether a row is wanted: without a wish, all that is not unchanged."""
    if change in ("", ALL):
        return bool(change) or rt.Unchanged not in row.kinds
    return any(kind.local == change for kind in row.kinds)


def _places(seen: View, things: tuple[Iri, ...]) -> dict[Iri, Source]:
    return places(seen, things) if things else {}
