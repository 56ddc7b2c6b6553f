"""What is derived, as records: each says where it comes from, how sure it is and on what grounds.

Written like the records of what documents state: a field carries its predicate. `flat` are the plain statements that
stand beside the record, one hop away for whoever asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from graph.stretches import Triple
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

#: Changes that say that the later thing does not carry on the earlier one.
NOT_CARRIED_ON = frozenset({rt.MeaningChanged, rt.New, rt.Ended})


@dataclass(frozen=True, kw_only=True)
class Derived:
    """Anything derived that has a name of its own."""

    CLASS: ClassVar[Iri]

    iri: Iri
    label: Annotated[str, Rdfs.label]

    def flat(self) -> Iterator[Triple]:
        """The plain statements that it stands behind."""
        yield from ()


@dataclass(frozen=True, kw_only=True)
class LineageLink(Derived):
    """What became of a thing from one edition to a later one: no `earlier` for what is new, no `later` for what ended.

    Of what ended, the later plan may claim a status, in a passage of its own, and reports may speak: `reported_by`.
    """

    CLASS: ClassVar[Iri] = rt.LineageLink

    earlier: Annotated[Iri | None, rt.from_] = None
    later: Annotated[Iri | None, rt.to] = None
    changes: Annotated[tuple[Iri, ...], rt.change]
    confidence: Annotated[Decimal, rt.confidence]
    method: Annotated[str, rt.method]
    evidence: Annotated[str, rt.evidence]
    claimed_status: Annotated[Iri | None, rt.claimedStatus] = None
    claimed_in: Annotated[tuple[Iri, ...], rt.claimedIn] = ()
    reported_by: Annotated[tuple[Iri, ...], rt.reportedBy] = ()

    def flat(self) -> Iterator[Triple]:
        """That the later one continues the earlier one, where it does."""
        if self.earlier and self.later and NOT_CARRIED_ON.isdisjoint(self.changes):
            yield self.later, rt.continues, self.earlier


@dataclass(frozen=True, kw_only=True)
class Thread(Derived):
    """What lasts through editions; `first_year` and `last_year` are those of the first and last edition it stands in."""

    CLASS: ClassVar[Iri] = rt.Thread

    first_year: Annotated[int, rt.firstYear]
    last_year: Annotated[int, rt.lastYear]
    members: tuple[Iri, ...]

    def flat(self) -> Iterator[Triple]:
        """Which things it runs through."""
        for member in self.members:
            yield member, rt.inThread, self.iri


@dataclass(frozen=True, kw_only=True)
class SuggestedLink(Derived):
    """A link that no document states; `grade` tells how comparable two regions' things are."""

    CLASS: ClassVar[Iri] = rt.SuggestedLink

    subject: Annotated[Iri, rt.subject]
    object: Annotated[Iri, rt.object_]
    relation: Annotated[Iri, rt.relation]
    grade: Annotated[Iri | None, rt.grade] = None
    confidence: Annotated[Decimal, rt.confidence]
    method: Annotated[str, rt.method]
    evidence: Annotated[str, rt.evidence]
    review: Annotated[Iri, rt.review] = rt.Unreviewed

    def flat(self) -> Iterator[Triple]:
        """That the one suggests the other, unless a person said no or the two are told not to be comparable."""
        if self.review != rt.Rejected and self.grade != rt.NotComparable:
            yield self.subject, rt.suggests, self.object
