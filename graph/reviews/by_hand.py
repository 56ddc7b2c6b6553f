"""Links that a person makes: between two things that are there, of the kinds that the relation is between."""

from decimal import Decimal

from graph.derived.items import PARTS
from graph.errors import UnknownThing
from graph.iris import BASE
from graph.network import Network, Thing
from graph.reviews.decided import MANUAL
from graph.reviews.links import Link
from graph.terms import sparql
from graph.view import View
from graph.vocabulary import family
from ontology import rt
from ontology.iri import Iri

#: What a link's object must be of; other relations hold between many kinds.
OBJECTS = {rt.MeasuredBy: rt.Measure, rt.FundedBy: rt.BudgetLine}
#: How many things are named where a name fits several.
SHOWN = 5


def link_by_hand(
    view: View, subject: str, other: str, relation: Iri, grade: Iri | None = None, evidence: str = ""
) -> Link:
    """The link between the two things that names mean, not yet decided upon.

    Raises UnknownThing where a name means nothing or several things, or something that cannot be linked so.
    """
    network = Network(view)
    return link_between(view, _the_thing(network, subject), _the_thing(network, other), relation, grade, evidence)


def link_between(view: View, from_: Thing, to: Thing, relation: Iri, grade: Iri | None, evidence: str) -> Link:
    """The link between two things, not yet decided upon; raises UnknownThing where they cannot be linked so."""
    for thing in (from_, to):
        if thing.kind in PARTS:
            raise UnknownThing(f"“{thing.label}” is of something else. Link what it is of.")
    if from_ == to:
        raise UnknownThing(f"Both are {from_.iri}: a thing is not linked to itself.")
    needed = OBJECTS.get(relation)
    if needed and family(to.kind) != needed:
        raise UnknownThing(
            f"“{to.label}” is of {to.kind.local}. {relation.local} leads to what is of {needed.local}: "
            f"turn the two around if “{from_.label}” is such."
        )
    if relation == rt.continues and (from_.kind != to.kind or _year(view, from_.iri) <= _year(view, to.iri)):
        raise UnknownThing("Only a thing of a later edition carries on one of an earlier edition, of the same class.")
    return Link(from_.iri, relation, to.iri, from_.label, to.label, grade, Decimal(1), MANUAL, evidence, rt.Unreviewed)


def _year(view: View, thing: Iri) -> int:
    """The edition of the plan that states a thing."""
    rows = view.select(f"SELECT ?year WHERE {{ {sparql(thing)} <{rt.statedIn}> ?plan . ?plan <{rt.year}> ?year }}").rows
    return int(str(rows[0][0])) if rows else 0


def whole(name: str) -> str:
    """A name, with `id:` at its beginning spelled out."""
    return BASE + name.removeprefix("id:") if name.startswith("id:") else name


def _the_thing(network: Network, name: str) -> Thing:
    found = network.find(whole(name))
    if len(found) > 1:
        named = "\n".join(f"  {thing.kind.local} {thing.label}: {thing.iri}" for thing in found[:SHOWN])
        raise UnknownThing(f"“{name}” fits {len(found)} things. Say which, by its IRI:\n{named}")
    return found[0]
