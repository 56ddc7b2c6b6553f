"""The threads through the years as the store has them: what became of a thing, edition by edition."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.lineage.kinds import in_order
from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

MEMBERS = f"""
SELECT DISTINCT ?member ?label ?year ?plan WHERE {{
  $thing <{rt.inThread}> ?thread . ?member <{rt.inThread}> ?thread ; <{Rdfs.label}> ?label ; <{rt.statedIn}> ?plan .
  ?plan <{rt.year}> ?year }} ORDER BY ?year ?member"""
LINKS = f"""
SELECT DISTINCT ?link ?earlier ?later ?kind ?confidence ?evidence ?passage ?report WHERE {{
  {{ SELECT DISTINCT ?link WHERE {{ $those {{ ?link <{rt.to}> ?thing }} UNION {{ ?link <{rt.from_}> ?thing }} }} }}
  ?link <{rt.change}> ?kind ; <{rt.confidence}> ?confidence ; <{rt.evidence}> ?evidence .
  OPTIONAL {{ ?link <{rt.from_}> ?earlier }} OPTIONAL {{ ?link <{rt.to}> ?later }}
  OPTIONAL {{ ?link <{rt.claimedIn}> ?passage }} OPTIONAL {{ ?link <{rt.reportedBy}> ?report }} }}"""
SINCE = f"""
SELECT DISTINCT ?thing ?first ?kind ?end WHERE {{
  VALUES ?thing {{ $things }} ?thing <{rt.inThread}> ?thread . ?thread <{rt.firstYear}> ?first .
  OPTIONAL {{ ?link <{rt.to}> ?thing . ?link <{rt.change}> ?kind }}
  OPTIONAL {{ ?end <{rt.from_}> ?thing ; <{rt.change}> <{rt.Ended}> }} }}"""


@dataclass(frozen=True)
class Change:
    """What became of a thing between two editions: no `earlier` for what is new, no `later` for what ended.

    `kinds` are the kinds of change; `passages` where the later plan says what became of what it leaves out, `reports`
    what reports say of it.
    """

    iri: Iri
    earlier: Iri | None
    later: Iri | None
    kinds: tuple[Iri, ...]
    confidence: Decimal
    evidence: str
    passages: tuple[Iri, ...] = ()
    reports: tuple[Iri, ...] = ()


@dataclass(frozen=True)
class Member:
    """A thing of a thread in one edition: how it came there, and how the thread left it, if it ended or gave way."""

    iri: Iri
    label: str
    year: int
    plan: Iri
    came: tuple[Change, ...]
    went: tuple[Change, ...]


@dataclass(frozen=True)
class Since:
    """In which year a thing's thread begins, what changed since the edition before its own, and whether it then ended."""

    first_year: int
    kinds: tuple[Iri, ...]
    ended: bool


def through_years(view: View, thing: Iri) -> tuple[Member, ...]:
    """The things of a thing's thread, the earliest first; none where its plan has no other edition."""
    rows = view.select(MEMBERS.replace("$thing", sparql(thing))).rows
    links = changes(view, [Iri(str(row[0])) for row in rows])
    came, went = defaultdict(list), defaultdict(list)
    for link in links:
        if link.later:
            came[link.later].append(link)
        if link.earlier and (not link.later or rt.MeaningChanged in link.kinds):
            went[link.earlier].append(link)
    return tuple(
        Member(iri := Iri(str(member)), str(label), int(str(year)), Iri(str(plan)), tuple(came[iri]), tuple(went[iri]))
        for member, label, year, plan in rows
    )


def changes(view: View, things: Sequence[Iri]) -> tuple[Change, ...]:
    """The links to and from some things, by name."""
    return _changes(view, f"VALUES ?thing {{ {_listed(things)} }}") if things else ()


def changes_in(view: View, plans: Iterable[Iri]) -> tuple[Change, ...]:
    """The links to and from all things of some plans, by name."""
    return _changes(view, f"VALUES ?plan {{ {_listed(plans)} }} ?thing <{rt.statedIn}> ?plan .")


def _changes(view: View, those: str) -> tuple[Change, ...]:
    gathered: defaultdict[Iri, list[tuple[object, ...]]] = defaultdict(list)
    for row in view.select(LINKS.replace("$those", those)).rows:
        gathered[Iri(str(row[0]))].append(row)
    return tuple(_change(link, rows) for link, rows in sorted(gathered.items()))


def since(view: View, things: Iterable[Iri]) -> dict[Iri, Since]:
    """Since when each of some things' threads runs; what has no thread is not among them."""
    if not (things := tuple(things)):
        return {}
    gathered: defaultdict[tuple[Iri, int, bool], set[Iri]] = defaultdict(set)
    for thing, first, kind, end in view.select(SINCE.replace("$things", _listed(things))).rows:
        gathered[Iri(str(thing)), int(str(first)), end is not None] |= {Iri(str(kind))} if kind else set()
    return {thing: Since(first, in_order(kinds), ended) for (thing, first, ended), kinds in gathered.items()}


def _change(link: Iri, rows: list[tuple[object, ...]]) -> Change:
    _, earlier, later, _, confidence, evidence, _, _ = rows[0]
    return Change(
        iri=link,
        earlier=Iri(str(earlier)) if earlier else None,
        later=Iri(str(later)) if later else None,
        kinds=in_order(Iri(str(row[3])) for row in rows),
        confidence=Decimal(str(confidence)),
        evidence=str(evidence),
        passages=_each(row[6] for row in rows),
        reports=_each(row[7] for row in rows),
    )


def _each(values: Iterable[object]) -> tuple[Iri, ...]:
    return tuple(sorted({Iri(str(value)) for value in values if value}))


def _listed(things: Iterable[Iri]) -> str:
    return " ".join(map(sparql, things))
