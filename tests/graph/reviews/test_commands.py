"""Reviewing as a person meets it at the command line: asked one by one, by name, out of files; and hostile input."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import rodatraden
from graph.reviews.desk import reviewer
from graph.reviews.kept import NAME
from graph.reviews.sssom import read_file, written
from graph.store import DirectoryStore

from .conftest import ACTIVITY, INDICATOR, Reviews, made

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store with the small plan and its two suggested links, to be copied."""
    from graph.derived import derive

    from ..conftest import small_plan
    from .conftest import suggested

    folder = tmp_path_factory.mktemp("stored") / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derive, "suggest", suggested)
        with DirectoryStore(folder).writing() as draft:
            draft.put(small_plan())
        yield folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stored: Path) -> Run:
    """Run a command of reviews, as Kim, on a store of its own."""
    shutil.copytree(stored, tmp_path / "store", symlinks=True)
    monkeypatch.setenv("RODATRADEN_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Kim")
    monkeypatch.chdir(tmp_path)
    return lambda *words, **more: CliRunner().invoke(rodatraden.commands, ["review", *map(str, words)], **more)


def listed(run: Run, *words: str) -> list[dict[str, object]]:
    """The links that are listed."""
    found: list[dict[str, object]] = json.loads(run("list", "--format", "json", *words).stdout)
    return found


def test_a_person_is_asked_and_answers(run: Run, tmp_path: Path) -> None:
    asked = run(input="what?\nr not this one\nu\nc see page 12\na\nq\n")
    assert asked.exit_code == 0
    first = asked.stdout.index("[1 of 2] MeasuredBy (mäts med), confidence 0.5")
    assert asked.stdout.index("sjovik.txt:5") > first
    assert "│ 7\tNattpatruller i varje ort\tU1, U9" in asked.stdout
    assert "why   Gemensamma ord: svarstid. (shared-words)" in asked.stdout
    assert "leave it for another time" in asked.stdout
    assert asked.stdout.count("[1 of 2]") == asked.stdout.count("[2 of 2]") == 2
    assert "1 decided, 1 left." in asked.stderr
    (decision,) = read_file(tmp_path / "store" / NAME)
    assert (decision.accepted, decision.comment, decision.author) == (True, "see page 12", "Kim")
    assert [each["state"] for each in listed(run)] == ["accepted", "unreviewed"]
    assert len(DirectoryStore(tmp_path / "store").versions()) == 2


def test_what_was_answered_is_not_asked_again(run: Run) -> None:
    assert "2 of 2" not in run("--no-derive", input="a\n").stdout.replace("[2 of 2]", "", 1)
    again = run("--no-derive", input="r\n")
    assert "[1 of 1] FundedBy" in again.stdout
    assert "Nothing is left to decide upon" in run(input="a\n").stdout


def test_the_end_of_input_ends_and_nothing_changes(run: Run, tmp_path: Path) -> None:
    assert run(input="").exit_code == 0
    assert run(input="s\ns\nu\n").exit_code == 0
    assert not (tmp_path / "store" / NAME).exists()
    assert len(DirectoryStore(tmp_path / "store").versions()) == 1


def test_links_are_decided_upon_by_name(run: Run, tmp_path: Path) -> None:
    rejected = run("reject", "nattpatruller", "Hemtjänst", "--comment", "Annan nämnd", "--reviewer", "Bo")
    assert rejected.exit_code == 0
    assert "Rejected: 7 Nattpatruller i varje ort – FundedBy – Hemtjänst" in rejected.stderr
    (decision,) = read_file(tmp_path / "store" / NAME)
    assert (decision.accepted, decision.author, decision.comment) == (False, "Bo", "Annan nämnd")
    assert [each["relation"] for each in listed(run, "--state", "rejected")] == ["FundedBy"]
    assert run("accept", ACTIVITY, f"id:{INDICATOR.partition('/id/')[2]}", "--no-derive").exit_code == 0
    assert [each["relation"] for each in listed(run, "--state", "accepted")] == ["MeasuredBy"]
    assert run("undo", "7 nattpatruller i varje ort", "hemtjänst").exit_code == 0
    assert [each["relation"] for each in listed(run, "--state", "unreviewed")] == ["FundedBy"]


