"""A document as rows of the workbook's sheets: each thing a row, what it refers to by that row's key."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pyoxigraph import Quad

from graph.answer import Value
from graph.datapackage.names import Prefixes, natural
from graph.iris import names_in_turn
from graph.terms import spelled, value
from graph.workbook.columns import Column, Holds
from graph.workbook.forms import (
    BAR,
    NO,
    NOTHING,
    SEMICOLON,
    YES,
    Form,
    concepts,
    form_of,
    forms,
    kinds_of,
    plan_kinds,
    referred_to,
)
from graph.writer import Written
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Org, Rdf, Rdfs, Skos

Cell = str | int | Decimal | date | None
#: What is said of each thing, by predicate.
Said = Mapping[Iri, Sequence[Value]]
#: A key is a label, cut.
LONGEST_KEY = 70


@dataclass(frozen=True)
class Sheets:
    """A document as rows: the answers about the plan by fact, organisations, and for each sheet of records its rows."""

    facts: Mapping[str, Cell]
    organisations: Sequence[tuple[Cell, ...]]
    rows: Mapping[str, Sequence[tuple[Cell, ...]]]


def sheets_of(document: Written) -> Sheets:
    """All that a document states of its plan, as rows."""
    return _Sheets(document).sheets()


class _Sheets:
    """What putting one document in rows needs to know throughout."""

    def __init__(self, document: Written) -> None:
        self.document = document
        self.said = _said(document.stated)
        self.inferred = _said(document.inferred)
        self.by_form = {form.name: _in_order(self._things(form), self.said) for form in forms()}
        self.keys = {
            thing: key
            for form in forms()
            for thing, key in zip(self.by_form[form.name], keys(map(self._label, self.by_form[form.name])), strict=True)
        }
        self.referred = {each for its in self.said.values() for each in its.get(rt.reportsOn, ())}
        self.sheet_of = {thing: name for name, things in self.by_form.items() for thing in things}
        organisations = sorted(thing for thing, its in self.said.items() if rt.Organisation in its.get(Rdf.type, ()))
        self.organisations = dict(zip(organisations, keys(map(self._label, organisations)), strict=True))

    def sheets(self) -> Sheets:
        rows = {form.name: [self._row(form, thing) for thing in self.by_form[form.name]] for form in forms()}
        return Sheets(self._facts(), [self._organisation(each) for each in self.organisations], rows)

    def _things(self, form: Form) -> list[Iri]:
        classes = {kind.CLASS for kind in form.kinds}
        return [thing for thing, its in self.said.items() if classes & set(its.get(Rdf.type, ()))]

    def _label(self, thing: Iri) -> str:
        return str(self._one(thing, Rdfs.label) or thing)

    def _one(self, thing: Iri, predicate: Iri) -> Value:
        found = self.said.get(thing, {}).get(predicate, ())
        return found[0] if found else None

    def _row(self, form: Form, thing: Iri) -> tuple[Cell, ...]:
        kinds = {kind.CLASS: word for word, kind in kinds_of(form).items()}
        kind = kinds.get(Iri(str(self._one(thing, Rdf.type))), "")
        told = ((self.inferred if column.inferred else self.said).get(thing, {}) for column in form.columns)
        cells = (
            self._cell(column, its.get(column.predicate, ())) for column, its in zip(form.columns, told, strict=True)
        )
        key = self.keys[thing] if form in referred_to() or thing in self.referred else None
        return (key, *((kind,) if len(kinds) > 1 else ()), *cells)

    def _cell(self, column: Column, said: Sequence[Value]) -> Cell:
        cells = [self._spelled(column, each) for each in said]
        if not cells:
            return None
        return joined([str(cell) for cell in cells]) if column.several and len(cells) > 1 else _alone(column, cells[0])

    def _spelled(self, column: Column, said: Value) -> Cell:
        match said:
            case Iri() if column.holds is Holds.CONCEPT:
                words = {concept: word for word, concept in concepts(column.predicate).items()}
                return words.get(said) or Prefixes().short(said)
            case Iri() if column.holds is Holds.ORGANISATION:
                return self.organisations.get(said, said)
            case Iri():
                sheet = self.sheet_of.get(said, "")
                known = column.target and form_of(column.target)
                return self.keys.get(said, said) if known else f"{sheet}: {self.keys.get(said, said)}"
            case bool():
                return YES if said else NO
            case int() | Decimal() | date():
                return said
        return str(said) if said != "" else NOTHING

    def _facts(self) -> dict[str, Cell]:
        plan, region = self.document.plan, Iri(str(self._one(self.document.plan, rt.region)))
        told = self._plan(plan)
        based = self._one(plan, rt.basedOn)
        if isinstance(based, Iri):
            told |= {f"based_{name}": cell for name, cell in self._plan(based).items()}
        year = self._one(plan, rt.year)
        return told | {
            "year": _whole(year) if year != told["first"] else None,
            "code": str(self._one(region, Skos.notation) or ""),
            "region": str(self._one(region, Skos.prefLabel) or ""),
            "replaces": self.document.file_name,
        }

    def _plan(self, plan: Iri) -> dict[str, Cell]:
        kinds = {kind: word for word, kind in plan_kinds().items()}
        return {
            "kind": kinds.get(Iri(str(self._one(plan, Rdf.type)))),
            "title": str(self._one(plan, Dcterms.title)),
            "first": _whole(self._one(plan, rt.periodStart)),
            "last": _whole(self._one(plan, rt.periodEnd)),
            "organisation": self.organisations.get(Iri(str(self._one(plan, rt.organisation)))),
        }

    def _organisation(self, thing: Iri) -> tuple[Cell, ...]:
        above = self._one(thing, Org.subOrganizationOf)
        return self.organisations[thing], thing.rpartition("/")[2], self.organisations.get(Iri(str(above)), None)


def _whole(said: Value) -> int | None:
    return said if isinstance(said, int) else None


def _alone(column: Column, cell: Cell) -> Cell:
    """One thing in a cell that could hold several: where it has a sign that parts, a bar says that it is one."""
    return f"{cell} {BAR}" if column.several and isinstance(cell, str) and SEMICOLON in cell else cell


def joined(cells: Sequence[str]) -> str:
    """Several things in one cell."""
    return f" {BAR} ".join(cells) if any(SEMICOLON in cell for cell in cells) else f"{SEMICOLON} ".join(cells)


def keys(labels: Iterable[str]) -> list[str]:
    """A key for each of some labels, all different."""
    short = [label if len(label) <= LONGEST_KEY else label[:LONGEST_KEY].rpartition(" ")[0] + " …" for label in labels]
    plain = [re.sub(rf"[{SEMICOLON}{BAR}]", ",", label) for label in short]
    return [re.sub(r"-([0-9]+)\Z", r" (\1)", key) if key != label else key for key, label in _in_turn(plain)]


def _in_turn(labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each label with its name, told apart without regard to case."""
    folded = names_in_turn(label.casefold() for label in labels)
    for label, name in zip(labels, folded, strict=True):
        yield label + name[len(label.casefold()) :], label


