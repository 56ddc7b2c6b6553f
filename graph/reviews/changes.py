"""What becomes of decisions where several persons decide at once: nobody writes over what they have not seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from graph.errors import Overtaken
from graph.reviews.decision import Decision, Key, Reviews
from graph.store import PlanStore

LENGTH = 16


@dataclass(frozen=True)
class Change:
    """The decision on a link before and after somebody decided; None where there was none or is none."""

    key: Key
    before: Decision | None
    after: Decision | None


def stamp(decision: Decision | None) -> str:
    """A short sum of a decision, to tell whether it is still the one that was seen; "" for none."""
    return sha256(repr(decision).encode()).hexdigest()[:LENGTH] if decision else ""


def keep(store: PlanStore, decisions: Iterable[Decision], about: Key, seen: str) -> tuple[Change, ...]:
    """Keep some decisions together; `seen` is the stamp of what the person saw decided of the link `about`.

    Raises Overtaken where something else is decided of it now, and what `PlanStore.decide` does.
    """
    made, changes = tuple(decisions), list[Change]()

    def having(reviews: Reviews) -> Reviews:
        if stamp(reviews.by_key.get(about)) != seen:
            raise Overtaken("Someone else has decided upon this link meanwhile.")
        changes[:] = [Change(each.key, reviews.by_key.get(each.key), each) for each in made]
        return reviews.having(made)

    store.decide(having)
    return tuple(changes)


def take_back(store: PlanStore, changes: Iterable[Change]) -> None:
    """Have all as it was before some changes; raises Overtaken where someone has decided since, else as `keep` does."""
    done = tuple(changes)

    def without(reviews: Reviews) -> Reviews:
        for each in done:
            if reviews.by_key.get(each.key) != each.after:
                raise Overtaken("Someone else has decided upon this link since.")
            reviews = reviews.having([each.before]) if each.before else reviews.without(each.key)
        return reviews

    store.decide(without)
