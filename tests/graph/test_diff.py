"""What differs between two editions of a plan, as the store has it."""

from pathlib import Path

import pytest

from graph.diff import Diff, diff
from graph.editions import pair_of
from graph.errors import UnknownThing
from graph.memory import MemoryStore
from graph.threads import changes, since, through_years
from graph.view import View
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from ontology.iri import Iri

EXAMPLE = Path(__file__).parents[2] / "examples" / "region-exempel"


@pytest.fixture(scope="module")
def view() -> View:
    store = MemoryStore()
    with store.writing() as draft:
        for each in find([EXAMPLE]):
            if isinstance(each, Told):
                draft.put(read(each).reading)
    return store.view()


@pytest.fixture(scope="module")
def found(view: View) -> Diff:
    return diff(view, *pair_of(view, "2027", "2028"))


def labels(found: Diff, kind: Iri, family: Iri = rt.Activity) -> set[tuple[str | None, str | None]]:
    return {
        (each.earlier and each.earlier.label, each.later and each.later.label)
        for each in found.of(kind)
        if each.family == family
    }


def test_it_tells_what_is_new_and_what_ended(found: Diff) -> None:
    assert (None, "30 Beredskapslager av läkemedel") in labels(found, rt.New)
    assert ("13 Tobaksfri inför operation", None) in labels(found, rt.Ended)
    assert len(labels(found, rt.New)) == 6
    assert len(labels(found, rt.Ended)) == 6


def test_words_that_came_and_went_are_told(found: Diff) -> None:
    (one,) = (each for each in found.of(rt.Reworded) if each.later and each.later.label.startswith("1 "))
    assert [(each.kind, each.text) for each in one.texts if each.kind != "kept"] == [
        ("removed", "först i Norrhult och Granvik"),
        ("added", "nu på alla vårdcentraler"),
    ]


def test_moves_and_targets_are_told_on_both_sides(found: Diff) -> None:
    (moved,) = (each for each in found.of(rt.Moved) if each.family == rt.Activity)
    assert moved.earlier
    assert moved.later
    assert (moved.earlier.areas, moved.later.areas) == (("Friskare längre",), ("Vård nära hemmet",))
    aims = {each.later.label: each for each in found.of(rt.TargetChanged) if each.family == rt.Measure and each.later}
    one = aims["Deltagande i tarmscreening"]
    assert one.earlier
    assert one.later
    assert (one.earlier.targets, one.later.targets) == (("75%",), ("72%",))


def test_another_thing_under_the_same_label_has_both_sides(found: Diff) -> None:
    assert labels(found, rt.MeaningChanged, rt.Assignment) == {("RF3", "RF3")}


def test_everything_in_both_plans_is_told_once_or_as_often_as_it_was_split_or_merged(found: Diff) -> None:
    ways = [each for each in found.differences if not {rt.Split, rt.Merged} & set(each.kinds)]
    for side in ("earlier", "later"):
        things = [getattr(each, side).iri for each in ways if getattr(each, side)]
        assert len(things) == len(set(things))


def test_families_come_in_a_telling_order(found: Diff) -> None:
    order = list(dict.fromkeys(each.family for each in found.differences))
    assert order == [rt.FocusArea, rt.Assignment, rt.Activity, rt.Goal, rt.Measure, rt.BudgetLine, rt.ControlPoint]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2028", "2027"),
        ("forvaltningsplan-2027", "forvaltningsplan-2028.txt"),
        ("budget 2027–2029", "2028"),
    ],
)
def test_a_pair_of_plans_has_many_names_the_earlier_one_first(view: View, found: Diff, first: str, second: str) -> None:
    assert pair_of(view, first, second, "99") == (found.earlier.plan, found.later.plan)
    assert pair_of(view, first, second, organisation="hälso-") == (found.earlier.plan, found.later.plan)


@pytest.mark.parametrize(("first", "second"), [("2027", "2027"), ("2027", "2041"), ("enhetsplan", "2028")])
def test_what_are_no_two_editions_is_told_with_what_there_is(view: View, first: str, second: str) -> None:
    with pytest.raises(UnknownThing, match=r"2027 and 2028|There are: "):
        pair_of(view, first, second)


def test_plans_that_are_no_editions_of_each_other_do_not_differ(view: View, found: Diff) -> None:
    with pytest.raises(UnknownThing, match="no editions of one plan"):
        diff(view, found.later.plan, found.earlier.plan)


def test_a_thread_tells_how_each_member_came(view: View, found: Diff) -> None:
    (moved,) = (each for each in found.of(rt.Moved) if each.family == rt.Activity)
    assert moved.later
    first, last = through_years(view, moved.later.iri)
    assert (first.year, first.came, last.year) == (2027, (), 2028)
    assert [change.kinds for change in last.came] == [(rt.Moved,)]
    assert last.came[0].evidence.endswith("Friskare längre → Vård nära hemmet.")


def test_since_when_and_what_became_of_it(view: View, found: Diff) -> None:
    told = {each.label: each.iri for one in found.differences for each in (one.earlier, one.later) if each}
    begun = since(view, told.values())
    new, ended = begun[told["30 Beredskapslager av läkemedel"]], begun[told["13 Tobaksfri inför operation"]]
    assert (new.first_year, new.kinds, new.ended) == (2028, (rt.New,), False)
    assert (ended.first_year, ended.kinds, ended.ended) == (2027, (), True)
    assert since(view, ()) == {}
    assert changes(view, ()) == ()


def test_what_has_no_other_edition_has_no_thread(view: View) -> None:
    (unit,) = (each for each in view.documents() if each.file_name.startswith("enhetsplan"))
    assert through_years(view, unit.plan) == ()
