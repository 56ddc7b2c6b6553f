"""Whatever is to be placed: columns stand in their order, nothing lies on another, and the same comes out every time."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from webapp.drawing.layers import Block, Placed, curve, layers

BLOCKS = st.lists(st.tuples(st.integers(0, 8), st.floats(10, 300), st.floats(10, 90)).map(tuple), max_size=40).map(
    lambda found: [Block(f"k{n}", column, width, height) for n, (column, width, height) in enumerate(found)]
)
LINKS = st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)).map(lambda pair: (f"k{pair[0]}", f"k{pair[1]}")))


def apart(one: Placed, other: Placed) -> bool:
    """Whether two boxes have no place in common."""
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return beside or one.y + one.height <= other.y or other.y + other.height <= one.y


@given(BLOCKS, LINKS)
def test_all_are_placed_in_the_picture_and_none_on_another(blocks: list[Block], links: list[tuple[str, str]]) -> None:
    found = layers(blocks, links, 40)
    assert set(found.placed) == {each.key for each in blocks}
    assert all(apart(one, other) for one, other in combinations(found.placed.values(), 2))
    for each in found.placed.values():
        assert each.x >= 0
        assert each.y >= 40
        assert each.x + each.width <= found.width
        assert each.y + each.height <= found.height + 1e-6
    assert layers(blocks, links, 40) == found


@given(BLOCKS, LINKS)
def test_columns_go_from_left_to_right_and_empty_ones_take_no_room(
    blocks: list[Block], links: list[tuple[str, str]]
) -> None:
    found = layers(blocks, links)
    assert list(found.columns) == sorted({each.column for each in blocks})
    assert all(left + width < right for (left, width), (right, _) in pairwise(found.columns.values()))
    assert all(found.placed[each.key].x == found.columns[each.column][0] for each in blocks)


def test_what_is_linked_stands_beside_each_other() -> None:
    blocks = [Block(f"{side}{n}", column, 100, 30) for column, side in enumerate("ab") for n in range(6)]
    crossed = [(f"a{n}", f"b{5 - n}") for n in range(6)]
    found = layers(blocks, crossed).placed
    assert all(found[start].y == found[end].y for start, end in crossed)


def test_what_nothing_tells_apart_keeps_its_order() -> None:
    found = layers([Block(name, 0, 10, 10) for name in "cab"], []).placed
    assert sorted(found, key=lambda each: found[each].y) == ["c", "a", "b"]


def test_links_go_from_side_to_side_and_within_a_column_out_and_back() -> None:
    left, right, below = Placed("a", 0, 0, 100, 20), Placed("b", 200, 0, 100, 20), Placed("c", 0, 50, 100, 20)
    assert curve(left, right) == curve(right, left) == "M100.0 10.0C150.0 10.0, 150.0 10.0, 200.0 10.0"
    assert curve(left, below).startswith("M100.0 10.0C1")
    assert curve(left, below).endswith("100.0 60.0")
