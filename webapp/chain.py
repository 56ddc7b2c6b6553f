"""An assignment's chain as a page shows it: hop by hop, what holds as stated and what only by suggestion, where it breaks."""

from dataclasses import dataclass

from graph.chains.chain import Hold, Hop, surest
from graph.view import View
from ontology.iri import Iri
from webapp.threads import chains

#: So many of what a hop leads to are listed.
LISTED = 5


@dataclass(frozen=True)
class ShownHop:
    """A hop: how many things it leads to as stated, and what it leads to by suggestion; activities are listed elsewhere."""

    hop: Hop
    stated: int
    suggested: tuple[Hold, ...]
    listed: tuple[Hold, ...]


@dataclass(frozen=True)
class ShownChain:
    """A chain: `broken` is the hop at which even the longest breaks with suggestions counted in, None where one holds."""

    hops: tuple[ShownHop, ...]
    broken: Hop | None
    broken_as_stated: Hop | None


def chain(view: View, assignment: Iri) -> ShownChain | None:
    """The chain of an assignment; None for what is not stated by any plan."""
    known = chains(view)
    item = known.items.by_iri.get(assignment)
    found = next((each for each in known.of(item.edition) if each.assignment is item), None) if item else None
    if found is None:
        return None
    hops = []
    for hop in Hop:
        held = surest(hold for limb in found.limbs for hold in limb.held(hop))
        shown = () if hop is Hop.ACTIVITY else held[:LISTED]
        hops.append(ShownHop(hop, sum(each.stated for each in held), tuple(e for e in held if not e.stated), shown))
    return ShownChain(tuple(hops), found.broken(stated=False), found.broken(stated=True))
