"""Names that try to be something else, on every page: nothing runs, nothing is lost, nothing is wider than a small screen."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.output import FORMULA
from graph.store import PlanStore
from webapp.app import create_app

from .addresses import KINDS, VIEWS, one_of, whole
from .hostile import LONG, hostile_store
from .serving import served

Parsed = Callable[[str], Any]
#: A piece of a page, which no browser opens by itself.
PIECE = "/sv/suggest"
#: A way to take along what a page shows.
TAKEN = re.compile(r'href="([^"]*[?&;]format=(csv|xlsx|json))[^"]*"')


@pytest.fixture(scope="module")
def store() -> PlanStore:
    """A store full of such names."""
    return hostile_store()


@pytest.fixture(scope="module")
def client(store: PlanStore) -> FlaskClient:
    """Someone who looks at it."""
    return create_app(store, TESTING=True).test_client()


@pytest.fixture(scope="module")
def address(store: PlanStore) -> Callable[[str], str]:
    """The address of a page: that of a view, or of a thing of a class."""
    thing = one_of(store.view())

    def found(name: str) -> str:
        path = name if name.startswith("/") else thing(name)
        if path is None:
            pytest.skip(f"the example has no {name}")
        return path

    return found


@pytest.mark.parametrize("name", [*VIEWS, *KINDS])
def test_names_are_shown_as_they_are(
    client: FlaskClient, address: Callable[[str], str], parsed: Parsed, name: str
) -> None:
    answer = client.get(address(name))
    assert answer.status_code == 200
    assert [fault for fault in parsed(answer.text).faults if whole(answer.text) or "headings" not in fault] == []
    assert "<script>document" not in answer.text


@pytest.mark.parametrize("name", [*VIEWS, *KINDS])
def test_what_is_taken_along_holds_no_formula(client: FlaskClient, address: Callable[[str], str], name: str) -> None:
    page = client.get(address(name)).text
    for link, form in {(link.replace("&amp;", "&"), form) for link, form in TAKEN.findall(page)}:
        answer = client.get(link)
        assert answer.status_code == 200
        if form == "csv":
            cells = [
                cell for row in csv.reader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))) for cell in row
            ]
            assert [cell for cell in cells if cell.startswith(FORMULA) and not re.fullmatch(r"-?[0-9.]+", cell)] == []
        if form == "xlsx":
            with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
                assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
                assert not any("hyperlink" in file for file in book.namelist())


def test_a_word_of_ten_thousand_letters_is_there_whole(client: FlaskClient, store: PlanStore) -> None:
    (row, *_) = (
        store.view()
        .select(
            f'SELECT ?thing WHERE {{ ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label FILTER(CONTAINS(?label, "{LONG}")) }} LIMIT 1'
        )
        .rows
    )
    assert LONG in client.get("/sv/id/" + str(row[0]).removeprefix("https://w3id.org/rodatraden/id/")).text


@pytest.fixture(scope="module")
def site(store: PlanStore) -> Iterator[str]:
    """The explorer over it, on a port of its own."""
    with served(create_app(store)) as address:
        yield address


@pytest.mark.parametrize("name", [*(view for view in VIEWS if view != PIECE), *KINDS])
def test_nothing_runs_in_a_browser_and_nothing_is_too_wide(
    chromium: Any,
    site: str,
    address: Callable[[str], str],
    name: str,
) -> None:
    page = chromium.new_page(base_url=site, viewport={"width": 360, "height": 800})
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: ran.append(message.text))
    page.on("request", lambda request: request.url.startswith((site, "data:")) or ran.append(request.url))
    page.goto(address(name))
    page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    assert ran == []
    assert page.title() != "run"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
