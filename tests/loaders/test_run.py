"""The run over many files: what paths mean, and that a refused file stops no other."""

from pathlib import Path

import pytest

from loaders import run
from loaders.corpus import Refused, Told
from loaders.errors import UnreadablePlan
from loaders.facts import Facts
from loaders.formats.registry import accepted, endings, format_of, formats
from loaders.run import Read, find, read, read_or_refuse

FACTS = Facts(type="UnitPlan", title="Plan", region="97", organisation="Köket", period=(2031, 2031))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Plans in a folder and in one below it, and what is none."""
    for name in ("b.txt", "a.TXT", "picture.png", ".hidden.txt", "below/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Vi lagar mat.\n", "utf-8")
    return tmp_path


def names(found: tuple[Told | Refused, ...]) -> list[str]:
    """The files' names."""
    return [each.path.name for each in found]


def test_a_folder_means_all_files_of_known_formats(folder: Path) -> None:
    found = find([folder])
    assert names(found) == ["a.TXT", "b.txt", "c.txt"]
    assert all(isinstance(each, Told) for each in found)


def test_a_folder_with_a_corpus_file_means_what_that_lists(folder: Path) -> None:
    (folder / "corpus.toml").write_text('[[document]]\nfile = "below/c.txt"\ntitle = "Mat"\n', "utf-8")
    assert find([folder]) == find([folder / "corpus.toml"]) == (Told(folder / "below/c.txt", Facts(title="Mat")),)


def test_a_file_named_twice_is_one(folder: Path) -> None:
    assert names(find([folder / "b.txt", folder, folder / "below" / ".." / "b.txt"])) == ["b.txt", "a.TXT", "c.txt"]


def test_flags_have_the_last_word(folder: Path) -> None:
    (folder / "corpus.toml").write_text('[[document]]\nfile = "b.txt"\ntitle = "Mat"\nregion = "97"\n', "utf-8")
    (told,) = find([folder / "b.txt"], Facts(title="Annan mat"))
    assert told == Told(folder / "b.txt", Facts(title="Annan mat", region="97"))


def test_what_is_not_there_is_refused_and_the_rest_found(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "broken").mkdir()
    (folder / "broken" / "corpus.toml").write_text("[", "utf-8")
    paths = [folder / "no.txt", folder / "empty", folder / "broken", Path("x" * 5000), folder / "b.txt"]
    told, *refused = find(paths)
    assert told == Told(folder / "b.txt", Facts())
    reasons = [each.reason for each in refused if isinstance(each, Refused)]
    for reason, says in zip(
        reasons, ("no such file", "no file in this folder", "not TOML", "cannot be read"), strict=True
    ):
        assert says in reason


def test_a_file_is_read(folder: Path) -> None:
    found = read(Told(folder / "b.txt", FACTS))
    assert found.reading.plan.organisation.name == "Köket"
    assert found.reading.source.name == "b.txt"


def test_what_no_format_accepts_is_refused_with_what_is_accepted(folder: Path) -> None:
    with pytest.raises(UnreadablePlan, match=r"picture.png: files ending in .png cannot be read. Give one of: .*\.txt"):
        read(Told(folder / "picture.png", FACTS))
    (folder / "plan").write_text("Vi lagar mat.\n", "utf-8")
    with pytest.raises(UnreadablePlan, match="files without an ending"):
        format_of(folder / "plan")


def test_a_file_that_cannot_be_opened_is_refused(folder: Path) -> None:
    (folder / "c.txt").mkdir()
    with pytest.raises(UnreadablePlan, match=r"c.txt: cannot be read"):
        read(Told(folder / "c.txt", FACTS))


def test_what_is_missing_is_named_with_the_flags_that_tell_it(folder: Path) -> None:
    with pytest.raises(UnreadablePlan, match=r"b.txt: cannot tell its type, period, organisation.*--type, --period"):
        read(Told(folder / "b.txt", Facts()))


def test_a_fault_of_ours_costs_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(told: Told) -> Read:
        raise IndexError("list index out of range")

    monkeypatch.setattr(run, "read", trip)
    refused = read_or_refuse(Told(folder / "b.txt", FACTS))
    assert isinstance(refused, Refused)
    assert "b.txt: IndexError: list index out of range. This is a fault in Röda tråden" in refused.reason


def test_the_folder_of_formats_is_their_registry() -> None:
    assert formats()
    assert ".txt" in endings()
    assert len(endings()) == len(set(endings()))
    assert accepted(Path("PLAN.TXT"))
    assert not accepted(Path("plan.png"))
