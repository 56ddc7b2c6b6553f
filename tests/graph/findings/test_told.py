"""What is odd in whole documents is told: the example's oddities, all of them, and what was known of the real ones."""

import re

import pytest
from pyoxigraph import Store

from graph.derived.attempts import Attempts
from graph.findings.findings import findings, write_findings
from graph.findings.told import Told, told
from graph.iris import Minter
from graph.view import View
from ontology import rt

from ..region_exempel import derived


@pytest.fixture(scope="module")
def odd() -> tuple[Told, ...]:
    """All findings of the example, in Swedish."""
    return told(derived(), "sv")


#: What the example's README says is odd on purpose: the file, the fault, and what the finding must say.
ON_PURPOSE = [
    ("forvaltningsplan-2028.txt", rt.SumDiffers, "-7 860 300 .* -7 858,3"),
    ("forvaltningsplan-2028.txt", rt.StatedDifferently, "Primärvårdens andel av kostnaden.* 20,3 % .* 20,1 %"),
    ("arsredovisning-2027.txt", rt.StatedDifferently, "Deltagande i tarmscreening.* 69,4 %.* 70,2 %"),
    ("forvaltningsplan-2028.txt", rt.OutcomeOutdated, r"2026: Beläggning på vårdplatser \(2025\)"),
    ("forvaltningsplan-2028.txt", rt.TargetMoved, "inhyrd personal.* 1,8%.* 2,2%"),
    ("arsredovisning-2027.txt", rt.InferredFromOrder, "Kolumnrubrikernas ordning"),
    ("enhetsplan-2027.txt", rt.ColumnNotTold, "3 aktiviteter, 2 tider och 3 ansvariga"),
    ("enhetsplan-2027.txt", rt.TableNotUnderstood, "167–170"),
    ("enhetsplan-2027.txt", rt.YearNotTold, "92%"),
    ("arsredovisning-2027.txt", rt.UnitInferred, "mnkr"),
    ("verksamhetsplan-2027.txt", rt.ColumnNotTold, "siffran 3"),
    ("forvaltningsplan-2027.txt", rt.UnknownRegion, "99"),
]


@pytest.mark.parametrize(("file", "fault", "says"), ON_PURPOSE)
def test_what_is_odd_on_purpose_is_found(file: str, fault: str, says: str, odd: tuple[Told, ...]) -> None:
    found = [each for each in odd if each.fault == fault and file in {place.stand.file for place in each.places}]
    assert [each for each in found if re.search(says, each.text)]


def test_only_the_sum_that_is_wrong_is_an_error(odd: tuple[Told, ...]) -> None:
    errors = [each for each in odd if each.severity == rt.Error]
    assert {each.about_label for each in errors} == {"Kostnader", "Resultat"}
    assert {each.fault for each in errors} == {rt.SumDiffers}
    assert list(odd[: len(errors)]) == errors


def test_a_change_between_plans_is_told_once(odd: tuple[Told, ...]) -> None:
    reused = {each.about_label for each in odd if each.fault == rt.NumberReused}
    assert reused == {"RF3", "5 Lindrande vård dygnet runt", "11 Tandhälsa på särskilt boende"}
    assert len({(each.fault, each.text) for each in odd if each.fault != rt.UnknownRegion}) > 0.95 * len(odd) - 10


def test_every_finding_stands_somewhere_in_both_languages(odd: tuple[Told, ...]) -> None:
    english = {each.iri: each for each in told(derived(), "en")}
    assert english.keys() == {each.iri for each in odd}
    for each in odd:
        assert each.places
        assert each.text != english[each.iri].text


def test_a_second_run_finds_the_same_and_leaves_the_loaders_doubts() -> None:
    engine = Store()
    engine.bulk_extend(derived().engine)
    before = set(engine)
    made = write_findings(engine, Minter(), Attempts())
    assert set(engine) == before
    assert {each.iri for each in made} == {each.iri for each in told(derived(), "sv") if each.method}
    assert [each for each in told(derived(), "sv") if not each.method]


def test_an_empty_store_has_nothing_odd() -> None:
    assert findings(View(Store()), Attempts()) == ()


@pytest.fixture(scope="module")
def real(real_view: View) -> tuple[Told, ...]:
    """All findings of the corpus, in Swedish."""
    return told(real_view, "sv")


KNOWN = [
    (rt.StatedDifferently, "Läkemedel.*675,4.*666,6"),
    (rt.NumberLikelySlip, "RF27-7 .*RF24-7"),
    (rt.NumberUsedTwice, "Numret 53"),
    (rt.NumberMissing, "1–4, 7, 16"),
    (rt.NumberReused, "RF11"),
    (rt.AssignmentWithoutActivity, "RF10"),
    (rt.TargetLowered, "520 kr/tim.*540 kr/tim"),
    (rt.PartsExceedWhole, "289,7 mot 259,7"),
    (rt.CompletionContradicted, "Ej planenligt"),
]


@pytest.mark.parametrize(("fault", "says"), KNOWN)
def test_what_is_odd_in_the_real_documents_is_found(fault: str, says: str, real: tuple[Told, ...]) -> None:
    assert [each for each in real if each.fault == fault and re.search(says, each.text)]


def test_the_real_documents_sums_add_up_within_roundings(real: tuple[Told, ...]) -> None:
    assert not [each for each in real if each.severity == rt.Error]
    assert len([each for each in real if each.method]) < 80
