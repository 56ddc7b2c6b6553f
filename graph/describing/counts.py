"""How much there is of what, counted by going over all quads once.

What several graphs state alike counts once: the whole is the union of its graphs, as it is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from graph.terms import Term, node, spelled
from ontology.iri import Iri
from ontology.vocab import Rdf

Subject = NamedNode | BlankNode | Triple
Classes = frozenset[Iri]
#: A statement's sort: the classes of its subject, its property, and the classes of its object or a literal's datatype.
Sort = tuple[Classes, str, Classes | str]
Pair = tuple[Iri, Iri]
Triad = tuple[Iri, Iri, Iri]
Graphs = Mapping[Iri, Set[Quad]]
NONE: Classes = frozenset()
TYPE = node(Rdf.type)


@dataclass(frozen=True)
class Counts:
    """How much there is.

    `entities` are the subjects under the base, `classes` how many things each has. The rest counts statements: `graphs`
    those of each, `properties` those with each, `uses` those by the class of the thing and the property, `links` by the
    class of what they lead to, too, and `texts` by the datatype of their literal.
    """

    triples: int
    subjects: int
    objects: int
    entities: int
    graphs: Mapping[Iri, int]
    classes: Mapping[Iri, int]
    properties: Mapping[Iri, int]
    uses: Mapping[Pair, int]
    links: Mapping[Triad, int]
    texts: Mapping[Triad, int]


@dataclass
class Tally:
    """What is counted on the way: statements by their sorts, objects, and subjects with their classes and first graph."""

    sorts: defaultdict[Sort, int] = field(default_factory=lambda: defaultdict(int))
    subjects: dict[Subject, tuple[Classes, Iri]] = field(default_factory=dict)
    objects: set[Term] = field(default_factory=set)


def types_in(engine: Store) -> Iterator[Quad]:
    """What says of which class things are, in all graphs of an engine."""
    return engine.quads_for_pattern(None, TYPE, None, None)


def counted(graphs: Graphs, types: Iterable[Quad], base: str) -> Counts:
    """What named graphs hold together; `types` are those of their quads that say a class, `base` begins names of entities."""
    classes = _classes(types)
    tally = _tallied(graphs, classes)
    properties, uses, links, texts = Counter[Iri](), Counter[Pair](), Counter[Triad](), Counter[Triad]()
    for (kinds, predicate, end), count in tally.sorts.items():
        used = Iri(predicate)
        properties[used] += count
        for kind in kinds:
            uses[kind, used] += count
            if isinstance(end, str):
                texts[kind, used, Iri(end)] += count
            else:
                links.update({(kind, used, other): count for other in end})
    return Counts(
        triples=properties.total(),
        subjects=len(tally.subjects),
        objects=len(tally.objects),
        entities=sum(spelled(subject).startswith(base) for subject in tally.subjects),
        graphs={graph: len(quads) for graph, quads in graphs.items() if quads},
        classes=Counter(kind for kinds in classes.values() for kind in kinds),
        properties=properties, uses=uses, links=links, texts=texts,
    )  # fmt: skip


def _classes(types: Iterable[Quad]) -> dict[Term, Classes]:
    """The classes of each thing; equal sets are one object."""
    found: defaultdict[Term, set[Iri]] = defaultdict(set)
    for quad in types:
        if isinstance(quad.object, NamedNode):
            found[quad.subject].add(Iri(quad.object.value))
    same: dict[Classes, Classes] = {}
    return {thing: same.setdefault(each := frozenset(kinds), each) for thing, kinds in found.items()}


def _tallied(graphs: Graphs, classes: Mapping[Term, Classes]) -> Tally:
    tally = Tally()
    subjects, sorts, add = tally.subjects, tally.sorts, tally.objects.add
    earlier: list[Iri] = []
    for graph, quads in graphs.items():
        for subject, predicate, object_, _ in quads:
            met = subjects.get(subject)
            if met is None:
                met = subjects[subject] = classes.get(subject, NONE), graph
            elif met[1] is not graph and _stated(subject, predicate, object_, graphs, earlier):
                continue
            end = object_.datatype.value if isinstance(object_, Literal) else classes.get(object_, NONE)
            sorts[met[0], predicate.value, end] += 1
            add(object_)
        earlier.append(graph)
    return tally


def _stated(subject: Subject, predicate: NamedNode, object_: Term, graphs: Graphs, earlier: Iterable[Iri]) -> bool:
    """Whether some graphs state this."""
    return any(Quad(subject, predicate, object_, node(graph)) in graphs[graph] for graph in earlier)
