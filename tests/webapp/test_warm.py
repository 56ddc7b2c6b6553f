"""What pages need of a version is read before anybody asks, of each version once."""

from threading import Event

from flask import Flask, request

from graph.memory import MemoryStore
from graph.records import Reading
from webapp.app import create_app
from webapp.serving.warm import keep_warm, warm


def asked_of(app: Flask) -> list[str]:
    """The addresses that are asked for from now on."""
    asked: list[str] = []
    app.before_request_funcs.setdefault(None, []).insert(0, lambda: asked.append(request.path))
    return asked


def test_the_pages_of_the_menu_are_asked_for_in_both_languages(store: MemoryStore) -> None:
    app = create_app(store)
    asked = asked_of(app)
    warm(app, Event())
    assert {"/sv/", "/en/", "/sv/gaps", "/en/findings"} <= set(asked)


def test_a_version_that_comes_later_is_warmed_too(plans: tuple[Reading, ...]) -> None:
    store, ended, warmed = MemoryStore(), Event(), Event()
    app = create_app(store)
    app.after_request(lambda response: (warmed.set() if response.status_code == 200 else None) or response)
    thread = keep_warm(app, ended)
    with store.writing() as draft:
        draft.put(plans[0])
    assert warmed.wait(60)
    ended.set()
    thread.join()


def test_nothing_to_read_is_no_fault(store: MemoryStore) -> None:
    ended = Event()
    ended.set()
    thread = keep_warm(create_app(MemoryStore()), ended)
    thread.join()
    assert not thread.is_alive()
