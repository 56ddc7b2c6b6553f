"""Which things are shown: so many of a thing's neighbours at a time, and no more in all than one can look at."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ontology.iri import Iri
from webapp.graphs.near import Near
from webapp.graphs.wish import Wish

#: So many neighbours does a click show, so many things has a picture.
AT_A_TIME, MOST = 25, 150


@dataclass(frozen=True)
class Chosen:
    """The things shown, the one in the middle first; `hidden` are the neighbours of each that are not, by column.

    `left_out` are those that were asked for but found no room; `open` are the things whose neighbours were asked for.
    """

    things: tuple[Iri, ...]
    hidden: dict[Iri, Counter[int]]
    left_out: int
    open: frozenset[Iri]

    def more(self, thing: Iri) -> int:
        """How many neighbours of a thing are not shown."""
        return self.hidden[thing].total() if thing in self.hidden else 0


def chosen(near: Near, asked: Wish, way: Iterable[Iri] = ()) -> Chosen:
    """The things that a wish shows; those of the `way` in any case, and with a way only what is expanded besides."""
    path = tuple(way)
    shown, times = dict.fromkeys((asked.thing, *path)), asked.times
    if not path:
        times[asked.thing] += 1
    near.ask((*times, *shown))
    wanted: dict[Iri, None] = {}
    for thing in _reached(near, times, shown):
        wanted |= dict.fromkeys(near.of(thing)[: times[thing] * AT_A_TIME])
    opened = set(times)
    if asked.hops > 1 and not path:
        first = [each for each in wanted if each not in times]
        near.ask(first)
        opened |= set(first)
        for thing in first:
            wanted |= dict.fromkeys(near.of(thing)[:AT_A_TIME])
    return _cut(near, shown, wanted, frozenset(opened))


def _reached(near: Near, times: Counter[Iri], shown: Iterable[Iri]) -> list[Iri]:
    """The expanded things that hang together with what is shown, in the order in which they come into sight."""
    sight, found = list(shown), []
    for thing in sight:
        if thing in times and thing not in found:
            found.append(thing)
            sight += [each for each in near.of(thing)[: times[thing] * AT_A_TIME] if each not in sight]
    return found


def _cut(near: Near, shown: dict[Iri, None], wanted: dict[Iri, None], opened: frozenset[Iri]) -> Chosen:
    every = tuple(shown | wanted)
    things = every[:MOST]
    near.ask(things)
    there = frozenset(things)
    hidden = {thing: Counter(near.columns[other] for other in near.of(thing) if other not in there) for thing in things}
    return Chosen(things, hidden, len(every) - len(things), opened & there)
