"""Values go into the engine and come back as they were."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.answer import Text, Value
from graph.terms import plain_decimal, sparql, term, value
from graph.view import View
from ontology.iri import Iri
from ontology.vocab import Xsd

#: What XML and RDF can hold: no surrogates; decimals as the engine keeps them, with 18 places.
VALUES = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.decimals(-(10**12), 10**12, places=6),
    st.dates(),
    st.just(Iri("https://example.org/å")),
    st.builds(Text, st.text(st.characters(codec="utf-8")), st.sampled_from(["sv", "en"])),
)


@given(VALUES)
def test_a_value_comes_back_from_the_engine(said: Value) -> None:
    store = Store()
    store.add(Quad(NamedNode("https://example.org/s"), NamedNode("https://example.org/p"), term(said)))
    ((read,),) = View(store).select("SELECT ?o WHERE { ?s ?p ?o }").rows
    assert (read, type(read)) == (said, type(said))
    assert getattr(read, "language", None) == getattr(said, "language", None)


@given(VALUES)
def test_a_value_can_be_part_of_a_question(said: Value) -> None:
    assert said is not None
    assert not isinstance(said, float)
    ((read,),) = View(Store()).select(f"SELECT ?o WHERE {{ BIND({sparql(said)} AS ?o) }}").rows
    assert read == said


@given(st.decimals(-(10**20), 10**20, places=3))
def test_a_decimal_has_one_spelling(number: Decimal) -> None:
    spelled = plain_decimal(number)
    assert Decimal(spelled) == number
    assert spelled == plain_decimal(number.normalize())
    assert "E" not in spelled


@pytest.mark.parametrize(
    ("datatype", "text"),
    [(Xsd.integer, "tolv"), (Xsd.decimal, "1,5"), (Xsd.date, "i maj"), ("https://example.org/t", "x")],
)
def test_what_has_an_odd_form_stays_text(datatype: str, text: str) -> None:
    assert value(Literal(text, datatype=NamedNode(datatype))) == text


def test_other_types_are_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        term(1.5)
