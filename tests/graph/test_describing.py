"""How much there is: counted as anyone would who has all statements before them, told as VoID, and read back."""

from collections import Counter
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from graph.derived.write import in_graph
from graph.describing.counts import Counts, counted
from graph.describing.held import Named, counts, described_in
from graph.describing.names import fragment, namespace, short
from graph.describing.void import described, graph_of
from graph.iris import BASE, Minter
from graph.memory import MemoryStore
from graph.records import Reading
from graph.terms import node
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdf, Rdfs, Void, Xsd

Make = Callable[..., Reading]
MINTER = Minter()
GRAPHS = [Iri(BASE + "document/a"), Iri(BASE + "document/b"), Iri(BASE + "graph/inference")]
THINGS = [node(BASE + "x"), node(BASE + "y"), node("urn:elsewhere"), BlankNode("b")]
KINDS = [node(rt.Activity), node(rt.PlanElement), node("urn:class-of-its-own")]
TEXTS = [Literal("1"), Literal(1), Literal("1", language="sv"), Literal("2", datatype=node(Xsd.date))]

types = st.tuples(st.sampled_from(THINGS), st.just(node(Rdf.type)), st.sampled_from([*KINDS, *THINGS[:1]]))
others = st.tuples(
    st.sampled_from(THINGS), st.sampled_from([node(rt.serves), node(Rdfs.label)]), st.sampled_from([*THINGS, *TEXTS])
)
some = st.lists(st.builds(lambda triple, graph: Quad(*triple, node(graph)), types | others, st.sampled_from(GRAPHS)))


def by_hand(quads: set[Quad]) -> Counts:
    """The same counted plainly: the union of the graphs, each question by itself."""
    triples = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    kinds: dict[object, set[Iri]] = {}
    for subject, predicate, object_ in triples:
        if predicate == node(Rdf.type) and isinstance(object_, NamedNode):
            kinds.setdefault(subject, set()).add(Iri(object_.value))
    name = lambda predicate: Iri(predicate.value)  # noqa: E731
    return Counts(
        triples=len(triples),
        subjects=len({subject for subject, _, _ in triples}),
        objects=len({object_ for _, _, object_ in triples}),
        entities=len({subject for subject, _, _ in triples if getattr(subject, "value", "").startswith(BASE)}),
        graphs=Counter(Iri(quad.graph_name.value) for quad in quads),
        classes=Counter(kind for found in kinds.values() for kind in found),
        properties=Counter(name(predicate) for _, predicate, _ in triples),
        uses=Counter((kind, name(p)) for s, p, _ in triples for kind in kinds.get(s, ())),
        links=Counter(
            (kind, name(p), other) for s, p, o in triples for kind in kinds.get(s, ()) for other in kinds.get(o, ())
        ),
        texts=Counter(
            (kind, name(p), Iri(o.datatype.value))
            for s, p, o in triples
            if isinstance(o, Literal)
            for kind in kinds.get(s, ())
        ),
    )


def graphs_of(quads: set[Quad]) -> dict[Iri, frozenset[Quad]]:
    return {graph: each for graph in GRAPHS if (each := frozenset(q for q in quads if q.graph_name == node(graph)))}


@given(some)
def test_counts_are_what_anyone_would_count(quads: list[Quad]) -> None:
    types = [quad for quad in quads if quad.predicate == node(Rdf.type)]
    assert counted(graphs_of(set(quads)), types, BASE) == by_hand(set(quads))


@given(some)
def test_a_description_says_all_that_was_counted(quads: list[Quad]) -> None:
    found, engine = by_hand(set(quads)), Store()
    engine.bulk_extend(in_graph(graph_of(MINTER), described(found, MINTER)))
    assert described_in(View(engine))
    assert counts(View(engine)) == found


