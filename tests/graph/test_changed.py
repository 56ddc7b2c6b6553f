"""What changed between two versions, held against all quads of both."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.changed import Changed, How, between, changed, read, written
from graph.memory import MemoryStore
from graph.records import Reading
from graph.store import DirectoryStore
from graph.sums import sums
from ontology import rt
from ontology.vocab import Rdf, Rdfs

BASE = "https://w3id.org/rodatraden/id/"
NAMES = st.sampled_from([NamedNode(f"{BASE}x/{name}") for name in "abc"])
SAID = st.sampled_from([NamedNode(Rdfs.label), NamedNode(rt.passage), NamedNode(rt.table)])
GRAPHS = st.sampled_from([NamedNode(f"{BASE}document/{name}") for name in "pq"])
TYPED = st.builds(lambda thing, graph: Quad(thing, NamedNode(Rdf.type), NamedNode(rt.Activity), graph), NAMES, GRAPHS)
OTHERS = st.builds(
    lambda *parts: Quad(parts[0], parts[1], Literal(parts[2]), parts[3]), NAMES, SAID, st.sampled_from("xy"), GRAPHS
)
QUADS = st.sets(TYPED | OTHERS, max_size=12)


def engine(quads: set[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


@given(QUADS, QUADS)
def test_statements_are_counted_as_sets_differ(one: set[Quad], other: set[Quad]) -> None:
    found = changed(engine(one), engine(other))
    assert sum(each.added for each in found.graphs) == len(other - one)
    assert sum(each.removed for each in found.graphs) == len(one - other)
    assert (found.before, found.after) == (len(one), len(other))
    assert {each.graph for each in found.graphs} == {quad.graph_name.value for quad in one ^ other}


@given(QUADS, QUADS)
def test_what_came_one_way_went_the_other(one: set[Quad], other: set[Quad]) -> None:
    there, back = changed(engine(one), engine(other)), changed(engine(other), engine(one))
    turned = {How.CAME: How.WENT, How.WENT: How.CAME, How.CHANGED: How.CHANGED, How.MOVED: How.MOVED}
    assert {(each.iri, each.how) for each in there.things} == {(each.iri, turned[each.how]) for each in back.things}
    assert {each.iri for each in there.things if each.how is How.CAME} == things(other) - things(one)


def things(quads: set[Quad]) -> set[str]:
    return {quad.subject.value for quad in quads if quad.predicate.value == Rdf.type}


@given(QUADS)
def test_graphs_that_differ_have_other_sums(quads: set[Quad]) -> None:
    for quad in quads:
        assert sums(engine(quads)) != sums(engine(quads - {quad}))


def kinds(found: Changed, how: How) -> dict[str, int]:
    return {kind.local: counts[how] for kind, counts in found.kinds.items() if counts[how]}


def test_a_document_that_comes_and_goes(plan: Callable[..., Reading]) -> None:
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
    with store.writing() as draft:
        draft.put(plan(2034, "sjovik-2034.txt"))
    found = between(store.at(1), store.at(2))
    (document,) = [each for each in found.graphs if each.file]
    assert (document.how, document.before, document.removed) == (How.CAME, 0, 0)
    assert document.added == document.after > 0
    assert kinds(found, How.CAME)["Activity"] == 1
    assert "Activity" not in kinds(found, How.CHANGED)
    back = between(store.at(2), store.at(1))
    assert kinds(back, How.WENT) == kinds(found, How.CAME)
    assert between(store.at(2), store.at(2)) == Changed(found.after, found.after, (), ())
    assert read(written(found)) == found


def test_versions_on_disk_are_compared_alike(plan: Callable[..., Reading], tmp_path: Path) -> None:
    store = DirectoryStore(tmp_path / "store")
    for year in (2026, 2030):
        with store.writing() as draft:
            draft.put(plan(year, f"sjovik-{year}.txt"))
    memory = MemoryStore()
    for year in (2026, 2030):
        with memory.writing() as draft:
            draft.put(plan(year, f"sjovik-{year}.txt"))
    assert between(store.at(1), store.at(2)) == between(memory.at(1), memory.at(2))
    assert (
        sums(store.at(1).engine)[f"{BASE}document/sjovik-2026"]
        == sums(store.at(2).engine)[f"{BASE}document/sjovik-2026"]
    )
