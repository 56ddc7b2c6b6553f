"""Five journeys of a strategist, from a question to the line where the answer stands, each step kept as a picture.

The pictures lie in `build/journeys`, or in the folder that RODATRADEN_SCREENSHOTS names.
"""

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from graph.memory import MemoryStore
from loaders.corpus import Told
from loaders.run import find, read
from webapp.app import create_app

from ..graph.comparing.two_regions import FOLDERS
from .serving import served

PICTURES = Path(os.environ.get("RODATRADEN_SCREENSHOTS", Path(__file__).parents[2] / "build" / "journeys"))
#: How much of a long page a picture shows.
HIGHEST = 4000
WIDTHS = (1400, 390)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: What is called what has the focus.
CALLED = """(({ activeElement: one }) =>
    (one.labels?.[0]?.textContent || one.getAttribute("aria-label") || one.textContent).trim())(document)"""
Name = str | re.Pattern[str]


class Journey:
    """A person on her way through the explorer: what she does, and what she sees at each step."""

    def __init__(self, page: Any, name: str) -> None:
        """Begin somewhere; the name is that of the pictures."""
        self.page, self.name, self.steps = page, name, 0

    def see(self, heading: str) -> None:
        """Be on a page with such a main heading, nothing of it wider than the screen, and keep a picture of it."""
        self.page.get_by_role("heading", level=1).filter(has_text=heading).wait_for()
        wide = self.page.viewport_size["width"]
        root = self.page.locator("html")
        high, needed = root.evaluate("root => [root.scrollHeight, root.scrollWidth]")
        assert needed <= wide, self.page.url
        self.steps += 1
        PICTURES.mkdir(parents=True, exist_ok=True)
        area = {"x": 0, "y": 0, "width": wide, "height": min(high, HIGHEST)}
        self.page.screenshot(path=PICTURES / f"{self.name}-{self.steps}-{wide}.png", full_page=True, clip=area)

    def link(self, name: Name, within: Any = None) -> Any:
        """The first link of a name, on the page or in a part of it."""
        return (within or self.main).get_by_role("link", name=name).first

    @property
    def main(self) -> Any:
        """What the page is about, without menu and footer."""
        return self.page.get_by_role("main")

    def part(self, name: Name) -> Any:
        """The part of the page of a name."""
        return self.main.get_by_role("region", name=name).first

    def menu(self, group: str, entry: str) -> None:
        """Go to a page by the menu."""
        menu = self.page.get_by_role("banner").get_by_role("navigation")
        menu.locator("summary").filter(has_text=group).click()
        menu.get_by_role("link", name=entry, exact=True).click()

    def choose(self, button: str, **chosen: str) -> None:
        """Choose in the fields of the page's form and send it."""
        form = self.main.get_by_role("form").first
        for label, option in chosen.items():
            form.get_by_label(label, exact=True).select_option(label=option)
        form.get_by_role("button", name=button).click()

    def tab_to(self, name: str, most: int = 300) -> None:
        """Press Tab until something has the focus whose label, or text, begins with a pattern."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if re.match(name, self.page.evaluate(CALLED)):
                return
        pytest.fail(f"{name} cannot be reached by keyboard on {self.page.url}")

    def enter(self, name: str) -> None:
        """Follow by keyboard alone what is called so."""
        self.tab_to(name)
        before = self.page.url
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: url != before)

    def source(self, *words: str) -> None:
        """Be where the document is shown, with some words of it marked."""
        self.page.locator("mark").first.wait_for()
        marked = " ".join(self.page.locator("mark").all_inner_texts())
        assert all(word in marked for word in words), marked


Begin = Callable[..., Journey]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The explorer over two invented regions."""
    store = MemoryStore()
    with store.writing() as draft:
        for told in find(FOLDERS):
            if isinstance(told, Told):
                draft.put(read(told).reading)
    with served(create_app(store)) as found:
        yield found


@pytest.fixture(params=WIDTHS)
def begin(chromium: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Begin]:
    """Begin a journey at the start page: `begin(name)`, in a language, with or without JavaScript."""
    contexts = []

    def begun(name: str, language: str = "sv", *, script: bool = True) -> Journey:
        size = {"width": request.param, "height": 900}
        contexts.append(chromium.new_context(base_url=address, viewport=size, java_script_enabled=script))
        page = contexts[-1].new_page()
        page.goto(f"/{language}/")
        return Journey(page, name)

    yield begun
    for each in contexts:
        each.close()


def test_what_serves_an_assignment_since_when_measured_how_paid_by_what_and_where_it_stands(begin: Begin) -> None:
    to = begin("uppdrag")
    to.see("Följ den röda tråden")
    to.main.get_by_label("Sök bland uppdrag").press_sequentially("RF1")
    to.page.get_by_role("option").filter(has_text="Förvaltningsplan och budget 2028").first.click()
    to.see("RF1")
    serving = to.part("aktiviteter bidrar till uppdraget")
    activity = serving.get_by_role("listitem").filter(has=to.page.get_by_role("link", name="12 Hälsosamtal")).first
    told = activity.inner_text()
    for words in ("står i källan", "sedan 2027", "mål 2028", "1 600", "föreslaget", "Pengar", "saknas"):
        assert words in told
    to.link("12 Hälsosamtal", serving).click()
    to.see("Hälsosamtal för 55-åringar")
    to.link(re.compile("rad 480")).click()
    to.see("ad 480")
    to.source("Hälsosamtal")


