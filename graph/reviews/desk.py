"""Where a person decides: a store, who decides, and what is written of each answer."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import datetime

from graph.reviews.decided import MANUAL
from graph.reviews.decision import Decision, Key, one_line
from graph.reviews.fingerprints import fingerprints
from graph.reviews.links import Link
from graph.store import PlanStore


@dataclass(frozen=True)
class Desk:
    """A store at which a person decides. Each answer is kept at once; the graph follows when it is derived anew."""

    store: PlanStore
    reviewer: str

    def decide(self, link: Link, *, accepted: bool, comment: str = "") -> Decision:
        """Say yes or no to a link; raises what `PlanStore.decide` does."""
        decision = self.decision(link, accepted=accepted, comment=comment)
        self.store.decide(lambda reviews: reviews.having([decision]))
        return decision

    def decision(self, link: Link, *, accepted: bool, comment: str = "") -> Decision:
        """A yes or no to a link as it would be kept."""
        prints = fingerprints(self.store.view(), (link.subject, link.object))
        return Decision(
            subject=link.subject,
            relation=link.relation,
            object=link.object,
            accepted=accepted,
            by_hand=link.method == MANUAL,
            subject_label=one_line(link.subject_label),
            object_label=one_line(link.object_label),
            author=one_line(self.reviewer),
            made=datetime.now().astimezone().date(),
            confidence=link.confidence,
            comment=one_line(comment),
            subject_fingerprint=prints[link.subject],
            object_fingerprint=prints[link.object],
            grade=link.grade,
            method=one_line(link.method),
            evidence=one_line(link.evidence),
        ).straight()

    def restore(self, key: Key, before: Decision | None) -> None:
        """Have the decision on a link that there was before, or none."""
        self.store.decide(lambda reviews: reviews.having([before]) if before else reviews.without(key))

    def derive(self) -> None:
        """Have the graph follow the decisions, where there is one; raises what `PlanStore.writing` does."""
        if self.store.versions():
            with self.store.writing() as draft:
                draft.renew()


def reviewer() -> str:
    """Who decides where nobody says so: git's user, else the system's; "" where neither is known."""
    return os.environ.get("GIT_AUTHOR_NAME") or _git_user() or os.environ.get("USER", "")


def _git_user() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    told = subprocess.run([git, "config", "--get", "user.name"], capture_output=True, text=True, check=False)
    return told.stdout.strip()
