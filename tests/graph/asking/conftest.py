"""A small store on disk."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three graphs of two hundred statements each."""
    folder = tmp_path_factory.mktemp("store")
    store = Store(str(folder))
    store.bulk_extend(
        Quad(
            NamedNode(f"urn:thing:{number}"),
            NamedNode("urn:says"),
            Literal(f"{graph} {number}"),
            NamedNode(f"urn:{graph}"),
        )
        for graph in ("a", "b", "c")
        for number in range(200)
    )
    store.flush()
    return folder