def test_what_has_changed_since_the_previous_plan(begin: Begin) -> None:
    to = begin("andringar")
    to.link("11 nytt namn", to.part("Sedan förra upplagan")).click()
    to.see("Skillnader mellan planer")
    to.choose("Visa", Vad="aktiviteter")
    to.page.wait_for_url("**family=Activity**")
    to.see("Skillnader mellan planer")
    changed = to.part("Aktiviteter").get_by_role("listitem").filter(has_text="Starten är i april").first
    assert changed.get_by_role("insertion").count() > 0
    to.link("Följ tråden", changed).click()
    to.see("Mobila närvårdsteam i hela länet")
    for role, words in (("deletion", "Norrhult"), ("insertion", "hela länet")):
        assert to.main.get_by_role(role).filter(has_text=words).count() > 0
    to.link(re.compile("rad 353")).click()
    to.see("ad 353")
    to.source("Mobila närvårdsteam", "Granvik")


def test_by_keyboard_alone_what_has_changed_and_where_it_stands(begin: Begin) -> None:
    to = begin("tangenter")
    to.see("Följ den röda tråden")
    to.enter("11 nytt namn")
    to.see("Skillnader mellan planer")
    to.tab_to("Vad$")
    to.page.keyboard.type("akt")
    to.enter("Visa")
    to.page.wait_for_url("**family=Activity**")
    to.see("Skillnader mellan planer")
    to.enter("Följ tråden")
    to.enter(r"rad 353")
    to.see("ad 353")
    to.source("Mobila närvårdsteam")


def test_what_is_not_covered(begin: Begin) -> None:
    to = begin("luckor")
    to.link("Matris").click()
    to.see("Uppdrag × aktiviteter")
    to.choose("Visa", Visa="bara luckorna")
    to.page.wait_for_url("**show=gaps**")
    to.see("Uppdrag × aktiviteter")
    to.link("Pröva hälsorum i tre glesbygder", to.part("Uppdrag som saknar aktivitet")).click()
    to.see("Pröva hälsorum")
    assert "Tråden bryts redan vid aktivitet" in to.main.inner_text()
    to.menu("Granska", "Luckor")
    to.see("Vad hänger i luften?")
    assert to.link("Pröva hälsorum i tre glesbygder").is_visible()
    to.menu("Följ", "Flöde")
    to.see("Vart tar uppdragen vägen?")
    assert "2 av 9 uppdrag saknar aktivitet" in to.main.inner_text()


def cells(content: bytes) -> set[str]:
    """The texts in an Excel file."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert "xl/worksheets/sheet1.xml" in book.namelist()
        root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return {"".join(each.itertext()) for each in root.iter(f"{SHEET}si")}


def test_in_english_whether_the_targets_are_reached(begin: Begin) -> None:
    to = begin("targets", "en")
    to.see("Follow the red thread")
    to.link("Indicators").click()
    to.see("Did we reach the targets?")
    to.link("Deltagande i tarmscreening").click()
    to.see("Deltagande i tarmscreening")
    assert "target not reached" in to.main.inner_text()
    with to.page.expect_download() as saved:
        to.link("Excel").click()
    assert {"70,9 %", "75%", "Årsredovisning 2027"} <= cells(saved.value.path().read_bytes())
    to.link(re.compile("^Outcome 2027: 70,9 %"), to.part("as a picture")).click()
    to.see("70,9 %")
    to.link(re.compile("line 82")).click()
    to.see("ine 82")
    to.source("70,9 %")


def test_without_javascript_where_the_money_goes_and_what_others_do(begin: Begin) -> None:
    to = begin("pengar", script=False)
    to.link("Budget").click()
    to.see("Vart går pengarna?")
    to.link("Inhyrd personal", to.part("Resultaträkningsrader")).click()
    to.see("Inhyrd personal")
    to.menu("Jämför", "Regioner sida vid sida")
    to.see("Vad säger regioner om samma sak?")
    to.main.get_by_label("Ord eller fråga").fill("inhyrd personal")
    to.main.get_by_role("button", name="Jämför").click()
    to.see("Vad regioner säger om")
    pair = (
        to.main.get_by_role("list", name="Par av uppgifter").get_by_role("listitem").filter(has_text="samma mått").first
    )
    assert "Gemensamma ord" in pair.inner_text()
    to.link("Inhyrd personal", pair).click()
    to.see("Inhyrd personal")
    to.link("Visa i graf").click()
    to.see("Inhyrd personal")
    to.main.get_by_label("Vägen till").fill("RF5")
    to.main.get_by_role("button", name="Visa").click()
    to.see("Inhyrd personal")
    assert to.part("Vägen dit").get_by_role("listitem").count() >= 1
