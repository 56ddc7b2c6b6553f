"""The command line as a person meets it: what goes where, what it exits with, and what it says of bad input."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import rodatraden
from graph import marker
from graph.lock import locked
from graph.versions import Versions

ROOT = Path(__file__).parents[1]
PLAN = """Kökets plan 2031

Uppdrag från fullmäktige och nämnd

Id

Regionfullmäktige och styrelse/nämnd

K-1 Köket ska 2031 laga mat som fler äter upp

K-2 Köket ska 2031 laga godare mat

Aktiviteter per område

Gott och nära

Aktiviteter	Beskrivning	Koppling till uppdrag	2031
3. Provsmakning varje dag	Alla smakar på maten innan den serveras till någon annan.	K-1
"""
FACTS = ("--type", "UnitPlan", "--organisation", "Köket", "--region", "97", "--period", "2031")
UPKEEP = ("documents", "drop", "versions", "rollback", "serve")
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a store of its own."""
    monkeypatch.setenv("RODATRADEN_STORE", str(tmp_path / "store"))
    monkeypatch.chdir(tmp_path)
    return lambda *words, **more: CliRunner().invoke(rodatraden.commands, [str(word) for word in words], **more)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the small plan in it, to be copied."""
    folder = tmp_path_factory.mktemp("stored")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    words = ["load", str(folder / "plan.txt"), *FACTS, "--store", str(folder / "store")]
    assert CliRunner().invoke(rodatraden.commands, words).exit_code == 0
    return folder / "store"


@pytest.fixture
def loaded(run: Run, plan: Path, tmp_path: Path, stored: Path) -> Run:
    """The same, with the small plan in the store."""
    shutil.copytree(stored, tmp_path / "store", symlinks=True)
    return run


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    script = "import sys, rodatraden; print(*sys.modules); rodatraden.main()"
    command = [sys.executable, "-c", script, "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60).stdout
    names = {*rodatraden.commands.commands}
    assert {"load", "show", "coverage", "query", "trace", "path", "check", "export", *UPKEEP} <= names
    assert all(f"\n  {name} " in shown for name in names)
    modules = set(shown.splitlines()[0].split())
    assert not modules & {"pyoxigraph", "rdflib", "pyshacl", "networkx", "rapidfuzz", "owlready2", "platformdirs"}
    assert "graph.records" not in modules


@pytest.mark.parametrize("name", sorted(rodatraden.commands.commands))
def test_every_command_takes_a_store_and_tells_of_itself(name: str, run: Run) -> None:
    command = rodatraden.commands.commands[name]
    options = {option for parameter in command.params for option in parameter.opts}
    assert ("--store" in options) is (name != "template")  # which is of no store
    assert (command.help or "").strip()
    assert run(name, "--help").exit_code == 0


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"rodatraden {rodatraden.version()}\n"


def test_a_load_tells_what_it_found_on_standard_error(run: Run, plan: Path) -> None:
    result = run("load", plan, *FACTS)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "[1/1]" in result.stderr
    assert "plan.txt: added" in result.stderr
    assert "2 Assignment" in result.stderr
    assert "1 Activity" in result.stderr
    assert "findings" in result.stderr
    assert "plan.txt: unchanged" in run("load", plan, *FACTS).stderr
    plan.write_text(PLAN + "\nMer text.\n", "utf-8")
    assert "plan.txt: replaced" in run("load", plan, *FACTS).stderr
    assert run("versions").stdout.count("plan.txt") == 2


def test_a_trace_is_a_tree_with_source_lines(loaded: Run) -> None:
    shown = loaded("trace", "k-1", "--year", 2031, "--region", "97").stdout
    assert "K-1  [plan.txt:9]" in shown
    assert "   Köket ska 2031 laga mat som fler äter upp" in shown
    assert "└─ 3 Provsmakning varje dag  [plan.txt:18]" in shown
    assert "no activity in this plan" in loaded("trace", "K-2").stdout


def test_what_is_not_there_exits_1(loaded: Run) -> None:
    for words in (("trace", "K-7"), ("path", "K-1", "nix"), ("query", "nix"), ("drop", "nix"), ("rollback", 7)):
        result = loaded(*words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("Error: ")
    assert "Nearest are: K-1" in loaded("trace", "K-7").stderr
    assert loaded("path", "K-1", "K-1").exit_code == 1


def test_a_path_leads_from_one_thing_to_another(loaded: Run) -> None:
    shown = loaded("path", "K-1", "Provsmakning").stdout
    assert shown.splitlines()[0].startswith("K-1  (Assignment, id:97/")
    assert "  [plan.txt:9]\n" in shown
    assert "←serves─ 3 Provsmakning varje dag" in shown
    assert shown.endswith("[plan.txt:18]\n")


def test_each_step_of_the_reading_can_be_looked_at(run: Run, plan: Path) -> None:
    (plan.parent / "corpus.toml").write_text(
        '[[document]]\nfile = "plan.txt"\ntype = "UnitPlan"\norganisation = "Köket"\nperiod = [2031, 2031]\n', "utf-8"
    )
    assert "9  Assignment" in run("show", "passages", plan).stdout
    assert "activities: Aktiviteter per område" not in run("show", "passages", plan).stdout
    assert "description: Beskrivning" in run("show", "tables", plan).stdout
    assert "notation: K-1" in run("show", "records", plan).stdout
    assert run("show", "records", plan, "--organisation", "Huset").stdout.count("organisation: Huset") == 1
    assert b"https://w3id.org/rodatraden/ns#Assignment" in run("show", "quads", plan).stdout_bytes
    assert not (plan.parent / "store").exists()


def test_coverage_is_the_same_from_the_file_and_from_the_store(loaded: Run, plan: Path) -> None:
    plan.write_text(PLAN + "\nSkor 17 23 42\n\nSkor\t17\t23\n", "utf-8")
    assert loaded("load", plan, *FACTS).exit_code == 0
    shown = loaded("coverage", plan, *FACTS).stdout
    assert "plan.txt:20: Skor 17 23 42" in shown
    assert shown == loaded("coverage").stdout
    assert sum(int(line.split()[0]) for line in shown.splitlines()[1:5]) == int(shown.split()[1])


def test_check_passes_on_what_was_written_rightly(loaded: Run) -> None:
    result = loaded("check")
    assert result.exit_code == 0
    assert result.stdout == "plan.txt: all right\n"


def test_a_document_goes_and_comes_back(loaded: Run) -> None:
    assert "plan.txt" in loaded("documents").stdout
    assert loaded("drop", "plan").exit_code == 0
    assert "plan.txt" not in loaded("documents").stdout
    assert loaded("rollback", 1).exit_code == 0
    assert "plan.txt" in loaded("documents").stdout


@pytest.mark.parametrize(
    ("form", "begins"), [("nquads", b"<http"), ("trig", b"@prefix"), ("turtle", b"@prefix"), ("jsonld", b"[{")]
)
def test_the_graph_is_written_out(loaded: Run, tmp_path: Path, form: str, begins: bytes) -> None:
    shown = loaded("export", "--format", form)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout_bytes.startswith(begins)
    written = loaded("export", "--format", form, "--out", tmp_path / "out.rdf")
    assert (written.exit_code, written.stdout) == (0, "")
    assert sorted((tmp_path / "out.rdf").read_bytes()) == sorted(shown.stdout_bytes)


def test_a_file_that_cannot_be_written_out_leaves_nothing(loaded: Run, tmp_path: Path) -> None:
    result = loaded("export", "--out", tmp_path / "none" / "out.nq")
    assert result.exit_code == 3
    assert f"Cannot write {tmp_path}/none/out.nq" in result.stderr
    assert not list(tmp_path.glob("*out*"))


QUESTION = (
    "SELECT ?number WHERE { ?a a <https://w3id.org/rodatraden/ns#Assignment> ; ?p ?number FILTER(?number = $one) }"
)


def test_questions_come_from_a_file_a_name_and_standard_input(loaded: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(QUESTION, "utf-8")
    words = ("--param", "one=K-1", "--format", "csv")
    assert "K-1" in loaded("query", tmp_path / "q.rq", *words).stdout
    assert loaded("query", "-", *words, input=QUESTION).stdout == loaded("query", tmp_path / "q.rq", *words).stdout
    assert "Provsmakning" in loaded("query", "activities-of-an-assignment", "--param", "assignment=K-1").stdout
    assert "activities-of-an-assignment [assignment] [year] [region]" in loaded("query").stdout
    assert '= "K-1"' in loaded("query", tmp_path / "q.rq", "--param", "one=K-1", "--show").stdout


@pytest.mark.parametrize(
    ("form", "question", "begins"),
    [
        ("table", QUESTION, "number\n------"),
        ("csv", QUESTION, "number"),
        ("tsv", QUESTION, "?number"),
        ("json", QUESTION, '{"head"'),
        ("xml", QUESTION, "<?xml"),
        ("json", "ASK {}", '{"head"'),
        ("csv", "ASK {}", "answer\ntrue"),
        ("turtle", "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "@prefix"),
        ("ntriples", "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "<http"),
        ("jsonld", "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "[{"),
    ],
)
def test_answers_come_in_the_form_that_is_asked_for(loaded: Run, form: str, question: str, begins: str) -> None:
    words = ("--param", "one=K-1") if "$one" in question else ()
    result = loaded("query", "-", "--format", form, *words, input=question)
    assert result.exit_code == 0
    assert result.stdout.startswith(begins)


@pytest.mark.parametrize(
    ("words", "question", "says"),
    [
        ((), "SELECT nonsense", "not a question in SPARQL"),
        ((), "DELETE WHERE { ?a ?b ?c }", "This is an update"),
        ((), "SELECT * { SERVICE <http://x/> { ?a ?b ?c } }", "asks another server"),
        ((), "SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", "FROM is not heeded here"),
        (("--format", "turtle"), "SELECT * { ?a ?b ?c }", "answered with rows"),
        (("--format", "csv"), "CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "answered with a graph"),
        (("--param", "x=1"), "ASK {}", "no parameter x"),
        (("--param", "x"), "ASK {}", "must be KEY=VALUE"),
        ((), "#: title", "facts on top"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(loaded: Run, words: tuple[str, ...], question: str, says: str) -> None:
    result = loaded("query", "-", *words, input=question)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


BAD: dict[str, tuple[bytes | None, tuple[str, ...], str]] = {
    "missing.txt": (None, FACTS, "there is no such file"),
    "empty.txt": (b"", FACTS, "the file is empty"),
    "blank.txt": (b" \n\t\n", FACTS, "the file is empty"),
    "binary.txt": (bytes(range(256)), FACTS, "binary file"),
    "latin1.txt": ("Åtgärder\n".encode("latin-1"), FACTS, "iconv -f ISO-8859-1"),
    "utf16.txt": ("Åtgärder\n".encode("utf-16"), FACTS, "iconv -f UTF-16"),
    "plan.exe": (b"plan", FACTS, "Give one of:"),
    "letter.txt": (b"Hej och tack.\n", (), "cannot tell its type, period, organisation"),
    "list.toml": (b"[[document", (), "not TOML"),
    "other.toml": (b'[[document]]\nfile = "no.txt"', (), "there is no file"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_what_to_do_and_the_others_are_loaded(
    run: Run, plan: Path, tmp_path: Path, name: str
) -> None:
    content, flags, says = BAD[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    alone = run("load", name, *flags)
    assert (alone.exit_code, alone.stdout) == (3, "")
    assert f"Refused: {name}" in alone.stderr
    assert says in alone.stderr
    assert "Traceback" not in alone.stderr
    assert not (tmp_path / "store" / "current").exists()
    (tmp_path / "corpus.toml").write_text(
        '[[document]]\nfile = "plan.txt"\ntype = "UnitPlan"\norganisation = "Köket"\nperiod = [2031, 2031]\n', "utf-8"
    )
    both = run("load", name, plan)
    assert both.exit_code == 3
    assert "plan.txt: added" in both.stderr
    assert "1 loaded (1 new), 1 refused, in" in both.stderr


def test_what_is_no_plan_is_kept_as_prose_with_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Hej och tack för senast.\n", "utf-8")
    result = run("load", "letter.txt", *FACTS)
    assert result.exit_code == 0
    assert "Warning: nothing in it was recognised" in result.stderr
    assert "letter.txt: added" in result.stderr
    assert "1  100%  running prose" in run("coverage").stdout


def test_a_table_that_is_cut_off_gives_what_there_is(run: Run, plan: Path) -> None:
    for length in range(len(PLAN) - 90, len(PLAN), 15):
        plan.write_text(PLAN[:length], "utf-8")
        assert run("load", plan, *FACTS).exit_code == 0
    assert "K-2" in run("show", "records", plan, *FACTS).stdout


def test_two_documents_that_claim_to_be_the_same_plan(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(PLAN + "\nMer.\n", "utf-8")
    entry = '[[document]]\nfile = "{}"\ntype = "UnitPlan"\norganisation = "Köket"\nperiod = [2031, 2031]\n'
    (tmp_path / "corpus.toml").write_text(entry.format("plan.txt") + entry.format("copy.txt"), "utf-8")
    result = run("load", "corpus.toml")
    assert result.exit_code == 3
    assert "copy.txt: claims to be the same plan as plan.txt" in result.stderr
    assert "plan.txt: added" in result.stderr


def test_flags_tell_one_document_only(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(PLAN, "utf-8")
    result = run("load", plan, "other.txt", *FACTS)
    assert result.exit_code == 2
    assert "in a corpus file, not by flags" in result.stderr


@pytest.mark.parametrize(
    "words", [("load",), ("load", "plan.txt", "--type", "Plan"), ("load", "plan.txt", "--period", "i år"), ("nix",)]
)
def test_wrong_usage_exits_2(run: Run, plan: Path, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_an_empty_store_says_so(run: Run) -> None:
    for words in (("trace", "K-1"), ("check",), ("export",), ("documents",), ("coverage",)):
        result = run(*words)
        assert result.exit_code == 3
        assert "Nothing has been loaded" in result.stderr


def test_a_store_that_is_being_written_is_left_alone(loaded: Run, plan: Path, tmp_path: Path) -> None:
    plan.write_text(PLAN + "\nMer.\n", "utf-8")
    with locked(tmp_path / "store" / "lock"):
        result = loaded("load", plan, *FACTS)
        assert loaded("trace", "K-1").exit_code == 0
    assert result.exit_code == 3
    assert "is being written by" in result.stderr


@pytest.mark.parametrize(("number", "says"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "it is read-only")])
def test_a_store_that_cannot_be_written_keeps_what_it_has(
    loaded: Run, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    plan.write_text(PLAN.replace("K-2", "K-5"), "utf-8")
    monkeypatch.setattr(Versions, "publish", fail)
    result = loaded("load", plan, *FACTS)
    assert result.exit_code == 3
    assert str(tmp_path / "store") in result.stderr
    assert says in result.stderr
    assert loaded("trace", "K-2").exit_code == 0


def test_a_store_of_another_version_is_told(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / f"{marker.PREFIX}99").touch()
    for words in (("load", plan, *FACTS), ("documents",)):
        result = run(*words)
        assert result.exit_code == 3
        assert "another version of Röda tråden" in result.stderr


def test_no_text_of_a_document_steers_the_terminal(run: Run, plan: Path) -> None:
    steering = "\x1b]0;x\x07\N{RIGHT-TO-LEFT OVERRIDE}\x9b"
    plan.write_text(PLAN.replace("Provsmakning", f"Prov{steering}smakning {'lång ' * 200}"), "utf-8")
    assert run("load", plan, *FACTS).exit_code == 0
    number = 'SELECT ?title { ?a <http://purl.org/dc/terms/title> ?title FILTER(STRSTARTS(?title, "Prov")) }'
    shown = {
        "trace": run("trace", "K-1").stdout,
        "path": run("path", "K-1", "3").stdout,
        "query": run("query", "-", input=number).stdout,
        "records": run("show", "records", plan, *FACTS).stdout,
    }
    for command, text in shown.items():
        assert r"Prov\x1b]0;x\x07\u202e\x9bsmakning" in text, command
        assert not set(steering) - set("]0;x") & set(text)
    assert max(map(len, shown["trace"].splitlines())) < 300


@pytest.mark.parametrize("name", [b"l\xe5da.txt", b"rad\nrad.txt"])
def test_a_file_may_have_an_odd_name(run: Run, plan: Path, tmp_path: Path, name: bytes) -> None:
    odd = tmp_path / os.fsdecode(name)
    plan.rename(odd)
    result = run("load", odd, *FACTS)
    assert result.exit_code == 0
    assert "\N{REPLACEMENT CHARACTER}" in run("trace", "K-1").stdout
    assert run("coverage").exit_code == 0


def test_a_closed_pipe_is_no_traceback(loaded: Run, tmp_path: Path) -> None:
    command = f"{sys.executable} -m rodatraden export --store {tmp_path}/store | head -c 10"
    shown = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    assert (len(shown.stdout), shown.stderr) == (10, "")


def test_letters_that_the_terminal_lacks_are_escaped(loaded: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "rodatraden", "trace", "K-1", "--store", str(tmp_path / "store")]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    shown = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, timeout=60, env=environment)
    assert rb"\u2514\u2500 3 Provsmakning" in shown.stdout


def test_notebooks_have_a_door(loaded: Run, plan: Path, tmp_path: Path) -> None:
    reading = rodatraden.read(plan, type="UnitPlan", organisation="Köket", period=(2031, 2031))
    assert reading.plan.organisation.name == "Köket"
    assert rodatraden.store(tmp_path / "store").view().documents()[0].file_name == "plan.txt"


def test_the_store_is_ones_own_where_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("RODATRADEN_STORE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    result = CliRunner().invoke(rodatraden.commands, ["documents"])
    assert isinstance(rodatraden.commands, click.Group)
    assert result.exit_code == 3
    assert str(tmp_path) in result.stderr


def test_what_cannot_be_derived_is_told_and_the_plan_is_there(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.derived.derive.suggest", lambda *_: 1 // 0)
    result = run("load", plan, *FACTS)
    assert result.exit_code == 0
    assert "Warning: not all could be derived" in result.stderr
    assert "links: ZeroDivisionError" in result.stderr
    assert run("derive").exit_code == 0
    assert "plan.txt" in run("documents").stdout


def test_the_five_plans_go_in_and_answer(run: Run, corpus: Path) -> None:
    result = run("load", corpus)
    assert result.exit_code == 0
    shown = run("trace", "RF12", "--year", 2026).stdout
    assert "19 Etablera gemensam digital servicenivå" in shown
    assert "  [vastmanland-hsf-2026.txt:919-935]" in shown
    assert "unchanged" in run("load", corpus / "corpus.toml").stderr


def test_a_data_package_is_written_and_loaded(loaded: Run, tmp_path: Path) -> None:
    assert loaded("export", "--format", "datapackage", "--out", "whole").exit_code == 0
    assert loaded("export", "--format", "datapackage", "--facts", "--out", "facts").exit_code == 0
    again = loaded("load", "whole", "facts")
    assert again.exit_code == 0
    assert "plan.txt: unchanged" in again.stderr
    aside = loaded("load", "facts/datapackage.json", "--store", tmp_path / "aside")
    assert aside.exit_code == 0
    assert "plan.txt: added" in aside.stderr
    traced = loaded("trace", "K-1", "--store", tmp_path / "aside")
    assert "3 Provsmakning varje dag" in traced.stdout
    assert loaded("check", "--store", tmp_path / "aside").exit_code == 0
    assert loaded("coverage", "--store", tmp_path / "aside").exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "datapackage"), "name it with --out"),
        (("--facts",), "goes with --format datapackage"),
        (("--format", "trig", "--out", "."), "is a folder"),
    ],
)
def test_exports_that_cannot_be_are_wrong_usage(loaded: Run, words: tuple[str, ...], told: str) -> None:
    refused = loaded("export", *words)
    assert refused.exit_code == 2
    assert told in refused.stderr


def test_a_broken_data_package_is_refused_and_the_rest_loaded(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "datapackage.json").write_text("{")
    facts = 'type = "UnitPlan"\norganisation = "Köket"\nregion = "97"\nperiod = [2031, 2031]'
    (tmp_path / "corpus.toml").write_text(f'[[document]]\nfile = "plan.txt"\n{facts}\n', "utf-8")
    loaded = run("load", "broken", "plan.txt")
    assert loaded.exit_code == 3
    assert "1 loaded (1 new), 1 refused, in" in loaded.stderr
    assert run("load", "broken", *FACTS).exit_code == 2
