"""What a reader is told of a plan's oddities, and that what is in order is not doubted."""

from collections.abc import Callable

import pytest

from graph.records import Activity, Assignment, Doubt, Indicator, IndicatorValue, Milestone, Reading
from loaders.facts import Facts
from ontology import rt
from ontology.iri import Iri

Read = Callable[[str, Facts], Reading]

HEAD = "Perspektiv\tMål\tIndikator\tMålvärde År 2027\tNuläge 2025\tRedovisas\n"
ACTIVITIES = "Aktiviteter\tBeskrivning\tKoppling till uppdrag\t2027\t2028\n"
CONTROLS = "Risk\tGranskningsområde\tRegelverk\tMetod för granskning\tRiskvärde\tGranskning klar\n"
SHARES = "Fördelning\n\nVerksamhet\tRam 2027 (mnkr)\tRam 2026 (mnkr)\n"


def doubts(reading: Reading, kind: Iri) -> list[Doubt]:
    """The doubts of a kind."""
    return [doubt for doubt in reading.doubts if doubt.kind == kind]


def test_a_row_that_stands_shifted_is_told_and_read_all_the_same(read_as: Read, facts: Facts) -> None:
    rows = "Trygga\tLita på vården\tAndel som litar\t60%\t55 %\tÅr\n\t\t\tAndel i tid\t90%\t71 %\tÅr\n"
    reading = read_as(HEAD + rows, facts)
    (doubt,) = doubts(reading, rt.CellsShifted)
    assert doubt.about is not None
    assert doubt.about.label == "Andel i tid"
    assert "förskjuten" in doubt.sv
    values = [value.as_written for value in reading.records if isinstance(value, IndicatorValue)]
    assert values == ["60%", "55 %", "90%", "71 %"]


def test_a_name_printed_once_is_among_the_passages_of_all_its_rows(read_as: Read, facts: Facts) -> None:
    rows = "Trygga\tI tid\tAndel i tid\t90%\tUnga 71 %\tÅr\n\t\t\t80%\tGamla 61 %\tÅr\n"
    first, second = [one for one in read_as(HEAD + rows, facts).records if isinstance(one, Indicator)]
    assert (first.variant, second.variant) == ("Unga", "Gamla")
    assert [span.first_line for span in first.place.spans] == [2]
    assert [span.first_line for span in second.place.spans] == [3, 2]


def test_a_reporting_that_says_nothing_is_told(read_as: Read, facts: Facts) -> None:
    reading = read_as(HEAD + "Ordning\tI balans\tResultat\t0 mnkr\t-4 mnkr\t/2år\n", facts)
    (doubt,) = doubts(reading, rt.ValueNotRead)
    assert "/2år" in doubt.sv


def test_two_things_of_one_name_share_its_figures(read_as: Read, facts: Facts) -> None:
    row = "Ordning\tI balans\tPeriodresultat och helårsprognos\t0 mnkr\t-21 mnkr -34 mnkr (Delår 2-2026)\tÅr\n"
    values = [value for value in read_as(HEAD + row, facts).records if isinstance(value, IndicatorValue)]
    assert [(value.number, value.note) for value in values[1:]] == [
        (-21, ("Periodresultat",)),
        (-34, ("helårsprognos",)),
    ]
    assert [value.label for value in values[1:]] == [
        "Utfall 2026: -21 mnkr (Delår 2-2026)",
        "Utfall 2026: -34 mnkr (Delår 2-2026)",
    ]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Årsarbetare utifrån arbetad tid", rt.FullTimeEquivalent),
        ("Antal årsarbetare", rt.FullTimeEquivalent),
        ("Årsarbetare per vårdplats", None),
        ("Minskning av väntan", None),
    ],
)
def test_what_is_counted_may_be_the_unit(name: str, unit: Iri | None, read_as: Read, facts: Facts) -> None:
    reading = read_as(f"{HEAD}Ordning\tI balans\t{name}\t-3 %\t4 839\tÅr\n", facts)
    target, outcome = [value for value in reading.records if isinstance(value, IndicatorValue)]
    assert target.unit != rt.FullTimeEquivalent
    assert outcome.unit == unit


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("2025: 6,3%", "Utfall 2025: 6,3%"),
        ("6,3 % (2024)", "Utfall 2024: 6,3 %"),
        ("6,3 % (okt)", "Utfall 2025: 6,3 % (okt)"),
        ("Delår 2: 5,0 %", "Utfall: Delår 2: 5,0 %"),
    ],
)
def test_a_label_says_a_year_once(written: str, label: str, read_as: Read, facts: Facts) -> None:
    reading = read_as(f"{HEAD}Ordning\tI balans\tHyrpersonal\t1%\t{written}\tÅr\n", facts)
    assert [value.label for value in reading.records if isinstance(value, IndicatorValue)][1] == label


