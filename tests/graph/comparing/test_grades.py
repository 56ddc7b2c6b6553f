"""When two measures, lines of money or undertakings are comparable, and what is told where they are not."""

from decimal import Decimal

import pytest

from graph.derived.items import Item, Sum
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

from .two_regions import HERE, THERE, comparing, edition, figure, grade, item, verdict


def percent(of: object, title: str, number: str = "5", **more: object) -> Item:
    return item(of, title, figures=(figure(number),), **more)  # type: ignore[arg-type]


def test_the_same_name_and_unit_is_the_same_measure() -> None:
    assert grade(percent(HERE, "Sjukfrånvaro"), percent(THERE, "Sjukfrånvaron")) == rt.SameMeasure


@pytest.mark.parametrize(
    ("here", "there", "why"),
    [
        ("Inhyrd personal (andel av egna personalkostnader)", "Inhyrd personal (andel av alla driftkostnader)", "Olika nämnare"),
        ("Fallskador per 1 000 vårddygn", "Fallskador per 100 000 invånare", "Olika nämnare: per 1000 vårddygn mot per 100000 inv"),
        ("Besök hos logoped inom 30 dagar", "Besök hos logoped inom 90 dagar", "Olika gränser: 30 dagar mot 90 dagar"),
        ("Besvarade samtal inom tre minuter", "Besvarade samtal inom fem minuter", "Olika gränser: 3 minuter mot 5 minuter"),
        ("Läkemedelsgenomgång, 75 år och äldre", "Läkemedelsgenomgång, 80 år och äldre", "75 år mot 80 år"),
        ("Utredning av autism på mottagningen", "Behandling av autism på mottagningen", "Olika mått: utredning mot behandling"),
    ],
)  # fmt: skip
def test_another_definition_is_told_in_words(here: str, there: str, why: str) -> None:
    found = verdict(percent(HERE, here), percent(THERE, there))
    assert found
    assert found.grade == rt.NotComparable
    assert why in found.apart


@pytest.mark.parametrize(
    ("unit", "why"),
    [
        (rt.MillionKronor, "Olika slags tal: en andel mot kronor"),
        (Unit.MIN, "Olika slags tal: en andel mot en tid"),
        (Unit.PERSON, "Olika slags tal: en andel mot ett antal"),
        (rt.ThousandKronorPerInhabitant, "Olika slags tal: en andel mot kronor per enhet"),
    ],
)
def test_another_unit_is_told(unit: Iri, why: str) -> None:
    there = item(THERE, "Hyrläkare", figures=(figure("40", unit),))
    found = verdict(percent(HERE, "Hyrläkare"), there)
    assert found
    assert (found.grade, found.apart) == (rt.NotComparable, why)


def test_figures_of_a_part_of_a_year_are_not_held_against_whole_years() -> None:
    part = item(THERE, "Trycksår", figures=(figure("4", part=True),))
    found = verdict(percent(HERE, "Trycksår"), part)
    assert found
    assert (found.grade, found.apart) == (rt.NotComparable, "Den ena har bara tal för en del av året")
    some = item(THERE, "Trycksår", figures=(figure("4", part=True), figure("5", year=2030)))
    assert grade(percent(HERE, "Trycksår"), some) == rt.SameMeasure


def test_a_unit_is_not_held_against_a_whole_administration() -> None:
    found = verdict(percent(edition("11", kind=rt.UnitPlan), "Nöjda patienter"), percent(THERE, "Nöjda patienter"))
    assert found
    assert (found.grade, found.apart) == (rt.NotComparable, "Olika nivå: en enhet mot en hel förvaltning")


def test_one_that_says_more_is_close_and_what_more_is_told() -> None:
    found = verdict(
        percent(HERE, "Följsamhet till hygienrutiner"), percent(THERE, "Följsamhet till hygienrutiner och klädregler")
    )
    assert found
    assert (found.grade, found.apart) == (rt.Close, "Bara den ena säger klädregler")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Beläggningsgrad vårdplatser", "Beläggning på vårdplatser"),
        ("Andel invånare som har förtroende för tandvården", "Förtroende för tandvården"),
        ("Deltagande i tarmcancerscreening", "Deltagande i tarmscreening"),
    ],
)
def test_form_and_inflection_set_no_measures_apart(here: str, there: str) -> None:
    assert grade(percent(HERE, here), percent(THERE, there)) == rt.SameMeasure


