"""The best pairing of all."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from graph.lineage.assignment import ENTANGLED, best_pairs

Scores = dict[tuple[str, int], float]
scores = st.dictionaries(
    st.tuples(st.sampled_from("abcde"), st.integers(0, 4)), st.floats(0.1, 1, allow_nan=False), max_size=18
)


def most(possible: Scores) -> float:
    """The most that a pairing sums to, by trying all."""

    @cache
    def from_here(row: int, free: frozenset[int]) -> float:
        if row == 5:
            return 0.0
        pairs = [(column, possible[key]) for column in free if (key := ("abcde"[row], column)) in possible]
        return max([from_here(row + 1, free), *(each + from_here(row + 1, free - {column}) for column, each in pairs)])

    return from_here(0, frozenset(range(5)))


@given(scores)
def test_no_other_pairing_is_better(possible: Scores) -> None:
    pairs = best_pairs(possible)
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert abs(sum(possible[pair] for pair in pairs) - most(possible)) < 1e-9


def test_the_best_pair_gives_way_where_that_is_better_for_all() -> None:
    possible = {("a", 1): 0.9, ("a", 2): 0.8, ("b", 1): 0.8}
    assert set(best_pairs(possible)) == {("a", 2), ("b", 1)}


def test_of_very_many_entangled_the_best_goes_first() -> None:
    possible = {(one, other): 1 - abs(one - other) / 100 for one in range(ENTANGLED) for other in (one, one + 1)}
    assert set(best_pairs(possible)) == {(each, each) for each in range(ENTANGLED)}
