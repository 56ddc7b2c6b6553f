"""Links within a plan: indicators and budget lines of what is to be done, in a plan of our own making."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.derived.items import Edition, Figure, Item, Items
from graph.likeness import Likeness
from graph.suggesting.relations import funded_by, measured_by
from graph.suggesting.suggestion import LONGEST, Suggestion
from graph.suggesting.within.links import MOST
from graph.suggesting.within.odds import features, weights
from graph.suggesting.within.pairs import pairs
from graph.suggesting.within.reasons import printed
from graph.vocabulary import family
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

PLAN = Edition(Iri("plan"), Iri("document"), rt.ManagementPlan, "Plan", 2031, 2031, 2033, Iri("org"), (), Iri("region"))


def item(kind: Iri, title: str, description: str = "", **more: object) -> Item:
    told = title or description
    return Item(
        Iri(f"{kind.local}:{told}"), kind, family(kind), PLAN, told, title=title, description=description, **more
    )  # type: ignore[arg-type]


def target(number: str) -> Figure:
    return Figure(Iri(f"t:{number}"), rt.Target, 2031, Decimal(number), Unit.PERCENT, None, None, f"{number} %", False)


GOAL = item(rt.Goal, "Medarbetarna ska stanna")
ACTIVITIES = {
    "agency": item(rt.Activity, "Fri från hyrläkare", "Kostnaden får vara högst 2,3 % av personalkostnaderna."),
    "recruit": item(rt.Activity, "Rekrytera och behålla fler"),
    "screening": item(rt.Activity, "Kallelser till screening på kvällar"),
    "interpreter": item(rt.Activity, "Fler distanstolkningar"),
    "mobile": item(rt.Activity, "Mobilt team för hemsjukvård i Granvik"),
    "drugs": item(rt.Activity, "Apotek i egen regi", "Ska klara vår beredskap."),
    "council": item(rt.Activity, "Ett råd av ungdomar"),
    "hygiene": item(rt.Activity, "Utbilda om basala hygienrutiner"),
}
ASSIGNMENT = item(rt.Assignment, "", "Nämnden ska sänka sjukfrånvaron")
INDICATORS = {
    "agency": item(rt.Indicator, "Inhyrd personal (andel av egna kostnader)", figures=(target("2.3"), target("1"))),
    "turnover": item(rt.Indicator, "Personalomsättning", links={rt.goal: (GOAL.iri,)}),
    "mammography": item(rt.Indicator, "Deltagande i mammografi", figures=(target("85"),)),
    "interpreter": item(rt.Indicator, "Tolktjänst på distans"),
    "sick": item(rt.Indicator, "Sjukfrånvaro", figures=(target("6"),)),
    "trust": item(rt.Indicator, "Förtroende för tandvården", figures=(target("85"),)),
    "infections": item(rt.Indicator, "Vårdrelaterade infektioner"),
}
LINES = {
    "near": item(rt.GrantLine, "God och nära vård", "Avropas efter beslut."),
    "defence": item(rt.GrantLine, "Civilt försvar", "Betalar apotek i egen regi."),
    "agency": item(rt.IncomeStatementLine, "Inhyrd personal"),
    "station": item(rt.PropertyInvestmentLine, "Ambulansstation i Granvik"),
    "total": item(rt.GrantLine, "Summa god och nära vård"),
    "unit": item(rt.ResultLine, "Hemsjukvård"),
}
ALL = (*ACTIVITIES.values(), ASSIGNMENT, *INDICATORS.values(), *LINES.values(), GOAL)
RELATIONS = (measured_by, funded_by)


def suggested(items: Iterable[Item]) -> list[Suggestion]:
    gathered = Items((PLAN,), tuple(items))
    likeness = Likeness(gathered.all)
    return [each for relation in RELATIONS for each in relation.suggest(gathered, likeness)]


def objects(found: Iterable[Suggestion], subject: Item) -> dict[Iri, Suggestion]:
    return {each.object: each for each in found if each.subject == subject.iri}


@pytest.mark.parametrize(
    ("activity", "indicator"),
    [
        ("agency", "agency"),
        ("recruit", "turnover"),
        ("screening", "mammography"),
        ("interpreter", "interpreter"),
        ("hygiene", "infections"),
    ],
)
def test_what_measures_an_activity_is_found_though_named_in_other_words(activity: str, indicator: str) -> None:
    found = objects(suggested(ALL), ACTIVITIES[activity])
    assert found[INDICATORS[indicator].iri].confidence >= Decimal("0.5")


@pytest.mark.parametrize(("activity", "line"), [("mobile", "near"), ("drugs", "defence"), ("agency", "agency")])
def test_what_funds_an_activity_is_found_though_named_in_other_words(activity: str, line: str) -> None:
    found = objects(suggested(ALL), ACTIVITIES[activity])
    assert found[LINES[line].iri].confidence >= Decimal("0.5")


def test_an_assignment_is_read_by_its_text() -> None:
    assert INDICATORS["sick"].iri in objects(suggested(ALL), ASSIGNMENT)


def test_what_shares_nothing_telling_is_linked_to_nothing() -> None:
    assert not objects(suggested(ALL), ACTIVITIES["council"])


def test_a_place_alone_links_nothing() -> None:
    assert LINES["station"].iri not in objects(suggested(ALL), ACTIVITIES["mobile"])


def test_sums_and_results_of_units_fund_nothing() -> None:
    linked = {each.object for each in suggested(ALL)}
    assert not linked & {LINES["total"].iri, LINES["unit"].iri}


def test_the_same_figure_speaks_for_a_pair_and_is_told() -> None:
    found = objects(suggested(ALL), ACTIVITIES["agency"])[INDICATORS["agency"].iri]
    assert "Samma tal: högst 2,3 %." in found.evidence
    assert "hyrläkare – Inhyrd" in found.evidence
    assert found.method.startswith("same-number")
    without = replace(INDICATORS["agency"], figures=())
    others = tuple(each for each in ALL if each.iri != without.iri)
    less = objects(suggested((*others, without)), ACTIVITIES["agency"])[without.iri]
    assert less.confidence <= found.confidence
    assert "same-number" not in less.method


def test_a_comment_that_speaks_of_the_activity_is_quoted() -> None:
    found = objects(suggested(ALL), ACTIVITIES["drugs"])[LINES["defence"].iri]
    assert "Betalar apotek i egen regi." in found.evidence


def test_of_variants_of_one_measure_only_the_one_meant_is_linked() -> None:
    title = "Andel som får vård inom vårdgarantin"
    variants = [item(rt.Indicator, title, variant=variant) for variant in ("BUP Besök", "Kirurgi Besök")]
    variants = [replace(each, iri=Iri(f"{each.iri} {each.variant}")) for each in variants]
    plan = item(rt.Activity, "Plan för vårdgarantin på barn- och ungdomspsykiatrin")
    assert set(objects(suggested((*ALL, *variants, plan)), plan)) == {variants[0].iri}


def test_no_subject_has_more_than_some_links_and_no_evidence_is_longer_than_a_glance() -> None:
    many = [item(rt.Indicator, f"Screening av {letter}-cancer") for letter in "ABCDEFGHIJ"]
    found = suggested((*ALL, *many))
    assert len([each for each in found if each.subject == ACTIVITIES["screening"].iri]) <= MOST
    assert all(len(each.evidence) <= LONGEST for each in found)


def test_plans_are_not_linked_to_each_other() -> None:
    other = replace(PLAN, plan=Iri("other"), year=2032)
    moved = tuple(replace(each, edition=other) if each.family == rt.Measure else each for each in ALL)
    gathered = Items((PLAN, other), moved)
    assert not list(measured_by.suggest(gathered, Likeness(gathered.all)))


@settings(max_examples=20)
@given(st.permutations(ALL))
def test_the_order_of_things_does_not_matter(order: list[Item]) -> None:
    assert set(suggested(order)) == set(suggested(ALL))


@settings(max_examples=20)
@given(st.sets(st.sampled_from([each for each in ALL if each.title and "Granvik" not in each.title]), max_size=6))
def test_capitals_do_not_matter_but_in_names_of_places(shouted: set[Item]) -> None:
    changed = [
        replace(each, title=each.title.upper()) if each in shouted and "(" not in each.title else each for each in ALL
    ]
    assert confidences(suggested(changed)) == confidences(suggested(ALL))


def confidences(found: Iterable[Suggestion]) -> Mapping[tuple[Iri, Iri], Decimal]:
    return {(each.subject, each.object): each.confidence for each in found}


def test_every_feature_has_a_weight_and_is_between_nought_and_one() -> None:
    gathered = Items((PLAN,), ALL)
    likeness = Likeness(ALL)
    for pair in pairs(likeness, gathered, tuple(ACTIVITIES.values()), tuple(INDICATORS.values())):
        told = features(pair)
        assert all(told.keys() == each.keys() for each in weights().values())
        assert all(0 <= value <= 1 for value in told.values())


def test_more_reasons_never_make_less_likely() -> None:
    assert all(weight >= 0 for each in weights().values() for name, weight in each.items() if name != "always")


def test_words_are_told_as_they_are_printed() -> None:
    thing = item(rt.GrantLine, "Fysisk aktivitet på recept")
    assert printed("fysisk aktivitet recept", thing) == "Fysisk aktivitet på recept"
    assert printed("petct", thing) == "petct"
