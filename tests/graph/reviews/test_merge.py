"""Two persons' decisions made one: the laws that hold whatever they decided."""

from datetime import date

from hypothesis import given, settings

from graph.reviews.decision import Decision, Reviews
from graph.reviews.merge import PREFERENCES, Conflict, merge
from ontology import rt

from .conftest import REVIEWS, made


@settings(max_examples=40)
@given(REVIEWS)
def test_with_itself_it_is_itself(reviews: Reviews) -> None:
    for prefer in (None, *PREFERENCES):
        merged = merge(reviews, reviews, prefer)
        assert (merged.reviews, merged.conflicts) == (reviews, ())
        assert merge(reviews, Reviews(), prefer).reviews == merge(Reviews(), reviews, prefer).reviews == reviews


def opposed(reviews: Reviews) -> Reviews:
    """Another person, who says no to every second one and yes to what was a no."""
    turned = (
        made(**{**vars(each), "accepted": not each.accepted if at % 2 else each.accepted, "author": "Bo"})
        for at, each in enumerate(reviews)
    )
    return Reviews().having(turned)


@settings(max_examples=40)
@given(REVIEWS, REVIEWS)
def test_whose_file_comes_first_makes_no_difference(one: Reviews, other: Reviews) -> None:
    for theirs in (other, opposed(one), other.having(opposed(one))):
        there, back = merge(one, theirs), merge(theirs, one)
        assert there.reviews == back.reviews
        assert there.conflicts == tuple(Conflict(each.theirs, each.mine) for each in back.conflicts)
        assert merge(one, theirs, "mine").reviews == merge(theirs, one, "theirs").reviews
        assert merge(one, theirs, "newest").reviews == merge(theirs, one, "newest").reviews


@settings(max_examples=40)
@given(REVIEWS, REVIEWS)
def test_every_decision_is_kept_or_in_conflict(one: Reviews, other: Reviews) -> None:
    theirs = other.having(opposed(one))
    merged = merge(one, theirs)
    in_conflict = {conflict.mine.key for conflict in merged.conflicts}
    assert merged.reviews.by_key.keys() | in_conflict == one.by_key.keys() | theirs.by_key.keys()
    assert not merged.reviews.by_key.keys() & in_conflict
    assert merge(one, theirs, "mine").conflicts == ()
    assert all(
        merge(one, theirs, "mine").reviews.by_key[key].accepted == each.accepted for key, each in one.by_key.items()
    )


def both(one: Decision, other: Decision, prefer: str | None = None) -> tuple[tuple[Decision, ...], int]:
    """What becomes of two decisions, and how many conflicts there are."""
    merged = merge(Reviews((one,)), Reviews((other,)), prefer)
    return merged.reviews.decisions, len(merged.conflicts)


def test_what_two_say_alike_is_kept_once_with_both_their_words() -> None:
    late = made(author="Bo", made=date(2031, 6, 1), comment="Same clinic")
    expected = made(author="Bo|Kim", made=date(2031, 6, 1), comment="Page 12 | Same clinic")
    assert both(made(comment="Page 12"), late) == ((expected,), 0)
    assert both(expected, late) == ((expected,), 0)


def test_the_newest_is_kept_where_that_is_preferred_and_can_be_told() -> None:
    late = made(accepted=False, made=date(2031, 6, 1))
    assert both(made(), late) == ((), 1)
    assert both(made(), late, "newest") == ((late,), 0)
    assert both(late, made(), "newest") == ((late,), 0)
    assert both(made(made=None), late, "newest") == ((late,), 0)
    assert both(made(), made(accepted=False), "newest") == ((), 1)
    assert both(made(), made(accepted=False), "theirs") == ((made(accepted=False),), 0)


def test_other_relations_are_other_links() -> None:
    assert len(both(made(), made(relation=rt.SameUndertaking, accepted=False))[0]) == 2
