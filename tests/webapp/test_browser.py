"""The explorer in a real browser: three clicks, the keyboard alone, no accessibility fault, nothing from elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
    "/sources",
    "/suggestions",
    "/ns/serves",
    "/nix",
    "/graph",
    "/follow-up",
    "/gaps",
    "/compare?q=bemanning",
    "/flow",
    "/flow?by=kronor",
    "/assignments",
    "/differences",
    "/timeline",
    "/timeline?kind=Indicator",
    "/indicators",
    "/budget",
)


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


def test_a_thread_has_no_fault_and_fits_small_screens(page: Any, one_of: Callable[[str], str]) -> None:
    page.goto(f"/sv{one_of('Activity').replace('/id/', '/threads/')}")
    page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    judge(page)


def test_the_keyboard_alone_goes_from_a_bar_of_the_timeline_to_its_thread_and_source(page: Any) -> None:
    page.goto("/sv/timeline")
    page.locator("#kind").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('svg.t-track') !== null"):
            break
    assert page.evaluate("document.activeElement.querySelector('title').textContent")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/threads/**")
    page.locator(".course .source").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/passage/**")


def test_a_thread_is_printed_on_few_pages(page: Any, one_of: Callable[[str], str], tmp_path: Path) -> None:
    page.goto(f"/sv{one_of('Activity').replace('/id/', '/threads/')}")
    assert page.pdf(path=tmp_path / "thread.pdf", format="A4").count(b"/Type /Page\n") <= 2


def reached(page: Any, css: str, most: int = 400) -> None:
    """Press Tab until something of a selector has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("css => document.activeElement.matches(css)", css):
            return
    raise AssertionError(f"{css} cannot be reached by keyboard")


def test_a_mark_of_a_measures_picture_is_reached_read_and_opened_by_keyboard(
    page: Any, one_of: Callable[[str], str]
) -> None:
    page.goto(f"/sv{one_of('Indicator')}")
    reached(page, "svg a.spot")
    assert "20" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicator/**/*-20*")
    assert page.locator("h1").count() == 1


def test_small_pictures_are_chosen_and_opened_by_keyboard(page: Any) -> None:
    page.goto("/sv/indicators")
    reached(page, "#verdict")
    page.keyboard.press("ArrowDown")
    reached(page, ".filter button")
    page.keyboard.press("Enter")
    page.wait_for_url("**verdict=not-reached**")
    page.goto("/sv/indicators")
    reached(page, ".card h2 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicator/**")


def test_a_branch_of_the_budget_is_closed_and_opened_and_a_line_followed_by_keyboard(page: Any) -> None:
    page.goto("/sv/budget")
    reached(page, ".tree summary")
    before = page.locator(".tree details[open]").count()
    page.keyboard.press("Enter")
    assert page.locator(".tree details[open]").count() == before - 1
    page.keyboard.press("Enter")
    assert page.locator(".tree details[open]").count() == before
    reached(page, ".tree .parts a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/**")


def tab_to(page: Any, found: str) -> None:
    """Press Tab until what has the focus fits; fails after many times."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({found!r})"):
            return
    pytest.fail(f"no {found} was reached")


def test_the_keyboard_alone_reads_a_document_beside_what_it_states(page: Any) -> None:
    page.goto("/sv/sources")
    tab_to(page, "table a[href*='/document/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/document/**")
    tab_to(page, ".strip a")
    tab_to(page, ".legend a[href*='only=stating']")
    page.keyboard.press("Enter")
    page.wait_for_url("**only=stating**")
    tab_to(page, ".lines a.statingpassage")
    page.keyboard.press("Enter")
    page.wait_for_url("**passage=**")
    tab_to(page, ".lines a.to")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "beside"
    assert page.locator("mark").count() > 0


def test_the_keyboard_alone_narrows_and_opens_a_finding(page: Any) -> None:
    page.goto("/sv/findings")
    tab_to(page, ".bars a")
    page.keyboard.press("Enter")
    page.wait_for_url("**kind=**")
    tab_to(page, ".found th a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/finding/**")
    assert page.get_by_role("heading", name="Så står det").count() == 1


def test_what_is_chosen_is_seen_beside_it_on_small_screens_too(page: Any, one_of: Callable[[str], str]) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/sv{one_of('Document')}?only=stating")
    page.locator(".lines a.statingpassage").nth(3).click()
    page.wait_for_url("**passage=**")
    box = page.locator("#beside").bounding_box()
    assert box["y"] < 800
    assert box["height"] < 400
