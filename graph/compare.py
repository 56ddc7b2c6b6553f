"""What each region's plans state on a question, side by side, and how comparable it is.

    found = compare(view, "hyrpersonal", ("19", "22"))
    found.sides[0].found, found.beside[0].grade

A region is told by its latest plans, or by those of a year. Figures are as stated; what is computed says so.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from graph.assignments import Edition, editions
from graph.comparing.beside import KINDS, Beside, Found, beside
from graph.comparing.told import figures, inhabitants
from graph.errors import UnknownThing
from graph.likeness.lexicon import stop_words
from graph.search.search import Hit, search
from graph.search.words import words
from graph.view import View
from ontology.iri import Iri

#: So many of the things found are looked at.
LOOKED_AT = 1_000


@dataclass(frozen=True)
class Side:
    """A region: its plans that were looked in, the inhabitants they reckon with by year, and what was found in them.

    `elsewhere` is how many things more its plans of other years have.
    """

    code: str
    name: str
    editions: tuple[Edition, ...]
    inhabitants: Mapping[int, Decimal]
    found: tuple[Found, ...]
    elsewhere: int

    def by_kind(self) -> Mapping[Iri, tuple[Found, ...]]:
        """What was found, by class, in the order of KINDS."""
        return {kind: those for kind in KINDS if (those := tuple(each for each in self.found if each.kind == kind))}


@dataclass(frozen=True)
class Comparison:
    """What regions state on a question."""

    question: str
    sides: tuple[Side, ...]
    beside: tuple[Beside, ...]

    @property
    def kinds(self) -> tuple[Iri, ...]:
        """The classes of what was found, in the order that they are told."""
        there = {each.kind for side in self.sides for each in side.found}
        return tuple(kind for kind in KINDS if kind in there)


def compare(view: View, question: str, regions: Collection[str] = (), year: int | None = None) -> Comparison:
    """What the regions with these county codes (all where none is given) state on a question or a word.

    In their latest plans, or in those of an edition's `year`. Raises UnknownThing for a region or year there is not.
    """
    plans = editions(view)
    looked_in = {code: _looked_in(plans.values(), code, year) for code in _codes(plans.values(), regions)}
    if year and not any(looked_in.values()):
        years = sorted({each.year for each in plans.values()})
        raise UnknownThing(f"No plan is of {year}. There are: {', '.join(map(str, years))}.")
    hits = search(view, asked(question), KINDS, LOOKED_AT).hits
    sides = tuple(_side(view, code, those, hits, plans) for code, those in looked_in.items())
    shown = [each for side in sides for each in side.found]
    return Comparison(question, sides, beside(view, shown, plans, frozenset(looked_in)))


def asked(question: str) -> str:
    """The words of a question that tell what it is about."""
    telling = [word for word in words(question) if word not in stop_words()]
    return " ".join(telling) or question


def _codes(plans: Iterable[Edition], regions: Collection[str]) -> tuple[str, ...]:
    known = sorted({plan.region for plan in plans})
    if strange := sorted(set(regions) - set(known)):
        raise UnknownThing(
            f"No plan of region {', '.join(strange)} is loaded. There are: {', '.join(known) or 'none'}."
        )
    return tuple(dict.fromkeys(regions)) or tuple(known)


def _looked_in(plans: Iterable[Edition], code: str, year: int | None) -> tuple[Edition, ...]:
    """A region's plans of a year, or its latest."""
    of_region = [plan for plan in plans if plan.region == code]
    wanted = year or max((plan.year for plan in of_region), default=0)
    return tuple(plan for plan in of_region if plan.year == wanted)


def _side(view: View, code: str, those: tuple[Edition, ...], hits: Iterable[Hit], plans: Mapping[Iri, Edition]) -> Side:
    looked_in = {plan.plan for plan in those}
    own = [hit for hit in hits if hit.plan in plans and plans[hit.plan].region == code]
    near = [hit for hit in own if hit.plan in looked_in]
    reckoned = inhabitants(view, code, plans)
    told = figures(view, [hit.iri for hit in near], reckoned)
    found = tuple(
        Found(hit.iri, hit.kind, hit.label, plans[hit.plan], hit.snippet, tuple(told.get(hit.iri, ()))) for hit in near
    )
    name = next(plan.region_name for plan in plans.values() if plan.region == code)
    return Side(code, name, those, MappingProxyType(reckoned), found, len(own) - len(near))
