"""Deciding in a real browser, by keyboard alone; a form on another site's page does nothing."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask

from graph.reviews.kept import NAME
from graph.reviews.sssom import read_file

from ..serving import served
from ..test_browser import judge
from .conftest import TOKEN


@pytest.fixture
def page(chromium: Any, app: Flask) -> Iterator[Any]:
    """A page on the application, which nobody has come in to yet."""
    with served(app) as site:
        context = chromium.new_context(base_url=site, viewport={"width": 1400, "height": 900})
        context.set_default_timeout(20_000)
        found = context.new_page()
        found.site = site
        yield found
        context.close()


def come_in(page: Any) -> None:
    """Come in by keyboard."""
    page.goto("/sv/review?relation=FundedBy")
    page.locator("#name").focus()
    page.keyboard.type("Kim")
    page.keyboard.press("Tab")
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    page.locator("form.who").wait_for()


def tab_to(page: Any, words: str) -> None:
    """Go on by Tab to what is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").strip().startswith(words):
            return
    raise AssertionError(f"{words} is not reached")


def test_the_keyboard_alone_decides_corrects_skips_and_takes_back(page: Any, folder: Path) -> None:
    come_in(page)
    tab_to(page, "✓ Godkänn")
    page.keyboard.press("Enter")
    page.wait_for_url("**after=*")
    assert page.locator(".last [role=status]").inner_text().count("Du godkände:")
    page.keyboard.press("a")
    page.locator(".last [role=status]", has_text="Du avslog:").wait_for()
    assert sorted(each.accepted for each in read_file(folder / NAME)) == [False, True]
    page.keyboard.press("z")
    page.wait_for_url("**link=*")
    assert [each.accepted for each in read_file(folder / NAME)] == [True]
    page.keyboard.press("k")
    page.keyboard.type("agh")
    assert page.locator("#comment").input_value() == "agh"
    page.locator("h1").click()
    page.keyboard.press("h")
    page.wait_for_url("**after=*")
    page.keyboard.press("r")
    page.wait_for_url("**/correction?*")
    page.locator("#q").focus()
    page.keyboard.type("vård")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=v*")
    page.locator("#other-0").focus()
    page.keyboard.press("ArrowDown")
    tab_to(page, "Spara rättelsen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?*after=*")
    assert sorted(each.accepted for each in read_file(folder / NAME)) == [False, True, True]


def test_letters_can_be_turned_off_and_stay_so(page: Any, folder: Path) -> None:
    come_in(page)
    page.locator("#keys").focus()
    page.keyboard.press("Space")
    page.keyboard.press("g")
    page.reload()
    assert not page.locator("#keys").is_checked()
    page.keyboard.press("g")
    assert page.locator("kbd").count() == 0
    assert not (folder / NAME).exists()


def test_no_page_of_reviews_has_a_fault_and_all_fit_small_screens(page: Any) -> None:
    page.goto("/sv/review/login")
    judge(page)
    come_in(page)
    judge(page)
    page.get_by_role("link", name="Rätta").click()
    page.locator("#q").fill("vård")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=v*")
    judge(page)


def test_without_scripts_all_the_same(chromium: Any, app: Flask, folder: Path) -> None:
    with served(app) as site:
        context = chromium.new_context(base_url=site, java_script_enabled=False)
        page = context.new_page()
        come_in(page)
        page.get_by_role("button", name="Avslå").click()
        page.wait_for_url("**after=*")
        assert [each.accepted for each in read_file(folder / NAME)] == [False]
        context.close()


def test_a_form_on_another_sites_page_does_nothing(page: Any, folder: Path) -> None:
    come_in(page)
    sign = page.locator("input[name=csrf]").first.get_attribute("value")
    fields = {"csrf": sign, "verdict": "accept"}
    fields |= {
        name: page.locator(f".verdicts input[name={name}]").get_attribute("value")
        for name in ("subject", "predicate", "object")
    }
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    form = f'<form method="post" action="{page.site}/sv/review/decision">{inputs}<button>Win</button></form>'
    with elsewhere(form) as other:
        page.goto(other)
        with page.expect_response("**/review/decision") as answer:
            page.get_by_role("button").click()
    assert answer.value.status == 403
    assert not (folder / NAME).exists()


class elsewhere:  # noqa: N801  read as a function
    """A site of somebody else's, with one page."""

    def __init__(self, html: str) -> None:
        """Have it show a page."""

        class Shown(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(html.encode())

            def log_message(self, *_: object) -> None:
                """Tell nothing."""

        self.server = ThreadingHTTPServer(("localhost", 0), Shown)

    def __enter__(self) -> str:
        """Where it is: by another name than ours, so that it is another site."""
        Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://localhost:{self.server.server_port}/"

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.server.shutdown()
        self.server.server_close()
