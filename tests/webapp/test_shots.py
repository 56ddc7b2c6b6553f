"""Pages of source files in the explorer: beside what stands there, with the place marked; never for what is not there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.asking.outcome import Busy
from graph.memory import MemoryStore
from graph.pictures import Size
from graph.place import Place
from graph.records import Reading
from webapp.app import create_app
from webapp.evidence.shots import Mark, Shot

from .serving import served
from .test_browser import judge

SHA256 = "5" * 64
#: A picture of one white dot.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
)


class Pages:
    """Two pages of A4 of every file."""

    def __init__(self, *, busy: bool = False) -> None:
        """That tell, or are busy."""
        self.busy, self.drawn = busy, list[int]()

    def sizes(self, sha256: str) -> tuple[Size, ...]:
        """Two of them."""
        if self.busy:
            raise Busy("busy")
        return ((595.0, 842.0), (595.0, 842.0)) if sha256 == SHA256 else ()

    def picture(self, sha256: str, page: int) -> bytes | None:
        """One dot."""
        if self.busy:
            raise Busy("busy")
        self.drawn.append(page)
        return PNG if sha256 == SHA256 and page <= 2 else None


def on_page(place: Place) -> Place:
    """A place as a PDF has it, on page 2."""
    return Place(tuple(span._replace(page=2, box=(60.0, 180.0, 510.0, 211.0)) for span in place.spans))


@pytest.fixture(scope="module")
def printed(plans: tuple[Reading, ...]) -> MemoryStore:
    """A store with a plan that came from a PDF file."""
    unit = next(each for each in plans if each.source.name == "enhetsplan-punktlistor.txt")
    source = replace(unit.source, sha256=SHA256, format="application/pdf")
    placed = {id(each): replace(each, place=on_page(each.place)) for each in unit.records if each.place}
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(replace(unit, source=source, records=tuple(placed.get(id(each), each) for each in unit.records)))
    return store


@pytest.fixture
def pages() -> Pages:
    """What draws."""
    return Pages()


@pytest.fixture
def reader(printed: MemoryStore, pages: Pages) -> FlaskClient:
    """A client of an explorer that shows pages."""
    return create_app(printed, None, pages, TESTING=True).test_client()


@pytest.fixture
def passage(printed: MemoryStore) -> str:
    """The path of a passage on a page."""
    query = "SELECT ?passage ?thing { ?passage <https://w3id.org/rodatraden/ns#page> 2 . ?thing <https://w3id.org/rodatraden/ns#passage> ?passage } ORDER BY ?passage LIMIT 1"
    ((found, _),) = printed.view().select(query).rows
    return "/id/" + str(found).partition("/id/")[2]


def test_a_passage_is_shown_on_its_page_with_the_place_marked(
    reader: FlaskClient, passage: str, parsed: Callable[[str], Any]
) -> None:
    text = reader.get(f"/sv{passage}").text
    assert parsed(text).faults == []
    assert text.count(f'href="/picture/{SHA256}/2.png"') == 3
    assert '<rect class="place" x="58.0" y="178.0" width="454.0" height="35.0"' in text
    assert 'viewBox="18.0 120.5 534.0 150.0"' in text
    assert 'aria-label="Sida 2 i enhetsplan-punktlistor.txt, med stället markerat"' in text
    assert "Page 2 of the original" in reader.get(f"/en{passage}").text


def test_things_and_lines_show_their_pages_too(reader: FlaskClient, printed: MemoryStore, passage: str) -> None:
    query = "SELECT ?thing { ?thing a <https://w3id.org/rodatraden/ns#Activity> ; <https://w3id.org/rodatraden/ns#passage> ?passage . ?passage <https://w3id.org/rodatraden/ns#page> 2 } ORDER BY ?thing LIMIT 1"
    ((thing,),) = printed.view().select(query).rows
    assert "Sida 2 i originalet" in reader.get("/sv/id/" + str(thing).partition("/id/")[2]).text
    (document,) = printed.view().documents()
    shown = reader.get(f"/sv/id/{str(document.document).partition('/id/')[2]}?passage={passage.rpartition('/')[2]}")
    assert "Sida 2 i originalet" in shown.text


def test_without_files_there_are_no_pages(printed: MemoryStore, passage: str) -> None:
    plain = create_app(printed, TESTING=True).test_client()
    assert '<svg class="shot"' not in plain.get(f"/sv{passage}").text
    assert plain.get(f"/picture/{SHA256}/1.png").status_code == 404


def test_a_picture_is_drawn_once_and_kept_for_good(reader: FlaskClient, pages: Pages) -> None:
    for _ in range(2):
        found = reader.get(f"/picture/{SHA256}/1.png")
        assert (found.status_code, found.data, found.mimetype) == (200, PNG, "image/png")
    assert pages.drawn == [1]
    assert "immutable" in found.headers["Cache-Control"]
    again = reader.get(f"/picture/{SHA256}/1.png", headers={"If-None-Match": found.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "address", [f"{SHA256}/0.png", f"{SHA256}/3.png", f"{SHA256}/-1.png", f"{SHA256}/9999999999.png", f"{SHA256}/1.svg",
                f"{'6' * 64}/1.png", "5/1.png", "..%2f..%2fcurrent/1.png", f"{SHA256}/1e1.png"],
)  # fmt: skip
def test_only_pages_of_documents_that_are_there_are_drawn(reader: FlaskClient, address: str) -> None:
    assert reader.get(f"/picture/{address}").status_code == 404


def test_who_comes_while_too_many_are_drawn_is_told_when_to_come_again(printed: MemoryStore, passage: str) -> None:
    busy = create_app(printed, None, Pages(busy=True), TESTING=True).test_client()
    found = busy.get(f"/picture/{SHA256}/1.png")
    assert found.status_code == 503
    assert int(found.headers["Retry-After"]) > 0
    page = busy.get(f"/sv{passage}")
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("mark", "part"),
    [
        ((60, 180, 450, 31), (20, 120.5, 530, 150)),
        ((0, 0, 10, 10), (0, 0, 360, 150)),
        ((590, 840, 5, 2), (235, 692, 360, 150)),
        ((0, 0, 595, 842), (0, 0, 595, 842)),
    ],
)
def test_the_part_that_is_shown_is_around_the_place_and_within_the_page(
    mark: tuple[float, ...], part: tuple[float, ...]
) -> None:
    shot = Shot(SHA256, SHA256, "plan.pdf", 2, 595, 842, (Mark(*mark),))
    assert shot.part == pytest.approx(part)
    assert replace(shot, marks=()).part == shot.whole


@pytest.fixture
def browser(printed: MemoryStore, chromium: Any, pages: Pages) -> Iterator[Any]:
    """A page of the explorer in a real browser."""
    with served(create_app(printed, None, pages)) as site:
        context = chromium.new_context(base_url=site, viewport={"width": 1400, "height": 900})
        yield context.new_page()
        context.close()


def test_the_page_has_no_fault_and_is_opened_by_keyboard(browser: Any, passage: str) -> None:
    browser.goto(f"/sv{passage}")
    browser.locator("details.whole summary").focus()
    browser.keyboard.press("Enter")
    assert browser.locator("details.whole svg.shot").is_visible()
    judge(browser)
