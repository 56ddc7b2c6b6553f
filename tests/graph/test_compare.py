"""What regions state on a question, over two invented regions, and the command that tells it."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.commands.compare import compare as command
from graph.compare import Comparison, asked, compare
from graph.errors import UnknownThing
from graph.store import DirectoryStore
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from ontology.iri import Iri

from .comparing.two_regions import FOLDERS, invented


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("regions")
    with DirectoryStore(directory).writing() as draft:
        for told in find(FOLDERS):
            if isinstance(told, Told):
                draft.put(read(told).reading)
    return directory


def found(question: str, *regions: str, year: int | None = 2027) -> Comparison:
    return compare(invented(), question, regions, year)


def labels(of: Comparison, code: str, kind: Iri) -> list[str]:
    (side,) = [each for each in of.sides if each.code == code]
    return [each.label for each in side.by_kind().get(kind, ())]


def test_each_region_is_told_by_kind() -> None:
    there = found("hyrpersonal")
    assert [side.code for side in there.sides] == ["98", "99"]
    assert labels(there, "98", rt.Activity) == ["5 Oberoende av hyrpersonal"]
    assert "16 Fri från inhyrd personal" in labels(there, "99", rt.Activity)
    assert labels(there, "98", rt.SavingLine) == ["Mindre hyrpersonal"]
    assert list(there.sides[0].by_kind()) == [kind for kind in there.kinds if kind in there.sides[0].by_kind()]


def test_a_question_in_a_sentence_is_its_telling_words() -> None:
    assert asked("Hur mycket hyrpersonal har de?") == "hyrpersonal"
    assert asked("vad är det") == "vad är det"
    assert labels(found("Vad säger de om sjukfrånvaro?"), "98", rt.Indicator) == ["Sjukfrånvaro"]


def test_the_latest_plans_are_told_unless_a_year_is_asked_for() -> None:
    assert {plan.year for plan in found("hyrpersonal", "99", year=None).sides[0].editions} == {2028}
    assert {plan.year for plan in found("hyrpersonal", "99").sides[0].editions} == {2027}
    assert found("hyrpersonal", "99", year=None).sides[0].elsewhere > 0


def test_figures_are_as_stated_with_what_narrows_them() -> None:
    (side,) = found("inhyrd personal andel", "98").sides
    (measure,) = side.by_kind()[rt.Indicator]
    assert {(each.role, each.year, each.as_written, each.number) for each in measure.figures} == {
        (rt.Target, 2027, "3,0%", Decimal("3.0")),
        (rt.Outcome, 2025, "2025: 4,4%", Decimal("4.4")),
    }
    (other,) = found("infektioner", "98").sides
    assert [each.part_of_year for each in other.found[0].figures if each.role == rt.Outcome] == [True]


def test_kronor_per_inhabitant_are_computed_for_years_whose_inhabitants_are_stated() -> None:
    (side,) = found("läkemedel", "98").sides
    (line,) = side.by_kind()[rt.IncomeStatementLine]
    computed = {each.year: each.per_inhabitant for each in line.figures}
    assert side.inhabitants == {2026: 98120, 2027: 98010, 2028: 97870, 2029: 97640}
    assert computed == {2025: None, 2026: Decimal(-4158), 2027: Decimal(-4295)}


def test_pairs_have_one_of_the_things_shown_and_only_regions_asked_for() -> None:
    both = found("sjukfrånvaro")
    shown = {each.iri for side in both.sides for each in side.found}
    assert both.beside[0].grade == rt.SameMeasure
    for pair in both.beside:
        assert {pair.here.iri, pair.there.iri} & shown
    assert found("sjukfrånvaro", "98").beside == ()


def test_a_region_or_year_that_there_is_not_is_told() -> None:
    with pytest.raises(UnknownThing, match=r"region 77 .* 98, 99"):
        found("x", "98", "77")
    with pytest.raises(UnknownThing, match=r"1901.* 2027, 2028"):
        found("x", year=1901)


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, [*arguments, "--store", str(store)])


def test_the_tree_tells_figures_sources_grades_and_reasons(store: Path) -> None:
    told = run(store, "hyrpersonal", "--regions", "98,99", "--year", "2027")
    assert told.exit_code == 0
    for words in (
        "Region Påhitt (påhittad) (98)", "5 Oberoende av hyrpersonal  [pahitt-forvaltningsplan-2027.txt:",
        "2027 target: 3,0%", "PART OF THE YEAR", "computed: ", "same measure (0.9", "not comparable (0.", "kan inte jämföras med",
    ):  # fmt: skip
        assert words in told.output


def test_the_same_as_csv_and_json(store: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(store, "hyrpersonal", "--format", "csv").output)))
    assert {row["part"] for row in rows} == {"thing", "pair"}
    assert {row["grade"] for row in rows if row["part"] == "pair"} >= {"SameMeasure", "NotComparable"}
    as_json = json.loads(run(store, "hyrpersonal", "--format", "json").output)
    assert [row["thing"] for row in as_json] == [row["thing"] for row in rows]
    assert run(store, "hyrpersonal", "--format", "table").exit_code == 0


def test_nothing_found_is_told_and_exits_1(store: Path) -> None:
    told = run(store, "zxqwv")
    assert told.exit_code == 1
    assert told.output.count("nothing on this") == 2


@pytest.mark.parametrize("odd", ["", " ", "(((", "\x1b[31mröd", "' OR 1=1", "}} ?s ?p", "a" * 5_000, "*", "å NEAR ä"])
def test_hostile_questions_are_only_words(store: Path, odd: str) -> None:
    told = run(store, odd)
    assert told.exit_code in (0, 1)
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert "\x1b" not in told.output
