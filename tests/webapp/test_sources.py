"""Sources: documents line by line beside what the graph states from them, and how each was read."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.contents import lines
from graph.memory import MemoryStore
from graph.records import Reading
from graph.view import View
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from webapp.evidence.reading import reading
from webapp.pages.sources import COUNTS, shares

EXAMPLE = Path(__file__).parents[2] / "examples" / "region-exempel"
Parsed = Callable[[str], Any]
One = Callable[[str], str]


@pytest.fixture(scope="module")
def documents(view: View) -> tuple[str, ...]:
    """The documents' paths."""
    return tuple("/id/" + each.document.partition("/id/")[2] for each in view.documents())


def test_the_overview_counts_every_printed_line_once(view: View, client: FlaskClient) -> None:
    table = client.get("/sv/sources?format=json").get_json()
    assert len(table) == len(view.documents())
    for row in table:
        document = next(each.document for each in view.documents() if each.document == row["document"])
        told = lines(view, document)
        assert tuple(row[name] for name in COUNTS) == (told.stating, told.headings, told.prose, len(told.unread))


def test_the_overview_shows_each_document_with_its_bar_and_checksum(client: FlaskClient, view: View) -> None:
    page = client.get("/sv/sources").text
    assert page.count('<svg class="became"') == len(view.documents())
    assert all(each.sha256[:12] in page for each in view.documents())


def test_a_bar_is_whole() -> None:
    bar = shares([1, 2, 0, 1])
    assert [(each.x, each.width) for each in bar] == [(0, 25), (25, 50), (75, 0), (75, 25)]
    assert shares([0, 0, 0, 0])[0].width == 0


def test_a_passage_that_is_chosen_shows_what_is_stated_from_it_and_where_else(
    client: FlaskClient, one_of: One, parsed: Parsed
) -> None:
    path = one_of("Document")
    page = client.get(f"/sv{path}").text
    link = re.findall(r'class="statingpassage" href="([^"#]*)#', page)[5].replace("&amp;", "&")
    chosen = client.get(f"/sv{path}{link}").text
    assert "<mark>" in chosen
    assert 'class="record"' in chosen
    assert "står i källan" in chosen
    assert "Källhänvisning" in chosen
    assert parsed(chosen).faults == []


def test_a_record_leads_back_to_its_lines(client: FlaskClient, one_of: One, parsed: Parsed) -> None:
    page = parsed(client.get(f"/sv{one_of('Passage')}").text)
    back = next(each for each in page.links if "/document/" in each and "passage=" in each)
    assert "<mark>" in client.get(back.partition("#")[0]).text


def test_only_lines_of_a_kind_are_shown_where_that_is_asked(client: FlaskClient, one_of: One, view: View) -> None:
    path = one_of("Document")
    document = next(each.document for each in view.documents() if each.document.endswith(path.rpartition("/")[2]))
    page = client.get(f"/sv{path}?only=heading").text
    shown = page.count('class="headingpassage"><span class="no"')
    assert shown == min(200, len(reading(view, document).of(rt.HeadingPassage)))
    assert 'class="statingpassage"><span class="no"' not in page


def test_lines_that_were_not_understood_can_be_gone_through(
    store_of: Callable[..., MemoryStore], browse: Callable[..., FlaskClient]
) -> None:
    (told,) = [each for each in find((EXAMPLE,)) if isinstance(each, Told) and "enhetsplan" in each.path.name]
    store = store_of(read(told).reading)
    (document,) = store.view().documents()
    numbers = reading(store.view(), document.document).of(rt.UnreadPassage)
    client, path = browse(store), "/sv/id/" + document.document.partition("/id/")[2]
    at, seen = f"{path}?line=1", []
    while at:
        page = client.get(at.partition("#")[0]).text
        following = re.search(r'href="([^"]*)"><span aria-hidden="true">↓', page)
        at = following[1].replace("&amp;", "&") if following else ""
        seen += re.findall(r"line=(\d+)", at)
    assert list(map(str, numbers)) == seen
    assert f"{len(numbers)} rader ser ut som tabell men förstods inte" in page


def test_the_table_holds_all_passages_and_those_of_a_kind(client: FlaskClient, one_of: One, view: View) -> None:
    path = one_of("Document")
    document = next(each.document for each in view.documents() if each.document.endswith(path.rpartition("/")[2]))
    told = client.get(f"/sv{path}?format=csv").get_data(as_text=True).lstrip("\ufeff")
    table = list(csv.DictReader(io.StringIO(told)))
    assert {row["passage"] for row in table} == {each.passage for each in reading(view, document).stretches}
    stating = client.get(f"/sv{path}?format=json&only=stating").get_json()
    assert {row["passage_kind"] for row in stating} == {rt.StatingPassage}
    assert any(row["things"] for row in stating)


def test_a_citation_tells_document_file_lines_checksum_and_version(
    client: FlaskClient, one_of: One, view: View
) -> None:
    page = client.get(f"/sv{one_of('IndicatorValue')}").text
    told = page.partition("Källhänvisning")[2].partition("</details>")[0]
    file = next(each for each in view.documents() if each.file_name in told)
    assert f"sha256 {file.sha256[:12]}" in told
    assert "rad " in told
    assert "data i version 1" in told


@pytest.mark.parametrize(
    "given",
    ["line=nix", "passage=nix", "passage=l1c1-2%22%3E", "only=nix", "page=7", "line=99999999", "line=&passage="],
)
def test_senseless_places_show_lines_that_are_there(
    client: FlaskClient, one_of: One, parsed: Parsed, given: str
) -> None:
    answer = client.get(f"/sv{one_of('Document')}?{given}")
    assert answer.status_code == 200
    assert parsed(answer.text).faults == []
    assert ('role="alert"' in answer.text) == ("passage=n" in given or "passage=l" in given)


def test_every_line_of_a_document_is_on_one_of_its_pages(
    plans: tuple[Reading, ...], store_of: Callable[..., MemoryStore], browse: Callable[..., FlaskClient]
) -> None:
    store = store_of(plans[0])
    (document,) = store.view().documents()
    path, client = "/sv/id/" + document.document.partition("/id/")[2], browse(store)
    shown = "".join(client.get(f"{path}?line={line}").text for line in range(1, plans[0].source.line_count + 1, 200))
    assert all(f'id="l{number}"' in shown for number in reading(store.view(), document.document).kinds)


def test_findings_of_a_passage_stand_beside_it(client: FlaskClient, view: View) -> None:
    ((passage, *_), *_) = view.select(f"SELECT ?p WHERE {{ ?f a <{rt.Finding}> ; <{rt.passage}> ?p }} ORDER BY ?p").rows
    assert "Avvikelse:" in client.get("/sv/id/" + str(passage).partition("/id/")[2]).text
