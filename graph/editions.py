"""Which plans are editions of one another, and which two a person means."""

from collections.abc import Iterator, Mapping

from graph.assignments import Edition, editions
from graph.errors import UnknownThing
from graph.plans import chosen
from graph.view import View
from ontology import rt
from ontology.iri import Iri

EARLIER = f"SELECT DISTINCT ?plan ?before WHERE {{ ?plan <{rt.previousEdition}> ?before }}"


def pair_of(
    view: View, first: str, second: str, region: str | None = None, organisation: str | None = None
) -> tuple[Iri, Iri]:
    """The plans that two names mean, the earlier first: an IRI, a file name, a year or a part of a title.

    Raises UnknownThing where they mean none, or several pairs of editions.
    """
    known = before(view)
    pairs = [
        pair
        for one in _named(view, first, region, organisation)
        for other in _named(view, second, region, organisation)
        for pair in ((one, other), (other, one))
        if one != other and between(known, *pair) is not None
    ]
    pairs = list(dict.fromkeys(pairs))
    if not pairs:
        raise UnknownThing(f"No two editions of one plan fit. {there(view, editions(view))}")
    if len(pairs) > 1:
        plans = editions(view)
        told = (f"{plans[one].year} and {plans[other].year}, {plans[one].organisation}" for one, other in pairs)
        raise UnknownThing(f"Several pairs of plans fit: {'; '.join(told)}. Say more, such as the region.")
    return pairs[0]


def _named(view: View, name: str, region: str | None, organisation: str | None) -> Iterator[Iri]:
    year = int(name) if name.isascii() and name.isdigit() and len(name) == 4 else None
    for plan in chosen(view, None if year else name, year, region):
        if organisation is None or organisation.casefold() in plan.organisation.casefold():
            yield plan.plan


def there(view: View, plans: Mapping[Iri, Edition]) -> str:
    """Which editions of one plan there are, in words."""
    told = "; ".join(
        f"{plans[one].organisation} ({plans[one].region}) {plans[one].year} and {plans[other].year}"
        for other, one in before(view).items()
    )
    return f"There are: {told}." if told else "The store has no two editions of one plan."


def before(view: View) -> dict[Iri, Iri]:
    """The edition before each that has one."""
    return {Iri(str(plan)): Iri(str(earlier)) for plan, earlier in view.select(EARLIER).rows}


def between(known: Mapping[Iri, Iri], earlier: Iri, later: Iri) -> tuple[Iri, ...] | None:
    """The editions from one to another, both with it; None where the one does not come before the other."""
    path = [later]
    while path[-1] != earlier:
        if path[-1] not in known:
            return None
        path.append(known[path[-1]])
    return tuple(reversed(path)) if len(path) > 1 else None
