"""Figures of two things that are held to be comparable: those of the same year, role and unit, for a small picture."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.comparing.beside import Beside
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.drawing.pairs import Pairs, pairs
from webapp.figures.table import Figure, figures

#: Only these grades say that figures may stand beside each other.
COMPARABLE = (rt.SameMeasure, rt.Close)
#: So many years are drawn, the latest.
DRAWN = 4


@dataclass(frozen=True)
class Common:
    """A role and year that both have a figure for, in the same unit: as written, here and there."""

    role: Iri
    year: int
    here: Figure
    there: Figure


@dataclass(frozen=True)
class Drawn:
    """What a pair's picture shows, and where its bars stand."""

    common: tuple[Common, ...]
    picture: Pairs


def drawn(view: View, found: Iterable[Beside]) -> Mapping[tuple[Iri, Iri], Drawn]:
    """The pictures of pairs whose figures can stand beside each other, by their two things."""
    chosen = [each for each in found if each.grade in COMPARABLE]
    names = tuple(sorted({iri for each in chosen for iri in (each.here.iri, each.there.iri)}))
    by_owner: dict[Iri, list[Figure]] = {}
    for one in figures(view, names) if names else ():
        by_owner.setdefault(one.owner, []).append(one)
    pictures = {
        (each.here.iri, each.there.iri): _common(by_owner.get(each.here.iri, ()), by_owner.get(each.there.iri, ()))
        for each in chosen
    }
    return {
        pair: Drawn(common, pairs([(_value(one.here), _value(one.there)) for one in common]))
        for pair, common in pictures.items()
        if common
    }


def _common(here: Iterable[Figure], there: Iterable[Figure]) -> tuple[Common, ...]:
    ours, theirs = _whole(here), _whole(there)
    both = [
        Common(role, year, ours[role, year], theirs[role, year])
        for role, year in ours.keys() & theirs.keys()
        if _unit(ours[role, year]) == _unit(theirs[role, year])
    ]
    return tuple(sorted(both, key=lambda one: (-one.year, one.role))[:DRAWN])


def _whole(those: Iterable[Figure]) -> dict[tuple[Iri, int], Figure]:
    """Figures with numbers of whole years, where there is one only."""
    found: dict[tuple[Iri, int], list[Figure]] = {}
    for one in those:
        if one.year and not one.part_of_year and (one.number is not None or one.sek is not None):
            found.setdefault((one.role, one.year), []).append(one)
    return {key: figures[0] for key, figures in found.items() if len(figures) == 1}


def _unit(one: Figure) -> object:
    return "sek" if one.sek is not None else one.unit


def _value(one: Figure) -> float:
    return float(one.sek if one.sek is not None else one.number or Decimal(0))
