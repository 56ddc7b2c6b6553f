"""Answers read term by term: as they are spelled, all counted, only as many read as are asked for."""

from collections.abc import Iterable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.asking.cells import ROWS, TRIPLES, Cells, read
from graph.asking.outcome import Written
from graph.results import Form, write_found

XSD = "http://www.w3.org/2001/XMLSchema#"
THING, SAYS = NamedNode("https://example.org/thing"), NamedNode("https://example.org/says")


def answer(store: Store, query: str, most: int | None = None) -> Cells:
    """What a worker would write of an answer, read."""
    out, found = BytesIO(), store.query(query)
    form: Form = TRIPLES if query.startswith("CONSTRUCT") else ROWS
    write_found(found, form, out)
    return read(Written(form, out.getvalue()), most)


def saying(texts: Iterable[str]) -> Store:
    """A store in which a thing says some texts."""
    store = Store()
    store.extend(Quad(THING, SAYS, Literal(text)) for text in texts)
    return store


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
def test_any_text_is_read_as_it_was_written(texts: list[str]) -> None:
    store = saying(texts)
    for query in ("SELECT ?o { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"):
        cells = answer(store, query)
        assert {row[-1].text for row in cells.rows if row[-1]} == set(texts)
        assert cells.total == len(set(texts)) == len(cells.rows)


@pytest.mark.parametrize(
    ("term", "text", "datatype", "language", "value"),
    [
        ('"007"', "007", "", "", "007"),
        ("7", "7", f"{XSD}integer", "", 7),
        ('"hej"@sv', "hej", "", "sv", "hej"),
        ("true", "true", f"{XSD}boolean", "", True),
        ('"1e400"^^<urn:odd>', "1e400", "urn:odd", "", "1e400"),
    ],
)
def test_types_and_languages_are_kept(term: str, text: str, datatype: str, language: str, value: object) -> None:
    ((cell,),) = answer(Store(), f"SELECT ({term} AS ?x) {{}}").rows
    assert cell
    assert (cell.kind, cell.text, cell.datatype, cell.language, cell.value) == ("text", text, datatype, language, value)


def test_open_cells_blank_nodes_and_triples() -> None:
    ((nothing, node, triple),) = answer(
        Store(), "SELECT ?nothing ?node ?triple { BIND(BNODE() AS ?node) BIND(<<( <urn:a> <urn:b> 1 )>> AS ?triple) }"
    ).rows
    assert nothing is None
    assert node
    assert (node.kind, node.text[:2]) == ("blank", "_:")
    assert triple
    assert triple.kind == "triple"


def test_all_rows_are_counted_and_some_are_read() -> None:
    store = saying(f"line\n{number}\tx" for number in range(50))
    cells = answer(store, "SELECT ?o { ?s ?p ?o }", most=7)
    assert (len(cells.rows), cells.total, cells.whole) == (7, 50, False)
    assert answer(store, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", most=7).total == 50


@pytest.mark.parametrize(("query", "yes"), [("ASK {}", True), ("ASK { ?s ?p ?o }", False)])
def test_yes_and_no(query: str, yes: bool) -> None:
    cells = answer(Store(), query)
    assert (cells.form, cells.rows[0][0] and cells.rows[0][0].value) == ("answer", yes)


def test_no_columns_and_no_rows() -> None:
    assert answer(Store(), "SELECT * {}").total == 1
    assert answer(Store(), "SELECT ?x { ?x ?y ?z }").rows == ()
    assert answer(Store(), "SELECT ?answer {}").columns == ("answer",)
