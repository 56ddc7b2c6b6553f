"""Two persons' decisions made one: where both say the same it is kept once, where they differ a person has to choose."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.reviews.decision import Decision, Reviews

MINE, THEIRS, NEWEST = PREFERENCES = ("mine", "theirs", "newest")


@dataclass(frozen=True)
class Conflict:
    """Two decisions on one link that differ."""

    mine: Decision
    theirs: Decision

    def resolved(self, prefer: str | None) -> Decision | None:
        """The one that is preferred; None where none is, or where the newest is wanted and both are of one day."""
        match prefer:
            case "mine":
                return self.mine
            case "theirs":
                return self.theirs
            case "newest" if _day(self.mine) != _day(self.theirs):
                return max(self.mine, self.theirs, key=_day)
        return None


@dataclass(frozen=True)
class Merged:
    """All that two agree on, alone or together, and what was preferred; `conflicts` are still to be resolved."""

    reviews: Reviews
    conflicts: tuple[Conflict, ...]


def merge(mine: Reviews, theirs: Reviews, prefer: str | None = None) -> Merged:
    """Both persons' decisions; of those that conflict, the one that is preferred (one of PREFERENCES)."""
    conflicts: list[Conflict] = []
    agreed: list[Decision] = []
    for ours, other in _pairs(mine, theirs):
        if ours.accepted == other.accepted:
            agreed.append(_both(ours, other))
        elif chosen := (conflict := Conflict(ours, other)).resolved(prefer):
            agreed.append(chosen)
        else:
            conflicts.append(conflict)
    open_ = {conflict.mine.key for conflict in conflicts}
    alone = [each for side in (mine, theirs) for each in side if each.key not in open_]
    return Merged(Reviews().having([*alone, *agreed]), tuple(conflicts))


def _pairs(mine: Reviews, theirs: Reviews) -> Iterator[tuple[Decision, Decision]]:
    return ((each, theirs.by_key[each.key]) for each in mine if each.key in theirs.by_key)


def _both(one: Decision, other: Decision) -> Decision:
    """Two that say the same: the later, with both persons' names and comments, whichever comes first."""
    if one == other:
        return one
    first, last = sorted((one, other), key=lambda each: (_day(each), str(each)))
    authors = {name for each in (first, last) for name in each.author.split("|") if name}
    return replace(last, author="|".join(sorted(authors)), comment=_comments(first.comment, last.comment))


def _comments(first: str, last: str) -> str:
    if first in last:
        return last
    return first if last in first else f"{first} | {last}"


def _day(decision: Decision) -> date:
    return decision.made or date.min