@given(some)
def test_a_version_without_a_description_is_counted_in_place(quads: list[Quad]) -> None:
    engine = Store()
    engine.bulk_extend(quads)
    engine.add(Quad(THINGS[0], node(Rdf.type), node(rt.Risk), node(MINTER.graph("questions"))))  # what tells of others
    assert not described_in(View(engine))
    assert counts(View(engine)) == by_hand(set(quads))
    assert all(set(Named(engine, graph)) == each for graph, each in graphs_of(set(quads)).items())


def loaded(store: MemoryStore, *readings: Reading) -> View:
    with store.writing() as draft:
        for reading in readings:
            draft.put(reading)
    assert draft.faults == ()
    return store.view()


def test_a_version_holds_a_description_of_all_but_itself(plan: Make) -> None:
    view = loaded(MemoryStore(), plan(2031, "earlier.txt"), plan(2032, "later.txt"))
    quads = {quad for quad in view.engine if quad.graph_name != node(graph_of(MINTER))}
    assert counts(view) == by_hand(quads)


def test_a_description_follows_the_documents(plan: Make) -> None:
    store = MemoryStore()
    before = counts(loaded(store, plan(2031, "earlier.txt")))
    after = counts(loaded(store, plan(2032, "later.txt")))
    assert after.classes[rt.Activity] == 2 * before.classes[rt.Activity]
    with store.writing() as draft:
        draft.drop("later.txt")
    assert counts(store.view()) == before


def test_nothing_of_ours_is_described_as_a_thing(plan: Make) -> None:
    """What asks for things, or for what is said of a thing, meets nothing of the description."""
    view = loaded(MemoryStore(), plan())
    graph = node(graph_of(MINTER))
    told = list(view.engine.quads_for_pattern(None, None, None, graph))
    elsewhere = {quad.subject for quad in view.engine if quad.graph_name != graph}
    assert told
    assert not {quad.subject for quad in told} & elsewhere
    assert not [quad for quad in told if quad.predicate == node(Rdfs.label) or quad.predicate.value.startswith(rt.RT)]
    classes = {quad.object.value for quad in told if quad.predicate == node(Rdf.type)}
    assert classes == {Void.Dataset, Void.Linkset}
    assert not {quad.object for quad in told if str(quad.object).startswith(f"<{BASE}") and "#" not in str(quad.object)}


SIB = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX ext: <http://ldf.fi/void-ext#>
SELECT DISTINCT ?kind ?used ?other ?datatype ?label WHERE {
  { ?partition void:class ?kind ; void:propertyPartition ?use . ?use void:property ?used
    OPTIONAL { ?kind rdfs:label ?label }
    OPTIONAL { { ?use void:classPartition [ void:class ?other ] }
               UNION { ?use ext:datatypePartition [ ext:datatype ?datatype ] } } }
  UNION { ?links void:subjectsTarget [ void:class ?kind ] ; void:linkPredicate ?used ;
                 void:objectsTarget [ void:class ?other ] } }"""


def test_editors_that_read_void_find_classes_properties_and_where_they_lead(plan: Make) -> None:
    """Asked as SIB's editor asks, of any endpoint."""
    rows = set(loaded(MemoryStore(), plan()).select(SIB).rows)
    assert (rt.Activity, rt.serves, None, None, "aktivitet") in rows
    assert (rt.Activity, rt.serves, rt.Assignment, None, None) in rows
    assert (rt.Amount, rt.sek, None, Xsd.decimal, "belopp") in rows


def test_terms_have_short_names() -> None:
    assert short(rt.serves) == "rt:serves"
    assert short("urn:a:b") == "<urn:a:b>"
    assert short(rt.RT + "a/b") == f"<{rt.RT}a/b>"
    assert fragment(rt.Activity, Rdfs.label, "urn:a b") == "rt:Activity/rdfs:label/%3Curn:a%20b%3E"
    assert namespace(rt.serves) == rt.RT
    assert namespace("http://purl.org/dc/terms/title") == "http://purl.org/dc/terms/"
