"""Evidence proves itself: whatever is done to a source file is found, and nothing else is blamed."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import rodatraden
from graph.datapackage.package import export_package
from graph.memory import MemoryStore
from graph.reviews.decision import Reviews
from graph.store import DirectoryStore
from graph.suspect import suspicion
from graph.view import View
from loaders.corpus import Told, facts_from
from loaders.facts import Facts
from loaders.run import find, read
from loaders.verify import State, Verified, verify
from ontology import rt

PLANS = Path(__file__).parents[1] / "data" / "plans"
CASE = PLANS / "forvaltningsplan-celler"
NAME = "plan.txt"
TEXT = (CASE / NAME).read_text("utf-8")


@pytest.fixture(scope="module")
def view() -> View:
    """A store with one plan."""
    store = MemoryStore()
    facts = facts_from(tomllib.loads((CASE / "facts.toml").read_text("utf-8")))
    with store.writing() as draft:
        draft.put(read(Told(CASE / NAME, facts)).reading)
    return store.view()


@pytest.fixture(scope="module")
def held(view: View, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Verified]:
    """How the plan stands up to a text in its file."""
    folder = tmp_path_factory.mktemp("sources")

    def against(text: str) -> Verified:
        (folder / NAME).write_text(text, "utf-8", newline="")
        (found,) = verify(view, [Told(folder / NAME, Facts())])
        return found

    return against


def test_a_file_as_it_was_loaded_proves_all(held: Callable[[str], Verified]) -> None:
    found = held(TEXT)
    assert (found.state, found.proved, found.faults) == (State.PROVED, True, ())
    assert found.passages > 100


def test_one_letter_is_found(held: Callable[[str], Verified]) -> None:
    at = TEXT.index("aktivitet", len(TEXT) // 3)
    found = held(TEXT[:at] + "A" + TEXT[at + 1 :])
    assert (found.state, found.proved) == (State.LOST, False)
    assert found.faults == found.lost
    assert all(fault.quoted.start <= at < fault.quoted.end for fault in found.faults)
    assert all(fault.instead != fault.quoted.text for fault in found.faults)


def test_a_line_put_in_moves_what_is_below_it_and_loses_nothing(held: Callable[[str], Verified]) -> None:
    found = held("En ny rad.\n" + TEXT)
    assert (found.state, found.proved, found.lost) == (State.MOVED, False, ())
    assert len(found.faults) == found.passages
    assert all(fault.line == fault.quoted.first + 1 for fault in found.faults)


def test_a_line_taken_out_loses_what_stood_on_it_only(held: Callable[[str], Verified]) -> None:
    lines = TEXT.split("\n")
    out = next(number for number, line in enumerate(lines, 1) if line.count("\t") > 2 and number > 50)
    found = held("\n".join(lines[: out - 1] + lines[out:]))
    assert found.state == State.LOST
    assert all(fault.quoted.first <= out <= fault.quoted.last for fault in found.lost)
    assert all(
        fault.line == fault.quoted.first - 1 for fault in found.faults if fault.moved and fault.quoted.first > out
    )


@settings(max_examples=25)
@given(st.integers(0, len(TEXT) - 1), st.sampled_from(["x", "9", "\t", "ny rad\n\n", ""]))
def test_whatever_is_changed_only_what_was_changed_is_lost(
    held: Callable[[str], Verified], at: int, instead: str
) -> None:
    found = held(TEXT[:at] + instead + TEXT[at + 1 :])
    around = [fault for fault in found.lost if not fault.quoted.start <= at <= fault.quoted.end]
    assert around == []
    assert found.proved == (instead == TEXT[at])


def test_other_line_ends_are_told_though_all_passages_stand(held: Callable[[str], Verified]) -> None:
    found = held(TEXT.replace("\n", "\r\n"))
    assert (found.state, found.faults, found.proved) == (State.CHANGED, (), False)


def test_an_emptied_or_unreadable_file_is_told(held: Callable[[str], Verified]) -> None:
    assert held("").state == State.UNREADABLE
    assert "the file is empty" in held(" ").reason
    assert held("kort").state == State.LOST


def test_a_file_that_is_not_at_hand_proves_nothing(view: View) -> None:
    (found,) = verify(view, [])
    assert (found.state, found.proved) == (State.MISSING, False)


def test_of_files_of_one_name_the_one_that_was_loaded_is_read(view: View, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("något annat\n", "utf-8")
    sources = [Told(tmp_path / NAME, Facts()), Told(CASE / NAME, Facts())]
    assert verify(view, sources)[0].state == verify(view, sources[::-1])[0].state == State.PROVED


def test_what_hangs_on_a_lost_passage_is_suspect(held: Callable[[str], Verified], view: View) -> None:
    query = f"""SELECT ?words ?of ?kind WHERE {{ ?value <{rt.asWritten}> ?words ; <{rt.ofIndicator}> ?of .
                FILTER(STRLEN(?words) > 5) }} ORDER BY ?words LIMIT 1"""
    ((words, of, _),) = view.select(query).rows
    found = held(TEXT.replace(str(words), "0" * len(str(words))))
    suspect = suspicion(view, [fault.quoted.passage for fault in found.lost], Reviews())
    assert of in {thing.iri for thing in suspect.changed}
    assert not suspicion(view, [], Reviews())


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command on a store with one plan, in a folder with its file."""
    monkeypatch.setenv("RODATRADEN_STORE", str(tmp_path / "store"))
    monkeypatch.delenv("RODATRADEN_CORPUS", raising=False)
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path / "plans")
    facts = (CASE / "facts.toml").read_text("utf-8")
    Path("corpus.toml").write_text(f'[[document]]\nfile = "{NAME}"\n{facts}', "utf-8")
    Path(NAME).write_text(TEXT, "utf-8")
    invoke = CliRunner().invoke
    assert invoke(rodatraden.commands, ["load", "."]).exit_code == 0
    return lambda *words: invoke(rodatraden.commands, ["verify", *map(str, words)])


