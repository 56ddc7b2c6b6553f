"""A store on disk in which links are suggested, and people who decide upon them in a browser's stead."""

import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.derived import derive
from graph.store import DirectoryStore
from webapp.app import create_app

from ..conftest import CASES, reading
from ..test_suggestions import suggest

TOKEN = "a-token-for-tests-only"
ORIGIN = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
HIDDEN = re.compile(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">')


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a plan and fifteen suggested links, to be copied."""
    folder = tmp_path_factory.mktemp("stored") / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derive, "suggest", suggest)
        with DirectoryStore(folder).writing() as draft:
            draft.put(reading(CASES[0]))
    return folder


@pytest.fixture
def folder(stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of a test's own."""
    monkeypatch.setattr(derive, "suggest", suggest)
    shutil.copytree(stored, tmp_path / "store", symlinks=True)
    return tmp_path / "store"


@pytest.fixture
def app(folder: Path) -> Iterator[Flask]:
    """The application, in which people may decide."""
    app = create_app(DirectoryStore(folder), TOKEN, TESTING=True)
    yield app
    if thread := app.extensions["rodatraden-review"].following.thread:
        thread.join()


class Person:
    """One who decides: a browser's cookies, and forms sent as pages give them."""

    def __init__(self, client: FlaskClient, name: str = "Kim") -> None:
        """Come in."""
        self.client = client
        self.send("/sv/review/login", token=TOKEN, name=name)

    def see(self, address: str = "/sv/review") -> str:
        """A page."""
        return self.client.get(address).text

    def send(self, address: str, /, **fields: str) -> TestResponse:
        """Send a form from a page of ours."""
        return self.client.post(address, data=fields, headers=ORIGIN)

    def answer(self, page: str, verdict: str, comment: str = "", **more: str) -> TestResponse:
        """Say yes or no to what a page shows."""
        form = page[page.index('class="verdicts"') :]
        fields = {name: unescape(value) for name, value in HIDDEN.findall(form)}
        return self.send("/sv/review/decision", **{**fields, "verdict": verdict, "comment": comment, **more})

    @property
    def csrf(self) -> str:
        """What each form brings along."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.see())
        assert found
        return found[1]


@pytest.fixture
def person(app: Flask) -> Callable[..., Person]:
    """Someone who has come in: `person("Kim")`."""
    return lambda name="Kim": Person(app.test_client(), name)
