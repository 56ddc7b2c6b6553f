"""Pictures of answers: what stands in the rows is drawn, nothing is added up, and what is not drawn is told."""

import re
from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from webapp.workbench.view import every

Ask = Callable[..., TestResponse]


def values(names: str, *rows: str) -> str:
    """A question that is answered by these rows."""
    return f"SELECT {names} {{ VALUES ({names}) {{ {' '.join(f'({row})' for row in rows)} }} }}"


def many(count: int, row: Callable[[int], str]) -> list[str]:
    """So many rows."""
    return [row(number) for number in range(count)]


def picture(answer: TestResponse) -> str:
    """The picture's part of a page."""
    text = answer.text.replace("\N{NO-BREAK SPACE}", " ")
    assert answer.status_code == 200
    return text[text.index('class="wb-picture"') : text.index('id="svarets-tabell"')]


def test_there_are_the_views_that_are_promised() -> None:
    assert list(every()) == ["table", "chart", "graph", "flow", "timeline", "matrix"]


def test_every_row_has_a_bar_of_its_own(ask: Ask) -> None:
    drawn = picture(ask(values("?what ?n", '"a" 2', '"a" 3', '"b" -1', '"c" UNDEF'), view="chart"))
    assert [re.findall(rf'title="{label}: ([^"]*)"', drawn) for label in "abc"] == [["2", "3"], ["−1"], []]
    assert "1 rad utan tal i ?n ritas inte." in drawn
    assert "Störst är a: 3. Minst är b: −1." in drawn
    assert "wb-negative" in drawn


def test_bars_beyond_the_sixtieth_are_told_of(ask: Ask) -> None:
    drawn = picture(ask(values("?what ?n", *many(70, lambda number: f'"w{number}" {number}')), view="chart"))
    assert drawn.count("<li><a ") == 60
    assert "De första 60 av 70 rader ritas." in drawn


def test_years_make_lines_a_sign_for_each_series(ask: Ask) -> None:
    rows = [f'"{name}" {year} {size}' for name, size in (("a", 5), ("b", 7)) for year in (2027, 2028, 2029)]
    drawn = picture(ask(values("?who ?year ?n", *rows), view="chart"))
    assert drawn.count('class="wb-join wb-s1"') == drawn.count('class="wb-join wb-s2"') == 2
    assert 'aria-label="a 2027: 5"' in drawn
    assert "<b>Serier</b>: <code>?who</code> (enda kolumnen med text eller namn)" in drawn


def test_several_rows_of_a_year_and_series_are_not_joined(ask: Ask) -> None:
    drawn = picture(ask(values("?year ?n", "2027 1", "2027 2", "2028 3"), view="chart"))
    assert "wb-join" not in drawn
    assert "binds inte ihop" in drawn


def test_large_numbers_are_written_in_millions_and_told_whole(ask: Ask) -> None:
    drawn = picture(ask(values("?year ?sek", "2027 9384800000", "2028 1"), view="chart"))
    assert "?sek, miljoner" in drawn
    assert 'aria-label="?sek 2027: 9 384 800 000"' in drawn


def test_a_flow_is_as_wide_as_its_rows_together(ask: Ask) -> None:
    drawn = picture(ask(values("?a ?b ?n", '"x" "u" 2', '"x" "v" 3', '"y" UNDEF 1', '"y" "u" 0'), view="flow"))
    assert 'aria-label="x: 5"' in drawn
    assert 'aria-label="saknar ?b: 1"' in drawn
    assert "1 rad utan tal över noll i ?n ritas inte." in drawn
    assert "Bredast är x → v: 3." in drawn


def test_a_flow_without_numbers_counts_rows_and_puts_small_nodes_together(ask: Ask) -> None:
    drawn = picture(ask(values("?a ?b", *many(80, lambda number: f'"a{number % 2}" "b{number % 40}"')), view="flow"))
    assert 'aria-label="a0: 40 rader"' in drawn
    assert "övriga (13)" in drawn


def test_a_flow_may_go_through_a_third_column(ask: Ask) -> None:
    rows = ('"x" "m" "u"', '"y" "n" "v"')
    drawn = picture(ask(values("?a ?b ?c", *rows), **{"view": "flow", "col-via": "b", "col-to": "c"}))
    assert "x → m → u: 1" in drawn
    assert "<code>?b</code> (vald)" in drawn


def test_triples_are_a_graph_and_labels_are_names(ask: Ask) -> None:
    query = """CONSTRUCT { <urn:a> <urn:p> <urn:b> ; rdfs:label "Alfa" ; <urn:q> 7 . <urn:b> <urn:p> <urn:a> } {}"""
    drawn = picture(ask(query, view="graph"))
    assert "2 saker och 2 länkar" in drawn
    assert ">Alfa</text>" in drawn
    assert "1 rad utan två namn (text, tal eller obunden) ritas inte." in drawn


