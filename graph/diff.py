"""What differs between two plans that follow each other: what is new, ended, renamed, reworded, moved, aimed at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.assignments import Edition, editions
from graph.editions import before, between, there
from graph.errors import UnknownThing
from graph.lineage.kinds import ORDER, in_order
from graph.stands import COLUMNS, PLACED, Stand, stand
from graph.terms import sparql
from graph.threads import Change, changes_in
from graph.view import View
from graph.vocabulary import family
from graph.wording import Stretch, differing
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Rdfs, Skos

#: What is compared, each asked by itself: joined, the engine takes a hundred times as long.
SAID = {
    Rdf.type: f"GRAPH ?document {{ ?thing <{rt.statedIn}> $plan ; a ?value }}",
    rt.inThread: f"?thing <{rt.statedIn}> $plan ; <{rt.inThread}> ?value",
    rt.focusArea: f"?thing <{rt.statedIn}> $plan ; <{rt.focusArea}> ?area . ?area <{Rdfs.label}> ?value",
    rt.Target: f"?aim <{rt.statedIn}> $plan ; <{rt.role}> <{rt.Target}> ; <{rt.ofIndicator}> ?thing ; <{rt.asWritten}> ?value",
    **{
        said: f"?thing <{rt.statedIn}> $plan ; <{said}> ?value"
        for said in (Rdfs.label, Dcterms.title, Skos.prefLabel, Dcterms.description)
    },
}
STANDS = f"""
SELECT DISTINCT ?thing {COLUMNS} WHERE {{
  ?thing <{rt.statedIn}> $plan ; <{rt.passage}> ?passage . {PLACED} }}"""
#: The families in the order in which they are told.
FAMILIES = (rt.FocusArea, rt.Assignment, rt.Activity, rt.Goal, rt.Measure, rt.BudgetLine, rt.ControlPoint)


@dataclass(frozen=True)
class Side:
    """A thing in one of the plans: what it is called and says, where it lies, what it aims at, and where it stands."""

    iri: Iri
    kind: Iri
    label: str
    title: str
    text: str
    areas: tuple[str, ...]
    targets: tuple[str, ...]
    stands: tuple[Stand, ...]


@dataclass(frozen=True)
class Difference:
    """What became of one thing: no `earlier` for what is new, no `later` for what ended; how sure that is (0–1)."""

    family: Iri
    kinds: tuple[Iri, ...]
    earlier: Side | None
    later: Side | None
    evidence: str
    confidence: Decimal = Decimal(1)

    @property
    def names(self) -> tuple[Stretch, ...]:
        """The names, word by word."""
        return differing(self.earlier.title if self.earlier else "", self.later.title if self.later else "")

    @property
    def texts(self) -> tuple[Stretch, ...]:
        """The texts, word by word."""
        return differing(self.earlier.text if self.earlier else "", self.later.text if self.later else "")


@dataclass(frozen=True)
class Diff:
    """All differences between two plans, by family in a telling order, unchanged things too."""

    earlier: Edition
    later: Edition
    differences: tuple[Difference, ...]

    def of(self, kind: Iri) -> tuple[Difference, ...]:
        """Those in which there is a kind of change."""
        return tuple(each for each in self.differences if kind in each.kinds)


def diff(view: View, earlier: Iri, later: Iri) -> Diff:
    """What differs between two editions of one plan, whatever lies between. Raises UnknownThing where they are none."""
    plans = editions(view)
    path = between(before(view), earlier, later)
    if path is None:
        told = " and ".join(f"“{plans[each].title}” ({plans[each].organisation})" for each in (earlier, later))
        raise UnknownThing(f"{told} are no editions of one plan, the earlier one first. {there(view, plans)}")
    ours, theirs = _sides(view, earlier), _sides(view, later)
    found = [
        Difference(
            _family(ours, theirs, link),
            link.kinds,
            ours.get(link.earlier or Iri("")),
            theirs.get(link.later or Iri("")),
            link.evidence,
            link.confidence,
        )
        for link in _over(changes_in(view, path), ours, theirs)
    ]
    return Diff(plans[earlier], plans[later], tuple(sorted(found, key=_place)))


def _over(links: Iterable[Change], ours: Mapping[Iri, Side], theirs: Mapping[Iri, Side]) -> Iterator[Change]:
    """What became of the things of the one plan and whence those of the other came, over whatever lies between."""
    to, ends = defaultdict(list), {}
    for link in links:
        if link.later:
            to[link.later].append(link)
        elif link.earlier:
            ends[link.earlier] = link
    reached = set()
    for thing in theirs:
        for link in _back(thing, to, ours) or [_from_nowhere(thing, to[thing])]:
            reached.add(link.earlier)
            yield link
    for thing in ours:
        if thing not in reached:
            yield ends.get(thing) or Change(thing, thing, None, (rt.Ended,), Decimal(0), "")


def _back(thing: Iri, to: Mapping[Iri, list[Change]], ours: Mapping[Iri, Side]) -> list[Change]:
    """The ways from a thing back to the earlier plan, with the changes on the way together."""
    ways = []
    for link in to.get(thing, []):
        if link.earlier in ours:
            ways.append(link)
        elif link.earlier and rt.MeaningChanged not in link.kinds:
            ways += [
                replace(
                    way,
                    later=thing,
                    kinds=in_order({*way.kinds, *link.kinds}),
                    evidence=f"{way.evidence} {link.evidence}",
                    confidence=min(way.confidence, link.confidence),
                )
                for way in _back(link.earlier, to, ours)
            ]
    return ways


def _from_nowhere(thing: Iri, links: list[Change]) -> Change:
    """How a thing came that carries on nothing of the earlier plan: as new, or resumed from before that."""
    kinds = {kind for link in links for kind in link.kinds if link.earlier is None or rt.Resumed in link.kinds}
    told = " ".join(link.evidence for link in links if link.kinds)
    return Change(thing, None, thing, in_order(kinds or {rt.New}), Decimal(0), told)


def _family(ours: Mapping[Iri, Side], theirs: Mapping[Iri, Side], link: Change) -> Iri:
    side = theirs.get(link.later or Iri("")) or ours[link.earlier or Iri("")]
    return family(side.kind)


def _place(difference: Difference) -> tuple[object, ...]:
    """Where a difference is told: by family, then as things stand in the later plan; what has ended at the end."""
    side = difference.later or difference.earlier
    order = FAMILIES.index(difference.family) if difference.family in FAMILIES else len(FAMILIES)
    return order, difference.later is None, side.stands if side else (), ORDER.index(difference.kinds[0])


def _sides(view: View, plan: Iri) -> dict[Iri, Side]:
    """The things of a plan that have threads."""
    said: defaultdict[Iri, defaultdict[Iri, list[str]]] = defaultdict(lambda: defaultdict(list))
    for predicate, pattern in SAID.items():
        question = f"SELECT DISTINCT ?thing ?value WHERE {{ {pattern} }}".replace("$plan", sparql(plan))
        for thing, value in view.select(question).rows:
            said[Iri(str(thing))][predicate].append(str(value))
    stands: defaultdict[Iri, list[Stand]] = defaultdict(list)
    for thing, *where in view.select(STANDS.replace("$plan", sparql(plan))).rows:
        stands[Iri(str(thing))].append(stand(tuple(where)))
    return {thing: _side(thing, told, sorted(stands[thing])) for thing, told in said.items() if rt.inThread in told}


def _side(thing: Iri, said: Mapping[Iri, list[str]], stands: list[Stand]) -> Side:
    def one(*predicates: Iri) -> str:
        return next((min(said[each]) for each in predicates if said.get(each)), "")

    return Side(
        iri=thing,
        kind=Iri(one(Rdf.type)),
        label=one(Rdfs.label),
        title=one(Dcterms.title, Skos.prefLabel) or one(Rdfs.label),
        text=one(Dcterms.description),
        areas=tuple(sorted(said.get(rt.focusArea, ()))),
        targets=tuple(sorted(said.get(rt.Target, ()))),
        stands=tuple(stands),
    )