@pytest.mark.parametrize(
    ("risk", "area", "kind"),
    [
        ("Märkning av prover görs inte i tid", "Kontroll att märkning av prover", rt.LabelCutOff),
        ("Märkning av prover görs inte i tid", "Kontroll att märkning av prover görs i tid", None),
        ("Märkning av prover görs inte i tid", "Kontroll av märkning", None),
        ("Prover blandas ihop", "Prover blandas ihop", rt.ValueNotRead),
    ],
)
def test_an_area_that_breaks_off_or_repeats_its_risk_is_told(
    risk: str, area: str, kind: Iri | None, read_as: Read, facts: Facts
) -> None:
    reading = read_as(f"{CONTROLS}{risk}\t{area}\tRutin\tStickprov\t(S=2, K=3) 6\t2027-05-01\n", facts)
    told = [doubt.kind for doubt in reading.doubts if doubt.about in reading.records]
    assert told == ([kind] if kind else [])


def plan(*rows: str) -> str:
    """A plan of numbered activities without marks."""
    return ACTIVITIES + "".join(f"{at}. {row}\tU1\t\t\n" for at, row in enumerate(rows, 1))


def test_an_activity_that_is_named_and_not_there_is_told_once(read_as: Read, facts: Facts) -> None:
    reading = read_as(plan("Bygg\tEnligt planen (aktivitet 9), se aktivitet 9", "Riv\tEfter aktivitet 1."), facts)
    (doubt,) = doubts(reading, rt.DanglingReference)
    assert "aktivitet 9" in doubt.sv
    assert doubt.about is not None
    assert doubt.about.label == "1 Bygg"


def test_columns_of_years_without_marks_are_told(read_as: Read, facts: Facts) -> None:
    reading = read_as(plan(*[f"Aktivitet {name}\tText" for name in "abcde"]), facts)
    (doubt,) = doubts(reading, rt.ValueNotRead)
    assert "2027, 2028 är tomma för 5 av 5 aktiviteter" in doubt.sv
    marked = read_as(ACTIVITIES + "".join(f"{at}. Bygg {at}\tText\tU1\tx\t\n" for at in range(1, 7)), facts)
    assert doubts(marked, rt.ValueNotRead) == []


WRAPPED = (
    "Aktivitet Beskrivning Koppling till uppdrag 2027 2028 2029\n\n7. Fri från hyrpersonal\n\n{}\n\nU1\n\n2,0% 1,0%\n"
)


def test_figures_in_cells_of_years_are_of_the_years_that_the_description_tells(read_as: Read, facts: Facts) -> None:
    told = read_as(WRAPPED.format("Högst 2,0% av lönerna 2027 samt högst 1,0% av lönerna 2029."), facts)
    (activity,) = [one for one in told.records if isinstance(one, Activity)]
    assert activity.planned_year == (2027, 2029)
    assert doubts(told, rt.ColumnNotTold) == []


def test_figures_in_cells_of_years_are_else_a_doubt(read_as: Read, facts: Facts) -> None:
    untold = read_as(WRAPPED.format("Högst 12,0% av lönerna 2027 och sedan mindre."), facts)
    (activity,) = [one for one in untold.records if isinstance(one, Activity)]
    assert activity.planned_year == ()
    (doubt,) = doubts(untold, rt.ColumnNotTold)
    assert doubt.about is activity


def test_assignments_stand_under_the_words_of_their_head(read_as: Read, facts: Facts) -> None:
    head = "Ordning på pengarna\n\nUppdrag från fullmäktige\n\nId\n\nRegionfullmäktige\n\n"
    reading = read_as(f"{head}KF1 Förvaltningen ska korta köerna under 2027\n", facts)
    assert [one.table for one in reading.records if isinstance(one, Assignment)] == ["Uppdrag från fullmäktige"]


def test_a_milestone_stands_where_its_number_does(read_as: Read, facts: Facts) -> None:
    activity = f"Nära vård\n\n{ACTIVITIES}4. Nya rum\tText\tU1\t\t\n\n"
    appendix = "Insatsområde\tMilstolpar 2029\n\t2027\t2028\nNära vård\t4. Nya rum -Flytten klar\t\n"
    reading = read_as(activity + appendix, facts)
    numbered, lone = [one for one in reading.records if isinstance(one, Milestone)]
    assert (numbered.title, lone.title) == ("Nya rum", "Flytten klar")
    (span,) = numbered.place.spans
    assert (activity + appendix)[span.start : span.end] == "4. Nya rum"
