"""What is written to a file is what the store holds, in every form."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic

from graph.export import Format, export, export_written
from graph.memory import MemoryStore
from graph.records import Reading
from graph.view import View
from graph.writer import write

#: rdflib's own parsers use what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

RDFLIB = {Format.NQUADS: "nquads", Format.TRIG: "trig", Format.TURTLE: "turtle", Format.JSONLD: "json-ld"}


@pytest.fixture
def view(plan: Callable[..., Reading]) -> View:
    """Two plans of one region."""
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
        draft.put(plan(2032, "other.txt"))
    return store.view()


def exported(view: View, form: Format) -> bytes:
    """The whole graph in a form."""
    out = io.BytesIO()
    export(view, form, out)
    return out.getvalue()


def union(view: View) -> rdflib.Graph:
    """All triples, through another program than ours."""
    graph = rdflib.Graph()
    triples = view.triples("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    return graph.parse(data="".join(f"{triple} .\n" for triple in triples), format="nt11")


@pytest.mark.parametrize("form", [Format.NQUADS, Format.TRIG])
def test_quads_come_back_as_they_were(view: View, form: Format) -> None:
    read = parse(exported(view, form), {Format.NQUADS: RdfFormat.N_QUADS, Format.TRIG: RdfFormat.TRIG}[form])
    assert set(read) == set(view.engine)


@pytest.mark.parametrize("form", Format)
def test_another_program_reads_the_same(view: View, form: Format) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=exported(view, form), format=RDFLIB[form])
    read = rdflib.Graph()
    for subject, predicate, said, _ in dataset.quads():
        read.add((subject, predicate, said))
    assert len(read) > 500
    assert isomorphic(read, union(view))


def test_turtle_is_written_with_prefixes(view: View) -> None:
    assert b"@prefix rt: <https://w3id.org/rodatraden/ns#> ." in exported(view, Format.TURTLE)


def test_the_graph_is_written_piece_by_piece(view: View) -> None:
    @dataclass
    class Pieces(io.RawIOBase):
        longest: int = 0

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.longest = max(self.longest, len(data))
            return len(data)

    for form in Format:
        out = Pieces()
        export(view, form, out)  # type: ignore[arg-type]
        assert 0 < out.longest < len(exported(view, form)) / 2


@pytest.mark.parametrize("form", Format)
def test_one_document_is_written_the_same_each_time(plan: Callable[..., Reading], form: Format) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    export_written(write(plan()), form, first)
    export_written(write(plan()), form, second)
    assert first.getvalue() == second.getvalue() != b""
