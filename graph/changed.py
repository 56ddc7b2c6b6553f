"""What changed from one version to another: documents, things by kind, statements by graph.

Graphs that are alike by their sums are passed over; of the others only short marks of their statements are held, one
graph at a time. Run as a module: `python -m graph.changed GRAPH GRAPH FILE` compares two closed RocksDB directories.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from graph.collector import paused
from graph.made import alone
from graph.sums import Sum, sums
from graph.terms import node
from graph.view import StoredDocument, View, documents_in
from ontology import rt
from ontology.iri import Iri
from ontology.rt import RT
from ontology.vocab import Rdf, Rdfs

#: Kinds that are no news by themselves: how things are found in documents.
PLACES = frozenset({rt.Passage, rt.Document})
#: What is said anew where a thing only stands elsewhere in its document.
WHERE = frozenset({rt.passage})
#: What the name of the graph that says of each thing all that it is ends in.
INFERRED = "/graph/inference"
Subject = NamedNode | BlankNode


class How(Enum):
    """What became of something."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class ChangedGraph:
    """A graph whose statements are not the same: how many there were, are, came and went; `file` where it is a document's."""

    graph: Iri
    before: int
    after: int
    added: int
    removed: int
    file: str | None
    how: How
    same_file: bool


@dataclass(frozen=True)
class ChangedThing:
    """A thing that came, went, changed, or only stands elsewhere (`MOVED`), and in which graph."""

    iri: Iri
    label: str
    kind: Iri
    how: How
    graph: Iri


@dataclass(frozen=True)
class Changed:
    """All that changed; `before` and `after` are how many statements there were and are."""

    before: int
    after: int
    graphs: tuple[ChangedGraph, ...]
    things: tuple[ChangedThing, ...]

    @property
    def kinds(self) -> dict[Iri, Counter[How]]:
        """How many things of each kind came, went, changed and moved."""
        found: defaultdict[Iri, Counter[How]] = defaultdict(Counter)
        for thing in self.things:
            found[thing.kind][thing.how] += 1
        return dict(found)


def changed(old: Store, new: Store) -> Changed:
    """What changed from one engine's version to another's."""
    before, after = sums(old), sums(new)
    differing = [graph for graph in sorted({*before, *after}) if before.get(graph) != after.get(graph)]
    files = {each.document: each for engine in (old, new) for each in documents_in(engine)}
    olds = {each.document: each for each in documents_in(old)}
    graphs, things = [], {}
    for graph in differing:
        difference = _Difference(old, new, graph)
        if not difference:
            continue
        file = files.get(Iri(graph))
        graphs.append(_graph(graph, before, after, difference, file, olds.get(Iri(graph))))
        things.update({each.iri: each for each in difference.things()})
    return Changed(_all(before), _all(after), tuple(graphs), tuple(sorted(things.values(), key=_place)))


def between(old: View, new: View) -> Changed:
    """What changed from what one view sees to what another does."""
    return changed(old.engine, new.engine)


def _all(found: Mapping[str, Sum]) -> int:
    return sum(each.statements for each in found.values())


def _place(thing: ChangedThing) -> tuple[str, ...]:
    return thing.kind, thing.how.value, thing.label, thing.iri


def _graph(
    graph: str,
    before: Mapping[str, Sum],
    after: Mapping[str, Sum],
    difference: "_Difference",
    file: StoredDocument | None,
    was: StoredDocument | None,
) -> ChangedGraph:
    how = How.CAME if graph not in before else How.WENT if graph not in after else How.CHANGED
    return ChangedGraph(
        Iri(graph),
        before[graph].statements if graph in before else 0,
        after[graph].statements if graph in after else 0,
        difference.added,
        difference.removed,
        file.file_name if file else None,
        how,
        same_file=bool(file and was and file.sha256 == was.sha256),
    )


