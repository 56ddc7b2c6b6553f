"""A plan filled in as a workbook is read to records; a plan exported to one comes back the same; an edit changes just that."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Quad

import rodatraden
from graph.fields import fields_of, record_types
from graph.records import Activity, Amount, ByNumber, IndicatorValue, Reading, Record
from graph.selectors import selectors_in
from graph.terms import spelled
from graph.workbook.forms import forms
from graph.workbook.rows import sheets_of
from graph.workbook.written import write_workbook
from graph.writer import Written, write
from loaders.corpus import Told, entries
from loaders.errors import UnreadablePlan
from loaders.facts import Facts
from loaders.run import read
from ontology import rt
from ontology.vocab import Unit

EXAMPLES = Path(__file__).parents[3] / "examples" / "region-exempel" / "corpus.toml"
PLAN = {
    "Slag av plan": "förvaltningsplan",
    "Titel": "Omsorgsplan 2031–2033",
    "Första år": 2031,
    "Sista år": 2033,
    "Länskod": "22",
    "Organisation": "Omsorgsförvaltningen",
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The template with what the plan is."""
    path = tmp_path / "plan.xlsx"
    write_workbook(path)
    return edited(path, facts)


def edited(path: Path, change: Callable[[Any], None]) -> Path:
    """A workbook that a person changed in another program."""
    held = openpyxl.load_workbook(path)
    change(held)
    held.save(path)
    return path


def facts(held: Any) -> None:
    for row in held["Plan"].iter_rows(min_row=3):
        row[1].value = PLAN.get(row[0].value)


def add(sheet: Any, **cells: object) -> int:
    """Put a row below the others, by headings; blanks in these are underlines."""
    heads = {cell.value: cell.column for cell in sheet[2]}
    row = max(cell.row for column in sheet.iter_cols() for cell in column if cell.value is not None) + 1
    for name, said in cells.items():
        sheet.cell(row, heads[name.replace("_", " ")], said)
    return row


def reading_of(path: Path, **told: Any) -> Reading:
    return read(Told(path, Facts(**told))).reading


def only(reading: Reading, kind: type[Record]) -> Any:
    (found,) = (record for record in reading.records if isinstance(record, kind))
    return found


def said(written: Written) -> set[tuple[str, str, str]]:
    """What is stated and inferred of things, but not where it stands."""
    plain: frozenset[Quad] = (written.stated - selectors_in(written.stated)) | written.inferred
    passages = {quad.subject for quad in plain if spelled(quad.object) == rt.Passage}
    return {
        (spelled(quad.subject), quad.predicate.value, str(quad.object))
        for quad in plain
        if quad.subject not in passages
        and quad.predicate.value != rt.passage
        and written.document not in (spelled(quad.subject), spelled(quad.object))
    }


def examples() -> list[Told]:
    return [each for each in entries(EXAMPLES) if isinstance(each, Told)]


def test_an_empty_template_says_what_to_fill_in(tmp_path: Path) -> None:
    write_workbook(tmp_path / "plan.xlsx")
    with pytest.raises(UnreadablePlan, match="sheet Plan, cell B8: Länskod is empty"):
        reading_of(tmp_path / "plan.xlsx")


def test_examples_are_not_read(book: Path) -> None:
    reading = reading_of(book)
    assert reading.records == ()
    assert reading.doubts == ()
    assert {kept.kind for kept in reading.kept} <= {rt.HeadingPassage, rt.ProsePassage}
    assert (reading.plan.year, reading.plan.period_end, reading.plan.region.name) == (
        2031,
        2033,
        "Region Västernorrland",
    )


