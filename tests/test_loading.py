"""A load of many files: what is not read again, what has a name twice, what is kept of the files, what is told at the end."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import rodatraden
from graph.sources import checksum
from loaders import loading, program

PLAN = """{organisation}s plan 2031

Aktiviteter per område

Gott och nära

Aktiviteter	Beskrivning	Koppling till uppdrag	2031
3. Provsmakning varje dag	Alla smakar på maten innan den serveras.	K-1
"""
ENTRY = '[[document]]\nfile = "{}"\ntype = "UnitPlan"\norganisation = "{}"\nregion = "97"\nperiod = [2031, 2031]\n'
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Load into a store of its own."""
    monkeypatch.chdir(tmp_path)
    words = ["load", "--store", str(tmp_path / "store")]
    return lambda *more: CliRunner().invoke(rodatraden.commands, [*words, *map(str, more)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans, and what is told of them."""
    plans = tmp_path / "plans"
    plans.mkdir()
    for name in ("Köket", "Salen"):
        (plans / f"{name}.txt").write_text(PLAN.format(organisation=name), "utf-8")
    (plans / "corpus.toml").write_text(ENTRY.format("Köket.txt", "Köket") + ENTRY.format("Salen.txt", "Salen"), "utf-8")
    return plans


def last(result: Result) -> str:
    """What a load came to."""
    return next(line.rpartition(", in ")[0] for line in reversed(result.stderr.splitlines()) if ", in " in line)


def test_what_has_not_changed_is_not_read_again(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = loading.readings
    monkeypatch.setattr(
        loading, "readings", lambda files: real([asked.append(each.path.name) or each for each in files])
    )
    assert last(run("plans")) == "2 loaded (2 new)"
    assert last(run("plans")) == "0 loaded, 2 unchanged"
    assert asked == ["Köket.txt", "Salen.txt"]
    (folder / "Salen.txt").write_text(PLAN.format(organisation="Salen") + "\nMer.\n", "utf-8")
    assert last(run("plans")) == "1 loaded (1 changed), 1 unchanged"
    assert asked[2:] == ["Salen.txt"]
    assert last(run("plans", "--again")) == "0 loaded, 2 unchanged"
    assert len(asked) == 5


def test_what_is_told_otherwise_or_read_by_another_program_is_read_again(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("plans")
    told = (folder / "corpus.toml").read_text("utf-8")
    (folder / "corpus.toml").write_text(told.replace('organisation = "Salen"', 'organisation = "Salen"\ntitle = "S"'))
    assert last(run("plans")) == "1 loaded (1 changed), 1 unchanged"
    asked: list[int] = []
    real = loading.readings
    monkeypatch.setattr(loading, "readings", lambda files: real(files) if asked.append(len(files)) is None else None)
    monkeypatch.setattr(program, "program", lambda: "another")
    assert last(run("plans")) == "0 loaded, 2 unchanged"
    assert last(run("plans")) == "0 loaded, 2 unchanged"
    assert asked == [2, 0]


def test_a_name_twice_is_refused_and_nothing_is_written_over(run: Run, folder: Path, tmp_path: Path) -> None:
    run("plans")
    other = tmp_path / "other"
    other.mkdir()
    (other / "Köket.txt").write_text(PLAN.format(organisation="Köket") + "\nAnnat.\n", "utf-8")
    (other / "corpus.toml").write_text(ENTRY.format("Köket.txt", "Köket"), "utf-8")
    result = run("plans", "other")
    assert (result.exit_code, last(result)) == (3, "0 loaded, 2 unchanged, 1 refused")
    assert "other/Köket.txt: plans/Köket.txt has this name, too" in result.stderr


def test_the_same_content_twice_is_told(run: Run, folder: Path) -> None:
    (folder / "corpus.toml").unlink()
    plain = PLAN.format(organisation="Köket") + "\nRegion Sjövik\n"
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(plain, "utf-8")
    assert "b.txt has" not in (told := run("plans").stderr)
    assert "has the same content as plans/a.txt" in told


def test_files_are_kept_beside_the_store_unless_they_are_not_to_be(run: Run, folder: Path, tmp_path: Path) -> None:
    sources = tmp_path / "store" / "sources"
    run("plans", "--no-sources")
    assert not sources.exists()
    run("plans")
    assert {each.name for each in sources.iterdir()} == {checksum(each) for each in folder.glob("*.txt")}


def test_files_go_with_the_last_version_that_speaks_of_them(run: Run, folder: Path, tmp_path: Path) -> None:
    run("plans")
    store = rodatraden.store(tmp_path / "store")
    gone = checksum(folder / "Köket.txt")
    with store.writing() as draft:
        draft.drop("Köket.txt")
    assert store.sources.find(gone)
    store.prune(keep=1)
    assert store.sources.find(gone) is None
    assert store.sources.find(checksum(folder / "Salen.txt"))
    assert store.sources.find("../version.json") is None


def test_a_file_that_changed_while_it_was_read_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Mat.\n")
    store = rodatraden.store(tmp_path / "store")
    (tmp_path / "store").mkdir()
    assert not store.sources.keep(tmp_path / "plan.txt", "0" * 64)
    assert not any(store.sources.directory.iterdir())


def test_an_archive_is_loaded_and_reported(run: Run, folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as packed:
        for file in folder.iterdir():
            packed.write(file, f"region/{file.name}")
        packed.writestr("bad.txt", b"\0")
    result = run("plans.zip", "--report", "report.json")
    assert (result.exit_code, last(result)) == (3, "2 loaded (2 new), 1 refused")
    told = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert {each["file"]: each["outcome"] for each in told} == {
        "plans.zip/bad.txt": "refused",
        "plans.zip/region/Köket.txt": "added",
        "plans.zip/region/Salen.txt": "added",
    }


@pytest.mark.parametrize("name", ["report.pdf", "nowhere/report.csv"])
def test_a_report_that_cannot_be_written_is_wrong_usage(run: Run, folder: Path, name: str) -> None:
    assert run("plans", "--report", name).exit_code == 2
