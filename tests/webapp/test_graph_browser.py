"""The graph in a real browser: by keyboard alone, on small screens, saved as a picture, and a whole plan on a canvas."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from .test_browser import judge, tab_to

OneOf = Callable[[str], str]


def around(one_of: OneOf, kind: str, more: str = "") -> str:
    """The address of the graph around a thing of a class."""
    return f"/sv/graph?thing={one_of(kind).removeprefix('/id/')}{more}"


@pytest.mark.parametrize("more", ["", "&hops=2", "&to=vård"])
def test_the_graph_has_no_fault_and_fits_small_screens(page: Any, one_of: OneOf, more: str) -> None:
    page.goto(around(one_of, "Assignment", more))
    page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    judge(page)


def test_by_keyboard_alone_a_thing_is_reached_expanded_followed_and_a_way_is_made(page: Any, one_of: OneOf) -> None:
    page.goto(around(one_of, "Assignment"))
    before = page.locator(".thing").count()
    tab_to(page, ".net a.more", 200)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("expanded="))
    assert page.locator(".thing").count() > before
    tab_to(page, ".net a.to", 200)
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/id/**")
    assert page.locator("h1").inner_text() in name
    page.goto(around(one_of, "Assignment"))
    tab_to(page, "#saker ~ details summary", 200)
    page.keyboard.press("Enter")
    tab_to(page, "a[href*='&to=']", 200)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("to="))
    assert page.locator(".way-steps li").count() >= 1
    assert page.locator(".link.way").count() >= 1


def test_keys_make_the_picture_larger_and_smaller_only_while_it_has_the_focus(page: Any, one_of: OneOf) -> None:
    page.goto(around(one_of, "Assignment"))
    width = "document.querySelector('svg.net').width.baseVal.value"
    natural = page.evaluate(width)
    page.keyboard.press("+")
    assert page.evaluate(width) == natural
    page.locator(".graph .scroll").focus()
    page.keyboard.press("+")
    assert page.evaluate(width) > natural
    page.keyboard.press("1")
    assert page.evaluate(width) == natural
    page.get_by_role("button", name="Förminska").click()
    assert page.evaluate(width) < natural


def test_what_hangs_together_stands_out_on_focus(page: Any, one_of: OneOf) -> None:
    page.goto(around(one_of, "Assignment"))
    page.locator(".net .middle a.to").focus()
    assert page.locator(".link.near").count() > 0
    assert page.locator(".thing.near").count() > 1


def test_the_picture_is_saved_as_png_and_svg(page: Any, one_of: OneOf) -> None:
    page.goto(around(one_of, "Assignment"))
    for act, ending, start in (("PNG", "png", b"\x89PNG"), ("SVG", "svg", b"<svg")):
        with page.expect_download() as download:
            page.get_by_text(act).first.click()
        saved = download.value
        assert saved.suggested_filename == f"graf.{ending}"
        assert saved.path().read_bytes().startswith(start)


def test_without_javascript_the_graph_is_whole(chromium: Any, site: str, one_of: OneOf) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(around(one_of, "Assignment"))
    assert page.locator("svg.net a.to").count() > 1
    page.goto(f"/sv/graph?plan=https://w3id.org/rodatraden{one_of('Plan')}")
    assert page.get_by_text("Bilden ritas med JavaScript").is_visible()
    assert page.locator("tr[data-key]").count() > 10
    context.close()


def test_a_whole_plan_is_drawn_and_its_table_reaches_all_that_the_canvas_shows(page: Any, one_of: OneOf) -> None:
    page.goto(f"/sv/graph?plan=https://w3id.org/rodatraden{one_of('Plan')}")
    page.wait_for_selector(".large.drawn canvas")
    page.eval_on_selector_all("details", "all => all.forEach(each => each.open = true)")
    drawn = page.evaluate("document.querySelector('.canvas').cytoscape.nodes('[label]').length")
    assert page.locator("tr[data-key] button").count() == page.locator("tr[data-key]").count() == drawn > 10
    judge(page)
    page.locator("tr[data-key] button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".details h3 a").inner_text()
    assert page.evaluate("document.querySelector('.canvas').cytoscape.nodes('.chosen').length") == 1