def test_rows_become_records_with_sheet_and_cells(book: Path) -> None:
    def fill(held: Any) -> None:
        add(held["Uppdrag"], Slag="uppdrag", Nummer="RF1", Beskrivning="Korta köerna")
        add(held["Aktivitet"], Titel="Nya hem", Nummer="3", Svarar_mot="RF1; RF9", Planerat_år="2031; 2032")
        add(held["Aktivitet"], Titel="Tidbok", Del_av_aktivitet="Nya hem", Klart_senast="2031-03-31")
        add(held["Mått"], Slag="indikator", Titel="Väntetid", Redovisas="delår; år")
        add(held["Värde"], Värde_för="Väntetid", Roll="mål", År=2031, Tal=0.5, Enhet="procent", Jämförelse="högst")
        add(held["Budgetrad"], Slag="ram", Titel="Hyra")
        add(held["Belopp"], Belopp_för="Hyra", Roll="budget", Kronor=1_250_000.5, År=2031)

    reading = reading_of(edited(book, fill))
    first, second = (record for record in reading.records if isinstance(record, Activity))
    assert [each.notation for each in first.serves] == ["RF1", "RF9"]
    assert (first.planned_year, str(second.due_by)) == ((2031, 2032), "2031-03-31")
    assert isinstance(second.part_of[0], ByNumber)
    assert (first.place.spans[0].sheet, first.place.spans[0].cell) == ("Aktivitet", "B4:I4")
    value, amount = only(reading, IndicatorValue), only(reading, Amount)
    assert (str(value.number), value.unit, value.comparator) == ("0.5", Unit.PERCENT, rt.AtMost)
    assert value.as_written == "0,5 procent"
    assert str(amount.sek) == "1250000.5"
    triples = said(write(reading))
    base = "https://w3id.org/rodatraden/id/22/omsorgsforvaltningen/forvaltningsplan-2031/"
    assert (f"{base}activity/tidbok", rt.partOfActivity, f"<{base}activity/3-nya-hem>") in triples
    assert (f"{base}activity/3-nya-hem", rt.serves, f"<{base}assignment/rf9>") in triples


def test_a_row_that_cannot_be_understood_is_told_and_the_rest_read(book: Path) -> None:
    def fill(held: Any) -> None:
        add(held["Mått"], Slag="indikator", Titel="Väntetid")
        add(held["Värde"], Värde_för="Köer", Roll="mål", Tal=1)
        add(held["Värde"], Värde_för="Väntetid", Roll="mål", Tal="många", Så_som_det_står="många")
        add(held["Värde"], Värde_för="Väntetid", Roll="målet", Tal=1)
        add(held["Värde"], Värde_för="Väntetid", Tal=1)
        add(held["Mål"], Titel="A", Del_av_mål="B")
        add(held["Mål"], Titel="B", Del_av_mål="A")
        held["Risk"].cell(2, 20, "Färg")

    reading = reading_of(edited(book, fill))
    told = [doubt.sv for doubt in reading.doubts]
    assert only(reading, IndicatorValue).as_written == "många"
    for words in (
        "Blad Värde, cell B4: ”Köer” är ingen rad på Mått.",
        "Blad Värde, cell F5: ”många” är inget tal.",
        "Blad Värde, cell C6: ”målet” är inget av orden",
        "Blad Värde, cell C7: är tom, men Roll måste fyllas i",
        "Blad Risk, cell T2: ”Färg” är ingen kolumn",
    ):
        assert any(words in each for each in told), words
    assert any("i ring" in each for each in told)


def test_a_number_changed_without_its_wording_is_told(book: Path) -> None:
    def fill(held: Any) -> None:
        add(held["Mått"], Slag="indikator", Titel="Väntetid")
        add(held["Värde"], Värde_för="Väntetid", Roll="mål", Tal=90, Så_som_det_står="85 %")

    assert [doubt.sv for doubt in reading_of(edited(book, fill)).doubts] == [
        "Blad Värde, cell F4: ”90” stämmer inte med ”85 %”."
    ]


