"""What pages need of a whole version, read before anybody asks: a new version's, too, while the server runs."""

from collections.abc import Iterator
from functools import partial
from threading import Event, Thread
from typing import Any

from flask import Flask, url_for

from graph.errors import GraphError
from graph.view import View
from webapp.door import view
from webapp.languages import LANGUAGES
from webapp.menu import Entry, menu

#: So often is looked whether there is a new version.
EVERY_SECONDS = 2.0


def keep_warm(app: Flask, ended: Event) -> Thread:
    """A thread that asks for the menu's pages of each version as it appears, until `ended`; faults are the log's."""
    thread = Thread(target=_watch, args=(app, ended), name="warm", daemon=True)
    thread.start()
    return thread


def _watch(app: Flask, ended: Event) -> None:
    seen: View | None = None
    while True:
        with app.app_context():
            try:
                now = view()
            except GraphError:
                now = None  # Nothing is loaded yet, or not readable just now: visitors are told, we look again.
        if now is not None and now is not seen:
            seen = now
            warm(app, ended)
        if ended.wait(EVERY_SECONDS):
            return


def warm(app: Flask, ended: Event) -> None:
    """Ask for the pages of the menu, until `ended`; one that fails is in the log, where its visitors would put it, too."""
    client = app.test_client()
    with app.test_request_context():
        addresses = tuple(_addresses())
    for each in addresses:
        if not ended.is_set():
            client.get(each)


def _addresses() -> Iterator[str]:
    for language in LANGUAGES:
        yield url_for("start.start", lang=language)
        for group in menu():
            yield from map(partial(address, language), group.entries)


def address(language: str, entry: Entry) -> str:
    """Where an entry of the menu leads to in a language."""
    values: dict[str, Any] = {"lang": language, **entry.values}
    return url_for(entry.endpoint, **values)
