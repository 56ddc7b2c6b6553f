"""What browsers get: all of it from us, little of it scripts."""

import re
from gzip import compress
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.memory import MemoryStore
from webapp.app import create_app
from webapp.built import FOLDER

from .addresses import pages

#: So many bytes of scripts, packed, may a page have; one that draws large graphs, or has an editor, more.
MOST, MORE = 60 * 1024, {"graph": 250 * 1024, "workbench": 200 * 1024}
#: Names of standards, which nobody loads.
NAMES = {"www.w3.org"}
LOADED = re.compile(
    r"<(?:script|link|img|source|iframe|object|embed|audio|video|image|use)\b[^>]*?\b(?:src|srcset|href|data)=\"([^\"]*)\""
)
ADDRESS = re.compile(r"https?://([a-z0-9.-]+)", re.IGNORECASE)
SCRIPTS = re.compile(r'<script src="[^"]*/built/([^"?]+)')


@pytest.fixture(scope="session")
def app(store: MemoryStore) -> Flask:
    """The explorer over all plans."""
    return create_app(store, TESTING=True)


@pytest.fixture(scope="session")
def texts(app: Flask, client: FlaskClient) -> dict[str, str]:
    """The HTML of all pages that stand by themselves."""
    return {address: client.get(address).text for address in pages(app, client)}


def test_no_page_loads_anything_from_elsewhere(texts: dict[str, str]) -> None:
    strays = {
        found
        for text in texts.values()
        for found in LOADED.findall(text)
        if found.startswith(("http:", "https:", "//"))
    }
    assert len(texts) >= 14
    assert strays == set()


def built() -> list[Path]:
    """The scripts and styles that browsers get."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in (".js", ".css"))


@pytest.mark.parametrize("path", built(), ids=lambda path: path.name)
def test_no_script_or_style_names_another_host(path: Path) -> None:
    assert set(ADDRESS.findall(path.read_text("utf-8"))) <= NAMES


def test_scripts_are_few(texts: dict[str, str]) -> None:
    for address, text in texts.items():
        names = SCRIPTS.findall(text)
        size = sum(len(compress((FOLDER / name).read_bytes())) for name in names)
        assert "explorer.js" in names
        most = max((room for what, room in MORE.items() if any(what in name for name in names)), default=MOST)
        assert size <= most, (address, names)


def test_a_typeface_is_sent_with_a_name_that_changes_when_it_does(client: FlaskClient) -> None:
    style = (FOLDER / "rodatraden.css").read_text("utf-8")
    fonts = re.findall(r"url\([\"']?(?:\./)?([^)\"']+\.woff2)", style)
    assert len(fonts) == 2
    for font in fonts:
        assert re.search(r"-[A-Z0-9]{8}\.woff2$", font)
        with client.get(f"/static/built/{font}") as answer:
            assert answer.mimetype in ("font/woff2", "application/font-woff2")


def test_licences_are_passed_on() -> None:
    text = (FOLDER / "LICENSES.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in text
