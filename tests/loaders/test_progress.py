"""How far a load has come, and the report of it."""

import csv
import json
from pathlib import Path

import pytest

from loaders.outcomes import Outcome, counts, lasting, report
from loaders.progress import ANEW, FEW, Progress


@pytest.fixture
def clock() -> list[float]:
    """A clock that stands where it is put."""
    return [0.0]


def test_a_few_files_have_a_line_each(capsys: pytest.CaptureFixture[str], clock: list[float]) -> None:
    progress = Progress([10, 10], lambda: clock[0], living=False)
    for name in ("a.txt", "b\x07.txt"):
        progress.step(name)
    assert capsys.readouterr().err == "[1/2] a.txt\n[2/2] b\\x07.txt\n"


def test_of_many_files_it_is_told_every_so_often_how_long_it_takes(
    capsys: pytest.CaptureFixture[str], clock: list[float]
) -> None:
    progress = Progress([9] * (FEW + 10), lambda: clock[0], living=False)
    for number in range(FEW + 10):
        clock[0] = number + 1.0
        progress.step(str(number))
    first, *_, last = capsys.readouterr().err.splitlines()
    assert first == "[5/60] 4  (1.0 files a second, 55 s left)"
    assert last == "[60/60] 59"


def test_a_terminal_has_one_living_line(capsys: pytest.CaptureFixture[str], clock: list[float]) -> None:
    progress = Progress([9, 9], lambda: clock[0], living=True)
    progress.step("a" * 1000)
    progress.say("stays")
    shown = capsys.readouterr().err
    assert shown.startswith(f"{ANEW}[1/2] aaa")
    assert shown.endswith(f"…{ANEW}stays\n")


@pytest.mark.parametrize(("seconds", "words"), [(0.4, "0 s"), (59, "59 s"), (252, "4 min 12 s"), (3900, "1 h 5 min")])
def test_times_in_words(seconds: float, words: str) -> None:
    assert lasting(seconds) == words


OUTCOMES = (
    Outcome("a", "added", document="a", records=3),
    Outcome("b", "refused", "=b: no"),
    Outcome("c", "unchanged"),
)


def test_what_a_load_came_to() -> None:
    assert counts(OUTCOMES, 3) == "1 loaded (1 new), 1 unchanged, 1 refused, in 3 s"
    assert counts((), 0) == "0 loaded, in 0 s"


def test_a_report_says_what_became_of_each_file(tmp_path: Path) -> None:
    report(OUTCOMES, tmp_path / "r.json")
    report(OUTCOMES, tmp_path / "r.csv")
    told = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert [each["outcome"] for each in told] == ["added", "refused", "unchanged"]
    rows = list(csv.DictReader((tmp_path / "r.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0]["records"] == "3"
    assert rows[1]["reason"] == "'=b: no"