@pytest.mark.parametrize("told", examples(), ids=lambda told: told.path.stem)
def test_a_plan_comes_back_the_same(told: Told, tmp_path: Path) -> None:
    whole = write(read(told).reading)
    path = tmp_path / f"{told.path.stem}.xlsx"
    write_workbook(path, sheets_of(whole))
    again = reading_of(path)
    assert again.replaces == told.path.name
    assert said(write(again)) == said(whole)


def test_texts_that_look_like_formulas_stay_texts(book: Path, tmp_path: Path) -> None:
    texts = ("=1+1", "+46", "-x", "@sum", "https://a.example", "007", "A; B | C")

    def fill(held: Any) -> None:
        for text in texts:
            add(held["Risk"], Titel=text)
            held["Risk"].cell(held["Risk"].max_row, 2).data_type = "s"

    whole = write(reading_of(edited(book, fill)))
    write_workbook(tmp_path / "again.xlsx", sheets_of(whole))
    again = reading_of(tmp_path / "again.xlsx")
    assert tuple(record.label for record in again.records) == texts
    assert said(write(again)) == said(whole)
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "again.xlsx")["Risk"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_every_kind_of_record_has_its_sheet_and_every_field_its_column() -> None:
    known = {kind: form for form in forms() for kind in form.kinds}
    for kind in record_types():
        if issubclass(kind, Record):
            told = {column.field for column in known[kind].columns}
            assert {field.name for field in fields_of(kind)} - {"place"} <= told
    assert all(len(form.name) <= 31 and len(set(form.headings)) == len(form.headings) for form in forms())


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command on a store of its own."""
    monkeypatch.setenv("RODATRADEN_STORE", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(rodatraden.commands, [str(word) for word in words])


def test_load_export_edit_load(run: Callable[..., Result], tmp_path: Path) -> None:
    told = next(each for each in examples() if each.path.stem == "enhetsplan-2027")
    assert run("load", told.path).exit_code == 0
    assert run("export", "--format", "xlsx", "--out", "enhetsplan.xlsx").exit_code == 0
    path = tmp_path / "enhetsplan.xlsx"
    before = said(write(reading_of(path)))

    def change(held: Any) -> None:
        add(held["Aktivitet"], Titel="En alldeles ny aktivitet")

    edited(path, change)
    after = said(write(reading_of(path)))
    assert before <= after
    assert {subject.rpartition("/")[2] for subject, _, _ in after - before} == {"en-alldeles-ny-aktivitet"}
    loaded = run("load", path)
    assert loaded.exit_code == 0, loaded.output
    assert "enhetsplan.xlsx: replaced" in loaded.output
    listed = run("documents").output
    assert "enhetsplan.xlsx" in listed
    assert "enhetsplan-2027.txt" not in listed
    assert "unchanged" in run("load", path).output


def test_the_template_command(run: Callable[..., Result], tmp_path: Path) -> None:
    assert run("template", "plan.xlsx").exit_code == 0
    assert openpyxl.load_workbook(tmp_path / "plan.xlsx").sheetnames[0] == "Läs mig"
    assert run("template", "plan.xlsx").exit_code == 2
    assert run("template", "plan.xlsx", "--force").exit_code == 0
    assert run("template", "plan.docx").exit_code == 2


def test_exports_that_cannot_be(run: Callable[..., Result]) -> None:
    run("load", *(each.path for each in examples() if "forvaltningsplan" in each.path.stem))
    assert "Choose one with --document" in run("export", "--format", "xlsx", "--out", "a.xlsx").output
    assert run("export", "--format", "xlsx").exit_code == 2
    assert run("export", "--format", "xlsx", "--out", "a.xlsx", "--document", "b").exit_code == 1
    assert run("export", "--document", "b").exit_code == 2
    assert run("export", "--format", "xlsx", "--out", "folder").exit_code == 0
    assert {path.name for path in Path("folder").iterdir()} == {
        "forvaltningsplan-2027.xlsx",
        "forvaltningsplan-2028.xlsx",
    }
