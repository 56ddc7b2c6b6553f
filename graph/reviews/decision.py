"""One person's yes or no to one link, and all decisions together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from graph.terminal import harmless
from ontology import rt
from ontology.iri import Iri

#: What can be decided upon: the relations of suggested links, and that one edition's thing carries on another's.
RELATIONS = (rt.MeasuredBy, rt.FundedBy, rt.SameUndertaking, rt.ComparableWith, rt.ElaboratedBy, rt.continues)
#: Those that say the same both ways: the side whose name comes first is their subject.
BOTH_WAYS = frozenset({rt.ComparableWith})
#: Those that read from their object: what stands higher is elaborated by what stands lower, which is the subject.
TURNED = frozenset({rt.ElaboratedBy})
#: No text of a decision has more characters: what a spreadsheet's cell can hold.
LONGEST = 30_000
#: Subject, relation and object: what a decision is about.
Key = tuple[Iri, Iri, Iri]


def one_line(text: str) -> str:
    """A text on one line, with what would steer a terminal, or is no text at all, as escapes; cut where it is a book."""
    line = harmless(" ".join(text.split())).encode("utf-8", "backslashreplace").decode()
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def key_of(subject: Iri, relation: Iri, object: Iri) -> Key:
    """What a decision on a link is about, whichever way round it is told where both are the same."""
    if relation in BOTH_WAYS and object < subject:
        return object, relation, subject
    return subject, relation, object


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A yes (`accepted`) or no to a link; `by_hand` where nobody had suggested it.

    `confidence`, `grade`, `method` and `evidence` are the suggestion's when it was decided upon. The fingerprints are
    of both sides' words at that time, "" where those were not known. All texts are on one line.
    """

    subject: Iri
    relation: Iri
    object: Iri
    accepted: bool
    by_hand: bool = False
    subject_label: str = ""
    object_label: str = ""
    author: str = ""
    made: date | None = None
    confidence: Decimal | None = None
    comment: str = ""
    subject_fingerprint: str = ""
    object_fingerprint: str = ""
    grade: Iri | None = None
    method: str = ""
    evidence: str = ""

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.subject, self.relation, self.object

    @property
    def verdict(self) -> Iri:
        """Accepted or rejected, as the graph says it."""
        return rt.Accepted if self.accepted else rt.Rejected

    def straight(self) -> "Decision":
        """The same, with its sides in the order that its relation wants."""
        if key_of(*self.key) == self.key:
            return self
        return replace(
            self,
            subject=self.object,
            object=self.subject,
            subject_label=self.object_label,
            object_label=self.subject_label,
            subject_fingerprint=self.object_fingerprint,
            object_fingerprint=self.subject_fingerprint,
        )


@dataclass(frozen=True)
class Reviews:
    """Decisions, one on each link, in the order of what they are about."""

    decisions: tuple[Decision, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[Key, Decision]:
        """Each by what it is about."""
        return {each.key: each for each in self.decisions}

    def having(self, decisions: Iterable[Decision]) -> "Reviews":
        """These and some more, which replace those on the same links."""
        held = {**self.by_key, **{each.key: each for each in map(Decision.straight, decisions)}}
        return Reviews(tuple(held[key] for key in sorted(held)))

    def without(self, key: Key) -> "Reviews":
        """All but the one on a link."""
        return Reviews(tuple(each for each in self.decisions if each.key != key))

    def without_names(self) -> "Reviews":
        """The same without who decided and what they said of it."""
        return Reviews(tuple(replace(each, author="", comment="") for each in self.decisions))

    def __iter__(self) -> Iterator[Decision]:
        """Each in turn."""
        return iter(self.decisions)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.decisions)
