"""A store here and an endpoint elsewhere are asked alike, and answer alike."""

import pandas as pd
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from client.plans import Plans, opened
from client.rows import Rows
from graph.asking.outcome import Wrong
from graph.errors import QueryError, UnknownThing
from ontology import rt
from ontology.iri import Iri
from queries.book import book

PREFIXES = "PREFIX rt: <https://w3id.org/rodatraden/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"


@pytest.mark.parametrize("name", book())
def test_each_question_of_the_book_gives_equal_frames(name: str, near: Plans, far: Plans) -> None:
    here, there = near.query(name), far.query(name)
    assert isinstance(here, pd.DataFrame)
    assert isinstance(there, pd.DataFrame)
    pd.testing.assert_frame_equal(here, there)
    polar = near.query(name, frame="polars")
    assert isinstance(polar, pl.DataFrame)
    assert polar.shape == here.shape


def test_polars_frames_are_equal_too(near: Plans, far: Plans) -> None:
    here, there = (plans.query("budget-by-year", year=2027, frame="polars") for plans in (near, far))
    assert isinstance(here, pl.DataFrame)
    assert isinstance(there, pl.DataFrame)
    assert_frame_equal(here, there)
    assert here.schema["sek"].is_decimal()


def test_a_parameter_narrows(plans: Plans) -> None:
    all_, one = (
        plans.query("activities-of-an-assignment"),
        plans.query("activities-of-an-assignment", assignment="KF-4"),
    )
    assert isinstance(all_, pd.DataFrame)
    assert isinstance(one, pd.DataFrame)
    assert 0 < len(one) < len(all_)
    assert set(one["number"]) == {"KF-4"}
    assert one["edition"].dtype == "Int64"


def test_yes_and_no_are_truths(plans: Plans) -> None:
    assert plans.query("ASK { ?s ?p ?o }") is True
    assert plans.query("ASK { <urn:nobody> ?p ?o }") is False


def test_triples_are_a_frame_or_a_graph(plans: Plans) -> None:
    question = f"{PREFIXES} CONSTRUCT {{ ?plan ?p ?o }} WHERE {{ ?plan a rt:ManagementPlan ; ?p ?o }}"
    frame, graph = plans.query(question), plans.graph(question)
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns) == ["subject", "predicate", "object"]
    assert len(frame) == len(graph) > 10
    years = frame[frame["predicate"] == rt.year]["object"]
    assert set(map(type, years)) == {int}
    with pytest.raises(QueryError, match="CONSTRUCT"):
        plans.graph("SELECT ?s { ?s ?p ?o } LIMIT 1")


def test_long_questions_are_asked(plans: Plans) -> None:
    assert plans.query(f"ASK {{ VALUES ?x {{ {'1 ' * 5000} }} }}") is True


def test_a_question_may_choose_its_graphs(plans: Plans) -> None:
    assert plans.query("ASK FROM <urn:empty> { ?s ?p ?o }") is False


def test_what_is_wrong_is_told_with_its_place(plans: Plans) -> None:
    with pytest.raises(Wrong, match=r"Line 2, column \d+: ") as raised:
        plans.query("\nSELECT ?x WHERE { nonsense }")
    assert raised.value.line == 2


@pytest.mark.parametrize("question", ["DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"])
def test_nothing_is_changed_and_nobody_else_is_asked(question: str, plans: Plans) -> None:
    with pytest.raises(QueryError, match=r"update|another server"):
        plans.query(question)


def test_a_question_that_there_is_not_is_told_with_those_there_are(plans: Plans) -> None:
    with pytest.raises(UnknownThing, match="budget-by-year"):
        plans.query("budget-by-yaer")


def test_an_assignment_is_traced_alike(near: Plans, far: Plans) -> None:
    here, there = near.trace("KF-4"), far.trace("KF-4")
    assert str(here) == str(there) == repr(here)
    assert here.rows == there.rows
    assert "KF-4" in str(here)
    assert "14 Tidbok för alla" in str(here)
    assert "[forvaltningsplan-celler.txt:116]" in str(here)
    assert "part of 12 En digital dörr in" in str(here)


def test_a_trace_says_what_the_command_says(near: Plans) -> None:
    rows = near.trace("KF-4", year=2027).rows.dicts()
    listed = near.rows("activities-of-an-assignment", assignment="KF-4", year=2027)
    assert isinstance(listed, Rows)
    assert {row["activity"] for row in rows} == {row["activity"] for row in listed.dicts()}


def test_a_trace_is_a_frame_as_well(plans: Plans) -> None:
    frame = plans.trace("KF-4").frame()
    assert {"edition", "assignment", "area", "activity", "since", "change", "file", "line", "thing"} <= set(
        frame.columns
    )


