"""Which links a person means: by their sides' names, their relation, their state, how sure they are."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from graph.errors import UnknownThing
from graph.reviews.by_hand import whole
from graph.reviews.decision import Reviews
from graph.reviews.links import Link, decided_upon, suggested
from graph.view import View
from ontology.iri import Iri

#: How many links are named where a name fits several.
SHOWN = 5


def every_link(view: View, reviews: Reviews) -> tuple[Link, ...]:
    """All links that are suggested or decided upon, the most valuable to look at first, those only decided last."""
    return decided_upon(suggested(view), reviews)


def filtered(
    found: Iterable[Link], relation: Iri | None, review: Iri | None, least: Decimal, most: Decimal
) -> tuple[Link, ...]:
    """Those of a relation, in a state, no less and no more sure than is said."""
    return tuple(
        link
        for link in found
        if relation in (None, link.relation) and review in (None, link.review) and least <= link.confidence <= most
    )


def the_link(found: Iterable[Link], subject: str, other: str, relation: Iri | None) -> Link:
    """The one link between two things, each by its IRI, its label or a part of one. Raises UnknownThing."""
    exact = [link for link in found if relation in (None, link.relation)]
    fitting = _fitting(_fitting(exact, 0, subject), 1, other)
    if not fitting:
        raise UnknownThing(
            f"No link is suggested between “{subject}” and “{other}”. `rodatraden review list` shows those there are; "
            "`rodatraden review add` makes one by hand."
        )
    if len(fitting) > 1:
        named = "\n".join(f"  {link.relation.local}: {link.subject} {link.object}" for link in fitting[:SHOWN])
        raise UnknownThing(f"{len(fitting)} links fit. Say which, by IRIs or with --relation:\n{named}")
    return fitting[0]


def _fitting(found: list[Link], side: int, name: str) -> list[Link]:
    """The links of which a side fits a name the best way that any does."""
    words = name.casefold().strip()

    def called(link: Link) -> tuple[Iri, str]:
        iri, label = ((link.subject, link.subject_label), (link.object, link.object_label))[side]
        return iri, label.casefold()

    ways: tuple[Callable[[Link], bool], ...] = (
        lambda link: called(link)[0] == whole(name),
        lambda link: called(link)[1] == words,
        lambda link: called(link)[1].startswith(words),
        lambda link: words in called(link)[1],
    )
    return next((fit for way in ways if (fit := [link for link in found if way(link)])), [])
