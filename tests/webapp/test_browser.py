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
    "/ns",
    "/about",
    "/accessibility",
    "/compare?q=bemanning",
    "/flow",
    "/flow?by=kronor",
    "/matrix",
    "/matrix?rows=areas&columns=regions",
    "/matrix?show=gaps",
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
    page.eval_on_selector_all("main details", "all => all.forEach(each => each.open = true)")
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
    page.eval_on_selector_all("main details", "all => all.forEach(each => each.open = true)")
    judge(page)


def test_the_keyboard_alone_goes_from_a_bar_of_the_timeline_to_its_thread_and_source(page: Any) -> None:
    page.goto("/sv/timeline")
    page.locator("#kind").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('svg.t-track') !== null"):
            break
    assert page.evaluate("document.activeElement.querySelector('title')?.textContent"), page.evaluate(
        "document.activeElement.outerHTML"
    )
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/threads/**")
    page.locator(".course .source").first.focus()


def test_a_matrix_is_walked_by_arrow_keys_and_left_by_one_tab(page: Any) -> None:
    page.goto("/sv/matrix")
    page.locator("table.grid tbody th a").first.focus()
    page.keyboard.press("ArrowRight")
    row, column = (
        "document.activeElement.closest('td, th').parentNode.rowIndex",
        "document.activeElement.closest('td, th').cellIndex",
    )
    assert page.evaluate(f"[{row}, {column}]") == [2, 1]
    page.keyboard.press("Control+End")
    assert page.evaluate(column) == page.evaluate("document.querySelector('table.grid').rows[0].cells.length - 1")
    page.keyboard.press("Control+Home")
    assert page.evaluate(f"[{row}, {column}]") == [0, 0]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table.grid')") is None


def test_from_a_mark_by_keyboard_to_the_line_behind_it(page: Any) -> None:
    page.goto("/sv/matrix")
    page.locator("table.grid td a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#p*")
    target = page.url.partition("#")[2]
    page.locator(f"#{target} a.source").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/passage/**")


def test_a_thread_is_printed_on_few_pages(page: Any, one_of: Callable[[str], str], tmp_path: Path) -> None:
    page.goto(f"/sv{one_of('Activity').replace('/id/', '/threads/')}")
    assert page.pdf(path=tmp_path / "thread.pdf", format="A4").count(b"/Type /Page\n") == 1


def tab_to(page: Any, css: str, most: int = 400) -> None:
    """Press Tab until something of a selector has the focus; fails after so many times."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("css => document.activeElement.matches(css)", css):
            return
    raise AssertionError(f"{css} cannot be reached by keyboard")


def test_a_mark_of_a_measures_picture_is_reached_read_and_opened_by_keyboard(
    page: Any, one_of: Callable[[str], str]
) -> None:
    page.goto(f"/sv{one_of('Indicator')}")
    tab_to(page, "svg a.spot")
    assert "20" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicator/**/*-20*")
    assert page.locator("h1").count() == 1


def test_small_pictures_are_chosen_and_opened_by_keyboard(page: Any) -> None:
    page.goto("/sv/indicators")
    tab_to(page, "#verdict")
    page.keyboard.press("ArrowDown")
    tab_to(page, ".filter button")
    page.keyboard.press("Enter")
    page.wait_for_url("**verdict=not-reached**")
    page.goto("/sv/indicators")
    tab_to(page, ".card h2 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indicator/**")


def test_a_branch_of_the_budget_is_closed_and_opened_and_a_line_followed_by_keyboard(page: Any) -> None:
    page.goto("/sv/budget")
    tab_to(page, ".tree summary")
    before = page.locator(".tree details[open]").count()
    page.keyboard.press("Enter")
    assert page.locator(".tree details[open]").count() == before - 1
    page.keyboard.press("Enter")
    assert page.locator(".tree details[open]").count() == before
    tab_to(page, ".tree .parts a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/**")


def test_a_flow_is_narrowed_by_keyboard_and_lights_its_strands(page: Any) -> None:
    page.goto("/sv/flow")
    page.locator("svg.flow a.mark.area").first.focus()
    assert page.locator("svg.flow.lit .band.on").count() >= 1
    page.keyboard.press("Enter")
    page.wait_for_url("**area=*")
    page.get_by_role("link", name="Visa hela flödet").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "area=" not in url)


def test_on_a_small_screen_a_flow_is_a_list(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/sv/flow")
    assert not page.locator("svg.flow").is_visible()
    assert page.locator(".shares > li").first.is_visible()


def test_the_keyboard_alone_follows_a_chain_and_a_change(page: Any) -> None:
    page.goto("/sv/assignments?sort=activity")
    tab_to(page, ".overview th a[href*='/assignment/']", 150)
    page.keyboard.press("Enter")
    page.wait_for_url("**/assignment/**")
    tab_to(page, ".chain .stated + .link a", 150)
    page.keyboard.press("Enter")
    page.wait_for_url("**#aktiviteter")
    page.goto("/sv/compare")
    tab_to(page, ".which a[href*='differences']", 150)
    page.keyboard.press("Enter")
    page.wait_for_url("**/differences")


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
    from playwright.sync_api import expect

    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/sv{one_of('Document')}?only=stating")
    page.locator(".lines a.statingpassage").nth(3).click()
    page.wait_for_url("**passage=**")
    expect(page.locator("#beside")).to_be_in_viewport()
    assert page.locator("#beside").bounding_box()["height"] < 400
