"""Matrices show every link once and every gap, in both ways round, and can be taken along as pairs and as they look."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.memory import MemoryStore
from graph.view import View
from ontology.iri import Iri
from webapp.app import create_app
from webapp.ask import PREFIXES
from webapp.threads.grid import ACROSS, ROWS, Head, Matrix, Pair
from webapp.threads.relations import RELATIONS, Relation, relation_of

Parsed = Callable[[str], Any]
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def address(relation: Relation, *, turned: bool = False, **more: str) -> str:
    """A matrix's address."""
    rows, columns = (relation.across, relation.row) if turned else (relation.row, relation.across)
    wishes = "".join(f"&{name}={value}" for name, value in more.items())
    return f"/sv/matrix?rows={rows.name}&columns={columns.name}{wishes}"


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("relation", RELATIONS, ids=lambda each: f"{each.row.name}-{each.across.name}")
def test_every_matrix_answers_both_ways_round(
    client: FlaskClient, parsed: Parsed, relation: Relation, turned: bool
) -> None:
    for show in ("all", "linked", "gaps"):
        answer = client.get(address(relation, turned=turned, show=show, sort="number"))
        assert answer.status_code == 200
        assert parsed(answer.text).faults == []
        assert len(answer.data) < 300_000


def pairs(client: FlaskClient, relation: Relation, **more: str) -> list[dict[str, Any]]:
    """What a matrix's sheet has."""
    found = client.get(address(relation, format="json", **more)).get_json()
    return list(found)


def linked(relation: Relation, rows: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """The pairs of what is linked."""
    return {(row["row"], row["across"]) for row in rows if row["row"] and row["across"]}


def test_each_cell_is_a_pair_of_the_sheet(client: FlaskClient) -> None:
    relation = relation_of("assignments", "activities")
    assert relation is not None
    page = client.get(address(relation)).text
    found = linked(relation, pairs(client, relation))
    assert page.count('<a href="#p') == len(found) > 5
    assert page.count('<tr id="p') == len(found)


def test_links_and_gaps_are_those_of_the_plan(client: FlaskClient, view: View) -> None:
    relation = relation_of("assignments", "activities")
    assert relation is not None
    rows = pairs(client, relation)
    plan = f"{next(row['row'] for row in rows if row['row']).partition('/assignment/')[0]}/plan"
    query = f"""{PREFIXES} SELECT DISTINCT ?assignment ?activity WHERE {{
        ?activity rt:statedIn <{plan}> ; rt:contributesTo ?assignment }}"""
    assert linked(relation, rows) == {(str(one), str(other)) for one, other in view.select(query).rows}
    for kind, side in (("Assignment", "row"), ("Activity", "across")):
        query = f"{PREFIXES} SELECT DISTINCT ?t WHERE {{ ?t a rt:{kind} ; rt:statedIn <{plan}> }}"
        assert {str(row[0]) for row in view.select(query).rows} == {row[side] for row in rows} - {None}


def test_gaps_are_told_in_words_and_counted(client: FlaskClient, parsed: Parsed) -> None:
    relation = relation_of("assignments", "activities")
    assert relation is not None
    rows = pairs(client, relation)
    idle = {row["row"] for row in rows if row["row"]} - {one for one, _ in linked(relation, rows)}
    text = parsed(client.get(address(relation)).text).text
    assert f"{len(idle)} av {len({row['row'] for row in rows if row['row']})} uppdrag saknar aktivitet." in text
    assert ("○ saknar aktivitet" in text) == bool(idle)
    only = parsed(client.get(address(relation, show="gaps")).text).text
    assert f"Uppdrag som saknar aktivitet {len(idle)}" in only


def test_a_matrix_is_taken_along_as_it_looks(client: FlaskClient) -> None:
    relation = relation_of("assignments", "activities")
    assert relation is not None
    rows = pairs(client, relation)
    text = client.get(f"{address(relation, format='csv')}&as=matrix").get_data(as_text=True)
    table = list(csv.reader(io.StringIO(text.removeprefix(MARK))))
    assert len(table) == 2 + len({row["row"] for row in rows if row["row"]})
    assert len(table[0]) == 2 + len({row["across"] for row in rows if row["across"]})
    assert sum(cell in "●◌" and cell != "" for line in table[1:-1] for cell in line[1:-1]) == len(
        linked(relation, rows)
    )


def test_what_is_suggested_can_be_left_out(client: FlaskClient) -> None:
    relation = relation_of("activities", "lines")
    assert relation is not None
    assert not linked(relation, pairs(client, relation, suggested="no"))
    assert all(row["ground"] == "suggested" for row in pairs(client, relation) if row["row"] and row["across"])


@pytest.mark.parametrize(
    "query", ["rows=goals&columns=regions", "rows=%3Cb%3E&columns=activities", "rows=goals&columns=goals"]
)
def test_what_hangs_together_in_no_way_is_refused_with_what_does(
    client: FlaskClient, parsed: Parsed, query: str
) -> None:
    answer = client.get(f"/sv/matrix?{query}")
    assert answer.status_code == 400
    assert parsed(answer.text).faults == []
    assert sum("/sv/matrix?rows=" in link for link in parsed(answer.text).links) >= len(RELATIONS)


@pytest.mark.parametrize("wish", ["show=x", "sort=x", "as=x", "format=x"])
def test_senseless_wishes_are_refused(client: FlaskClient, wish: str) -> None:
    assert client.get(f"/sv/matrix?{wish}").status_code == 400


def test_an_empty_store_says_so(parsed: Parsed) -> None:
    answer = create_app(MemoryStore(), TESTING=True).test_client().get("/sv/matrix")
    assert parsed(answer.text).faults == []


def large(size: int) -> Matrix:
    """A matrix in which each thing is linked to the one of its number."""
    heads = tuple(Head(str(index), Iri(f"https://x.example/{index}"), str(index), "", 1, None) for index in range(size))
    return Matrix(heads, heads, tuple(Pair(str(index), str(index), "stated", ()) for index in range(size)))


def test_a_large_matrix_is_shown_part_by_part() -> None:
    whole = large(150)
    first, last = whole.shown(1, 1), whole.shown(3, 3)
    assert (len(first.rows.items), len(first.across.items)) == (ROWS, ACROSS)
    assert len(first.cells) == ROWS
    assert len(last.rows.items) == 150 - 2 * ROWS
    assert whole.shown(1, 2).cells == {}


def test_the_firmest_ground_of_a_cell_is_its_sign() -> None:
    heads = (Head("a", None, "a", "", 1, None),)
    whole = Matrix(heads, heads, (Pair("a", "a", "suggested", ()), Pair("a", "a", "stated", ())))
    (cell,) = whole.shown(1, 1).cells.values()
    assert (cell.ground, cell.count, cell.first) == ("stated", 2, 1)
    assert whole.grounds() == {("a", "a"): "stated"}
