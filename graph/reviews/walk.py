"""The way through suggestions, one after the other: yes, no, later, and back again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.reviews.decision import Decision
from graph.reviews.desk import Desk
from graph.reviews.links import Link


@dataclass
class Walk:
    """Where a person stands among the links to decide upon. `done` are the answers that can be taken back."""

    desk: Desk
    links: Sequence[Link]
    at: int = 0
    comment: str = ""
    done: list[tuple[int, Decision | None]] = field(default_factory=list)

    @property
    def link(self) -> Link | None:
        """The one to decide upon; None at the end."""
        return self.links[self.at] if self.at < len(self.links) else None

    def decide(self, link: Link, *, accepted: bool) -> None:
        """Say yes or no and go on; raises what `Desk.decide` does, and then nothing has changed."""
        before = self.desk.store.reviews().by_key.get(link.key)
        self.desk.decide(link, accepted=accepted, comment=self.comment)
        self.done.append((self.at, before))
        self.go_on()

    def go_on(self) -> None:
        """Leave this one as it is."""
        self.at, self.comment = self.at + 1, ""

    def undo(self) -> bool:
        """Go back to the last one that was answered, as it was before; whether there is any."""
        if not self.done:
            return False
        at, before = self.done[-1]
        self.desk.restore(self.links[at].key, before)
        self.done.pop()
        self.at, self.comment = at, ""
        return True
