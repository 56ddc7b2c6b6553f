"""What money is believed to pay for: what a person confirmed, what is only suggested, and what nobody knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import rows
from webapp.wishes import with_suggested


@dataclass(frozen=True)
class Paid:
    """A thing that a budget line is believed to pay for; how much of the line goes to it nobody tells."""

    thing: Iri
    subject: Iri
    subject_label: str | None
    link: Iri
    confidence: Decimal
    evidence: str
    review: Iri

    @property
    def certain(self) -> bool:
        """Whether a person confirmed it."""
        return self.review == rt.Accepted


@dataclass(frozen=True)
class Funding:
    """What a line pays for: `certain` confirmed by a person, `suggested` by no one; with neither it is unknown."""

    certain: tuple[Paid, ...] = ()
    suggested: tuple[Paid, ...] = ()


NOTHING = Funding()


def funding(view: View, lines: tuple[Iri, ...]) -> Mapping[Iri, Funding]:
    """What some lines pay for; those of which nothing is known are not among them. Without suggestions if none are wished."""
    found: dict[Iri, dict[Iri, Paid]] = {}
    for each in rows(view, "budget_funding", Paid, things=lines) if lines else ():
        if each.certain or with_suggested():
            found.setdefault(each.thing, {}).setdefault(each.link, each)
    return {
        line: Funding(
            tuple(each for each in those.values() if each.certain),
            tuple(each for each in those.values() if not each.certain),
        )
        for line, those in found.items()
    }