class _Difference:
    """One graph of two engines: how many statements came and went, and of what."""

    def __init__(self, old: Store, new: Store, graph: str) -> None:
        self.old, self.new, self.graph = old, new, node(graph)
        gone, come = self._marks(old), self._marks(new)
        #: Whether the graph came or went as a whole.
        self.whole = not gone or not come
        both = gone & come
        gone -= both
        come -= both
        self.removed, self.added = len(gone), len(come)
        self.said: defaultdict[Subject, set[str]] = defaultdict(set)
        for engine, marks in ((old, gone), (new, come)):
            for quad in self._quads(engine) if marks else ():
                if hash(quad) in marks and isinstance(quad.subject, NamedNode | BlankNode):
                    self.said[quad.subject].add(quad.predicate.value)

    def __bool__(self) -> bool:
        """Whether there is any: sums may differ where statements do not."""
        return bool(self.removed or self.added)

    def _quads(self, engine: Store) -> Iterator[Quad]:
        return engine.quads_for_pattern(None, None, None, self.graph)

    def _marks(self, engine: Store) -> set[int]:
        return set(map(hash, self._quads(engine)))

    def things(self) -> Iterator[ChangedThing]:
        """The things of ours, told in this graph, of which something else is said."""
        for subject, predicates in self.said.items():
            if isinstance(subject, NamedNode) and (kind := self._told(subject)):
                was, now = _kind(self.old, subject), _kind(self.new, subject)
                how = How.CAME if was is None else How.WENT if now is None else self._how(predicates)
                if how:
                    label = _label(self.old if how is How.WENT else self.new, subject)
                    yield ChangedThing(Iri(subject.value), label, kind, how, Iri(self.graph.value))

    def _told(self, subject: NamedNode) -> Iri | None:
        """What this graph says that a thing is; None for terms, places, and what is told of in other graphs."""
        kind = _kind(self.new, subject, self.graph) or _kind(self.old, subject, self.graph)
        return None if kind in PLACES or subject.value.startswith(RT.rstrip("#")) else kind

    def _how(self, predicates: set[str]) -> How | None:
        """How a thing that was and is there changed; not, where all that went or came is that another graph tells it, too."""
        if self.whole:
            return None
        return How.MOVED if predicates <= WHERE else How.CHANGED


def _kind(engine: Store, subject: NamedNode, graph: NamedNode | None = None) -> Iri | None:
    """What a thing is said to be, in a graph or in any, by one of our classes; None where nothing says so."""
    quads = engine.quads_for_pattern(subject, node(Rdf.type), None, graph)
    kinds = {
        quad.object.value
        for quad in quads
        if isinstance(quad.object, NamedNode)
        and quad.object.value.startswith(RT)
        and not str(getattr(quad.graph_name, "value", "")).endswith(INFERRED)
    }
    return Iri(min(kinds)) if kinds else None


def _label(engine: Store, subject: NamedNode) -> str:
    """What a thing is called; its name's last part where nothing tells."""
    labels = [
        quad.object.value
        for quad in engine.quads_for_pattern(subject, node(Rdfs.label), None, None)
        if isinstance(quad.object, Literal)
    ]
    return min(labels, default=Iri(subject.value).local)


def written(found: Changed) -> str:
    """All that changed as JSON."""
    graphs = [{**asdict(each), "how": each.how.value} for each in found.graphs]
    things = [{**asdict(each), "how": each.how.value} for each in found.things]
    return json.dumps({"before": found.before, "after": found.after, "graphs": graphs, "things": things})


def read(text: str) -> Changed:
    """All that changed out of JSON."""
    told = json.loads(text)
    graphs = (ChangedGraph(**{**each, "graph": Iri(each["graph"]), "how": How(each["how"])}) for each in told["graphs"])
    things = (
        ChangedThing(Iri(each["iri"]), each["label"], Iri(each["kind"]), How(each["how"]), Iri(each["graph"]))
        for each in told["things"]
    )
    return Changed(told["before"], told["after"], tuple(graphs), tuple(things))


if __name__ == "__main__":
    with alone(Path(sys.argv[3])) as part, paused():
        compared = changed(Store.read_only(sys.argv[1]), Store.read_only(sys.argv[2]))
        part.write_text(written(compared), encoding="utf-8")
