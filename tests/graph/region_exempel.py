"""Region Exempel: its documents, with the links across them that a person would make, instead of those that are derived."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from pyoxigraph import Store

from graph.derived.items import Item, Items
from graph.derived.reading import read_items
from graph.derived.records import LineageLink, SuggestedLink
from graph.derived.write import replace_graph
from graph.iris import Minter
from graph.memory import MemoryStore
from graph.view import View
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from ontology.iri import Iri

FOLDER = Path(__file__).parents[2] / "examples" / "region-exempel"
#: Rows of the report that have another name than what they tell of.
OTHERWISE = {
    "Inhyrd personal": "Inhyrd personal (andel av egna personalkostnader)",
    "Väntan i telefon till 1177": "Väntan i telefon till 1177 (minuter)",
    "Utredning på BUP": "Patienter som får vård inom vårdgarantin BUP Utredning (30 dagar)",
}
ALIKE = frozenset({rt.Activity, rt.Indicator, rt.ControlPoint, rt.GrantLine, rt.Goal})
#: What measures and pays the activity on agency staff in the plan of 2027.
AGENCY = "16 Fri från inhyrd personal"
MEASURED, PAID = "Inhyrd personal (andel av egna personalkostnader)", "Omställning till nära vård"


@cache
def derived() -> View:
    """What the documents state, and all that is derived of them."""
    store = MemoryStore()
    with store.writing() as draft:
        for told in find((FOLDER,)):
            if isinstance(told, Told):
                draft.put(read(told).reading)
    return store.view()


@cache
def documents(*, linked: bool) -> View:
    """What the documents state and nothing derived, or that with links by hand."""
    view, minter = View(Store()), Minter()
    view.engine.bulk_extend(derived().engine)
    items = read_items(view)
    replace_graph(view.engine, minter.graph("findings"), ())
    replace_graph(view.engine, minter.graph("lineage"), tuple(carried_on(items)) if linked else ())
    replace_graph(view.engine, minter.graph("suggestions"), tuple(suggested(items)) if linked else ())
    return view


def of(items: Items, kind: Iri, year: int = 2027) -> tuple[Item, ...]:
    """What the document of a kind and year states."""
    (found,) = [each for each in items.editions if each.kind == kind and each.year == year]
    return items.of(found)


def called(items: Items, label: str, kind: Iri = rt.ManagementPlan, year: int = 2027) -> Item:
    """The thing of a name."""
    (found,) = [item for item in of(items, kind, year) if item.label == label]
    return found


def suggested(items: Items) -> Iterator[SuggestedLink]:
    """What in the report tells of what in the plan of the same year; what measures and pays one activity."""
    named = {(item.kind, name_of(item)): item for item in of(items, rt.ManagementPlan) if item.kind in ALIKE}
    for row in of(items, rt.AnnualReport):
        item = named.get((row.kind, OTHERWISE.get(row.label, name_of(row))))
        if row.kind in ALIKE and item:
            yield link(row, item, rt.SameUndertaking, "0.9", "Samma namn.")
    activity = called(items, AGENCY)
    yield link(activity, called(items, MEASURED), rt.MeasuredBy, "0.85", "Samma tal: 2,8 %.")
    yield link(activity, called(items, PAID), rt.FundedBy, "0.75", "Gemensamt ord: omställning.")


def link(subject: Item, other: Item, relation: Iri, confidence: str, evidence: str) -> SuggestedLink:
    """A link that no document states."""
    return SuggestedLink(
        iri=Minter().suggestion(subject.iri, relation, other.iri), label=evidence, subject=subject.iri, object=other.iri,
        relation=relation, confidence=Decimal(confidence), method="by-hand", evidence=evidence,
    )  # fmt: skip


def carried_on(items: Items) -> Iterator[LineageLink]:
    """Measures of the same name in the two plans."""
    later = {item.label: item for item in of(items, rt.ManagementPlan, 2028) if item.family == rt.Measure}
    for item in of(items, rt.ManagementPlan):
        if item.family == rt.Measure and (next_one := later.get(item.label)):
            yield LineageLink(
                iri=Iri(f"{next_one.iri}/lineage"), label="", earlier=item.iri, later=next_one.iri, changes=(rt.Unchanged,),
                confidence=Decimal(1), method="by-hand", evidence="Samma namn.",
            )  # fmt: skip


def name_of(item: Item) -> str:
    """What a thing is called without its number."""
    return re.sub(r"^\S+ (?=\S)", "", item.label) if item.notation else item.label
