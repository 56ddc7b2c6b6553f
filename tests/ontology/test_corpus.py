"""Real documents are written so that no shape finds fault."""

import tomllib
from pathlib import Path

import pytest

from graph.iris import Minter
from graph.memory import MemoryStore
from graph.shapes import check
from loaders.facts import Facts, plan_of
from loaders.formats.text import read
from loaders.recognise import recognise

DOCUMENTS = 5


@pytest.mark.parametrize("number", range(DOCUMENTS))
def test_a_real_document_is_written_rightly(corpus: Path, number: int) -> None:
    listed = tomllib.loads((corpus / "corpus.toml").read_text(encoding="utf-8"))["document"]
    assert len(listed) == DOCUMENTS
    facts = {**listed[number], "period": tuple(listed[number]["period"])}
    document = read(corpus / facts.pop("file"))
    plan, doubts = plan_of(document, Facts(**facts))
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(recognise(document, plan, doubts))
    (stored,) = store.view().documents()
    assert check(store.view(), Minter().document(stored.file_name)) == ()
