"""Terms, what the explorer is, and how accessible: what is drawn is what the question gives; a contact is one."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from graph.memory import MemoryStore
from graph.view import View
from ontology import rt
from webapp.amounts import amounts
from webapp.app import create_app
from webapp.ask import ask
from webapp.model import CELLS, model_map
from webapp.pages.about import reached


@pytest.mark.parametrize("address", ["/ns", "/about"])
def test_the_question_gives_the_table(client: FlaskClient, view: View, address: str) -> None:
    page = client.get(f"/sv{address}").text
    (question,) = re.findall(r'aria-label="SPARQL"><code>(.*?)</code>', page, re.DOTALL)
    rows = view.select(unescape(question)).rows
    assert rows
    assert client.get(f"/sv{address}?format=json").json is not None
    assert len(client.get(f"/sv{address}?format=json").json) == len(rows)


def test_the_map_counts_what_there_is(store: MemoryStore, view: View) -> None:
    with create_app(store).test_request_context("/sv/ns"):
        found = model_map(view)
    counts = {each.kind: each.count for each in found.boxes}
    assert counts == {kind: int(str(count)) for kind, count in ask(view, "counts", kinds=tuple(CELLS)).rows}
    assert {(each.property, each.stated) for each in found.links} >= {(rt.serves, True), (rt.ofIndicator, True)}
    assert all(each.stated == (each.property != rt.suggests) for each in found.links)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_version_tells_of_its_model_what_asking_all_gives(view: View, language: str) -> None:
    told, asked = (ask(view, name, kinds=tuple(CELLS), language=language) for name in ("model_told", "model"))
    assert told.rows == asked.rows
    assert len(told.rows) > 10


def test_a_version_tells_of_its_classes_what_asking_all_gives(view: View) -> None:
    known = amounts(view).classes
    for kind in (rt.Activity, rt.PlanElement, rt.Passage, rt.Finding, rt.Role):
        assert ask(view, "uses_of_kind", term=kind).rows == ((known[kind],),)


def test_every_box_of_the_map_is_a_link_to_its_list(client: FlaskClient) -> None:
    picture = re.search(r"<svg viewBox.*?class=\"model\".*?</svg>", client.get("/sv/ns").text, re.DOTALL)
    assert picture is not None
    links = [unescape(each) for each in re.findall(r'<a href="([^"]+)"', picture[0])]
    assert len(links) > 10
    assert all(client.get(link).status_code == 200 for link in links)


@pytest.mark.parametrize(
    ("contact", "to"),
    [
        ("tillganglighet@region.example", "mailto:tillganglighet@region.example"),
        ("https://region.example/kontakt", "https://region.example/kontakt"),
        ("javascript:alert(1)", ""),
        ("021-00 00 00", ""),
        ('a@b.se"><script>', ""),
    ],
)
def test_a_contact_is_a_link_where_it_can_be_followed(store: MemoryStore, contact: str, to: str) -> None:
    page = create_app(store, CONTACT=contact).test_client().get("/sv/accessibility").text
    assert reached(contact) == to
    assert contact in unescape(page)
    assert "<script>" not in page
    assert (f'href="{to}"' in page) == bool(to)


def test_without_a_contact_the_statement_says_so(client: FlaskClient) -> None:
    assert "inte angett någon kontakt" in client.get("/sv/accessibility").text
