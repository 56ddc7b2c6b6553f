"""`rodatraden findings`: what it prints, what it chooses, and what it exits with."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import rodatraden

ROOT = Path(__file__).parents[3]
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The command on a store of the example."""
    store = str(tmp_path_factory.mktemp("findings") / "store")
    runner = CliRunner()
    runner.invoke(rodatraden.commands, ["load", str(ROOT / "examples" / "region-exempel"), "--store", store])
    return lambda *words: runner.invoke(rodatraden.commands, ["findings", "--store", store, *words])


def test_each_finding_is_a_line_with_its_place(run: Run) -> None:
    result = run("--kind", "sum-differs")
    first, second = result.stdout.splitlines()
    assert first.startswith("forvaltningsplan-2028.txt:848: error: “Kostnader” says -7 860 300")
    assert first.endswith("[SumDiffers]")
    assert second.startswith("forvaltningsplan-2028.txt:852: error: “Resultat”")
    assert result.stderr == "2 findings: 2 errors.\n"
    assert result.exit_code == 0


def test_the_texts_are_swedish_if_wanted(run: Run) -> None:
    assert "”Kostnader” anger -7 860 300" in run("--kind", "SumDiffers", "--language", "sv").stdout


def test_only_what_is_grave_enough_is_told(run: Run) -> None:
    every, warnings, errors = (len(run("--min-severity", each).stdout.splitlines()) for each in SEVERITIES)
    assert every > warnings > errors == 2


SEVERITIES = ("info", "warning", "error")


def test_a_document_is_named_with_its_ending_or_without(run: Run) -> None:
    told = run("--document", "enhetsplan-2027.txt").stdout
    assert told == run("--document", "enhetsplan-2027").stdout
    assert all("enhetsplan-2027.txt:" in line for line in told.splitlines())
    result = run("--document", "nix")
    assert result.exit_code == 1
    assert "enhetsplan-2027.txt" in result.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--fail-on", "error"), 1),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "error", "--document", "enhetsplan-2027"), 0),
        (("--fail-on", "info", "--kind", "risk-value-differs"), 0),
        ((), 0),
        (("--min-severity", "grave"), 2),
    ],
)
def test_it_exits_with_what_was_asked_for(words: tuple[str, ...], code: int, run: Run) -> None:
    assert run(*words).exit_code == code


def test_machines_read_it_too(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--kind", "SumDiffers", "--format", "csv").stdout)))
    listed = json.loads(run("--kind", "SumDiffers", "--format", "json").stdout)
    assert [row["line"] for row in rows] == ["848", "852"]
    assert [row["line"] for row in listed] == [848, 852]
    assert listed[0]["severity"] == "error"
    assert listed[0]["method"] == "sum-differs"


def test_nothing_of_a_kind_is_said(run: Run) -> None:
    assert run("--kind", "PercentOverHundred").stdout == "Nothing of that sort was found.\n"
