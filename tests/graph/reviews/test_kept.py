"""The file of decisions: whole or as it was, whatever happens to a write; and nobody's link leads out of the store."""

import errno
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.errors import LockedStore, Overtaken, StoreError
from graph.lock import locked
from graph.reviews.changes import keep as keep_changes
from graph.reviews.changes import stamp, take_back
from graph.reviews.decision import Reviews
from graph.reviews.kept import NAME, keep, kept
from graph.store import DirectoryStore
from ontology import rt
from ontology.iri import Iri

from .conftest import LINE, made

ROOT = Path(__file__).parents[3]
OLD, NEW = Reviews((made(),)), Reviews((made(accepted=False, comment="x" * 10_000),))
PROLOGUE = f"""
import os, signal, sys
from pathlib import Path
sys.path[:0] = [{str(ROOT)!r}]
from graph.reviews import kept
from graph.reviews.decision import Reviews
from graph.store import DirectoryStore
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
def half(reviews):
    os.write(os.open(sys.argv[1] + "/.reviews.tsv.new", os.O_WRONLY | os.O_CREAT), b"half")
    die()
"""
DEATHS = {
    "before anything is written": "kept.keep = die; import graph.store; graph.store.keep = die",
    "amid the text": "kept.written = half",
    "before it is on disk": "os.fsync = die",
    "before the rename": "Path.replace = die",
}


@pytest.mark.parametrize("death", DEATHS)
def test_a_killed_write_leaves_the_old_decisions(tmp_path: Path, death: str) -> None:
    store = DirectoryStore(tmp_path / "store")
    store.decide(lambda _: OLD)
    script = PROLOGUE + DEATHS[death] + "\nDirectoryStore(Path(sys.argv[1])).decide(lambda _: Reviews())"
    killed = subprocess.run([sys.executable, "-c", script, str(tmp_path / "store")], check=False, timeout=120)
    assert killed.returncode == -signal.SIGKILL
    assert store.reviews() == OLD
    store.decide(lambda _: NEW)
    assert store.reviews() == NEW
    assert not list((tmp_path / "store").glob("*.new"))


def test_a_full_disk_leaves_the_old_decisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = DirectoryStore(tmp_path / "store")
    store.decide(lambda _: OLD)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="the disk is full"):
        store.decide(lambda _: NEW)
    assert store.reviews() == OLD


def test_who_decides_at_the_same_time_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = DirectoryStore(tmp_path / "store")
    store.decide(lambda _: OLD)
    monkeypatch.setattr("graph.store.PATIENCE", 0)
    with locked(tmp_path / "store" / "reviews.lock"), pytest.raises(LockedStore):
        store.decide(lambda _: NEW)
    assert store.reviews() == OLD


def test_many_who_decide_at_once_lose_nothing(tmp_path: Path) -> None:
    store = DirectoryStore(tmp_path / "store")
    every = [made(object=Iri(f"{LINE}-{number}")) for number in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: store.decide(lambda reviews: reviews.having([each])), every))
    assert len(store.reviews()) == 20


def test_a_load_is_not_waited_for(tmp_path: Path) -> None:
    store = DirectoryStore(tmp_path / "store")
    with store.writing():
        store.decide(lambda _: OLD)
    assert store.reviews() == OLD


def test_nobody_writes_over_what_they_have_not_seen(tmp_path: Path) -> None:
    store = DirectoryStore(tmp_path / "store")
    yes, no = made(), made(accepted=False, author="Bo")
    changes = keep_changes(store, [yes], yes.key, stamp(None))
    with pytest.raises(Overtaken):
        keep_changes(store, [no], yes.key, stamp(None))
    assert store.reviews() == Reviews((yes,))
    later = keep_changes(store, [no], yes.key, stamp(yes))
    with pytest.raises(Overtaken):
        take_back(store, changes)
    take_back(store, later)
    take_back(store, changes)
    assert store.reviews() == Reviews()


def test_only_its_owner_may_read_who_decided(tmp_path: Path) -> None:
    keep(OLD, tmp_path / NAME)
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine", "utf-8")
    for name in (NAME, f".{NAME}.new"):
        (tmp_path / name).symlink_to(outside)
    keep(OLD, tmp_path / NAME)
    assert outside.read_text("utf-8") == "mine"
    assert kept(tmp_path / NAME) == OLD


def test_a_store_without_decisions_has_none(tmp_path: Path) -> None:
    assert len(DirectoryStore(tmp_path / "store").reviews()) == 0


def test_the_same_decisions_are_not_written_again(tmp_path: Path) -> None:
    store = DirectoryStore(tmp_path / "store")
    store.decide(lambda _: OLD)
    before = (tmp_path / "store" / NAME).stat().st_mtime_ns
    store.decide(lambda reviews: reviews.having([made()]))
    assert (tmp_path / "store" / NAME).stat().st_mtime_ns == before
    assert store.decide(lambda reviews: reviews.having([made(relation=rt.FundedBy)])) == store.reviews()
