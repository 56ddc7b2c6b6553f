"""follow-up, gaps, impact and path on Region Exempel: what they print, in which forms, and what they refuse."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import rodatraden

EXAMPLE = Path(__file__).parents[1] / "examples" / "region-exempel"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run a command on a store with the example."""
    store = tmp_path_factory.mktemp("thread") / "store"

    def invoked(*words: object) -> Result:
        return CliRunner().invoke(rodatraden.commands, [*map(str, words), "--store", str(store)])

    assert invoked("load", EXAMPLE).exit_code == 0
    return invoked


@pytest.mark.parametrize(
    "words",
    [("follow-up", "--year", 2027), ("gaps", "--year", 2027), ("impact", "RF5"), ("path", "RF5", "Rätt bemanning")],
)
def test_each_answers_in_every_form(run: Run, words: tuple[object, ...]) -> None:
    rows = json.loads(run(*words, "--format", "json").stdout)
    table = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").stdout)))
    assert len(rows) == len(table) > 2
    assert list(rows[0]) == list(table[0])
    assert "rows)" in run(*words, "--format", "table").stdout
    assert "Hälso- och sjukvård" in (tree := run(*words).stdout) or "RF5" in tree


def test_a_report_is_followed_in_its_own_words(run: Run) -> None:
    tree = run("follow-up", "arsredovisning-2027.txt", "--part", "items").stdout
    assert "told by: Årsredovisning 2027 (2027)" in tree
    assert "done: 4" in tree
    assert "2027: “Genomfört: Utredningen avråder.” [arsredovisning-2027.txt:325]" in tree


def test_a_plan_after_the_report_is_told_that_it_is_from_before(run: Run) -> None:
    tree = run("follow-up", "--year", 2028, "--part", "items").stdout
    assert "Årsredovisning 2027 (2027, before the plan)" in tree
    assert "no report yet" in tree
    assert "not mentioned" not in tree


def test_targets_and_money_of_a_report(run: Run) -> None:
    rows = json.loads(run("follow-up", "arsredovisning-2027", "--format", "json").stdout)
    staff = next(row for row in rows if row["part"] == "target" and row["thing"] == "Sjukfrånvaro")
    assert (staff["planned"], staff["told"], staff["verdict"]) == ("6,2%", "6,5 %", "not reached")
    assert staff["why"] == "lower is better, as the report judges how the outcome moved"
    beds = next(row for row in rows if row["part"] == "target" and row["thing"] == "Beläggning på vårdplatser")
    assert (beds["verdict"], beds["why"]) == ("cannot be told", "the outcome covers only a part of the year")
    drugs = next(row for row in rows if row["part"] == "money" and row["thing"] == "Läkemedel")
    assert (drugs["planned"], drugs["told"], drugs["difference"], drugs["percent"]) == (
        -872_600_000, -896_100_000, -23_500_000, -2.7
    )  # fmt: skip


def test_gaps_of_one_focus_area(run: Run) -> None:
    rows = json.loads(
        run("gaps", "--year", 2027, "--focus-area", "Rätt bem", "--stated-only", "--format", "json").stdout
    )
    assert {row["focus_area"] for row in rows} == {"Rätt bemanning"}
    assert {row["suggested"] for row in rows} == {None}
    assert "Rätt bemanning: 5 activities, asked for 5" in run("gaps", "--year", 2027, "--stated-only").stdout


def test_impact_shows_the_way_and_counts_figures(run: Run) -> None:
    tree = run("impact", "19", "--year", 2027, "--region", 99).stdout
    assert "─serves→ RF5" in tree
    assert "figures" in run("impact", "Sjukfrånvaro", "--year", 2027).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("follow-up", "--year", 1999), "No plan fits. There are:"),
        (("gaps", "nix"), "No plan fits."),
        (("impact", "nix nix"), "Nothing is called"),
        (("impact", "RF5", "--year", 1999), "No plan fits."),
    ],
)
def test_what_is_not_there_is_told(run: Run, words: tuple[object, ...], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 1
    assert said in result.stderr
