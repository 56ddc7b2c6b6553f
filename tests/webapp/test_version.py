"""What is served has one short name."""

import re
from collections.abc import Callable

from graph.memory import MemoryStore
from graph.records import Reading
from webapp.app import create_app
from webapp.version import data_version


def test_the_version_of_the_data_is_its_number_and_when_it_was_made(store: MemoryStore) -> None:
    with create_app(store, TESTING=True).test_request_context("/"):
        assert re.fullmatch(r"1-\d{8}T\d{6}Z", data_version(store.view()))


def test_another_version_is_called_otherwise(plans: tuple[Reading, ...], store_of: Callable[..., MemoryStore]) -> None:
    store = store_of(plans[0])
    app = create_app(store, TESTING=True)
    with app.test_request_context("/"):
        before = data_version(store.view())
    with store.writing() as draft:
        draft.put(plans[1])
    with app.test_request_context("/"):
        assert data_version(store.view()) != before
