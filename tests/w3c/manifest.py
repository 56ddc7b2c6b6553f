"""W3C's protocol tests as their manifests tell them: requests to be made in order, and what is expected of each reply."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

HERE = Path(__file__).parent
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
#: What the vocabulary of status codes calls those that the tests name.
STATUSES = {
    "StatusCode2xx": range(200, 300),
    "StatusCode3xx": range(300, 400),
    "StatusCode4xx": range(400, 500),
    "OK": [200],
    "Created": [201],
    "NoContent": [204],
    "NotFound": [404],
}


@dataclass(frozen=True)
class Asked:
    """One request, and what is expected of its reply; `boolean`, `format`, `kind` and `content` are None where nothing is said."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[int]
    boolean: bool | None
    format: str | None
    kind: str | None
    content: str | None


@dataclass(frozen=True)
class Case:
    """A test: its name, the data that it needs as files by graph, what it requires, its requests in order."""

    name: str
    graphs: tuple[tuple[str, Path], ...]
    requires: str | None
    requests: tuple[Asked, ...]

    @property
    def of_updates(self) -> bool:
        """Whether it is one of the update operation."""
        return "update" in self.name


def cases(manifest: str) -> tuple[Case, ...]:
    """The tests of a manifest, in its order."""
    path = HERE / manifest
    graph = Graph().parse(path, format="turtle", publicID=path.as_uri())
    return tuple(_case(graph, each) for each in _listed(graph, next(graph.objects(None, MF.entries))))


def names(manifest: str) -> set[str]:
    """What the tests of a manifest are called, where that is all it tells."""
    graph = Graph().parse(HERE / manifest, format="turtle")
    return {_local(each) for each in graph.subjects(MF.name)}


def _listed(graph: Graph, items: Node | None) -> Iterator[Node]:
    return iter(Collection(graph, items)) if items is not None else iter(())


def _case(graph: Graph, test: Node) -> Case:
    data = tuple(
        (str(graph.value(each, RDFS.label)), Path(str(graph.value(each, UT.graph)).removeprefix("file://")))
        for each in graph.objects(test, UT.graphData)
    )
    requests = graph.value(graph.value(test, MF.action), HT.requests)
    requires = graph.value(test, MF.requires)
    return Case(
        _local(test), data, _local(requires) if requires else None, tuple(_asked(graph, each) for each in _listed(graph, requests))
    )  # fmt: skip


def _asked(graph: Graph, request: Node) -> Asked:
    reply, body = graph.value(request, HT.resp), graph.value(request, HT.body)
    boolean, form = graph.value(reply, MF.expectedBoolean), graph.value(reply, MF.expectedFormat)
    chars = graph.value(graph.value(reply, HT.body), CNT.chars)
    return Asked(
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)),
        headers=_headers(graph, request),
        body=str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding))) if body else None,
        statuses=frozenset(code for each in graph.objects(reply, MF.expectedStatus) for code in STATUSES[_local(each)]),
        boolean=None if boolean is None else boolean.toPython(),
        format=None if form is None else str(form),
        kind=_headers(graph, reply).get("content-type"),
        content=None if chars is None else str(chars),
    )


def _headers(graph: Graph, of: Node | None) -> dict[str, str]:
    fields = _listed(graph, graph.value(of, HT.headers))
    return {str(graph.value(each, HT.fieldName)): str(graph.value(each, HT.fieldValue)) for each in fields}


def _local(name: Node) -> str:
    assert isinstance(name, URIRef)
    return name.rpartition("#")[2]
