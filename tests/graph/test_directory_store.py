"""What a store on disk promises beyond the rest: nothing half done is ever read, whatever happens to a load."""

import errno
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import LockedStore, StoreError
from graph.records import Reading
from graph.store import DirectoryStore
from ontology import rt

Make = Callable[..., Reading]

HERE = Path(__file__).parent
COUNT = f"SELECT (COUNT(*) AS ?n) WHERE {{ ?plan <{rt.document}> ?document }}"
#: How a second process begins: with the same store, a way to die at once, and two plans to load.
PROLOGUE = f"""
import os, signal, sys
try:
    import rulestub
except ImportError: pass
from pathlib import Path
sys.path[:0] = [{str(HERE)!r}, {str(HERE.parent.parent)!r}]
from conftest import small_plan
from graph.draft import Draft
from graph.errors import StoreError
from graph.store import DirectoryStore
from graph.versions import Versions
from graph.writer import Written
store = DirectoryStore(Path(sys.argv[1]))
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
def load(year):
    with store.writing() as draft:
        draft.put(small_plan(year, f"{{year}}.txt"))
        draft.put(small_plan(year + 1, f"{{year + 1}}.txt"))
"""


def second_process(script: str, directory: Path) -> subprocess.CompletedProcess[str]:
    """Run a script beside this process, on the same store."""
    command = [sys.executable, "-c", PROLOGUE + script, str(directory)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def load(store: DirectoryStore, *readings: Reading) -> None:
    """Take documents in, in one go."""
    with store.writing() as draft:
        for reading in readings:
            draft.put(reading)


def plans(directory: Path) -> object:
    """How many plans a fresh reader sees."""
    return DirectoryStore(directory).view().select(COUNT).rows[0][0]


def fingerprint(directory: Path) -> dict[str, tuple[str, int]]:
    """Each file's content and time of change."""
    return {
        str(file.relative_to(directory)): (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns)
        for file in sorted(directory.rglob("*"))
        if file.is_file()
    }


#: Where a load may be killed, and how many plans are then read.
DEATHS = {
    "after the first document": ("put = Draft.put\ndef once(*a): put(*a); die()\nDraft.put = once", 1),
    "before writing": ("Draft.complete = die", 1),
    "amid the quads": (
        "Written.quads = property(lambda self: (die() if n > 50 else q for n, q in enumerate(self.stated)))",
        1,
    ),
    "before anything is derived": ("import graph.draft\ngraph.draft.derive = die", 1),
    "with all written": ("Versions.publish = die", 1),
    "before the version has its name": ("Path.rename = die", 1),
    "before the link is made": ("Path.symlink_to = die", 1),
    "before the link is moved": ("Path.replace = die", 1),
    "once it is published": ("Versions.prune = die", 3),
}


@pytest.mark.parametrize("death", DEATHS)
def test_a_killed_load_leaves_the_version_before(tmp_path: Path, plan: Make, death: str) -> None:
    directory = tmp_path / "store"
    load(DirectoryStore(directory), plan())
    before = fingerprint(directory / "versions" / "1")
    script, expected = DEATHS[death]
    assert second_process(script + "\nload(2040)", directory).returncode == -signal.SIGKILL
    assert plans(directory) == expected
    assert fingerprint(directory / "versions" / "1") == before
    load(DirectoryStore(directory), plan(2050, "next.txt"))
    assert plans(directory) == expected + 1
    assert not (directory / "building").exists()
    assert not (directory / "current.new").is_symlink()


def test_a_first_load_that_is_killed_leaves_a_store_to_load_into(tmp_path: Path, plan: Make) -> None:
    directory = tmp_path / "store"
    assert second_process("Draft.complete = die\nload(2040)", directory).returncode == -signal.SIGKILL
    load(DirectoryStore(directory), plan())
    assert plans(directory) == 1


def test_a_published_version_never_changes(tmp_path: Path, plan: Make) -> None:
    directory = tmp_path / "store"
    store = DirectoryStore(directory)
    load(store, plan(), plan(2032, "other.txt"))
    before, view = fingerprint(directory / "versions" / "1"), store.view()
    load(store, plan(extra="Mer.\n"), plan(2033, "third.txt"))
    with store.writing() as draft:
        draft.drop("other")
    plans(directory)
    assert fingerprint(directory / "versions" / "1") == before
    assert view.select(COUNT).rows == ((2,),)
    store.rollback(1)
    assert plans(directory) == 2
    assert fingerprint(directory / "versions" / "1") == before


def test_versions_share_what_does_not_change(tmp_path: Path, plan: Make) -> None:
    directory = tmp_path / "store"
    load(DirectoryStore(directory), *(plan(2031 + turn, f"{turn}.txt") for turn in range(6)))
    load(DirectoryStore(directory), plan(2040, "one-more.txt"))
    links = [file.stat().st_nlink for file in (directory / "versions" / "1" / "graph").glob("*.sst")]
    assert 2 in links


def test_without_hard_links_it_works_too(tmp_path: Path, plan: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    load(DirectoryStore(tmp_path / "store"), plan())
    load(DirectoryStore(tmp_path / "store"), plan(2032, "other.txt"))
    assert plans(tmp_path / "store") == 2


def test_a_reader_in_another_process_sees_the_new_version(tmp_path: Path, plan: Make) -> None:
    directory = tmp_path / "store"
    load(DirectoryStore(directory), plan())
    script = f"""
import subprocess
seen = [store.view().select({COUNT!r}).rows[0][0]]
print(*seen, flush=True)
sys.stdin.readline()
print(store.view().select({COUNT!r}).rows[0][0], flush=True)
"""
    command = [sys.executable, "-c", PROLOGUE + script, str(directory)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdin and reader.stdout  # noqa: PT018
        assert reader.stdout.readline() == "1\n"
        load(DirectoryStore(directory), plan(2032, "other.txt"))
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "2\n"


def test_a_second_process_is_told_who_is_writing(tmp_path: Path, plan: Make) -> None:
    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(plan())
        told = second_process("try: load(2040)\nexcept StoreError as e: print(type(e).__name__, e)", tmp_path / "store")
    assert f"process {os.getpid()}, since " in told.stdout
    assert told.stdout.startswith(f"{LockedStore.__name__} {tmp_path / 'store'} is being written by")
    assert plans(tmp_path / "store") == 1


@pytest.fixture
def open_directory() -> Iterator[Path]:
    """A directory that any user may come by."""
    directory = Path(tempfile.mkdtemp())
    directory.chmod(0o755)
    yield directory
    directory.chmod(0o755)
    shutil.rmtree(directory)


def test_a_directory_that_may_only_be_read_is_read(open_directory: Path, plan: Make) -> None:
    load(DirectoryStore(open_directory), plan())
    open_directory.chmod(0o555)
    script = f"""
if os.getuid() == 0:
    os.setuid(65534)
print(store.view().select({COUNT!r}).rows[0][0])
for change in (lambda: load(2040), lambda: store.rollback(1), lambda: store.prune()):
    try:
        change()
    except StoreError as error:
        print(error)
"""
    told = second_process(script, open_directory)
    refusal = (
        f"Cannot write to {open_directory}: it is read-only or permission is denied. Change that, or choose another "
    )
    assert told.stdout.splitlines() == ["1", *[refusal + "directory with --store."] * 3], told.stderr
    assert plans(open_directory) == 1


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), OSError("IO error: No space left on device: x.sst")])
def test_a_full_disk_is_told_and_costs_nothing(
    tmp_path: Path, plan: Make, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    directory = tmp_path / "store"
    load(DirectoryStore(directory), plan())

    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr("graph.versions.synced", full)
    with pytest.raises(StoreError, match=rf"Cannot write to {directory}: the disk is full.*Free some space"):
        load(DirectoryStore(directory), plan(2032, "other.txt"))
    monkeypatch.undo()
    assert plans(directory) == 1
    assert not (directory / "building").exists()


def test_a_directory_of_another_form_is_left_alone(tmp_path: Path, plan: Make) -> None:
    load(DirectoryStore(tmp_path), plan())
    (tmp_path / "rodatraden-store-1").rename(tmp_path / "rodatraden-store-99")
    store = DirectoryStore(tmp_path)
    for use in (store.view, store.versions, lambda: store.rollback(1), lambda: load(store, plan(2032, "other.txt"))):
        with pytest.raises(StoreError, match=rf"{tmp_path} was made by another version.*99.*new directory"):
            use()


def test_a_directory_with_other_things_is_left_alone(tmp_path: Path, plan: Make) -> None:
    (tmp_path / "letter.txt").write_text("Hej")
    with pytest.raises(StoreError, match=rf"{tmp_path} is no store"):
        load(DirectoryStore(tmp_path), plan())
    with pytest.raises(StoreError, match="is no store"):
        DirectoryStore(tmp_path / "letter.txt").view()
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_broken_version_is_told(tmp_path: Path, plan: Make) -> None:
    load(DirectoryStore(tmp_path), plan())
    shutil.rmtree(tmp_path / "versions" / "1" / "graph")
    with pytest.raises(StoreError, match=rf"Cannot read {tmp_path}: .*rodatraden rollback"):
        DirectoryStore(tmp_path).view()


def test_a_link_that_leads_to_no_version_is_told_and_can_be_mended(tmp_path: Path, plan: Make) -> None:
    load(DirectoryStore(tmp_path), plan())
    (tmp_path / "current").unlink()
    (tmp_path / "current").symlink_to("/etc")
    for use in (DirectoryStore(tmp_path).view, lambda: load(DirectoryStore(tmp_path), plan(2032, "other.txt"))):
        with pytest.raises(StoreError, match=rf"{tmp_path}: its link “current” leads to no version.*rollback"):
            use()
    DirectoryStore(tmp_path).rollback(1)
    assert plans(tmp_path) == 1


@pytest.mark.parametrize("facts", ["", "{}", '{"made": 1, "documents": 2}', "[]"])
def test_a_version_of_which_nothing_is_told_is_named(tmp_path: Path, plan: Make, facts: str) -> None:
    load(DirectoryStore(tmp_path), plan())
    (tmp_path / "versions" / "1" / "version.json").write_text(facts)
    with pytest.raises(StoreError, match=rf"{tmp_path}: version 1 is broken"):
        DirectoryStore(tmp_path).versions()
    assert plans(tmp_path) == 1


def test_a_lock_that_is_a_link_writes_over_nothing(tmp_path: Path, plan: Make) -> None:
    load(DirectoryStore(tmp_path / "store"), plan())
    letter = tmp_path / "letter.txt"
    letter.write_text("Hej")
    (tmp_path / "store" / "lock").unlink()
    (tmp_path / "store" / "lock").symlink_to(letter)
    with pytest.raises(StoreError, match=r"Cannot write to"):
        load(DirectoryStore(tmp_path / "store"), plan(2032, "other.txt"))
    assert letter.read_text() == "Hej"
