"""What tests need from outside the project: the corpus of real documents, and what is told where it is missing."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from graph.memory import MemoryStore
from graph.view import View
from loaders.corpus import Told
from loaders.run import find, read

#: How long an example takes says more of the machine than of the code.
settings.register_profile("rodatraden", deadline=None)
settings.load_profile("rodatraden")

ROOT = Path(__file__).parents[1]


def missing(what: str, remedy: str) -> None:
    """Skip a test for want of something; fail where RODATRADEN_REQUIRE=all says that nothing may be missing."""
    message = f"{what} is missing: {remedy}"
    if os.environ.get("RODATRADEN_REQUIRE") == "all":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents with its `corpus.toml`; it is no part of the project."""
    folder = Path(os.environ.get("RODATRADEN_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not (folder / "corpus.toml").exists():
        missing(f"The corpus ({folder})", "name its folder in RODATRADEN_CORPUS")
    return folder


@pytest.fixture(scope="session")
def real_view(corpus: Path) -> View:
    """What the real documents state and all that is derived of it, loaded once: asked by many tests, changed by none."""
    store = MemoryStore()
    with store.writing() as draft:
        for told in find((corpus,)):
            if isinstance(told, Told):
                draft.put(read(told).reading)
    assert draft.faults == ()
    return store.view()