def _said(quads: Iterable[Quad]) -> dict[Iri, dict[Iri, list[Value]]]:
    """What is said of each thing, the values of one predicate in an order of their own."""
    said: defaultdict[Iri, defaultdict[Iri, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for quad in sorted(quads, key=lambda each: natural(spelled(each.object))):
        said[Iri(spelled(quad.subject))][Iri(quad.predicate.value)].append(value(quad.object))
    return {thing: dict(its) for thing, its in said.items()}


def _in_order(things: Iterable[Iri], said: Mapping[Iri, Said]) -> list[Iri]:
    """Things in the order that the document states them in; equals (`-2`, `-3`) in the order of their numbers."""
    listed = sorted(things, key=lambda thing: (_begins(thing, said), natural(thing)))
    equal: defaultdict[str, list[Iri]] = defaultdict(list)
    for thing in sorted(listed, key=natural):
        equal[re.sub(r"-[0-9]+\Z", "", thing)].append(thing)
    turns = {base: iter(each) for base, each in equal.items()}
    return [next(turns[re.sub(r"-[0-9]+\Z", "", thing)]) for thing in listed]


def _begins(thing: Iri, said: Mapping[Iri, Said]) -> int:
    """The first sign of the first passage that states a thing."""
    passages = said.get(thing, {}).get(rt.passage, ())
    starts = (start for passage in passages for start in said.get(Iri(str(passage)), {}).get(rt.startChar, ()))
    return min((start for start in starts if isinstance(start, int)), default=0)
