"""The full-text index made by a second process is the one that would be made here, and its faults are told."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from graph.records import Reading
from graph.search import aside
from graph.search.aside import indexed
from graph.store import DirectoryStore


def content(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT * FROM thing ORDER BY id").fetchall()
    finally:
        connection.close()


def test_it_is_the_same_whoever_makes_it(
    tmp_path: Path, plan: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    for least, name in ((10**9, "here"), (0, "aside")):
        monkeypatch.setattr(aside, "WORTH_IT", least)
        with DirectoryStore(tmp_path / name).writing() as draft:
            draft.put(plan())
    here, there = (content(tmp_path / name / "versions" / "1" / "search.sqlite") for name in ("here", "aside"))
    assert {row[1:] for row in here} == {row[1:] for row in there}
    assert len(here) > 5


def test_what_goes_wrong_in_the_other_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "WORTH_IT", 0)
    (tmp_path / "search.sqlite").mkdir()
    engine = Store(str(tmp_path / "graph"))
    with pytest.raises(OSError, match=r"search\.sqlite"), indexed(engine, tmp_path / "search.sqlite"):
        pass
    assert {each.name for each in tmp_path.iterdir()} == {"graph", "search.sqlite"}
