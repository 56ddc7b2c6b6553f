"""Things that are no longer there: what older versions of a store, which never change, still tell of a name."""

from dataclasses import dataclass

from graph.errors import StoreError
from graph.store import PlanStore
from graph.terms import sparql
from graph.versions import Version
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdf, Rdfs

TOLD = f"""
SELECT DISTINCT ?label ?kind ?member WHERE {{{{
  {{thing}} <{Rdf.type}> ?kind .
  OPTIONAL {{{{ {{thing}} <{Rdfs.label}> ?label }}}}
  OPTIONAL {{{{ {{thing}} <{rt.inThread}> ?thread . ?member <{rt.inThread}> ?thread }}}} }}}}"""
CARRIED_ON = f"""
SELECT DISTINCT ?thing ?label ?year WHERE {{{{
  VALUES ?member {{{{ {{members}} }}}}
  {{{{ ?member <{Rdfs.label}> ?own BIND(?member AS ?thing) }}}} UNION {{{{ ?member <{rt.inThread}>/^<{rt.inThread}> ?thing }}}}
  ?thing <{Rdfs.label}> ?label ; <{rt.statedIn}>/<{rt.year}> ?year }}}} ORDER BY DESC(?year) ?thing LIMIT 1"""
CALLED = f"""
SELECT DISTINCT ?thing ?label ?year WHERE {{{{
  BIND({{label}} AS ?label) ?thing <{Rdfs.label}> ?label ; <{Rdf.type}> {{kind}} ; <{rt.statedIn}>/<{rt.year}> ?year
}}}} ORDER BY DESC(?year) ?thing LIMIT 1"""


@dataclass(frozen=True)
class Now:
    """What is there in place of something: its name, what it is called, its edition, and whether a thread led there.

    Where none did, it is only called the same.
    """

    iri: Iri
    label: str
    year: int
    by_thread: bool


@dataclass(frozen=True)
class Earlier:
    """A thing that an older version has: the newest such version, what it was called, and what is there now, if anything."""

    version: Version
    label: str
    now: Now | None


def earlier(store: PlanStore, thing: Iri) -> Earlier | None:
    """What the newest of the older versions that has a thing tells of it; None where none has."""
    kept = store.versions()
    current = next((each.number for each in kept if each.current), 0)
    for version in reversed([each for each in kept if each.number < current]):
        try:
            rows = store.at(version.number).select(TOLD.format(thing=sparql(thing))).rows
        except StoreError:  # removed meanwhile, or broken: the others may still tell
            continue
        if rows:
            label = next((str(row[0]) for row in rows if row[0] is not None), thing.local)
            kinds = {Iri(str(row[1])) for row in rows}
            members = {Iri(str(row[2])) for row in rows if row[2] is not None}
            return Earlier(version, label, _now(store.view(), label, kinds, members))
    return None


def _now(view: View, label: str, kinds: set[Iri], members: set[Iri]) -> Now | None:
    """The newest edition of its thread; else the newest thing of its kinds that is called the same."""
    if members:
        rows = view.select(CARRIED_ON.format(members=" ".join(map(sparql, sorted(members))))).rows
        if rows:
            return _read(rows[0], by_thread=True)
    for kind in sorted(kinds):
        if rows := view.select(CALLED.format(label=sparql(label), kind=sparql(kind))).rows:
            return _read(rows[0], by_thread=False)
    return None


def _read(row: tuple[object, ...], *, by_thread: bool) -> Now:
    thing, label, year = row
    return Now(Iri(str(thing)), str(label), int(str(year)), by_thread)
