"""Every kind of finding has a case that it finds and one that it leaves alone, and says what it found in two languages."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store

from graph.findings.extract import extract
from graph.findings.finding import Finding
from graph.findings.findings import found
from graph.findings.kind import Kind, kinds
from graph.findings.wording import placeholders
from graph.iris import Minter
from graph.terms import node, spelled, term
from graph.view import View
from graph.vocabulary import VOCABULARY, labels, vocabulary
from ontology import rt
from ontology.rules import rules
from ontology.vocab import Dcterms, Rdf, Rdfs, Skos

CASES = Path(__file__).parents[2] / "data" / "findings"
COMMON = (CASES / "common.ttl").read_text("utf-8")
GRAPH = node("https://example.org/id/document/all")
PLAN = re.compile(r"https://example\.org/id/97/on/[^/]+/")


def view_of(text: str) -> View:
    """A view of what a case says, with what goes without saying: plans, passages, labels, and what the rules derive."""
    said = Store()
    said.load(input=(COMMON + text).encode(), format=RdfFormat.TURTLE)
    store = Store()
    store.extend(vocabulary())
    store.extend(Quad(quad.subject, quad.predicate, quad.object, GRAPH) for quad in (*said, *_implied(said)))
    for rule in rules(GRAPH.value, Minter().graph("inference"), VOCABULARY):
        store.update(rule)
    return View(store)


def _implied(said: Store) -> list[Quad]:
    implied: list[Quad] = []
    for thing in {quad.subject for quad in said if quad.predicate == node(Rdf.type)}:
        own = {quad.predicate.value: quad.object for quad in said.quads_for_pattern(thing, None, None)}
        base = PLAN.match(spelled(thing))
        if base is None or own[Rdf.type] in map(node, (rt.ManagementPlan, rt.AnnualReport, rt.Passage)):
            continue
        name = next((own[each] for each in (Rdfs.label, Dcterms.title, Skos.notation) if each in own), None)
        passage = NamedNode(f"{spelled(thing)}/passage")
        implied += [
            Quad(thing, node(rt.statedIn), NamedNode(f"{base.group()}plan"), DefaultGraph()),
            Quad(thing, node(rt.passage), passage, DefaultGraph()),
            Quad(passage, node(Rdf.type), node(rt.Passage), DefaultGraph()),
        ]
        if Rdfs.label not in own:
            role = f"{spelled(own[rt.role]).rpartition('#')[2]}: " if rt.role in own else ""
            implied.append(
                Quad(thing, node(Rdfs.label), Literal(role + spelled(name or own[rt.asWritten])), DefaultGraph())
            )
    return implied


def findings_in(kind: Kind, text: str) -> tuple[Finding, ...]:
    view = view_of(text)
    return found(view if kind.of_passages else extract(view), kind)


def case(kind: Kind, name: str) -> str:
    return (CASES / kind.name / f"{name}.ttl").read_text("utf-8")


every_kind = pytest.mark.parametrize("kind", kinds().values(), ids=kinds().keys())


def test_there_is_a_case_for_each_kind() -> None:
    assert len(kinds()) >= 47
    assert {path.name for path in CASES.iterdir() if path.is_dir()} == kinds().keys()


@every_kind
def test_a_kind_finds_its_case(kind: Kind) -> None:
    (finding, *others) = findings_in(kind, case(kind, "odd"))
    assert not others
    assert finding.fault == kind.fault
    assert finding.severity in (rt.Info, rt.Warning_, rt.Error)
    assert finding.passages
    assert finding.method == kind.name
    assert finding.iri.startswith(f"{finding.about}/finding/{kind.name}")
    assert finding.sv != finding.en
    assert "None" not in finding.sv + finding.en
    assert (finding.sv.language, finding.en.language) == ("sv", "en")


@every_kind
def test_a_kind_leaves_alone_what_is_right(kind: Kind) -> None:
    assert findings_in(kind, case(kind, "fine")) == ()


@every_kind
def test_a_kind_tells_what_it_is(kind: Kind) -> None:
    assert labels()[kind.fault].keys() == {"sv", "en"}
    assert kind.severity in (rt.Info, rt.Warning_, rt.Error)
    assert placeholders(kind.text.sv) == placeholders(kind.text.en)
    assert kind.text.sv.endswith((".", "}"))


def test_the_same_is_found_under_the_same_names() -> None:
    kind = kinds()["amount-restated"]
    assert findings_in(kind, case(kind, "odd")) == findings_in(kind, case(kind, "odd"))


@pytest.mark.parametrize(
    ("name", "sv"),
    [
        (
            "sum-differs",
            "”Summa” anger 151,5 under ”2030”, men raderna blir tillsammans 150,5 mnkr. "
            "Skillnaden är 1 mnkr; avrundning förklarar högst 0,15 mnkr.",
        ),
        ("amount-restated", "”Läkemedel” 2030 (budget) anges olika: Plan 2030: 675,4; Plan 2031: 666,6."),
        (
            "number-likely-slip",
            "U33-4 är ensamt om att börja på U33, medan 4 andra börjar på U30; troligen menas U30-4, som annars saknas.",
        ),
        ("number-missing", "Numreringen av aktiviteterna hoppar över 3–4, 6. Planen säger inte varför."),
        ("target-lowered", "Nästa års mål är svagare än det förra: Svarstid i telefon (Target: 90 % → Target: 85 %)."),
    ],
)
def test_a_finding_says(name: str, sv: str) -> None:
    kind = kinds()[name]
    (finding,) = findings_in(kind, case(kind, "odd"))
    assert finding.sv == sv


def written(number: Decimal, decimals: int) -> str:
    return f"{number:.{decimals}f}".replace(".", ",")


def budget(line: str, number: Decimal, decimals: int) -> str:
    return (
        f"a:{line} a rt:FrameLine ; dcterms:title '{line}' .\na:{line}-budget a rt:Amount ; rt:ofBudgetLine a:{line} ;"
        f" rt:role rt:Budget ; rt:year 2030 ; rt:sek {term(number * 1_000_000).value} ;"
        f" rt:asWritten '{written(number, decimals)}' .\n"
    )


@given(
    parts=st.lists(st.decimals(-5000, 5000, places=3), min_size=1, max_size=6),
    decimals=st.integers(0, 2),
    off=st.decimals("-3", "3", places=2),
)
def test_a_sum_is_odd_when_roundings_cannot_explain_it(parts: list[Decimal], decimals: int, off: Decimal) -> None:
    step = Decimal(10) ** -decimals
    printed = [part.quantize(step) for part in parts]
    total = (sum(parts, Decimal(0)) + off).quantize(step)
    text = "".join(budget(f"part{number}", part, decimals) for number, part in enumerate(printed))
    text += budget("total", total, decimals)
    text += f"a:total rt:isTotal true ; rt:sumOf {', '.join(f'a:part{number}' for number in range(len(printed)))} .\n"
    told = findings_in(kinds()["sum-differs"], text)
    # What the last digit stands for cannot be told where all is nought.
    room = step * (len(printed) + 1) / 2 if any((*printed, total)) else 0
    assert bool(told) == (abs(total - sum(printed, Decimal(0))) > room)
