"""What would lose its support if a thing went out of its plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.network import RESTS_ON, SORTED_UNDER, Network, Thing
from ontology.iri import Iri


@dataclass(frozen=True)
class Support:
    """What hangs on one thing.

    `resting` had nothing else to rest on (an activity its only assignment, a value its indicator), at any remove;
    `unserved` had nothing else that served or measured it (an assignment its only activity, a goal its only indicator).
    """

    thing: Thing
    resting: tuple[Thing, ...]
    unserved: tuple[Thing, ...]


def support(network: Network, name: str) -> tuple[Support, ...]:
    """What hangs on each of the things that a name fits, or on the one of an IRI. Raises UnknownThing."""
    return tuple(_support(network, thing) for thing in network.find(name))


def _support(network: Network, thing: Thing) -> Support:
    gone = _gone_with(network, thing.iri)
    unserved = {
        end
        for node in gone
        for link in RESTS_ON
        for end in network.links_from(node, {link})
        if network.links_to(end, {link}) <= gone
    }
    return Support(thing, _things(network, gone - {thing.iri}), _things(network, unserved - gone))


def _gone_with(network: Network, iri: Iri) -> set[Iri]:
    """The thing and all that has nothing left to rest on once it is gone."""
    gone, fresh = {iri}, [iri]
    while fresh:
        resting = {each for node in fresh for each in network.links_to(node, RESTS_ON | SORTED_UNDER)}
        fresh = [each for each in resting - gone if _supports(network, each) <= gone]
        gone.update(fresh)
    return gone


def _supports(network: Network, iri: Iri) -> frozenset[Iri]:
    return network.links_from(iri, RESTS_ON) or network.links_from(iri, SORTED_UNDER)


def _things(network: Network, iris: Iterable[Iri]) -> tuple[Thing, ...]:
    return tuple(sorted(map(network.thing, iris)))