def test_names_that_fit_no_link_or_several_are_told(run: Run) -> None:
    nothing = run("accept", "nix", "Hemtjänst")
    assert nothing.exit_code == 1
    assert "`rodatraden review add` makes one by hand" in nothing.stderr
    several = run("accept", "nattpatruller", "e")
    assert several.exit_code == 1
    assert "2 links fit" in several.stderr
    assert run("accept", "nattpatruller", "e", "--relation", "FundedBy").exit_code == 0
    assert run("undo", "nattpatruller", "svarstid").exit_code == 1


def test_links_are_made_by_hand(run: Run, tmp_path: Path) -> None:
    made_by_hand = run("add", "U1", "Svarstid i telefon", "--relation", "MeasuredBy", "--evidence", "Samma telefon.")
    assert made_by_hand.exit_code == 0
    (link,) = listed(run, "--state", "accepted")
    assert (link["method"], link["evidence"], link["subject_label"]) == ("manual", "Samma telefon.", "U1")
    (decision,) = read_file(tmp_path / "store" / NAME)
    assert decision.by_hand
    turned = run("add", "Svarstid i telefon", "U1", "--relation", "MeasuredBy")
    assert (turned.exit_code, "turn the two around" in turned.stderr) == (1, True)
    assert run("add", "U1", "U1", "--relation", "SameUndertaking").exit_code == 1
    assert "Link what it is of" in run("add", "U1", f"{INDICATOR}/outcome-2029", "--relation", "MeasuredBy").stderr
    assert "Only a thing of a later edition" in run("add", "U1", "7", "--relation", "continues").stderr
    assert "fits" in run("add", "i", "Hemtjänst", "--relation", "FundedBy").stderr


def test_the_list_can_be_narrowed(run: Run) -> None:
    assert [each["relation"] for each in listed(run)] == ["MeasuredBy", "FundedBy"]
    assert [each["relation"] for each in listed(run, "--min-confidence", "0.8")] == ["FundedBy"]
    assert [each["relation"] for each in listed(run, "--max-confidence", "0.8")] == ["MeasuredBy"]
    assert listed(run, "--suspect") == []
    assert "(2 links)" in run("list").stdout
    assert "unreviewed" in run("list", "--format", "table").stdout


def test_a_decision_whose_words_have_changed_is_listed_as_suspect(run: Run, tmp_path: Path) -> None:
    run("accept", "nattpatruller", "svarstid", "--no-derive")
    file = tmp_path / "store" / NAME
    (decision,) = read_file(file)
    file.write_text(file.read_text("utf-8").replace(decision.object_fingerprint, "0123456789abcdef"), "utf-8")
    assert [each["relation"] for each in listed(run, "--suspect")] == ["MeasuredBy"]
    assert "accepted, suspect: the words have changed since" in run("list", "--suspect").stdout


def test_no_formula_reaches_a_spreadsheet_and_no_sign_a_terminal(run: Run) -> None:
    run("accept", "nattpatruller", "svarstid", "--comment", "=HYPERLINK(1)\x1b[2J\u202e", "--reviewer", "@kim")
    rows = list(csv.DictReader(io.StringIO(run("list", "--format", "csv").stdout)))
    assert rows[0]["comment"].startswith("'=HYPERLINK(1)\\x1b[2J\\u202e")
    assert rows[0]["author"] == "'@kim"
    assert not set("\x1b\u202e") & set(run("list").stdout)


def test_decisions_go_out_and_come_in(run: Run, tmp_path: Path) -> None:
    run("accept", "nattpatruller", "svarstid", "--comment", "Ja", "--no-derive")
    assert run("export", "mine.sssom.tsv").exit_code == 0
    assert read_file(Path("mine.sssom.tsv")) == read_file(tmp_path / "store" / NAME)
    assert run("export", "bare.sssom.tsv", "--without-names").exit_code == 0
    assert "Kim" not in Path("bare.sssom.tsv").read_text("utf-8")
    (tmp_path / "store" / NAME).unlink()
    taken = run("import", "mine.sssom.tsv")
    assert taken.exit_code == 0
    assert "1 decisions read, 1 are kept now." in taken.stderr
    assert [each["comment"] for each in listed(run, "--state", "accepted")] == ["Ja"]


