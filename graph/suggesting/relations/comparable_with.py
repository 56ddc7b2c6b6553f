"""What in one region's plans is comparable with what in another's, how nearly, and why not where it only looks so."""

from collections.abc import Iterator

from graph.comparing.choosing import Chosen
from graph.comparing.comparing import Comparing
from graph.derived.items import Items
from graph.likeness import Likeness
from graph.suggesting.suggestion import Relation, Suggestion, confidence, cut
from ontology import rt

#: So many shared words are quoted.
QUOTED = 4


def suggest(items: Items, likeness: Likeness) -> Iterator[Suggestion]:
    """The links between things of different regions; the thing whose name sorts first is the subject."""
    yield from map(_suggestion, Comparing(items, likeness).chosen())


def _suggestion(each: Chosen) -> Suggestion:
    verdict = each.verdict
    return Suggestion(
        subject=verdict.pair.here.iri,
        object=verdict.pair.there.iri,
        relation=rt.ComparableWith,
        grade=verdict.grade,
        confidence=confidence(each.likely),
        method=verdict.method,
        evidence=cut(_evidence(each)),
    )


def _evidence(each: Chosen) -> str:
    """What keeps two things apart, the theme and the words they share."""
    verdict = each.verdict
    themes = ", ".join(theme for theme, _ in verdict.pair.themes[:2])
    words = ", ".join(shared.written for shared in verdict.pair.alike.shared[:QUOTED])
    told = (
        verdict.apart,
        f"Samma ämne: {themes}" if themes else "",
        f"Gemensamma ord: {words}" if words else "",
    )
    return " ".join(f"{text}." for text in told if text)


RELATION = Relation(rt.ComparableWith, suggest)
