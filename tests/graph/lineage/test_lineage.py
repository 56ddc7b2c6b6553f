"""What becomes of the things of invented plans, over two editions and more."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from graph.derived.items import Figure
from graph.lineage.lineage import Lineage
from ontology import rt
from ontology.iri import Iri

Make = Callable[..., Any]
WORDS = {
    "Listningstak på vårdcentral": "Ingen läkare ska ha fler listade än taket.",
    "Mobilt team för sköra äldre": "Läkare och sjuksköterska besöker hemma dygnet runt.",
    "Gemensam väntelista för ortopedi": "Klinikerna delar på kön.",
    "Tandhälsa i förskolan": "Fluorlack i områden med mycket karies.",
    "Samlad planering av operationer": "Salar och personal planeras i ett system.",
    "Egen anmälan till rehabilitering": "Den som vill komma gör det utan remiss.",
}


def filled(plan: Any, first: int = 1) -> Any:
    for place, (title, text) in enumerate(WORDS.items()):
        plan.add(title, str(first + place), description=text)
    return plan


def changes(found: Lineage, *things: Any) -> set[str]:
    """The kinds of change of the link between two things, of the only link of one."""
    iris = {each.iri for each in things}
    (link,) = (each for each in found.links if {each.earlier, each.later} - {None} == iris)
    return {each.local for each in link.changes}


def test_an_edition_alone_has_no_lineage(plan: Make, followed: Make) -> None:
    assert followed(filled(plan(2031))) == Lineage((), (), ())


def test_other_organisations_and_kinds_are_other_series(plan: Make, followed: Make) -> None:
    plans = plan(2031), plan(2032, organisation="other"), plan(2033, kind=rt.UnitPlan)
    assert not followed(*map(filled, plans)).links


def test_what_says_the_same_is_unchanged_though_a_year_is_missing(plan: Make, followed: Make, rows: Make) -> None:
    plans = [filled(plan(2031)), filled(plan(2034))]
    found = followed(*plans)
    assert {kinds for _, _, kinds in rows(found, plans)} == {"Unchanged"}
    assert (plans[1].edition.plan, rt.previousEdition, plans[0].edition.plan) in found.others


def test_threads_run_from_the_first_edition_to_the_last(plan: Make, followed: Make) -> None:
    plans = [filled(plan(year)) for year in (2031, 2032, 2034)]
    found = followed(*plans)
    assert len(found.threads) == len(WORDS)
    assert {(each.first_year, each.last_year, len(each.members)) for each in found.threads} == {(2031, 2034, 3)}
    first, _, last = (each.things[0].iri for each in plans)
    assert (last, rt.continuesThrough, first) in found.others
    assert (last, rt.continues, first) not in {triple for link in found.links for triple in link.flat()}


def test_numbers_anew_change_nothing(plan: Make, followed: Make, rows: Make) -> None:
    plans = [filled(plan(2031)), filled(plan(2032), first=40)]
    assert {kinds for _, _, kinds in rows(followed(*plans), plans)} == {"Unchanged"}


def test_numbers_that_change_places_are_told(plan: Make, followed: Make) -> None:
    before, after = filled(plan(2031)), plan(2032)
    titles = list(WORDS)
    titles[0], titles[1] = titles[1], titles[0]
    for place, title in enumerate(titles, 1):
        after.add(title, str(place), description=WORDS[title])
    found = followed(before, after)
    assert changes(found, before.things[0], after.things[1]) == {"NumberReused"}
    assert changes(found, before.things[1], after.things[0]) == {"NumberReused"}
    assert changes(found, before.things[2], after.things[2]) == {"Unchanged"}


def test_two_of_one_number_are_two_things(plan: Make, followed: Make) -> None:
    before, after = filled(plan(2031)), filled(plan(2032))
    for each in (before, after):
        each.add("Barncentrum på sjukhusen", "53", description="Barnens vård samlas.")
        each.add("Kamera för cancervård", "53", description="Metoden införs.")
    found = followed(before, after)
    assert changes(found, before.things[-1], after.things[-1]) == {"Unchanged"}
    assert changes(found, before.things[-2], after.things[-2]) == {"Unchanged"}


def test_a_number_on_another_thing_is_reused(plan: Make, followed: Make) -> None:
    before, after = filled(plan(2031)), filled(plan(2032))
    gone = before.add("Kvällsöppen närakut i hamnen", "20", description="Öppet till tio.")
    new = after.add("Lindrande vård dygnet runt", "20", description="Ett team svarar på natten.")
    found = followed(before, after)
    assert changes(found, gone) == {"Ended"}
    assert changes(found, new) == {"New", "NumberReused"}


def test_a_number_is_reused_though_nothing_bore_it_in_the_edition_before(plan: Make, followed: Make) -> None:
    plans = [filled(plan(year)) for year in (2031, 2032, 2033, 2034)]
    plans[0].add("Kvällsöppen närakut i hamnen", "20", description="Öppet till tio.")
    later = [each.add("Lindrande vård dygnet runt", "20", description="Ett team svarar.") for each in plans[2:]]
    found = followed(*plans)
    assert changes(found, later[0]) == {"New", "NumberReused"}
    assert changes(found, *later) == {"Unchanged"}


def test_an_assignment_of_the_same_number_and_other_words_is_another(plan: Make, followed: Make) -> None:
    before, after = plan(2031), plan(2032)
    for each, text in (
        (before, "Under 2031 ska förvaltningen korta köerna till röntgen"),
        (after, "Under 2032 ska förvaltningen bygga ut solkraften på lasarettet"),
    ):
        each.add("", "RF3", kind=rt.Assignment, description=text, label="RF3")
        each.add("", "RF5", kind=rt.Assignment, description="Minska beroendet av inhyrd personal", label="RF5")
    found = followed(before, after)
    assert changes(found, before.things[0], after.things[0]) == {"MeaningChanged", "NumberReused"}
    assert changes(found, before.things[1], after.things[1]) == {"Unchanged"}
    assert len(found.threads) == 3


def test_an_assignment_that_moved_to_another_number_is_the_same(plan: Make, followed: Make) -> None:
    before, after = plan(2031), plan(2032)
    text = "ska förvaltningen korta köerna till röntgen och laboratorium"
    before.add("", "RF3", kind=rt.Assignment, description=f"Under 2031 {text}", label="RF3")
    before.add("", "RF4", kind=rt.Assignment, description="Bygga ut solkraften på lasarettet", label="RF4")
    after.add("", "RF4", kind=rt.Assignment, description=f"Under 2032 {text}", label="RF4")
    found = followed(before, after)
    assert changes(found, before.things[0], after.things[0]) == {"NumberReused"}
    assert changes(found, before.things[1]) == {"Ended"}


def test_what_comes_back_after_a_break_is_resumed(plan: Make, followed: Make) -> None:
    plans = [filled(plan(year)) for year in (2031, 2032, 2033)]
    first, last = (
        plans[place].add("Sommarläger för barn med diabetes", "30", description="En vecka i juli.") for place in (0, 2)
    )
    found = followed(*plans)
    assert changes(found, first, last) == {"Resumed"}
    assert changes(found, first) == {"Ended"}
    (thread,) = (each for each in found.threads if first.iri in each.members)
    assert (thread.first_year, thread.last_year) == (2031, 2033)


def test_one_becomes_two_and_two_become_one(plan: Make, followed: Make) -> None:
    plans = [filled(plan(year)) for year in (2031, 2032, 2033)]
    one = plans[0].add("Stöd vid rökstopp och fetma", "9", description="Vårdcentralen ger stöd.")
    parts = [
        plans[1].add("Stöd vid rökstopp", "9", description="Vårdcentralen ger stöd."),
        plans[1].add("Stöd vid fetma", "31", description="En mottagning öppnar."),
    ]
    whole = plans[2].add("Stöd vid rökstopp och fetma", "9", description="Vårdcentralen ger stöd.")
    found = followed(*plans)
    assert all("Split" in changes(found, one, each) for each in parts)
    assert all("Merged" in changes(found, each, whole) for each in parts)
    assert {(whole.iri, rt.continuesThrough, one.iri)} <= set(found.others)
    assert len({each.iri for each in found.threads if {one.iri, whole.iri} & set(each.members)}) == 1


def test_moved_means_to_another_focus_area_not_to_the_same_by_another_name(plan: Make, followed: Make) -> None:
    before, after = plan(2031), plan(2032)
    ours = [before.add(name, kind=rt.FocusArea) for name in ("Delaktig patient", "Rätt bemanning")]
    theirs = [after.add(name, kind=rt.FocusArea) for name in ("Patienten som medskapare", "Rätt bemanning")]
    titles = list(WORDS)
    for place, title in enumerate(titles):
        before.add(title, str(place), links={rt.focusArea: [ours[place > 3]]})
        after.add(title, str(place), links={rt.focusArea: [theirs[place > 2]]})
    found = followed(before, after)
    assert changes(found, ours[0], theirs[0]) == {"Renamed"}
    assert changes(found, before.things[2], after.things[2]) == {"Unchanged"}
    assert changes(found, before.things[5], after.things[5]) == {"Moved"}
    assert changes(found, before.things[7], after.things[7]) == {"Unchanged"}


def figure(year: int, number: str | None, words: str = "", comparator: Iri | None = rt.Equals) -> Figure:
    value = Decimal(number) if number else None
    return Figure(Iri("f"), rt.Target, year, value, None, comparator, None, words or str(number), part_of_year=False)


@pytest.mark.parametrize(
    ("earlier", "later", "changed"),
    [
        ([figure(2031, "85")], [figure(2032, "85.0")], False),
        ([figure(2031, "85")], [figure(2032, "80")], True),
        ([figure(2031, "85")], [], True),
        ([figure(2031, "85", comparator=rt.AtLeast)], [figure(2032, "85", comparator=rt.AtMost)], True),
        ([figure(2031, "2"), figure(2032, "1")], [figure(2032, "1")], False),
        ([figure(2031, "2"), figure(2032, "1")], [figure(2032, "2")], True),
        ([figure(2031, None, "Enligt plan", None)], [figure(2032, None, "enligt plan", None)], False),
        (
            [figure(2031, None, "Bättre än riket (70 % 2029)", rt.BetterThanBenchmark)],
            [figure(2032, None, "Bättre än riket (67 % 2030)", rt.BetterThanBenchmark)],
            False,
        ),
    ],
)
def test_a_measures_target(
    plan: Make, followed: Make, earlier: list[Figure], later: list[Figure], *, changed: bool
) -> None:
    before, after = plan(2031), plan(2032)
    one = before.add("Täckningsgrad", kind=rt.Indicator, figures=tuple(earlier))
    other = after.add("Täckningsgrad", kind=rt.Indicator, figures=tuple(later))
    assert changes(followed(before, after), one, other) == {"TargetChanged" if changed else "Unchanged"}


@pytest.mark.parametrize(
    ("earlier", "later", "changed"),
    [
        ("Högst 2,8 % av lönerna 2031.", "Högst 2,2 % av lönerna 2032.", True),
        ("Högst 2,8 % av lönerna 2031.", "Högst 2,8 % av alla löner 2032.", False),
        ("Målet är 90 hembesök om dygnet.", "Målet är 80 hembesök om dygnet.", True),
        ("Tidböcker läggs sex veckor framåt.", "Tidböcker läggs 8 veckor framåt.", False),
        ("Delmål 1 följs upp av team 4.", "Delmål 2 följs upp av team 4.", False),
    ],
)
def test_a_target_in_words(plan: Make, followed: Make, earlier: str, later: str, *, changed: bool) -> None:
    before, after = plan(2031), plan(2032)
    one, other = (
        each.add("Fri från hyrpersonal", "1", description=text) for each, text in ((before, earlier), (after, later))
    )
    assert changes(followed(before, after), one, other) == {"Reworded", *({"TargetChanged"} if changed else ())}


def test_lines_of_one_name_are_told_apart_by_what_they_are_part_of(plan: Make, followed: Make) -> None:
    plans = plan(2031), plan(2032)
    for each in plans:
        over = [each.add(name, kind=rt.FrameChangeLine) for name in ("Hälsoval", "Akutsjukhus")]
        for parent in over if each is plans[0] else reversed(over):
            each.add("Löner och priser", kind=rt.FrameChangeLine, links={rt.parentLine: [parent]})
    found = followed(*plans)
    assert changes(found, plans[0].things[2], plans[1].things[3]) == {"Unchanged"}
    assert changes(found, plans[0].things[3], plans[1].things[2]) == {"Unchanged"}


def test_two_plans_of_one_year_are_no_editions_of_each_other(plan: Make, followed: Make) -> None:
    first, later = filled(plan(2031)), filled(plan(2032))
    twin = plan(2031)
    twin = filled(replace(twin, edition=replace(twin.edition, plan=Iri("twin"))))
    found = followed(first, twin, later)
    assert [link.earlier for link in found.links] == [each.iri for each in twin.things]
    assert [link.later for link in found.links] == [each.iri for each in later.things]
    assert (later.edition.plan, rt.previousEdition, Iri("twin")) in found.others


def test_a_report_of_the_next_year_numbers_with_its_own_year(plan: Make, followed: Make) -> None:
    plans = plan(2031, kind=rt.AnnualReport), plan(2032, kind=rt.AnnualReport)
    for each, year in zip(plans, (31, 32), strict=True):
        each.add("", f"RF{year}-1", kind=rt.Assignment, label=f"RF{year}-1")
    found = followed(*plans)
    assert changes(found, plans[0].things[0], plans[1].things[0]) == {"Unchanged"}
    assert found.links[0].confidence == Decimal("0.5")