def test_an_assignment_that_nothing_serves_says_so(near: Plans) -> None:
    lonely = near.rows("assignments-without-activities")
    assert isinstance(lonely, Rows)
    name = str(lonely.dicts()[0]["assignment"])
    assert "no activity in this plan says that it serves this assignment" in str(near.trace(name))


def test_a_name_that_nothing_bears_is_told_with_the_nearest(plans: Plans) -> None:
    with pytest.raises(UnknownThing, match=r"Nearest are: .*KF-"):
        plans.trace("KF-99")


def test_passages_of_a_row_by_file_and_line(plans: Plans) -> None:
    frame = plans.query("activities-of-an-assignment", assignment="KF-4")
    assert isinstance(frame, pd.DataFrame)
    row = frame[frame["activity"] == "14 Tidbok för alla"].iloc[0]
    found = plans.passages(row)
    assert isinstance(found, pd.DataFrame)
    assert list(found["label"]) == ["14 Tidbok för alla"]
    assert found["text"][0].startswith("14. Tidbok för alla\t")
    assert (found["file"][0], found["first_line"][0]) == (row["file"], row["line"])
    assert found["passage"][0].startswith("https://")


def test_passages_of_rows_in_any_form(near: Plans) -> None:
    frame, polar = (near.query("risks", frame=library) for library in ("pandas", "polars"))  # type: ignore[arg-type]
    assert isinstance(frame, pd.DataFrame)
    assert isinstance(polar, pl.DataFrame)
    whole = near.passages(frame)
    assert len(whole) >= len(frame)
    forms = (polar, frame.to_dict("records"), list(frame.itertuples()), [row for _, row in frame.iterrows()])
    for form in forms:
        pd.testing.assert_frame_equal(near.passages(form), whole)  # type: ignore[arg-type]  # near gives pandas
    pd.testing.assert_frame_equal(near.passages(polar.row(0, named=True)), near.passages(frame.iloc[0]))  # type: ignore[arg-type]


def test_passages_of_things_by_their_iris(near: Plans) -> None:
    rows = near.trace("KF-4").frame()
    found = near.passages(rows["thing"][0])
    assert list(found["thing"]) == [rows["thing"][0]]
    again = near.passages(found["passage"][0])
    assert set(again["passage"]) == {found["passage"][0]}
    assert rows["thing"][0] in set(again["thing"])


def test_a_row_that_tells_no_place_is_told_so(plans: Plans) -> None:
    for row in ({"n": 3}, {"file": "plan.txt"}, {"file": "plan.txt", "line": None}, [], 3):
        with pytest.raises(QueryError, match="IRI"):
            plans.passages(row)


def test_the_book_is_a_frame_wherever_it_is_told(near: Plans, far: Plans) -> None:
    here, there = near.questions(), far.questions()
    assert isinstance(here, pd.DataFrame)
    assert isinstance(there, pd.DataFrame)
    pd.testing.assert_frame_equal(here, there)
    assert set(here["name"]) == set(book())
    (taken,) = here[here["name"] == "activities-of-an-assignment"]["parameters"]
    assert "assignment: string" in taken
    assert "year: integer" in taken


def test_questions_of_the_book_can_be_asked_as_they_stand(near: Plans) -> None:
    risks = near.questions().set_index("name")["sparql"]["risks"]  # type: ignore[union-attr]
    pd.testing.assert_frame_equal(near.query(risks), near.query("risks"))  # type: ignore[arg-type]


def test_values_go_in_as_what_they_are(plans: Plans) -> None:
    question = "SELECT ?x ?y { VALUES (?x ?y) { $pairs } }"
    found = plans.rows(question, pairs=[("007", 7), ('" } DROP ALL #', Iri("urn:a"))])
    assert isinstance(found, Rows)
    assert found.rows == (("007", 7), ('" } DROP ALL #', Iri("urn:a")))


def test_the_question_can_be_cited(plans: Plans) -> None:
    text = plans.sparql("budget-by-year", year=2027)
    assert "2027" in text
    pd.testing.assert_frame_equal(plans.query(text), plans.query("budget-by-year", year=2027))  # type: ignore[arg-type]


def test_they_say_where_they_are(near: Plans, far: Plans, address: str) -> None:
    assert repr(far) == f"<Röda tråden: {address}/sparql>"
    assert repr(near) == "<Röda tråden: a store>"
    assert str(near.version).startswith("1-20")
    assert far.version == near.version


def test_a_notebook_shows_which_plans_there_are(plans: Plans) -> None:
    shown = plans._repr_html_()
    assert "<td>Nästa plan</td>" in shown
    assert shown.count("<tr>") == 8
    assert str(plans.version) in shown


def test_plans_that_cannot_be_asked_show_why() -> None:
    shown = opened("http://127.0.0.1:1/<b>")._repr_html_()
    assert "cannot be asked" in shown
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown
