"""What a report's rows and plans' things are held to be the same, over plans of our own making."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.derived.items import Edition, Item
from graph.likeness import Likeness
from graph.suggesting.candidates import MOST as MOST_COMPARED
from graph.suggesting.relations.same_undertaking import suggest
from graph.suggesting.suggestion import LONGEST, MOST, Suggestion
from graph.suggesting.wording import Wordings
from ontology import rt
from ontology.iri import Iri

from .invented import BOARD, all_of, edition, item, outcome, tied

REPORT = edition(rt.AnnualReport, 2031)
PLAN = edition(rt.ManagementPlan, 2032, years=3)
NEXT = edition(rt.ManagementPlan, 2033, years=3)
FIGURES = (outcome(2030, "79.9"), outcome(2031, "81.5"))
TITLES = (
    "Fler nattpatruller på landsbygden",
    "Kortare svarstid i telefon",
    "Samordnade inköp av bilar",
    "Trygga hem för äldre",
    "Digitala lås hos den som har hemtjänst",
)


def activities(of: Edition, titles: Iterable[str] = TITLES) -> list[Item]:
    return [item(of, rt.Activity, title, line=line) for line, title in enumerate(titles)]


def suggested(*items: Item) -> list[Suggestion]:
    gathered = all_of(*items)
    return list(suggest(gathered, Likeness(gathered.all)))


def pairs(found: Iterable[Suggestion], least: float = 0.0) -> set[tuple[Iri, Iri]]:
    return {(each.subject, each.object) for each in found if each.confidence >= least}


def test_rows_are_paired_with_activities_of_each_plan() -> None:
    rows = activities(REPORT)
    found = suggested(*rows, *activities(PLAN), *activities(NEXT))
    assert pairs(found, 0.8) == {
        (row.iri, planned.iri) for plan in (PLAN, NEXT) for row, planned in zip(rows, activities(plan), strict=True)
    }


def test_a_row_in_other_words_is_found_with_the_words_they_share() -> None:
    row = item(REPORT, rt.Activity, "U31-2. Utveckla nattpatrullerna på landsbygden under planperioden")
    (found,) = suggested(row, *activities(PLAN))
    assert found.object.endswith("Fler nattpatruller på landsbygden")
    assert found.relation == rt.SameUndertaking
    assert "nattpatrull" in found.evidence
    assert "shared-words" in found.method


def test_what_is_not_planned_is_paired_with_nothing() -> None:
    assert not suggested(item(REPORT, rt.Activity, "Målning av fasader"), *activities(PLAN))


def test_measures_with_the_same_outcome_are_the_same_though_their_names_differ() -> None:
    row = item(REPORT, rt.Indicator, "Svarstid telefon", figures=FIGURES)
    planned = item(PLAN, rt.Indicator, "Samtal besvarade inom svarstid", figures=FIGURES)
    other = item(PLAN, rt.Indicator, "Svarstid för trygghetslarm", figures=(outcome(2031, "60"),))
    (found,) = suggested(row, planned, other, *activities(PLAN))
    assert found.object == planned.iri
    assert "Samma tal: utfall 2030 79.9, utfall 2031 81.5." in found.evidence


@pytest.mark.parametrize(
    "plan",
    [
        edition(rt.ManagementPlan, 2034, years=3),
        edition(rt.ManagementPlan, 2032, BOARD),
        edition(rt.AnnualReport, 2032),
    ],
)
def test_plans_of_other_times_or_organisations_and_reports_are_not_paired(plan: Edition) -> None:
    assert not suggested(*activities(REPORT), *activities(plan))


def test_a_number_is_a_hint_only_where_the_work_agrees() -> None:
    ours = [item(REPORT, rt.Assignment, notation=f"U31-{number}") for number in (1, 2)]
    theirs = [
        item(edition(rt.ManagementPlan, 2031), rt.Assignment, notation=f"U{number}", description=text)
        for number, text in ((1, "Fler ska få stöd hemma"), (2, "Bilarna ska vara färre"))
    ]
    assert not suggested(*ours, *theirs)
    rows = [item(REPORT, rt.Activity, title, links=tied(serves=ours[0])) for title in TITLES[:2]]
    planned = [item(theirs[0].edition, rt.Activity, title, links=tied(serves=theirs[0])) for title in TITLES[:2]]
    found = suggested(*ours, *theirs, *rows, *planned)
    (numbered,) = [each for each in found if each.subject in {one.iri for one in ours}]
    assert (numbered.subject, numbered.object) == (ours[0].iri, theirs[0].iri)
    assert numbered.confidence > 0.8
    assert "U31-1 är U1 i planen 2031" in numbered.evidence


def test_the_same_number_of_another_year_alone_is_nothing() -> None:
    ours = item(REPORT, rt.Assignment, notation="U31-1")
    assert not suggested(ours, item(PLAN, rt.Assignment, notation="U1", description="Fler ska få stöd hemma"))


def test_focus_areas_with_the_same_work_are_one_though_called_otherwise() -> None:
    ours, theirs = item(REPORT, rt.FocusArea, "Delaktighet"), item(PLAN, rt.FocusArea, "Medskapande")
    rows = [item(REPORT, rt.Activity, title, links=tied(focusArea=ours)) for title in TITLES]
    planned = [item(PLAN, rt.Activity, title, links=tied(focusArea=theirs)) for title in TITLES]
    found = suggested(ours, theirs, *rows, *planned)
    (area,) = [each for each in found if each.subject == ours.iri]
    assert area.object == theirs.iri
    assert "5 gemensamma delar" in area.evidence


def test_a_row_that_is_two_undertakings_is_paired_with_both() -> None:
    row = item(REPORT, rt.Activity, "Hemgång efter sjukhusvistelse och fixartjänst med lånebilar")
    both = ("Fixartjänst med lånebilar", "Hemgång efter sjukhusvistelse")
    planned = [item(PLAN, rt.Activity, title) for title in (*both, *TITLES)]
    assert pairs(suggested(row, *planned)) == {(row.iri, planned[0].iri), (row.iri, planned[1].iri)}


def test_a_row_whose_like_is_held_by_another_is_less_sure() -> None:
    exact, near = (item(REPORT, rt.Activity, title) for title in ("Trygga hem för äldre", "Trygga bilar för äldre"))
    found = {each.subject: each for each in suggested(exact, near, *activities(PLAN))}
    assert found[exact.iri].confidence > 0.9
    assert near.iri not in found or found[near.iri].confidence < 0.6


def test_things_of_one_name_are_paired_in_their_order() -> None:
    rows = [item(REPORT, rt.Activity, "Hembesök", description=str(n), line=n) for n in range(3)]
    rows = [Item(Iri(f"r:{n}"), *list(vars(row).values())[1:]) for n, row in enumerate(rows)]
    planned = [Item(Iri(f"p:{n}"), rt.Activity, rt.Activity, PLAN, "Hembesök", "Hembesök", line=n) for n in range(3)]
    found = suggested(*rows, *planned)
    assert pairs(found) == {(Iri(f"r:{n}"), Iri(f"p:{n}")) for n in range(3)}


def many(of: Edition, prefix: str, titles: Sequence[str]) -> list[Item]:
    return [
        Item(Iri(f"{prefix}:{n:05}"), rt.Activity, rt.Activity, of, title, title, line=n)
        for n, title in enumerate(titles)
    ]


@pytest.mark.parametrize(
    ("title", "times"), [("Hembesök", 1500), ("", 1500), ("(((((", 1500), ("hem " * 5000, 20), ("a" * 20_000, 20)]
)
def test_thousands_of_equal_titles_are_compared_once_each(
    title: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    alike = Wordings.alike
    monkeypatch.setattr(Wordings, "alike", lambda self, *two: compared.append(1) or alike(self, *two))
    found = suggested(*many(REPORT, "r", [title] * times), *many(PLAN, "p", [title] * times))
    assert len(compared) <= times * (MOST_COMPARED + 1)
    assert len(found) <= times


def test_titles_that_share_a_common_word_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    alike = Wordings.alike
    monkeypatch.setattr(Wordings, "alike", lambda self, *two: compared.append(1) or alike(self, *two))
    titles = [f"Hembesök ort{n:04}" for n in range(400)]
    found = suggested(*many(REPORT, "r", titles), *many(PLAN, "p", titles))
    assert len(compared) <= 400 * (MOST_COMPARED + 1)
    assert {(str(each.subject)[1:], str(each.object)[1:]) for each in found} == {(f":{n:05}",) * 2 for n in range(400)}


WORDS = st.sampled_from(
    ["hembesök", "nattpatrull", "svarstid", "lås", "inköp", "trygg", "äldre", "2031", "U31-1", "%", "(", ".", "–", "å"]
)
NAMES = st.lists(WORDS, max_size=6).map(" ".join)


@settings(max_examples=40)
@given(st.lists(NAMES, max_size=8), st.lists(NAMES, max_size=8), st.randoms())
def test_whatever_is_written_suggestions_are_sound_and_the_same(
    rows: list[str], planned: list[str], order: object
) -> None:
    items = [*many(REPORT, "r", rows), *many(PLAN, "p", planned)]
    found = suggested(*items)
    order.shuffle(items)  # type: ignore[attr-defined]
    assert suggested(*items) == found
    for each in found:
        assert str(each.subject).startswith("r:")
        assert str(each.object).startswith("p:")
        assert 0 < each.confidence <= MOST
        assert 0 < len(each.evidence) <= LONGEST
