"""The workbench in a browser without scripts: no accessibility fault in light or dark, it fits, and the keyboard is enough."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from webapp.ask import PREFIXES

from ..test_browser import judge
from .test_result import PAGES

#: What answers look like; the others are made of the same parts.
LOOKED_AT = ("table", "chart", "lines", "flow", "graph", "matrix", "timeline", "unfit", "wrong")


@pytest.fixture
def plain(chromium: Any, site: str) -> Iterator[Any]:
    """A page in a browser that runs no scripts."""
    context = chromium.new_context(base_url=site, viewport={"width": 1400, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def address(name: str) -> str:
    """Where one of the pages is."""
    return f"/sv/sparql?{urlencode(PAGES[name] | {'query': PREFIXES + PAGES[name]['query']})}"


@pytest.mark.parametrize("name", LOOKED_AT)
def test_no_answer_has_a_fault_and_all_fit_small_screens(page: Any, name: str) -> None:
    page.route("**/workbench-*.js", lambda route: route.abort())
    page.goto(address(name))
    page.eval_on_selector_all("#result details", "all => all.forEach(each => each.open = true)")
    page.strays = [each for each in page.strays if "400" not in each and "ERR_FAILED" not in each]
    judge(page)


def test_the_keyboard_alone_asks_looks_and_goes_to_a_source(plain: Any) -> None:
    plain.goto(address("table").replace("&row=1", ""))
    plain.locator("#query").focus()
    plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    plain.wait_for_load_state()
    tabbed(plain, ".wb-views a:not([aria-current])")
    plain.locator(".wb-views a", has_text="Matris").focus()
    plain.keyboard.press("Enter")
    plain.wait_for_url("**view=matrix**")
    assert plain.locator(".wb-matrix").count() == 1
    plain.locator("#r2 button").focus()
    plain.keyboard.press("Enter")
    plain.wait_for_url("**row=2**")
    plain.locator("#bakom a.source").first.focus()
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/id/**")
    assert plain.locator("mark").count() > 0


def tabbed(page: Any, selector: str, most: int = 120) -> None:
    """Press Tab until what a selector finds has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(f":is({selector}):focus").count():
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_columns_are_chosen_by_a_form(plain: Any) -> None:
    query = 'SELECT ?what ?one ?other { VALUES (?what ?one ?other) { ("a" 1 20) ("b" 2 10) } }'
    plain.goto(f"/sv/sparql?{urlencode({'query': query, 'view': 'chart'})}")
    plain.get_by_label("Storlek").select_option("other")
    plain.get_by_role("button", name="Rita om").click()
    plain.wait_for_url("**col-y=other**")
    assert "Störst är a: 20." in plain.locator(".wb-says").inner_text()
