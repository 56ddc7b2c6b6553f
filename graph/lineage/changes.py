"""What kinds of change there are between a thing and the one that carries it on; several at once."""

from collections.abc import Iterator

from graph.lineage.folding import cut_off, same
from graph.lineage.kinds import in_order
from graph.lineage.matching import Pair
from graph.lineage.targets import target_changed
from graph.lineage.threads import Together
from ontology import rt
from ontology.iri import Iri


def changes(pair: Pair, together: Together, *, resumed: bool, number_reused: bool) -> tuple[Iri, ...]:
    """The kinds of change of a pair; rt:Unchanged where there is none. `together` tells which focus areas are the same."""
    found = set(_differing(pair))
    if pair.branch:
        found.add(pair.branch)
    if resumed:
        found.add(rt.Resumed)
    if _moved(pair, together):
        found.add(rt.Moved)
    if number_reused:
        found.add(rt.NumberReused)
    return in_order(found or {rt.Unchanged})


def _differing(pair: Pair) -> Iterator[Iri]:
    """What differs in name, words and aims. What is called by its number (an assignment) has its words for a text."""
    earlier, later = pair.earlier, pair.later
    before, after = earlier.item.edition, later.item.edition
    if renamed(pair):
        yield rt.Renamed
    text, other = _text(pair)
    if not same(text, other, before, after):
        yield rt.Reworded
    if target_changed(earlier, later):
        yield rt.TargetChanged


def renamed(pair: Pair) -> bool:
    """Whether the name differs. One that was cut off where its line ended does not."""
    earlier, later = pair.earlier, pair.later
    if earlier.titleless and later.titleless:
        return False
    if cut_off(earlier.name, later.name) or cut_off(later.name, earlier.name):
        return False
    return not same(earlier.name, later.name, earlier.item.edition, later.item.edition)


def _text(pair: Pair) -> tuple[str, str]:
    both = pair.earlier, pair.later
    if pair.earlier.titleless and pair.later.titleless:
        return both[0].name, both[1].name
    return both[0].text, both[1].text


def _moved(pair: Pair, together: Together) -> bool:
    """Whether both lie under focus areas, and none of the later one's is one of the earlier one's or carries it on."""
    ours, theirs = (
        {together.group(area) for area in each.item.linked(rt.focusArea)} for each in (pair.earlier, pair.later)
    )
    return bool(ours and theirs and not ours & theirs)
