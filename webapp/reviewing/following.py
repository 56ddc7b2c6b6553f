"""The graph follows what was decided: derived anew behind the pages, which go on showing the version before."""

import logging
from dataclasses import dataclass, field
from threading import Lock, Thread

from graph.errors import GraphError, LockedStore
from graph.reviews.decision import Reviews
from graph.reviews.desk import Desk
from graph.reviews.links import Link
from graph.reviews.sides import existing
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, once_a_version

LOG = logging.getLogger(__name__)


@dataclass
class Following:
    """Whether the graph is being derived, and how it went the last time: "", "locked" or "failed"."""

    running: bool = False
    trouble: str = ""
    lock: Lock = field(default_factory=Lock)
    thread: Thread | None = None

    def begin(self, desk: Desk) -> None:
        """Have the graph derived anew, unless it is being so."""
        with self.lock:
            if not self.running:
                self.running, self.trouble = True, ""
                self.thread = Thread(target=self._derive, args=(desk,), name="derive")
                self.thread.start()

    def _derive(self, desk: Desk) -> None:
        trouble = "failed"
        try:
            desk.derive()
            trouble = ""
        except LockedStore:
            trouble = "locked"
        except GraphError:
            LOG.exception("The graph could not be derived anew")
        finally:
            self.running, self.trouble = False, trouble


@once_a_version
def _reviewed(view: View) -> dict[tuple[str, ...], Iri]:
    """What the graph itself says was decided of each link."""
    return {tuple(map(str, key)): Iri(str(review)) for *key, review in ask(view, "reviewed").rows}


def behind(view: View, reviews: Reviews, suggested: tuple[Link, ...]) -> int:
    """How many decisions the graph does not know of yet, or still does though they were taken back."""
    held, there = _reviewed(view), {link.key for link in suggested}
    made = {each.key: each.verdict for each in reviews}
    odd = {key for key in made if key[1] != rt.continues and held.get(key, rt.Unreviewed) != made[key]}
    odd |= {key for key in made if key[1] == rt.continues and (made[key] == rt.Rejected) == (key in there)}
    undone = {key for key in held if key not in made and held[key] != rt.Unreviewed}
    known = existing(view, {side for key in odd - there for side in (key[0], key[2])})
    return len(undone) + sum(1 for key in odd if key in there or {key[0], key[2]} <= known)
