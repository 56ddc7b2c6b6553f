"""The corpus file: what it tells, and how its faults are told."""

from pathlib import Path

import pytest

from loaders.corpus import Refused, Told, entries, told_beside
from loaders.errors import UnreadablePlan
from loaders.facts import Facts

WHOLE = """
[[document]]
file = "a.txt"
type = "UnitPlan"
title = "Plan"
region = "97"
region_name = "Sjövik"
organisation = "Köket"
parent_organisation = "Huset"
abbreviation = "k"
period = [2031, 2033]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three files beside which a corpus file is put."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Plan\n", "utf-8")
    return tmp_path


def corpus(folder: Path, text: str) -> Path:
    """The corpus file with a text."""
    path = folder / "corpus.toml"
    path.write_text(text, "utf-8")
    return path


def test_it_tells_all_facts(folder: Path) -> None:
    facts = Facts(
        type="UnitPlan",
        title="Plan",
        region="97",
        region_name="Sjövik",
        organisation="Köket",
        parent_organisation="Huset",
        abbreviation="k",
        period=(2031, 2033),
    )
    assert list(entries(corpus(folder, WHOLE))) == [Told(folder / "a.txt", facts)]
    assert told_beside(folder / "a.txt") == facts


def test_a_file_that_it_does_not_list_is_told_nothing_of(folder: Path) -> None:
    assert told_beside(folder / "b.txt") == Facts()
    corpus(folder, WHOLE)
    assert told_beside(folder / "b.txt") == Facts()


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("", 'needs the name of a file: file = "…"'),
        ("file = 3", "needs the name of a file"),
        ('file = "no.txt"', "there is no file"),
        ('file = "../b.txt"', "lies outside"),
        ('file = "/etc/hostname"', "lies outside"),
        (f'file = "{"x" * 5000}"', "cannot be the name of a file"),
        (r'file = "\u0000"', "cannot be the name of a file"),
        ('file = "a.txt"', "listed twice"),
        ('file = "b.txt"\ntitel = "Plan"', "unknown key titel. The keys are: file, type"),
        ('file = "b.txt"\ntype = "Plan"', "type Plan is unknown. The types are: ManagementPlan"),
        ('file = "b.txt"\nregion = 19', "region must be text in quotes"),
        ('file = "b.txt"\ntitle = " "', "title must be text in quotes"),
        ('file = "b.txt"\nperiod = 2031', "period must be its first and last year"),
        ('file = "b.txt"\nperiod = [2033, 2031]', "period must be"),
        ('file = "b.txt"\nperiod = ["2031", "2033"]', "period must be"),
    ],
)
def test_a_faulty_entry_is_named_and_costs_no_other(folder: Path, entry: str, says: str) -> None:
    path = corpus(folder, f'{WHOLE}\n[[document]]\n{entry}\n[[document]]\nfile = "c.txt"\n')
    first, faulty, last = entries(path)
    assert isinstance(first, Told)
    assert last == Told(folder / "c.txt", Facts())
    assert isinstance(faulty, Refused)
    assert faulty.reason.startswith(f"{path}, entry 2")
    assert says in faulty.reason


def test_a_faulty_entry_of_a_file_is_told_when_that_file_is_read(folder: Path) -> None:
    corpus(folder, '[[document]]\nfile = "b.txt"\nperiod = 2031')
    with pytest.raises(UnreadablePlan, match=r"entry 1 \(b.txt\): period"):
        told_beside(folder / "b.txt")
    assert told_beside(folder / "a.txt") == Facts()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[document", "not TOML"),
        ("", "lists no documents"),
        ("document = 3", "lists no documents"),
        ('[[dokument]]\nfile = "a.txt"', "lists no documents"),
    ],
)
def test_what_is_no_corpus_file_is_refused(folder: Path, text: str, says: str) -> None:
    path = corpus(folder, text)
    with pytest.raises(UnreadablePlan, match=says) as refused:
        list(entries(path))
    assert str(refused.value).startswith(str(path))


def test_entries_must_be_tables(folder: Path) -> None:
    (refused,) = entries(corpus(folder, "document = [3]"))
    assert isinstance(refused, Refused)
    assert "Write [[document]] above it" in refused.reason


def test_one_that_is_missing_or_not_utf8_is_refused(folder: Path) -> None:
    with pytest.raises(UnreadablePlan, match="no such file"):
        list(entries(folder / "corpus.toml"))
    (folder / "corpus.toml").write_bytes("# å".encode("latin-1"))
    with pytest.raises(UnreadablePlan, match="not UTF-8"):
        list(entries(folder / "corpus.toml"))
