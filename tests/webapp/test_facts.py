"""The explorer over facts and figures alone: where words are missing, it says so and where they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.datapackage.opened import open_package
from graph.datapackage.package import export_package
from graph.memory import MemoryStore
from graph.view import View

MISSING = "Dokumentets egna ord är inte med här"


@pytest.fixture(scope="module")
def facts(view: View, tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    """The plans once more, handed on as facts and figures."""
    folder: Path = tmp_path_factory.mktemp("facts") / "package"
    export_package(view, folder, only_facts=True)
    store = MemoryStore()
    with store.writing() as draft:
        for written, described in open_package(folder):
            draft.take(written, described)
    return store


@pytest.mark.parametrize("kind", ["Assignment", "Activity", "Indicator", "Passage", "Document"])
def test_a_page_says_that_the_words_are_not_here_and_where_they_stand(
    facts: MemoryStore,
    browse: Callable[..., FlaskClient],
    one_of: Callable[[str], str],
    parsed: Callable[..., object],
    kind: str,
) -> None:
    answer = browse(facts).get("/sv" + one_of(kind))
    read = parsed(answer.text)
    assert (answer.status_code, read.faults) == (200, [])  # type: ignore[attr-defined]
    assert MISSING in answer.text
    assert ".txt" in answer.text.split(MISSING)[1].split("</p>")[0]
    assert "<blockquote>" not in answer.text
    assert '<ol class="lines">' not in answer.text


def test_an_answer_leads_to_the_lines_in_the_document(client: FlaskClient) -> None:
    page = client.get("/sv/questions/activities-of-an-assignment").text
    links = [part.split('"')[0] for part in page.split('href="') if "?line=" in part.split('"')[0]]
    assert links
    assert all(client.get(link).status_code == 200 for link in links[:3])