def test_decisions_can_be_there_before_documents(run: Run, tmp_path: Path) -> None:
    Path("mine.tsv").write_text(written(Reviews((made(),))), "utf-8")
    assert run("import", "mine.tsv", "--store", tmp_path / "new").exit_code == 0
    assert read_file(tmp_path / "new" / NAME).decisions == (made(),)


def test_a_broken_row_is_told_and_leaves_all_as_it_was(run: Run, tmp_path: Path) -> None:
    run("accept", "nattpatruller", "svarstid", "--no-derive")
    before = (tmp_path / "store" / NAME).read_text("utf-8")
    good = written(Reviews().having([made(accepted=False), made(object=ACTIVITY + "/x")]))
    Path("theirs.tsv").write_text(good.replace("activity/7-", "activity/7 -", 1), "utf-8")
    refused = run("import", "theirs.tsv", "--prefer", "theirs")
    assert refused.exit_code == 3
    assert "theirs.tsv, line" in refused.stderr
    assert (tmp_path / "store" / NAME).read_text("utf-8") == before


def test_conflicts_are_shown_and_resolved(run: Run, tmp_path: Path) -> None:
    Path("a.tsv").write_text(written(Reviews((made(comment="Ja"),))), "utf-8")
    Path("b.tsv").write_text(written(Reviews((made(accepted=False, author="Bo", comment="Nej"),))), "utf-8")
    shown = run("merge", "a.tsv", "b.tsv", "--out", "c.tsv")
    assert (shown.exit_code, Path("c.tsv").exists()) == (1, False)
    assert "mine    accepted by Kim 2031-05-01: Ja" in shown.stdout
    assert "theirs  rejected by Bo 2031-05-01: Nej" in shown.stdout
    assert run("merge", "a.tsv", "b.tsv", "--out", "c.tsv", "--prefer", "newest").exit_code == 1
    assert run("merge", "a.tsv", "b.tsv", "--out", "c.tsv", "--prefer", "theirs").exit_code == 0
    assert read_file(Path("c.tsv")) == read_file(Path("b.tsv"))
    assert run("import", "a.tsv").exit_code == 0
    before = (tmp_path / "store" / NAME).read_text("utf-8")
    assert run("import", "b.tsv").exit_code == 1
    assert (tmp_path / "store" / NAME).read_text("utf-8") == before
    assert run("import", "b.tsv", "--prefer", "theirs").exit_code == 0
    assert [each["state"] for each in listed(run, "--relation", "MeasuredBy")] == ["rejected"]


def test_decisions_on_what_is_not_there_are_told(run: Run) -> None:
    Path("a.tsv").write_text(written(Reviews((made(object=ACTIVITY + "/x"),))), "utf-8")
    assert "1 decision speaks of things that no loaded document has" in run("import", "a.tsv").stderr
    assert "no loaded document has" in run("list").stderr


def test_where_nothing_can_be_written_it_is_told(run: Run) -> None:
    refused = run("export", "/nix/mine.tsv")
    assert refused.exit_code == 3
    assert "/nix/mine.tsv" in refused.stderr
    assert run("merge", "no.tsv", "no.tsv", "--out", "c.tsv").exit_code == 3


def test_options_before_a_subcommand_are_not_lost_unseen(run: Run) -> None:
    refused = run("--store", "elsewhere", "list")
    assert refused.exit_code == 2
    assert "Options go behind the subcommand: rodatraden review list" in refused.stderr


def test_who_decides_is_known_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Kim")
    assert reviewer() == "Kim"
    monkeypatch.delenv("GIT_AUTHOR_NAME")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("USER", "bo")
    assert reviewer() == "bo"
    monkeypatch.delenv("USER")
    assert reviewer() == ""
