"""Questions are answered whole or not at all, by processes that can do nothing else and are ended in time."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from pyoxigraph import Store

from graph.asking.limits import Limits
from graph.asking.outcome import (
    Broken,
    Busy,
    Gone,
    Question,
    TooLarge,
    TooSlow,
    Unanswered,
    Unwritable,
    Wrong,
)
from graph.asking.place import directory_of
from graph.asking.pool import Pool
from graph.results import Form
from graph.view import View

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def pool() -> Iterator[Pool]:
    """Workers that are short of time and patience."""
    pool = Pool(Limits(seconds=1, answer=50_000, running=1, waiting=1, patience=30))
    yield pool
    pool.close()


@pytest.fixture
def patient() -> Iterator[Pool]:
    """Workers that have time."""
    pool = Pool(Limits(seconds=60, running=1))
    yield pool
    pool.close()


def test_answers_come_whole(pool: Pool, directory: Path) -> None:
    written = pool.ask(directory, Question("SELECT ?s { ?s <urn:says> ?o } LIMIT 300"))
    assert written.form is Form.JSON
    assert len(json.loads(written.body)["results"]["bindings"]) == 300
    assert pool.ask(directory, Question("CONSTRUCT WHERE { <urn:thing:1> ?p ?o }")).form is Form.TURTLE


def test_one_that_takes_too_long_is_ended_and_the_next_is_answered(pool: Pool, directory: Path) -> None:
    for _ in range(2):
        with pytest.raises(TooSlow, match="longer than 1 seconds"):
            pool.ask(directory, Question(ENDLESS))
        assert b"true" in pool.ask(directory, Question("ASK {}")).body


def test_an_answer_is_never_cut(pool: Pool, directory: Path) -> None:
    with pytest.raises(TooLarge, match="LIMIT and OFFSET"):
        pool.ask(directory, Question("SELECT * { ?s ?p ?o . ?t ?q ?u }"))
    assert b"true" in pool.ask(directory, Question("ASK {}")).body


def test_what_is_wrong_is_told_with_its_place(pool: Pool, directory: Path) -> None:
    with pytest.raises(Wrong) as caught:
        pool.ask(directory, Question("SELECT * {\n  ?s ?p }"))
    assert (caught.value.line, caught.value.column) == (2, 10)
    with pytest.raises(Wrong):
        pool.ask(directory, Question("SELECT * { ?s ?p ?o }", default_graphs=("no iri",)))


def test_a_form_that_fits_is_needed(pool: Pool, directory: Path) -> None:
    with pytest.raises(Unwritable, match="triples"):
        pool.ask(directory, Question("CONSTRUCT WHERE { ?s ?p ?o }", triples=None))
    with pytest.raises(Unwritable, match="rows"):
        pool.ask(directory, Question("ASK {}", rows=None))


@pytest.mark.parametrize(
    ("question", "count"),
    [
        (Question("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), 600),
        (Question("SELECT (COUNT(*) AS ?n) FROM <urn:a> { ?s ?p ?o }", names_graphs=True), 200),
        (Question("SELECT (COUNT(*) AS ?n) FROM <urn:a> { ?s ?p ?o }", default_graphs=("urn:b", "urn:c")), 400),
        (Question("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", named_graphs=("urn:b",)), 0),
        (Question("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", named_graphs=("urn:b",)), 200),
        (Question("SELECT (COUNT(*) AS ?n) FROM <file:///etc/passwd> { ?s ?p ?o }", names_graphs=True), 0),
    ],
)
def test_the_dataset_is_the_union_unless_told(pool: Pool, directory: Path, question: Question, count: int) -> None:
    (row,) = json.loads(pool.ask(directory, question).body)["results"]["bindings"]
    assert int(row["n"]["value"]) == count


def test_names_begin_with_the_base(pool: Pool, directory: Path) -> None:
    written = pool.ask(
        directory, Question("CONSTRUCT { <s> <urn:p> 1 } {}", triples=Form.NTRIPLES, base="http://here/x")
    )
    assert written.body.startswith(b"<http://here/s>")
    with pytest.raises(Wrong):
        pool.ask(directory, Question("ASK {}", base="no base"))


@pytest.mark.parametrize(
    ("begin", "end"), [("{", "}"), ("{ SELECT * {", "} }"), ("OPTIONAL {", "}"), ("FILTER EXISTS {", "}")]
)
def test_a_question_may_be_nested_deeply(patient: Pool, directory: Path, begin: str, end: str) -> None:
    assert patient.ask(directory, Question(f"SELECT * {{ {begin * 2000} {end * 2000} }}"))


def test_one_nested_without_end_is_told_and_the_next_is_answered(patient: Pool, directory: Path) -> None:
    with pytest.raises(Wrong, match="nested too deeply"):
        patient.ask(directory, Question("SELECT * {" + "{" * 400_000 + "}" * 400_000 + "}"))
    assert b"true" in patient.ask(directory, Question("ASK {}")).body


def test_a_worker_opens_no_socket(pool: Pool, directory: Path) -> None:
    """Even where nobody had refused the question before it came here."""
    with pytest.raises(Wrong, match="Permission denied"):
        pool.ask(directory, Question("ASK { SERVICE <http://127.0.0.1:8000/> { ?s ?p ?o } }"))


def test_a_hungry_question_dies_alone(directory: Path) -> None:
    pool = Pool(Limits(seconds=30, memory=20_000_000, running=1))
    with pytest.raises(Broken, match="20 MB of memory"):
        pool.ask(directory, Question("SELECT DISTINCT ?o ?u ?w { ?s ?p ?o . ?t ?q ?u . ?v ?r ?w } ORDER BY ?w"))
    assert b"true" in pool.ask(directory, Question("ASK {}")).body
    pool.close()


def test_whoever_has_gone_is_not_worked_for(pool: Pool, directory: Path) -> None:
    with pytest.raises(Gone):
        pool.ask(directory, Question(ENDLESS), left=lambda: True)
    assert b"true" in pool.ask(directory, Question("ASK {}")).body


def test_too_many_are_turned_away_at_once(directory: Path) -> None:
    pool = Pool(Limits(seconds=30, running=1, waiting=1))
    asking, leave = [Event(), Event()], Event()

    def ask(number: int) -> None:
        def left() -> bool:
            asking[number].set()
            return leave.is_set()

        with suppress(Gone):
            pool.ask(directory, Question(ENDLESS), left=left)

    threads = [Thread(target=ask, args=(number,)) for number in (0, 1)]
    for number, thread in enumerate(threads):
        thread.start()
        assert asking[number].wait(30)
    with pytest.raises(Busy):
        pool.ask(directory, Question("ASK {}"))
    leave.set()
    for thread in threads:
        thread.join()
    assert b"true" in pool.ask(directory, Question("ASK {}")).body
    pool.close()


def test_a_new_version_is_seen(pool: Pool, directory: Path, tmp_path: Path) -> None:
    Store(str(tmp_path / "next")).flush()
    count = Question("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert b'"600"' in pool.ask(directory, count).body
    assert b'"0"' in pool.ask(tmp_path / "next", count).body


def test_a_store_that_is_gone_is_told(pool: Pool, tmp_path: Path) -> None:
    with pytest.raises(Unanswered, match="cannot be opened"):
        pool.ask(tmp_path / "none", Question("ASK {}"))


def test_a_view_in_memory_is_copied_once() -> None:
    view = View(Store())
    assert directory_of(view) == directory_of(view)
    assert directory_of(View(Store(), directory=Path("there"))) == Path("there")
