"""Flows: nodes as high as what goes through them, none over another, ribbons that fill their nodes and nothing else."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.sankey import Flow, Strand, crossings, flow, ribbon_path
from webapp.drawing.words import LETTER, wrapped

KEYS = st.sampled_from(["a", "b", "c", "d", "none"])
STRANDS = st.lists(
    st.builds(Strand, st.tuples(KEYS, KEYS, KEYS), st.floats(0.01, 1e9)), min_size=1, max_size=40
)  # fmt: skip
THICKNESS, GAP = 300.0, 14.0


def drawn(strands: list[Strand]) -> Flow:
    """The flow as the tests have it drawn."""
    return flow(strands, THICKNESS, GAP, frozenset({"none"}))


@given(STRANDS)
def test_the_nodes_of_each_column_are_as_high_as_all_strands_together(strands: list[Strand]) -> None:
    laid = drawn(strands)
    for column in range(3):
        heights = sum(node.height for node in laid.nodes if node.column == column)
        assert heights == pytest.approx(THICKNESS)


@given(STRANDS)
def test_no_node_lies_over_another_and_all_lie_in_the_picture(strands: list[Strand]) -> None:
    laid = drawn(strands)
    for column in range(3):
        nodes = sorted((node for node in laid.nodes if node.column == column), key=lambda node: node.top)
        assert nodes[0].top >= -1e-6
        assert nodes[-1].top + nodes[-1].height <= laid.height + 1e-6
        for above, below in pairwise(nodes):
            assert above.top + above.height + GAP <= below.top + 1e-6


@given(STRANDS)
def test_the_ribbons_at_a_node_fill_it_without_a_hole(strands: list[Strand]) -> None:
    laid = drawn(strands)
    tops = {(node.column, node.key): node for node in laid.nodes}
    sides = defaultdict(list)
    for ribbon in laid.ribbons:
        stops = strands[ribbon.strand].stops
        sides[ribbon.column, stops[ribbon.column], "out"].append((ribbon.start, ribbon.thickness))
        sides[ribbon.column + 1, stops[ribbon.column + 1], "in"].append((ribbon.end, ribbon.thickness))
    for (column, key, _), edges in sides.items():
        node, at = tops[column, key], tops[column, key].top
        for edge, thickness in sorted(edges):
            assert edge == pytest.approx(at, abs=1e-4)
            at += thickness
        assert at == pytest.approx(node.top + node.height, abs=1e-4)


@given(STRANDS)
def test_what_lacks_a_link_stands_at_the_foot(strands: list[Strand]) -> None:
    laid = drawn(strands)
    for column in range(3):
        tops = {node.key: node.top for node in laid.nodes if node.column == column}
        assert tops.get("none", max(tops.values())) == max(tops.values())


def test_the_order_is_one_in_which_little_crosses() -> None:
    strands = [Strand((left, right), 1.0) for left, right in zip("abcd", "wxyz"[::-1], strict=True)]
    laid = flow([*strands, Strand(("a", "w"), 1.0)], THICKNESS, GAP)
    order = tuple(tuple(node.key for node in laid.nodes if node.column == column) for column in range(2))
    assert crossings(strands, (("a", "b", "c", "d"), ("w", "x", "y", "z"))) == 6
    assert crossings(strands, order) <= 1


def test_strands_that_cross_are_counted_once_a_pair() -> None:
    strands = [Strand(("a", "y"), 1.0), Strand(("b", "x"), 1.0), Strand(("b", "x"), 1.0)]
    assert crossings(strands, (("a", "b"), ("x", "y"))) == 2


def test_nothing_gives_an_empty_picture() -> None:
    assert flow([], THICKNESS, GAP) == Flow((), (), THICKNESS)


def test_a_ribbon_is_a_closed_outline() -> None:
    laid = flow([Strand(("a", "b"), 1.0)], 10.0, 4.0)
    assert (
        ribbon_path(laid.ribbons[0], 0, 100)
        == "M0.0 0.0C50.0 0.0 50.0 0.0 100.0 0.0V10.0C50.0 10.0 50.0 10.0 0.0 10.0Z"
    )


@given(st.text(max_size=300), st.floats(20, 400), st.integers(1, 4))
def test_words_wrap_within_their_room(text: str, width: float, lines: int) -> None:
    found = wrapped(text, width, lines)
    assert len(found) <= lines
    assert all(len(line) <= max(int(width / (LETTER * 14)), 2) for line in found)
    assert not text.split() or "".join("".join(found).split())[:1] == text.split()[0][:1]
