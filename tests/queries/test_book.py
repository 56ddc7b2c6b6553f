"""The query book: every question has its facts, can be asked, and finds something in a graph that has it."""

import re
from pathlib import Path

import pytest

from graph.errors import QueryError, UnknownThing
from graph.view import View
from queries.bind import bound
from queries.book import FOLDER, Query, book, named, parsed
from queries.headings import COLUMNS, PARAMETERS, TOPICS

#: A property that nothing has leads to nothing: all is found.
WIDENING = {("without-incoming-link", "property")}
PATHS = sorted(FOLDER.glob("*/*.rq"))


def test_every_file_is_a_question_of_its_own() -> None:
    assert len(PATHS) >= 71
    assert len(book()) == len(PATHS)
    assert {path.stem for path in PATHS} == book().keys()


@pytest.mark.parametrize("query", book().values(), ids=book().keys())
def test_a_question_tells_what_it_is(query: Query) -> None:
    assert query.title
    assert query.purpose
    assert query.limits
    for text in (query.title, query.purpose, query.limits, *(parameter.label for parameter in query.parameters)):
        assert text.sv.strip() == text.sv != text.en == text.en.strip()
    assert set(re.findall(r"\$(\w+)", query.text)) == {parameter.name for parameter in query.parameters}
    assert {parameter.name for parameter in query.parameters} <= PARAMETERS.keys()


@pytest.mark.parametrize("query", book().values(), ids=book().keys())
def test_a_question_finds_something(query: Query, view: View) -> None:
    answer = view.select(bound(query, {}))
    assert answer.rows
    assert len(set(answer.rows)) == len(answer.rows)
    assert query.columns == answer.columns
    assert query.drawing.columns <= set(answer.columns)
    assert set(answer.columns) <= COLUMNS.keys()
    assert query.topic in TOPICS


@pytest.mark.parametrize("query", book().values(), ids=book().keys())
def test_a_parameter_narrows_the_answer(query: Query, view: View) -> None:
    others = {"string": "finns inte", "integer": "1901", "decimal": "1000000000000", "iri": "urn:nothing"}
    for parameter in query.parameters:
        if (query.name, parameter.name) in WIDENING:
            continue
        assert not view.select(bound(query, {parameter.name: others[parameter.type]})).rows


def test_a_question_is_named_with_its_topic_or_without() -> None:
    query = named("milestones-by-year")
    assert named(f"{query.topic}/{query.name}") is query
    for name in ("elsewhere/milestones-by-year", "milestones"):
        with pytest.raises(UnknownThing, match="milestones-by-year"):
            named(name)


@pytest.mark.parametrize(
    "facts",
    [
        "#: title = ",
        "#: title.sv = 'x'",
        "#: title = 3",
        "#: parameters.a = {sv = 'a', en = 'a'}",
        "#: parameters.a = {type = 'colour', sv = 'a', en = 'a'}",
        "#: parameters = 1",
        "#: draw = {as = 'pie'}",
    ],
)
def test_wrong_facts_are_told(facts: str) -> None:
    with pytest.raises(QueryError, match=r"odd\.rq: the facts on top"):
        parsed(f"{facts}\nASK {{}}", "odd.rq")


def test_the_folders_hold_nothing_else() -> None:
    files = {path for folder in FOLDER.iterdir() if folder.is_dir() for path in Path(folder).iterdir()}
    assert {path.suffix for path in files if "__pycache__" not in path.parts} == {".rq"}
