"""What holds of the lineage of any plans at all."""

import random
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.lineage.lineage import Lineage
from ontology import rt

Make = Callable[..., Any]
WORDS = (
    "vård",
    "plan",
    "team",
    "köer",
    "barn",
    "äldre",
    "tand",
    "labb",
    "stöd",
    "pris",
    "lokaler",
    "schema",
    "1177",
    "2031",
    "%",
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join) | st.text(max_size=30)
things = st.lists(
    st.tuples(
        st.sampled_from((rt.Activity, rt.Assignment, rt.Indicator, rt.GrantLine, rt.ControlPoint)),
        st.none() | st.integers(1, 20).map(str),
        texts,
        texts,
    ),
    max_size=12,
)
several = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def told(plan: Any, rows: list[tuple[Any, ...]]) -> Any:
    for kind, notation, title, text in rows:
        plan.add(title, notation, kind=kind, description=text)
    return plan


def kinds(found: Lineage) -> set[str]:
    return {each.local for link in found.links for each in link.changes}


@several
@given(things)
def test_an_edition_against_itself_is_unchanged(plan: Make, followed: Make, rows: list[Any]) -> None:
    found = followed(told(plan(2031), rows), told(plan(2032), rows))
    assert kinds(found) <= {"Unchanged"}
    assert len(found.links) == len(rows)


@several
@given(things, st.randoms())
def test_the_order_of_things_means_nothing(plan: Make, followed: Make, rows: list[Any], chance: random.Random) -> None:
    unlike = list({row[2]: row for row in rows}.values())
    mixed = chance.sample(unlike, len(unlike))
    found = followed(told(plan(2031), unlike), told(plan(2032), mixed))
    assert kinds(found) <= {"Unchanged"}


@several
@given(things, things, things)
def test_each_thing_is_told_of_and_in_one_thread(
    plan: Make, followed: Make, first: list[Any], second: list[Any], third: list[Any]
) -> None:
    plans = [told(plan(2031 + place), rows) for place, rows in enumerate((first, second, third))]
    found = followed(*plans)
    everything = {thing.iri for each in plans for thing in each.things}
    members = [member for thread in found.threads for member in thread.members]
    assert sorted(members) == sorted(everything)
    later = {thing.iri for each in plans[1:] for thing in each.things}
    assert later == {link.later for link in found.links if link.later}
    assert {thing.iri for thing in plans[0].things} == {
        link.earlier for link in found.links if link.earlier and "/2031/" in link.earlier
    }
    assert len({link.iri for link in found.links}) == len(found.links)
    assert all(0 <= link.confidence < 1 and 0 < len(link.evidence) <= 220 for link in found.links)


@several
@given(things, things)
def test_what_is_unchanged_is_nothing_else_and_what_ended_or_came_has_one_side(
    plan: Make, followed: Make, first: list[Any], second: list[Any]
) -> None:
    for link in followed(told(plan(2031), first), told(plan(2032), second)).links:
        if rt.Unchanged in link.changes:
            assert len(link.changes) == 1
        assert (rt.New in link.changes) == (link.earlier is None)
        assert (rt.Ended in link.changes) == (link.later is None)
        assert (rt.MeaningChanged in link.changes) <= (not list(link.flat()))