def test_measures_of_other_things_have_nothing_to_do_with_each_other() -> None:
    assert grade(percent(HERE, "Sjukfrånvaro"), percent(THERE, "Svar inom fem dagar")) is None


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (rt.SavingLine, rt.AllocationLine, "Effekten av en besparing kan inte jämföras med en hel ram"),
        (
            rt.SavingLine,
            rt.IncomeStatementLine,
            "Effekten av en besparing kan inte jämföras med en rad i resultaträkningen",
        ),
        (rt.AllocationLine, rt.PropertyInvestmentLine, "En hel ram kan inte jämföras med en investering"),
    ],
)
def test_the_same_name_over_another_kind_of_money_is_not_comparable(one: Iri, other: Iri, why: str) -> None:
    found = verdict(item(HERE, "Läkemedel", one), item(THERE, "Läkemedel", other))
    assert found
    assert (found.grade, found.apart) == (rt.NotComparable, why)


def test_accounts_of_the_same_name_are_the_same_and_frames_are_close() -> None:
    assert grade(*(item(of, "Köpt vård", rt.IncomeStatementLine) for of in (HERE, THERE))) == rt.SameMeasure
    assert grade(*(item(of, "Psykiatri", rt.AllocationLine) for of in (HERE, THERE))) == rt.Close


def test_what_is_left_over_and_what_is_cut_otherwise_is_not_comparable() -> None:
    found = verdict(*(item(of, "Övriga kostnader", rt.IncomeStatementLine) for of in (HERE, THERE)))
    assert found
    assert (found.grade, found.apart) == (rt.NotComparable, "Vad en sådan rad rymmer skiljer sig mellan regioner")
    parted = verdict(
        item(HERE, "Psykiatri", rt.AllocationLine), item(THERE, "Psykiatri och habilitering", rt.AllocationLine)
    )
    assert parted
    assert (parted.grade, parted.apart) == (rt.NotComparable, "Raderna rymmer olika mycket: indelningen är en annan")


def test_a_saving_and_a_measure_of_one_theme_are_no_more_than_that() -> None:
    saving = item(HERE, "Hyroberoende vård", rt.SavingLine)
    measure = percent(THERE, "Oberoende inhyrd personal (hyrkostnad som andel av personalkostnaden)")
    found = verdict(saving, measure)
    assert found
    assert (found.grade, found.apart) == (rt.SameTheme, "Det ena är effekten av en besparing, det andra ett mått")


def test_undertakings_of_one_theme_in_other_words_are_found() -> None:
    here = item(HERE, "Oberoende av hyrbemanning", rt.Activity)
    found = verdict(here, item(THERE, "Fri från inhyrd personal", rt.Activity))
    assert found
    assert [theme for theme, _ in found.pair.themes] == ["inhyrd personal"]
    assert grade(here, item(THERE, "Bemanning av telefonväxeln", rt.Activity)) != rt.Close


def test_a_shared_number_makes_nothing_comparable() -> None:
    here = item(HERE, "", rt.Assignment, notation="RF1", description="Öppna en ny färjelinje")
    there = item(THERE, "", rt.Assignment, notation="RF1", description="Rusta upp ridvägarna")
    assert grade(here, there) is None


def test_whole_frames_are_told_by_their_size_not_by_their_name() -> None:
    def frame(of: object, title: str, sek: int) -> Item:
        amounts = (Sum(Iri(f"a:{title}"), rt.Budget, 2031, Decimal(sek), str(sek), part_of_year=False),)
        return item(of, title, rt.AllocationLine, sums=amounts)  # type: ignore[arg-type]

    board, part = frame(HERE, "Vårdnämnden", 900), frame(HERE, "Sjukhus", 500)
    total, other = frame(THERE, "Allt", 700), frame(THERE, "Vårdcentraler", 300)
    found = {
        (each.verdict.pair.here, each.verdict.pair.there): each
        for each in comparing(board, part, total, other).chosen()
    }
    assert found.keys() == {(board, total)}
    assert found[board, total].verdict.grade == rt.Close
