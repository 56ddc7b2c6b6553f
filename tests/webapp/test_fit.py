"""Every page in a real browser: small screens, much magnified, by keyboard, without motion, in the reader's own colours."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.memory import MemoryStore
from webapp.app import create_app

from .addresses import pages

KINDS = ("Plan", "Assignment", "FocusArea", "Activity", "Goal", "Indicator", "AllocationLine", "ControlPoint",
         "StatusReport", "Passage", "Region", "Organisation", "Finding", "Document")  # fmt: skip
#: A screen of 1280 by 1024 at 100, 200 and 400 per cent, and the smallest telephone.
SCREENS = ((1280, 1024), (640, 512), (320, 256), (360, 740))
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
SEEN_FOCUS = f"""() => {{
  const shown = (each) => each.checkVisibility({{ visibilityProperty: true }}) && each.getClientRects().length;
  const drawn = (each) => [each, ...each.querySelectorAll("*")].map((part) => {{
    const {{ stroke, strokeWidth, fill, textDecorationLine }} = getComputedStyle(part);
    return [stroke, strokeWidth, fill, textDecorationLine].join();
  }}).join("|");
  const seen = (each) => {{
    const before = each.ownerSVGElement ? drawn(each) : null;
    each.focus({{ preventScroll: true }});
    if (document.activeElement !== each) return true;
    const style = getComputedStyle(each.closest(".cm-editor") ?? each);  // an editor shows it around all that scrolls within
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || before !== null && drawn(each) !== before;
  }};
  return [...document.querySelectorAll("{CONTROLS}")].filter(shown).filter((each) => !seen(each)).map((each) => each.outerHTML.slice(0, 160));
}}"""
FIRST_IN_MAIN = f"""() => {{
  const first = [...document.querySelectorAll("main :is({CONTROLS})")].find((each) => each.checkVisibility() && each.tabIndex >= 0);
  return !first || document.activeElement === first;
}}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((each) => {
  const style = getComputedStyle(each);
  return [style.transitionDuration, style.animationDuration].join().split(",").some((time) => parseFloat(time) > 0.05)
    || style.scrollBehavior === "smooth";
}).map((each) => each.outerHTML.slice(0, 120))"""
WIDER = """() => [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > innerWidth + 1
  && !each.closest(".scroll, pre, .unseen, svg, .quote")).map((each) => each.outerHTML.slice(0, 120)).slice(0, 4)"""


@pytest.fixture(scope="session")
def addresses(store: MemoryStore) -> list[str]:
    """All pages that stand by themselves."""
    app = create_app(store, TESTING=True)
    return list(pages(app, app.test_client()))


def test_there_are_pages_to_look_at(addresses: list[str]) -> None:
    assert len(addresses) >= 14
    assert {"/sv/", "/sv/ns", "/sv/about", "/sv/accessibility", "/sv/findings"} <= set(addresses)


def fits(page: Any) -> None:
    """Nothing to scroll for sideways but what has a frame of its own, on any screen."""
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, page.url, page.evaluate(WIDER))


def by_keyboard(page: Any) -> None:
    """The first key leads past the menu to the page's first control; whatever has the focus shows it."""
    page.evaluate("document.activeElement.blur?.()")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FIRST_IN_MAIN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert page.evaluate(SEEN_FOCUS) == []


def still(page: Any) -> None:
    """Nothing moves for readers who do not want it."""
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []


def test_every_page_fits_is_reached_by_keyboard_and_keeps_still(page: Any, addresses: list[str]) -> None:
    for address in addresses:
        page.set_viewport_size({"width": 1400, "height": 900})
        page.goto(address)
        by_keyboard(page)
        fits(page)
        still(page)


@pytest.mark.parametrize("kind", KINDS)
def test_so_does_every_page_on_a_thing(page: Any, one_of: Callable[[str], str], kind: str) -> None:
    page.goto(f"/sv{one_of(kind)}")
    page.eval_on_selector_all("main details", "all => all.forEach(each => each.open = true)")
    by_keyboard(page)
    fits(page)
    still(page)


def test_the_menu_opens_and_closes_by_keyboard(page: Any) -> None:
    page.goto("/sv/about")
    page.locator(".menu summary").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu details[open]").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.menu details[open]') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".menu details[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_menu_says_where_one_is(page: Any) -> None:
    page.goto("/sv/findings")
    assert page.locator(".menu [aria-current=page]").count() == 1
    assert page.locator(".menu details.here [aria-current=page]").count() == 1


def test_without_scripts_menu_and_search_work_as_well(chromium: Any, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sv/about")
    page.locator(".menu summary").first.click()
    page.locator(".menu details[open] a").first.click()
    page.locator("#top-q").fill("vård")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=v*")
    assert page.locator(".hits li").count()
    context.close()


def test_a_search_is_offered_what_it_may_be_after_and_the_keyboard_chooses(page: Any) -> None:
    page.goto("/sv/")
    page.locator("#q").focus()
    page.keyboard.type("plan")
    page.locator(".offers [role=option]").first.wait_for()
    field = page.locator("#q")
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[aria-selected=true]")
    assert chosen.get_attribute("id") == field.get_attribute("aria-activedescendant")
    address = chosen.get_attribute("data-address")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_escape_closes_what_is_offered_and_enter_searches_as_ever(page: Any) -> None:
    page.goto("/sv/about")
    page.locator("#top-q").focus()
    page.keyboard.type("plan")
    page.locator(".offers [role=option]").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.locator(".offers").first.is_visible()
    assert page.locator("#top-q").input_value() == "plan"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=plan")


def test_on_paper_there_is_no_menu_but_the_address(page: Any, one_of: Callable[[str], str]) -> None:
    page.goto(f"/sv{one_of('Plan')}")
    page.emulate_media(media="print")
    assert not page.locator(".menu").is_visible()
    assert page.url in page.locator(".printed").inner_text()
    assert page.evaluate(
        "[...document.querySelectorAll('.scroll')].every(each => getComputedStyle(each).overflow === 'visible')"
    )