def test_what_a_graph_has_no_room_for_is_counted(ask: Ask) -> None:
    rows = many(300, lambda number: f"<urn:a{number}> <urn:b>")
    drawn = picture(ask(values("?x ?y", *rows), view="graph"))
    assert drawn.count("<a href") == 120
    assert "119 av 300 länkar ritas; 181 saker är inte med i bilden." in drawn


def test_a_timeline_is_as_exact_as_what_is_told(ask: Ask) -> None:
    rows = (
        '"hela året" 2027 UNDEF',
        '"dagar" 2027 "2028-06-30"^^xsd:date',
        '"bakvänt" 2028 2027',
        '"intet" UNDEF 2027',
    )
    drawn = picture(ask(values("?what ?from ?until", *rows), view="timeline"))
    assert 'title="hela året: 2027–?"' in drawn
    assert "wb-open" in drawn
    assert 'title="dagar: 2027–2028-06-30"' in drawn
    assert "2 rader utan tid i ?from, eller som slutar före sin början, ritas inte." in drawn
    assert "2 rader mellan 2027 och 2028." in drawn


def test_columns_of_times_go_by_their_names(ask: Ask) -> None:
    drawn = picture(ask(values("?what ?end ?start", '"a" 2029 2027'), view="timeline"))
    assert "<b>Börjar</b>: <code>?start</code>" in drawn
    assert "<b>Slutar</b>: <code>?end</code>" in drawn


def test_a_cell_of_a_matrix_with_several_rows_is_no_sum(ask: Ask) -> None:
    rows = ('"x" "u" 5', '"x" "u" 6', '"y" "v" 7')
    drawn = picture(ask(values("?a ?b ?n", *rows), view="matrix"))
    assert 'title="x × u: 2 rader">2 ≡</a>' in drawn
    assert 'title="y × v: 7">7</a>' in drawn
    assert "11" not in re.sub(r"<[^>]*>", "", drawn)
    assert "2 av 4 rutor har något" in drawn


def test_a_large_matrix_tells_what_it_leaves_out(ask: Ask) -> None:
    drawn = picture(ask(values("?a ?b", *many(200, lambda number: f'"a{number}" "b{number % 50}"')), view="matrix"))
    assert "De första 80 av 200 i ?a visas." in drawn
    assert "De första 40 av 50 i ?b visas." in drawn


def test_columns_are_chosen_in_the_address_or_left_out(ask: Ask) -> None:
    query = values("?what ?one ?other", '"a" 1 20', '"b" 2 10')
    drawn = picture(ask(query, **{"view": "chart", "col-y": "other"}))
    assert "Störst är a: 20." in drawn
    assert "<code>?other</code> (vald)" in drawn
    flow = picture(ask(values("?a ?b ?n", '"x" "u" 5', '"y" "v" 6'), **{"view": "flow", "col-value": "-"}))
    assert 'aria-label="x: 1 rad"' in flow


def test_a_column_of_labels_says_what_its_names_are_called(ask: Ask) -> None:
    drawn = picture(ask(values("?x ?x_label ?n", '<urn:a> "Alfa" 1', '<urn:b> "Beta" 2'), view="chart"))
    assert "Störst är Beta: 2." in drawn


@pytest.mark.parametrize("view", ["chart", "flow", "graph", "matrix"])
def test_a_picture_of_some_rows_says_that_it_is_not_the_whole(ask: Ask, view: str) -> None:
    ten = " ".join(map(str, range(10)))
    blocks = " ".join(f"VALUES ?{name} {{ {ten} }}" for name in "abcd")
    query = f"""SELECT ?n ?t ?u ?x ?y {{ {blocks} BIND(?a + ?b AS ?n) BIND(STR(?c) AS ?t) BIND(STR(?d) AS ?u)
        BIND(IRI(CONCAT("urn:", ?t)) AS ?x) BIND(IRI(CONCAT("urn:", ?u)) AS ?y) }}"""
    assert "Bilden bygger på de första 5000 av 10000 rader: den är ingen helhet." in picture(ask(query, view=view))


def test_marks_lead_to_things_or_to_their_rows(ask: Ask) -> None:
    drawn = picture(ask("SELECT ?a (1 AS ?n) { ?a a rt:Activity } LIMIT 3", view="chart"))
    assert len(re.findall(r'<li><a href="/sv/id/', drawn)) == 3
    assert '<li><a href="#r1"' in picture(ask(values("?a ?n", '"x" 1'), view="chart"))


@pytest.mark.parametrize("view", ["chart", "flow"])
def test_numbers_in_other_units_are_told_of_and_not_drawn_beside(ask: Ask, view: str) -> None:
    rows = ['"a" "x" 2 "kronor"', '"b" "y" 3 "kronor"', '"c" "x" 500 "procent"']
    drawn = picture(ask(values("?what ?other ?n ?unit", *rows), view=view))
    assert "Bara rader i enheten kronor ritas, 2 av 3" in drawn
    assert not re.search(r"[: >]500[\"<]", drawn)
