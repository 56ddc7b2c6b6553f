"""What a lower plan makes of the plans over it, over plans of our own making."""

from decimal import Decimal

import pytest

from graph.derived.items import Edition, Item
from graph.likeness import Likeness
from graph.suggesting.relations.elaborated_by import suggest
from graph.suggesting.suggestion import Suggestion
from ontology import rt
from ontology.iri import Iri

from .invented import BOARD, CARE, UNIT, all_of, edition, item, tied

TEAM = edition(rt.UnitPlan, 2031, UNIT, CARE, BOARD)
PLAN = edition(rt.ManagementPlan, 2031, CARE, BOARD, years=3)
ABOVE = edition(rt.OperationalPlan, 2031, BOARD, years=3)
COUNCIL, OURS = "Mål från fullmäktige och nämnd", "Mål och mått"
SOME = ("Kortare svarstid i telefon", "Trygga hem för äldre", "Digitala lås", "Färre bilar", "Lindrande vård", "Matlag")


def suggested(*items: Item) -> list[Suggestion]:
    gathered = all_of(*items)
    return list(suggest(gathered, Likeness(gathered.all)))


def of_things(found: list[Suggestion]) -> list[Suggestion]:
    return [each for each in found if not str(each.subject).endswith("/plan")]


def of_plans(found: list[Suggestion]) -> dict[tuple[Iri, Iri], Suggestion]:
    return {(each.subject, each.object): each for each in found if str(each.subject).endswith("/plan")}


def things(of: Edition, kind: Iri = rt.Activity) -> list[Item]:
    return [item(of, kind, title) for title in SOME]


def test_what_a_unit_does_is_what_the_plan_over_it_plans() -> None:
    ours = item(TEAM, rt.Activity, "Starta nattpatrull på landsbygden")
    theirs = item(PLAN, rt.Activity, "Nattpatruller på landsbygden")
    (found,) = of_things(suggested(ours, theirs, *things(PLAN)))
    assert (found.subject, found.object, found.relation) == (ours.iri, theirs.iri, rt.ElaboratedBy)
    assert found.confidence > Decimal("0.8")


@pytest.mark.parametrize("kind", [rt.FocusArea, rt.Goal, rt.Indicator])
def test_focus_areas_goals_and_measures_of_the_same_name(kind: Iri) -> None:
    found = of_things(suggested(item(TEAM, kind, "Lindrande vård"), *things(PLAN, kind)))
    assert [(each.object.split("/")[-1], each.confidence > Decimal("0.9")) for each in found] == [
        ("Lindrande vård", True)
    ]


def test_an_assignment_of_a_board_is_found_in_what_it_intends_and_pays() -> None:
    assignment = item(PLAN, rt.BoardAssignment, description="Pröva nattkafé i tre byar")
    activity = item(PLAN, rt.Activity, "Gemensamt förråd för hjälpmedel")
    intention = item(ABOVE, rt.Intention, description="pröva nattkafé i tre byar, öppet en dag i veckan")
    saving = item(ABOVE, rt.SavingLine, "Gemensamt förråd för hjälpmedel")
    found = of_things(suggested(assignment, activity, intention, saving, *things(PLAN)))
    assert {(each.subject, each.object) for each in found} == {
        (assignment.iri, intention.iri),
        (activity.iri, saving.iri),
    }


def test_a_plan_elaborates_that_of_each_organisation_over_its_own() -> None:
    found = of_plans(suggested(*(thing for each in (TEAM, PLAN, ABOVE) for thing in things(each)[:1])))
    assert set(found) == {(TEAM.plan, PLAN.plan), (TEAM.plan, ABOVE.plan), (PLAN.plan, ABOVE.plan)}
    assert "perioden 2031–2033 innefattar 2031" in found[PLAN.plan, ABOVE.plan].evidence


def test_the_nearest_edition_is_taken_and_the_years_between_are_told() -> None:
    later, latest = (edition(rt.ManagementPlan, year, CARE, years=3) for year in (2033, 2034))
    found = suggested(*things(TEAM, rt.Goal), *things(later, rt.Goal), *things(latest, rt.Goal))
    assert set(of_plans(found)) == {(TEAM.plan, later.plan)}
    assert of_plans(found)[TEAM.plan, later.plan].confidence == Decimal("0.60")
    assert all("Från 2031 respektive 2033." in each.evidence for each in of_things(found))
    assert {each.object for each in of_things(found)} == {each.iri for each in things(later, rt.Goal)}


def test_a_plan_of_another_time_or_of_no_organisation_over_it_is_not_elaborated() -> None:
    late = edition(rt.ManagementPlan, 2035, CARE, years=3)
    beside = edition(rt.ManagementPlan, 2031, Iri("i:97/annan"), years=3)
    assert not suggested(*things(TEAM), *things(late), *things(beside))


def goals() -> list[Item]:
    council = [
        item(PLAN, rt.Goal, title, table=COUNCIL, line=n)
        for n, title in enumerate(("Nöjda och trygga invånare", "Engagerade medarbetare", "Ekonomi i balans"))
    ]
    perspectives = [
        item(PLAN, rt.Perspective, title, line=n)
        for n, title in enumerate(("Invånarna är nöjda och trygga", "Medarbetare som är engagerade", "Pengarna"))
    ]
    names = ("Förtroende för hemtjänsten", "Fler stannar", "Verksamheten ska klara sin ram")
    ours = [
        item(PLAN, rt.Goal, name, table=OURS, links=tied(perspective=perspective))
        for name, perspective in zip(names, perspectives, strict=True)
    ]
    return [*council, *perspectives, *ours]


def test_a_plans_goals_serve_those_it_has_from_above_by_their_perspectives() -> None:
    found = {each.subject.split("/")[-1]: each for each in of_things(suggested(*goals(), *things(PLAN)))}
    assert {name: each.object.split("/")[-1] for name, each in found.items()} == {
        "Förtroende för hemtjänsten": "Nöjda och trygga invånare",
        "Fler stannar": "Engagerade medarbetare",
        "Verksamheten ska klara sin ram": "Ekonomi i balans",
    }
    assert found["Förtroende för hemtjänsten"].confidence > Decimal("0.9")
    assert found["Verksamheten ska klara sin ram"].method == "only-left"
    assert "”Invånarna är nöjda och trygga”" in found["Förtroende för hemtjänsten"].evidence


def test_what_is_left_is_not_guessed_where_more_than_one_is_left() -> None:
    more = item(PLAN, rt.Goal, "Färdiga lokaler", table=COUNCIL)
    found = of_things(suggested(*goals(), more, *things(PLAN)))
    assert {each.subject.split("/")[-1] for each in found} == {"Förtroende för hemtjänsten", "Fler stannar"}


def test_a_measured_goal_without_perspective_can_be_what_is_left() -> None:
    council = item(PLAN, rt.Goal, "Ekonomi i balans", table=COUNCIL)
    ours = item(PLAN, rt.Goal, "Verksamheten ska klara sin ram", table=OURS)
    assert not suggested(council, ours)
    (found,) = suggested(council, ours, item(PLAN, rt.Indicator, "Resultat", links=tied(goal=ours)))
    assert (found.subject, found.object) == (ours.iri, council.iri)