def test_the_command_proves_or_lists(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    proved = run()
    assert proved.exit_code == 0
    assert "plan.txt: all " in proved.stdout
    at = TEXT.index("aktivitet", len(TEXT) // 3)
    Path(NAME).write_text(TEXT[:at] + "\x1b" + TEXT[at + 1 :], "utf-8")
    lost = run(NAME)
    assert lost.exit_code == 1
    line = TEXT.count("\n", 0, at) + 1
    assert f"  plan.txt:{line}: expected “" in lost.stdout
    assert "Suspect, since their words have changed: " in lost.stdout
    assert "\x1b" not in lost.stdout
    rows = json.loads(run("--format", "json").stdout)
    assert rows[0]["what"].endswith("passages are lost, 0 have moved")
    assert {"lost", "suspect"} <= {row["what"] for row in rows}
    assert "moved" not in {row["what"] for row in rows}
    assert {row["state"] for row in rows} == {"lost"}
    assert all(row["line"] <= line for row in rows if row["what"] == "lost")
    Path("elsewhere").mkdir()
    monkeypatch.setenv("RODATRADEN_CORPUS", "elsewhere")
    missing = run()
    assert missing.exit_code == 1
    assert "no file of this name is at hand" in missing.stdout


def test_facts_without_words_are_told_as_such(run: Callable[..., Result], tmp_path: Path) -> None:
    export_package(DirectoryStore(tmp_path / "store").view(), tmp_path / "facts", only_facts=True)
    words = ["load", str(tmp_path / "facts"), "--store", str(tmp_path / "other")]
    assert CliRunner().invoke(rodatraden.commands, words).exit_code == 0
    for files in ([], [str(tmp_path / "facts")]):
        told = run(*files, "--store", tmp_path / "other")
        assert told.exit_code == 0
        assert "only facts and figures" in told.stdout


def test_the_five_plans_prove_themselves(corpus: Path) -> None:
    store = MemoryStore()
    sources = [each for each in find([corpus]) if isinstance(each, Told)]
    with store.writing() as draft:
        for each in sources:
            draft.put(read(each).reading)
    found = verify(store.view(), sources)
    assert [each.state for each in found] == [State.PROVED] * 5
    assert sum(each.passages for each in found) > 5000
