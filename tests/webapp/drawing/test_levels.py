"""Columns of a net: one more than the nearest that links to a node, whatever goes round."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.levels import DEEPEST, levels

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)
LINKS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


def test_a_chain_goes_to_the_right() -> None:
    assert levels("abc", [("a", "b"), ("b", "c")]) == {"a": 0, "b": 1, "c": 2}


def test_a_ring_begins_somewhere() -> None:
    assert levels("abc", [("a", "b"), ("b", "c"), ("c", "a"), ("a", "a")]) == {"a": 0, "b": 1, "c": 2}


@given(KEYS, LINKS)
def test_every_node_has_a_column(keys: list[str], links: list[tuple[str, str]]) -> None:
    found = levels(keys, links)
    assert found.keys() == set(keys)
    assert all(0 <= column <= DEEPEST for column in found.values())


def test_a_long_chain_is_put_together_at_its_end() -> None:
    names = [f"n{number}" for number in range(3000)]
    assert max(levels(names, pairwise(names)).values()) == DEEPEST
