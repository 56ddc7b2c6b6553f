"""Heads as regions print them: which kind of table they are of, in whatever order, with columns that nobody knows."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import Activity, Doubt, Indicator, IndicatorValue, Reading
from loaders.document import Document
from loaders.facts import Facts
from loaders.family import Context
from loaders.layout.headers import Header
from loaders.recognise import heads_of
from ontology import rt

AsDocument = Callable[[str], Document]
Read = Callable[[str, Facts], Reading]


def heads(as_document: AsDocument, *columns: str) -> list[tuple[str, Header]]:
    """The heads of a text that has but one row of columns, and one below it."""
    document = as_document(f"Text.\n\n{chr(9).join(columns)}\n{chr(9).join('Någon text' for _ in columns)}\n")
    return list(heads_of(Context(document, None)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "family", "told"),
    [
        (
            "Fokusområde|Nämndmål|Indikator|Utfall 2025|Mål 2027",
            "indicators",
            "perspective goal indicator baseline target",
        ),
        (
            "Målområde|Effektmål|Nyckeltal|Utgångsvärde|Målvärde 2027",
            "plain goals",
            "area goal indicator outcome target",
        ),
        ("Resultatmål|Mått|2025 utfall|2026 prognos|2027 mål", "plain goals", "goal indicator outcome forecast target"),
        ("Strategiskt mål|Styrtal|Nuläge|Riktning|Mål 2027", "plain goals", "goal indicator outcome direction target"),
        ("Indikator|Kön|Utfall 2025 (%)|Mål", "plain goals", "indicator variant outcome target"),
        ("Måltal|Utfall 2025|Mål 2026", "plain goals", "indicator outcome target"),
        ("Mätetal|Bokslut 2025|Budget 2026|Plan 2027", "plain goals", "indicator outcome budget budget"),
        ("Nr|Aktivitet|Ansvar|Klart|Följs upp", "plain activities", "id activity responsible due reporting"),
        ("Mål|Aktivitet|Ansvarig|Klar", "plain activities", "goal activity responsible due"),
        ("Åtgärd|Ansvarig chef|Start|Slutdatum|Status", "plain activities", "activity responsible start due status"),
        ("Handling|Vem|När|Färdigt", "plain activities", "activity responsible due due"),
        (
            "Uppdrag|Uppdrag från|Ansvarig nämnd|Rapportering",
            "plain activities",
            "assignment decision responsible reporting",
        ),
        (
            "Risk|Sannolikhet|Konsekvens|Riskvärde|Kontrollmetod",
            "plain controls",
            "risk likelihood consequence value method",
        ),
        ("Mnkr|Utfall 2025|Budget 2026|Budget 2027", "income_statement", "outcome budget budget"),
        ("Nämnd|Budget 2026|Plan 2027", "allocations", "name frame frame"),
        ("Nettokostnader (mnkr)|Bokslut 2025|Budget 2026|Förändring %", "plain money", "name outcome budget share"),
        (
            "Indikator|Utfall|Mål|Måluppfyllelse|Kommentar",
            "indicator results",
            "indicator outcome target trend comment",
        ),
    ],
)
def test_heads_are_read_in_their_regions_words(head: str, family: str, told: str, as_document: AsDocument) -> None:
    ((name, header),) = heads(as_document, *head.split("|"))
    assert (name, [column.meaning for column in header.columns]) == (family, told.split())
    assert header.unknown == ()


@given(order=st.permutations(["Mål", "Indikator", "Målvärde 2027", "Utfall 2025", "Följs upp"]))
def test_columns_stand_in_any_order(order: list[str], read_as: Read, facts: Facts) -> None:
    cells = {
        "Mål": "Invånarna får svar",
        "Indikator": "Andel som får svar",
        "Målvärde 2027": "90 %",
        "Utfall 2025": "84 %",
        "Följs upp": "Årligen",
    }
    text = "Uppföljning\n\n" + "\t".join(order) + "\n" + "\t".join(cells[each] for each in order) + "\n"
    reading = read_as(text, facts)
    (made,) = (one for one in reading.records if isinstance(one, Indicator))
    values = {(one.role, one.year, one.as_written) for one in reading.records if isinstance(one, IndicatorValue)}
    assert (made.title, made.goal and made.goal.title, made.reporting) == (
        "Andel som får svar",
        "Invånarna får svar",
        (rt.Yearly,),
    )
    assert values == {(rt.Target, 2027, "90 %"), (rt.Outcome, 2025, "84 %")}


@pytest.mark.parametrize("at", range(4))
def test_a_column_that_nobody_knows_is_told_and_the_others_are_read(at: int, read_as: Read, facts: Facts) -> None:
    head, row = ["Aktivitet", "Ansvarig", "Klart senast"], ["Bygga en brygga", "Hamnchefen", "2027-06-30"]
    head.insert(at, "Krimskrams")
    row.insert(at, "något helt annat")
    reading = read_as("Plan\n\n" + "\t".join(head) + "\n" + "\t".join(row) + "\n", facts)
    (made,) = (one for one in reading.records if isinstance(one, Activity))
    assert (made.title, made.responsible, made.due) == ("Bygga en brygga", ("Hamnchefen",), "2027-06-30")
    (told,) = of(reading, rt.ColumnUnknown)
    assert "Krimskrams" in told.sv
    assert "Krimskrams" in told.en


def test_a_head_that_two_kinds_know_alike_is_told(read_as: Read, facts: Facts) -> None:
    text = "Plan\n\nRisk\tÅtgärd\tAnsvarig\tKlart\nVattnet stiger\tBygga en vall\tHamnchefen\t2027\n"
    (told,) = of(read_as(text, facts), rt.TableAmbiguous)
    assert told.severity == rt.Info


@pytest.mark.parametrize(
    "line",
    [
        "Mål och indikatorer följs upp varje år.",
        "Utfall 2025 blev bättre än mål 2025",
        "Ansvarig för aktiviteten är hamnchefen\tsom också har ansvar för status",
        "Våra mål\toch våra mått",
        "12\t2025\t2026",
    ],
)
def test_a_line_of_prose_is_no_head(line: str, as_document: AsDocument) -> None:
    document = as_document(f"En mening före.\n\n{line}\n\nEn mening efter. Och en till.\n")
    assert list(heads_of(Context(document, None))) == []  # type: ignore[arg-type]


def of(reading: Reading, kind: object) -> Iterator[Doubt]:
    """The doubts of a kind."""
    return (doubt for doubt in reading.doubts if doubt.kind == kind)
