"""Values go into a question as terms, whatever they hold; nothing that writes or goes elsewhere is asked."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from graph.errors import QueryError
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from queries.bind import bound, refuse_writing
from queries.book import parsed

TYPED = """
#: parameters.word = { type = "string", sv = "ord", en = "word" }
#: parameters.count = { type = "integer", sv = "antal", en = "count", default = 3 }
#: parameters.share = { type = "decimal", sv = "andel", en = "share" }
#: parameters.sure = { type = "boolean", sv = "säker", en = "sure" }
#: parameters.thing = { type = "iri", sv = "sak", en = "thing" }
SELECT ?word ?count ?share ?sure ?thing WHERE { VALUES (?word ?count ?share ?sure ?thing) { ($word $count $share $sure $thing) } } # $word
"""
EMPTY = View(Store())


def asked(text: str, /, **values: str) -> str:
    """The question with its values."""
    return bound(parsed(text, "a question"), values)


def test_what_is_not_given_is_open_or_as_the_question_says() -> None:
    assert EMPTY.select(asked(TYPED)).rows == ((None, 3, None, None, None),)


def test_values_are_of_their_types() -> None:
    text = asked(TYPED, word="Ängel", count="-4", share="1,5", sure="True", thing="<urn:x>")
    assert EMPTY.select(text).rows == (("Ängel", -4, Decimal("1.5"), True, Iri("urn:x")),)


def test_a_name_may_have_a_prefix_of_ours() -> None:
    assert EMPTY.select(asked(TYPED, thing="rt:Activity")).column("thing") == (rt.Activity,)
    assert EMPTY.select(asked(TYPED, thing="<rt:Activity>")).column("thing") == (Iri("rt:Activity"),)


@given(st.text())
def test_no_text_gets_out_of_its_quotation_marks(word: str) -> None:
    assert EMPTY.select(asked(TYPED, word=word)).column("word") == (word,)


@given(st.text())
def test_no_iri_gets_out_of_its_brackets(thing: str) -> None:
    try:
        text = asked(TYPED, thing=thing)
    except QueryError:
        return
    assert EMPTY.select(text).column("thing") == (Iri(thing.strip("<>")),)


@pytest.mark.parametrize(
    "values", [{"count": "x"}, {"count": "1.5"}, {"share": "NaNN"}, {"sure": "kanske"}, {"thing": "a b"}]
)
def test_a_value_of_another_type_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(QueryError, match="must be of type"):
        asked(TYPED, **values)


def test_an_unknown_parameter_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"no parameter wrod. It has: count, share, sure, thing, word"):
        asked(TYPED, wrod="a")
    with pytest.raises(QueryError, match=r"no parameter x. It has: none"):
        asked("ASK {}", x="a")


def test_a_question_without_facts_takes_what_it_mentions() -> None:
    text = "SELECT ?a ?b ?c $open WHERE { BIND($text AS ?a) BIND($number AS ?b) BIND($thing AS ?c) }"
    answer = EMPTY.select(asked(text, text='19 "x"', number="-19", thing="<urn:x>"))
    assert answer.rows == (('19 "x"', -19, Iri("urn:x"), None),)
    with pytest.raises(QueryError, match="is no IRI"):
        asked(text, thing="<a b>")


def test_what_looks_like_a_parameter_in_a_string_is_none() -> None:
    text = """SELECT ?a WHERE { BIND(CONCAT("$x", '$x', \"\"\"$x " \"\"\", $x) AS ?a) } # $x"""
    assert EMPTY.select(asked(text, x="y")).rows == (('$x$x$x " y',),)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> 1 }",
        "# a remark\nPREFIX a: <b:c> DELETE WHERE { ?a ?b ?c }",
        "load <file:///etc/hostname>",
        "WITH <a:b> INSERT {} WHERE {}",
        "CLEAR ALL ; SELECT * {}",
    ],
)
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match="update"):
        refuse_writing(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { ?a ?b ?c } }",
        "SELECT * { service silent ?x { ?a ?b ?c } }",
        "SELECT * { ?a ?b 1SERVICE<http://x/>{ ?a ?b ?c } }",
        'SELECT * { ?a ?b "x"SERVICE<http://x/>{ ?a ?b ?c } }',
        "PREFIX : <http://x/> SELECT * { SERVICE:y { ?a ?b ?c } }",
        "SELECT * { # remark\rSERVICE <http://x/> { ?a ?b ?c } }",
        "SELECT * { ?a <http://x/\\u0041#> 1 . SERVICE <http://x/> { ?a ?b ?c } }",
        "SELECT * { ?a <http://x/\u00a0#> 1 . SERVICE <http://x/> { ?a ?b ?c } }",
        "SELECT * { ?a ex:a\\#b 1 . SERVICE <http://x/> { ?a ?b ?c } }",
        "SELECT * { ?a ex:a·\\#b 1 . SERVICE <http://x/> { ?a ?b ?c } }",
        'SELECT * { VALUES ?x { """a" } SERVICE <http://x/> { ?a ?b ?c } }',
        "SELECT * { FILTER(?a<?b).SERVICE ?x { ?a ?b ?c FILTER(?a>?b) } }",
    ],
)
def test_no_other_server_is_asked(text: str) -> None:
    with pytest.raises(QueryError, match="another server"):
        refuse_writing(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?service <http://x/SERVICE> \"SERVICE\", 'insert' } # SERVICE",
        "SELECT * { ?a rt:service ?b ; ex:insert ?c }",
        "SELECT (INSERT AS ?x) {}",
    ],
)
def test_words_that_only_look_so_are_let_through(text: str) -> None:
    refuse_writing(text)


@given(st.text(alphabet="aS: .<>\"'?$#\\\n{}", max_size=500))
def test_any_text_can_be_looked_at(text: str) -> None:
    try:
        refuse_writing(parsed(text, "a question").text)
    except QueryError:
        return


def test_hostile_text_ends() -> None:
    """Patterns that take the square of a text's length would not be done with these today."""
    for unit in ("a.", '"', "'", '"""', "a-", "<", "a:", '\\"', "'''\\"):
        refuse_writing(unit * 30_000)
