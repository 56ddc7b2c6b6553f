"""`make run` takes the examples in, once, and serves them."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[1]
PARTS = ("examples", "graph", "loaders", "ontology", "queries", "scripts", "webapp")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of its own, so that the store in it is, too."""
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "rodatraden.py", tmp_path)
    return tmp_path


@contextmanager
def running(checkout: Path) -> Iterator[tuple[str, str]]:
    """What the start page says while it runs, and what was told before that."""
    told = checkout / "told"
    with told.open("w") as errors:
        words = [str(checkout / "scripts" / "run"), sys.prefix, "--port", "18000"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=errors, text=True) as serving:
            try:
                assert serving.stdout is not None
                where = next(word for line in serving.stdout for word in line.split() if word.startswith("http"))
                with urlopen(where) as page:
                    yield page.read().decode(), told.read_text()
            finally:
                serving.terminate()


def test_the_examples_are_served_and_taken_in_once(checkout: Path) -> None:
    with running(checkout) as (page, told):
        assert "Region Västmanland" in page
        assert "Region Exempel (påhittad)" in page
        assert "forvaltningsplan-2027.txt: added" in told
    with running(checkout) as (page, told):
        assert "Region Exempel (påhittad)" in page
        assert "forvaltningsplan-2027.txt" not in told
    (checkout / "examples" / "region-exempel" / "corpus.toml").touch()
    with running(checkout) as (_, told):
        assert "forvaltningsplan-2027.txt: unchanged" in told
