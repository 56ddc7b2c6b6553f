"""The commands over years, as a person meets them: what differs between plans, and threads with their changes."""

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
    """Run a command on a store with the example in it."""
    store = tmp_path_factory.mktemp("example") / "store"

    def invoke(*words: object) -> Result:
        return CliRunner().invoke(rodatraden.commands, [*map(str, words), "--store", str(store)])

    assert invoke("load", EXAMPLE).exit_code == 0
    return invoke


def test_a_diff_tells_what_is_new_gone_renamed_reworded_moved_and_aimed_at(run: Run) -> None:
    shown = run("diff", "2027", "2028", "--region", "99").stdout
    for told in (
        "[new, number reused] 5 Lindrande vård dygnet runt  [forvaltningsplan-2028.txt:",
        "[ended] 13 Tobaksfri inför operation  [forvaltningsplan-2027.txt:",
        "was: 18 Samordnad schemaläggning",
        "[-först i Norrhult och Granvik-] {+nu på alla vårdcentraler+}",
        "focus area: Friskare längre → Vård nära hemmet",
        "target: 75% → 72%",
        "[meaning changed, number reused] RF3",
        "Årsredovisning 2027 säger: Ej påbörjat.",
    ):
        assert told in shown
    assert "[unchanged]" not in shown
    assert "[unchanged] RF1" in run("diff", "2027", "2028", "--all").stdout


def test_a_diff_goes_on_as_a_table_csv_and_json(run: Run) -> None:
    assert "changes" in run("diff", "2027", "2028", "--format", "table").stdout.splitlines()[0]
    rows = list(csv.DictReader(io.StringIO(run("diff", "2027", "2028", "--format", "csv").stdout)))
    told = json.loads(run("diff", "2028", "2027", "--format", "json").stdout)
    assert len(rows) == len(told)
    (moved,) = (each for each in told if each["changes"] == "Moved")
    assert (moved["earlier_areas"], moved["later_areas"]) == ("Friskare längre", "Vård nära hemmet")


def test_plans_that_cannot_be_compared_are_told(run: Run) -> None:
    for pair in (("2027", "2041"), ("enhetsplan-2027", "2028")):
        result = run("diff", *pair)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("Error: ")


def test_a_trace_tells_the_thread_since_when_and_what_changed(run: Run) -> None:
    shown = run("trace", "RF2").stdout
    assert "RF2 through the years, 2027–2028" in shown
    assert "└─ 2028 RF2 (reworded)" in shown
    assert "21 En ingång för unga med psykisk ohälsa (since 2027, unchanged)" in shown
    assert "22 Team för utredning och behandling på BUP (since 2027, renamed, reworded)" in shown
    assert "through the years" not in run("trace", "RF2", "--year", 2028).stdout
    gone = run("trace", "RF4").stdout
    assert "RF4 (since 2027, then ended)" in gone
    assert "26 Utredning om ledningscentral (since 2027, then ended)" in gone


def test_a_number_on_another_assignment_is_told_in_both_editions(run: Run) -> None:
    shown = run("trace", "RF3").stdout
    assert "RF3 (since 2027, then meaning changed, then number reused)" in shown
    assert "RF3 (since 2028, meaning changed, number reused)" in shown


def test_a_trace_goes_on_as_json(run: Run) -> None:
    rows = json.loads(run("trace", "RF2", "--year", 2028, "--format", "json").stdout)
    assert [(row["activity"], row["activity_since"], row["activity_changes"]) for row in rows] == [
        ("21 En ingång för unga med psykisk ohälsa", 2027, "Unchanged"),
        ("22 Team för utredning och behandling på BUP", 2027, "Renamed, Reworded"),
    ]
    assert {row["changes"] for row in rows} == {"Reworded"}
