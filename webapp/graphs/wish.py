"""What a reader wishes to see of the graph: all of it stands in the address."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request, url_for

from graph.iris import BASE
from ontology.iri import Iri
from ontology.rt import RT
from webapp.addresses import thing_at
from webapp.graphs.columns import COLUMNS
from webapp.graphs.links import SUGGESTED, offered
from webapp.search import LONGEST
from webapp.wishes import with_suggested

#: So many things may be expanded in an address.
MOST_EXPANDED = 40
#: Of what is spelled out in a filter: the columns and the links that there are.
KEYS = frozenset(column.key for column in COLUMNS)


@dataclass(frozen=True)
class Wish:
    """What is wished: the thing in the middle, what is expanded how often, hops, the way's other end, and the filters.

    `to` is a name, a printed number or words; no `kinds` or `relations` mean all.
    """

    thing: Iri
    expanded: tuple[Iri, ...]
    hops: int
    to: str
    kinds: frozenset[str]
    relations: frozenset[Iri]
    suggested: bool

    @property
    def times(self) -> Counter[Iri]:
        """How often each thing is expanded beyond what is shown at first."""
        return Counter(self.expanded)


def iri_in(text: str) -> Iri | None:
    """The name that an address gives, whole or without what all names begin with; None where it is none."""
    return thing_at(text.removeprefix(BASE))


def wish(thing: Iri) -> Wish:
    """The wish that the request's address tells, around a thing."""
    expanded = (iri_in(each) for each in request.args.getlist("expanded")[:MOST_EXPANDED])
    known = {relation.removeprefix(RT): relation for relation in offered()}
    return Wish(
        thing=thing,
        expanded=tuple(each for each in expanded if each),
        hops=2 if request.args.get("hops") == "2" else 1,
        to=request.args.get("to", "")[: LONGEST * 2].strip(),
        kinds=KEYS.intersection(request.args.getlist("kind")),
        relations=frozenset(known[each] for each in request.args.getlist("relation") if each in known),
        suggested=with_suggested(),
    )


def short(iri: Iri) -> str:
    """A name as addresses of the picture give it."""
    return iri.removeprefix(BASE)


def picture_address(asked: Wish, **changes: object) -> str:
    """The address of a picture: as the wish says, but for some changes (fields of Wish; `at` is a place on the page)."""
    at = changes.pop("at", "bild")
    told = {**asked.__dict__, **changes}
    pairs = [("thing", short(told["thing"]))]
    pairs += [("expanded", short(each)) for each in told["expanded"]]
    pairs += [("hops", "2")] if told["hops"] == 2 else []
    pairs += [("to", short(told["to"]))] if told["to"] else []
    pairs += [("kind", each) for each in sorted(told["kinds"])]
    pairs += [("relation", each.removeprefix(RT)) for each in sorted(told["relations"])]
    pairs += [] if told["suggested"] else [("suggested", "no")]
    return f"{url_for('graph.page')}?{urlencode(pairs, safe='/:,')}#{at}"


def suggestions_followed(asked: Wish) -> tuple[Iri, ...]:
    """The suggested links that are looked at."""
    return SUGGESTED if asked.suggested else ()
