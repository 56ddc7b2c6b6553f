"""The same plan as text, web page, Word document and PDF gives the same things, by the same names."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.writer import write
from loaders.corpus import Told
from loaders.facts import Facts
from loaders.run import read

STYLES = Path(__file__).parents[1] / "data" / "styles"
REGIONS = sorted(folder.name for folder in STYLES.iterdir() if folder.is_dir())
#: Where a thing stands, and what the file is, differ from format to format.
OF_THE_FILE = ("/passage/", "/document/")

Statement = tuple[str, str, str]


@cache
def statements(region: str, suffix: str) -> frozenset[Statement]:
    """All that a region's plan states in a format, but for places and files."""
    (path,) = (STYLES / region).glob(f"*.{suffix}")
    return frozenset(stated(path))


def stated(path: Path) -> Iterator[Statement]:
    """What a file states, subject, predicate and object as N-Triples has them."""
    for quad in write(read(Told(path, Facts())).reading).quads:
        subject, told = str(quad.subject), str(quad.object)
        if not any(part in subject or part in told for part in OF_THE_FILE):
            yield subject, str(quad.predicate), told


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
@pytest.mark.parametrize("region", REGIONS)
def test_every_format_gives_what_the_text_gives(region: str, suffix: str) -> None:
    text, other = statements(region, "txt"), statements(region, suffix)
    assert len(text) > 100
    assert sorted(other - text) == []
    assert sorted(text - other) == []
