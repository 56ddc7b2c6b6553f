"""The explorer in a real browser: three clicks, the keyboard alone, no accessibility fault, nothing from elsewhere."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.memory import MemoryStore
from webapp.app import create_app

from ..conftest import missing
from .serving import served

#: What keeps Chromium quiet and lets it run as root in a container.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
KINDS = ("Plan", "Assignment", "FocusArea", "Activity", "Goal", "Indicator", "AllocationLine", "ControlPoint",
         "StatusReport", "Passage", "Region", "Finding", "Document")  # fmt: skip
ADDRESSES = (
    "/",
    "/things?kind=Activity",
    "/search?q=v%C3%A5rd",
    "/findings",
    "/suggestions",
    "/ns/serves",
    "/nix",
    "/follow-up",
    "/gaps",
    "/compare?q=bemanning",
    "/flow",
    "/flow?by=kronor",
    "/assignments",
    "/differences",
)


@pytest.fixture(scope="session")
def site(store: MemoryStore) -> Iterator[str]:
    """The explorer, served on a port of its own."""
    with served(create_app(store)) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    path = shutil.which("chromium")
    if path is None:
        missing("Chromium", "apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright", "pip install playwright axe-playwright-python")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, site: str) -> Iterator[Any]:
    """A page in which any request to another host, and any error that the browser tells, is noted."""
    context = chromium.new_context(base_url=site, viewport={"width": 1400, "height": 900})
    found = context.new_page()
    found.strays = []
    found.on("request", lambda request: request.url.startswith((site, "data:")) or found.strays.append(request.url))
    found.on("console", lambda message: "404" in message.text or found.strays.append(message.text))
    yield found
    assert found.strays == []
    context.close()


def faults(page: Any) -> list[str]:
    """What axe finds wrong with a page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"][:3]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_on_a_thing_has_no_fault_and_fits_small_screens(
    page: Any, one_of: Callable[[str], str], kind: str
) -> None:
    page.goto(f"/sv{one_of(kind)}")
    page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    judge(page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_other_pages_have_no_fault_and_fit_small_screens(page: Any, address: str) -> None:
    page.goto(f"/en{address}")
    judge(page)


def judge(page: Any) -> None:
    """No accessibility fault in light or dark, and nothing wider than a small screen."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page) == [], scheme
    for width in (360, 768):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_three_clicks_from_the_start_to_the_line_where_an_activity_says_what_it_serves(page: Any) -> None:
    page.goto("/sv/")
    page.locator("table.editions").get_by_role("link", name="Förvaltningsplan och budget 2027").click()
    page.get_by_role("region", name="Planens uppdrag").locator("a[href*='/assignment/']").first.click()
    page.locator(".limb .source").first.click()
    assert page.locator("mark").count() > 0
    assert "passage" in page.url


def test_the_keyboard_alone_finds_and_opens(page: Any) -> None:
    page.goto("/sv/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.type("aktivitet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=aktivitet")
    assert page.locator("h1").inner_text().count("aktivitet")


def test_focus_is_seen(page: Any) -> None:
    page.goto("/sv/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("kind", ["Plan", "Indicator"])
def test_a_page_can_be_printed(page: Any, one_of: Callable[[str], str], kind: str, tmp_path: Path) -> None:
    page.goto(f"/sv{one_of(kind)}")
    assert page.pdf(path=tmp_path / "page.pdf").startswith(b"%PDF")
