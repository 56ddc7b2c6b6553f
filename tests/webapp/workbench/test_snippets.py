"""Code that asks a question: each language reads exactly the question that was asked, whatever is in it."""

import ast
import re
import shlex

from hypothesis import example, given
from hypothesis import strategies as st

from webapp.workbench import spelled
from webapp.workbench.snippet import filled, languages, snippets
from webapp.workbench.wanted import Wanted

ENDPOINT = "http://127.0.0.1:8000/sparql"
#: What a question may be made of, the signs that languages trip over more often.
QUERIES = st.text(
    st.one_of(st.sampled_from("\\\"'$#({})\n\r\t`%|\u202e\u2028å"), st.characters(exclude_categories=["Cs"]))
)
PYTHON = [each for each in languages() if each.label.startswith("Python")]
GRAPHS = (("default-graph-uri", "urn:'\"\\"), ("named-graph-uri", "urn:b"))


def test_there_are_the_languages_that_are_promised() -> None:
    assert {each.name for each in languages()} == {
        "rodatraden", "pandas", "polars", "sparqlwrapper", "r", "curl", "powerquery",
    }  # fmt: skip


@given(QUERIES)
@example('SELECT ("""\\""" AS ?x) {}\n"')
@example('"""')
@example("\\")
def test_python_holds_the_question_exactly(query: str) -> None:
    for language in PYTHON:
        for template in filter(None, (language.rows, language.triples)):
            graphs = GRAPHS if language.graph else ()
            tree = ast.parse(filled(language, template, ENDPOINT, query, graphs))
            texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
            assert {query, ENDPOINT, *(value for _, value in graphs)} <= set(texts)


@given(QUERIES.filter(lambda text: "\0" not in text))
def test_a_shell_reads_the_question_as_one_word(query: str) -> None:
    (curl,) = (each for each in languages() if each.name == "curl")
    words = shlex.split(filled(curl, curl.rows, ENDPOINT, query, GRAPHS))
    assert words[:1] == ["curl"]
    assert f"query={query}" in words
    assert f"{GRAPHS[0][0]}={GRAPHS[0][1]}" in words


@given(QUERIES)
def test_r_reads_the_question_exactly(query: str) -> None:
    written = spelled.r(query)
    inside = written[1:-1]
    assert written[0] == written[-1] == '"'
    escapes = re.compile(r'\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(["\\]))')
    assert not re.sub(r'\\["\\uU]', "", inside).count('"')
    assert escapes.sub(lambda found: found[3] or chr(int(found[1] or found[2], 16)), inside) == query


@given(QUERIES)
def test_m_reads_the_question_exactly(query: str) -> None:
    inside = spelled.m(query)[1:-1]
    assert not re.search('(?<!")(?:"")*"(?!")', inside)
    plain = re.sub(r"#\((#|[0-9A-F]{4,6})\)|\"\"", lambda found: _sign(found), inside)
    assert plain == query


def _sign(found: re.Match[str]) -> str:
    if found[0] == '""':
        return '"'
    return "#" if found[1] == "#" else chr(int(found[1], 16))


def test_a_dataset_goes_along_or_the_language_is_left_out() -> None:
    wanted = Wanted("ASK {}", default_graphs=("urn:a",))
    found = {each.name: each.text for each in snippets(wanted, ENDPOINT, "rows")}
    assert "rodatraden" not in found
    assert all("default-graph-uri" in text and "urn:a" in text for text in found.values())


def test_triples_have_code_of_their_own() -> None:
    found = {each.name: each.text for each in snippets(Wanted("CONSTRUCT WHERE { ?s ?p ?o }"), ENDPOINT, "triples")}
    assert {"pandas", "curl", "r"} <= found.keys()
    assert "text/turtle" in found["curl"]
    assert "powerquery" not in found
