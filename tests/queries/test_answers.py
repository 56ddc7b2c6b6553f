"""The questions that are easily answered wrongly, on documents whose answers are known by hand."""

from decimal import Decimal

from graph.answer import Value
from graph.view import View
from ontology import rt
from queries.bind import bound
from queries.book import named


def rows(view: View, name: str, *columns: str, **given: str) -> set[tuple[Value, ...]]:
    """Some columns of an answer."""
    answer = view.select(bound(named(name), given))
    return set(zip(*map(answer.column, columns), strict=True)) if answer.rows else set()


def test_only_the_sum_that_is_wrong_is_told(view: View) -> None:
    found = {row for row in rows(view, "sums-that-do-not-add-up", "about", "kind", "finding") if row[0] == "Hela"}
    ((_, kind, finding),) = found
    assert kind == rt.SumDiffers
    assert "anger 33" in str(finding)


def test_a_part_of_a_year_is_not_held_against_the_whole(view: View) -> None:
    columns = ("line", "year", "budget", "outcome", "difference")
    assert ("Löner", 2031, -100, -110, -10) in rows(view, "income-statement", *columns)
    assert not {row for row in rows(view, "income-statement", *columns) if row[3] == Decimal(-90)}


def test_what_is_new_and_gone_is_told_by_title_whatever_its_capitals_and_blanks(view: View) -> None:
    found = rows(view, "new-and-ended", "class", "change", "name")
    new, gone = (
        {thing for kind, its, thing in found if (kind, its) == (rt.Activity, change)} for change in (rt.New, rt.Ended)
    )
    assert {str(thing).partition(" ")[2] for thing in new} == {"Helt ny"}
    first = view.select(bound(named("activities-of-an-assignment"), {})).column("activity")
    assert gone
    assert gone & set(first)
    (number,) = rows(view, "reused-numbers", "number", "name", "earlier")
    assert number[1] in new
    assert number[2] in gone


def test_a_target_that_moved_is_told_once_in_each_document(view: View) -> None:
    found = [row for row in rows(view, "moved-targets", "kind", "file", "finding") if "flyttat" in str(row[2])]
    assert {row[0] for row in found} == {rt.TargetMoved}
    assert len({row[1] for row in found}) == len(found) == 2


def test_what_is_stated_differently_is_told_of_money_and_of_measures_apart(view: View) -> None:
    assert "annat" in str(rows(view, "restated-amounts", "finding"))
    assert "annat" in str(rows(view, "restated-values", "finding"))
    about = {row[0] for row in rows(view, "restated-amounts", "about")}
    assert not about & {row[0] for row in rows(view, "restated-values", "about")}


def test_a_matrix_counts_each_activity_once(view: View) -> None:
    """As many as the list of what serves an assignment has under an area, whatever graphs say so again."""
    listed = rows(view, "activities-of-an-assignment", "edition", "number", "area", "activity")
    counted = rows(view, "assignments-by-focus-area", "edition", "assignment", "area", "activities")
    for edition, assignment, area, activities in counted:
        assert len({row for row in listed if row[:3] == (edition, assignment, area)}) == activities


def test_the_flow_keeps_activities_without_assignment(view: View) -> None:
    assert None in {row[0] for row in rows(view, "flow-to-focus-areas", "assignment")}


def test_coverage_counts_no_passage_twice(view: View) -> None:
    counts = rows(view, "documents-and-coverage", "file", "passage_kind", "passages")
    for file, kind, passages in counts:
        own = f'SELECT DISTINCT ?p {{ ?p <https://w3id.org/rodatraden/ns#passageKind> <{kind}> ; <https://w3id.org/rodatraden/ns#inDocument>/<https://w3id.org/rodatraden/ns#fileName> "{file}" }}'
        assert len(view.select(own).rows) == passages


def test_comparable_measures_are_told_for_the_years_that_both_state_whole(view: View) -> None:
    columns = ("region", "other_region", "measure", "other_measure", "year", "as_written", "other_as_written")
    found = rows(view, "comparable-measures", *columns)
    assert found
    assert all(row[0] != row[1] and row[2] == row[3] for row in found)
    assert all(row[5] == row[6] or row[6] == "flyttat" for row in found)


def test_what_is_known_for_a_part_of_the_year_is_not_comparable(view: View) -> None:
    found = rows(view, "not-comparable", "region", "other_region", "why")
    assert {why for *_, why in found if "del av året" in str(why)}
    assert all(region != other for region, other, _ in found)


def test_one_region_is_asked_for_from_either_side(view: View) -> None:
    of_one = rows(view, "side-by-side", "region", "other_region", region="98")
    assert of_one
    assert all("Region Granne" in pair for pair in of_one)


def test_a_target_missed_once_is_not_missed_twice(view: View) -> None:
    found = rows(view, "below-target-two-years", "indicator", "earlier_year", "earlier_outcome", "year", "outcome")
    assert {row for row in found if "i tid" in str(row[0])} == {("Svar i tid", 2031, "80", 2032, "85")}


def test_money_of_a_focus_area_is_never_added_up_and_what_is_unknown_is_told(view: View) -> None:
    answer = view.select(bound(named("money-by-focus-area"), {}))
    unknown = [row for row in answer.rows if row[answer.columns.index("known")] == "unknown"]
    assert unknown
    assert {row[answer.columns.index("sek")] for row in unknown} == {None}
    lines = [row[answer.columns.index("budget_line")] for row in answer.rows if row not in unknown]
    assert None not in lines


def test_what_leads_to_a_thing_may_be_chosen(view: View) -> None:
    without = {row[0] for row in rows(view, "assignments-without-activities", "assignment")}
    assert {row[0] for row in rows(view, "without-incoming-link", "name")} == without
    goals = rows(view, "without-incoming-link", "name", kind="rt:Goal", property="rt:goal")
    assert goals
    assert goals != rows(view, "without-incoming-link", "name", kind="rt:Goal", property="rt:partOfGoal")


def test_a_thing_that_stands_in_several_places_is_told_once(view: View) -> None:
    """As many rows as there are things, wherever the documents say them again."""
    for name, column in (("off-plan", "about"), ("activities-without-money", "activity")):
        answer = view.select(bound(named(name), {}))
        lines = zip(*map(answer.column, ("file", "line", column)), strict=True)
        assert len(set(lines)) == len(answer.rows)


def test_two_regions_are_asked_for_by_either_name(view: View) -> None:
    one = rows(view, "side-by-side", "label", "other_label", region="98")
    assert (
        one
        == {(label, other) for other, label in rows(view, "side-by-side", "label", "other_label", other_region="98")}
        | one
    )
