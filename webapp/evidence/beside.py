"""What the graph states from some passages: each record with what the document says of it and all its places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.answer import Value
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, rows
from webapp.evidence.reading import Reading, Stretch
from webapp.languages import language
from webapp.order import order
from webapp.terms import terms
from webapp.things import Link, Said

#: So many records are shown beside the text, so many values of a property; of more the number is told.
RECORDS, VALUES = 12, 6


@dataclass(frozen=True)
class Fact:
    """A property and its first values; `more` are not shown."""

    property: Iri
    values: tuple[Said, ...]
    more: int


@dataclass(frozen=True)
class Record:
    """A thing that a document states: its class, label and facts, and every passage of the document that states it."""

    iri: Iri
    kind: Iri
    label: str
    facts: tuple[Fact, ...]
    places: tuple[Stretch, ...]


@dataclass(frozen=True)
class Beside:
    """What stands beside some passages; `more` records are not shown."""

    passages: tuple[Stretch, ...]
    records: tuple[Record, ...]
    more: int
    findings: tuple[Link, ...]


def beside(view: View, document: Iri, text: Reading, passages: Sequence[Stretch]) -> Beside:
    """What is stated on some passages of a document."""
    names = tuple(each.passage for each in passages)
    if not names:
        return Beside((), (), 0, ())
    found: dict[Iri, list[tuple[Value, ...]]] = {}
    for row in ask(view, "beside", document=document, passages=names).rows:
        found.setdefault(Iri(str(row[1])), []).append(row)
    places = {each.passage: each for each in text.stretches}
    records = [_record(view, iri, told, places) for iri, told in list(found.items())[:RECORDS]]
    findings = rows(view, "beside_findings", Link, passages=names, language=language())
    return Beside(tuple(passages), tuple(records), max(0, len(found) - RECORDS), findings)


def _record(view: View, iri: Iri, told: list[tuple[Value, ...]], places: dict[Iri, Stretch]) -> Record:
    kinds = terms(view).specific({Iri(str(kind)) for _, _, kind, *_ in told})
    said: dict[Iri, dict[Value, str]] = {}
    for *_, name, value, label in told:
        said.setdefault(Iri(str(name)), {})[value] = str(label or "")
    stands = [places[each] for each in said.pop(rt.passage, {}) if isinstance(each, Iri) and each in places]
    label = str(told[0][3])
    facts = (_fact(view, name, values) for name, values in said.items() if set(map(str, values)) != {label})
    ordered = sorted(facts, key=lambda fact: order(terms(view).label(fact.property)))
    return Record(iri, kinds[0], label, tuple(ordered), tuple(sorted(stands, key=lambda each: each.start)))


def _fact(view: View, name: Iri, values: dict[Value, str]) -> Fact:
    said = sorted(_said(view, values), key=lambda each: order(each.label or str(each.value)))
    return Fact(name, tuple(said[:VALUES]), max(0, len(said) - VALUES))


def _said(view: View, values: dict[Value, str]) -> Iterable[Said]:
    for value, label in values.items():
        yield Said(value, terms(view).label(value) if terms(view).knows(value) else label, stated=True)
