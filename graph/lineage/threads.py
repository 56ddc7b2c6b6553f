"""What hangs together through all editions: each thing with all that it continues or that continues it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.derived.items import Item
from graph.derived.records import Thread
from graph.stretches import Triple
from ontology import rt
from ontology.iri import Iri


class Together:
    """Things in groups that grow together (union-find)."""

    def __init__(self) -> None:
        """Begin with everything by itself."""
        self._over: dict[Iri, Iri] = {}

    def group(self, thing: Iri) -> Iri:
        """What stands for the group of a thing."""
        over = self._over.setdefault(thing, thing)
        while over != self._over[over]:
            over = self._over[over] = self._over[self._over[over]]
        self._over[thing] = over
        return over

    def join(self, first: Iri, second: Iri) -> None:
        """Make one group of two."""
        self._over[self.group(first)] = self.group(second)


def threads(things: Iterable[Item], together: Together) -> Iterator[Thread]:
    """A thread for every lasting thing, one that stands in a single edition too; named after the first it runs through."""
    members: defaultdict[Iri, list[Item]] = defaultdict(list)
    for item in things:
        members[together.group(item.iri)].append(item)
    for each in members.values():
        ordered = sorted(each, key=lambda item: (item.edition.year, item.line, item.iri))
        yield Thread(
            iri=Iri(f"{ordered[0].iri}/thread"),
            label=ordered[-1].label,
            first_year=ordered[0].edition.year,
            last_year=ordered[-1].edition.year,
            members=tuple(item.iri for item in ordered),
        )


def through(continues: Mapping[Iri, Iterable[Iri]]) -> Iterator[Triple]:
    """All that each thing continues in one step or several, given what it continues directly."""
    reached: dict[Iri, dict[Iri, None]] = {}
    for later, earlier in continues.items():  # the earliest first: what they continue is known already
        reached[later] = {far: None for each in earlier for far in (each, *reached.get(each, ()))}
        for each in reached[later]:
            yield later, rt.continuesThrough, each
