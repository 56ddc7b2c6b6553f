"""Plans of invented regions, each in its own words, order and layout, say the same in every format, and all of it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.records import Reading
from loaders.corpus import Told
from loaders.facts import Facts
from loaders.run import read
from ontology import rt
from tests.styles.scorer import Score, score

STYLES = Path(__file__).parents[1] / "data" / "styles"
REGIONS = sorted(folder.name for folder in STYLES.iterdir() if folder.is_dir())
FORMATS = ("txt", "html", "docx", "pdf")
#: Rows found, values and passages right: of each kind of row in each plan.
LEAST = 0.90


def key_of(region: str) -> Mapping[str, Any]:
    """What a person reads in a region's plan."""
    key: Mapping[str, Any] = json.loads((STYLES / region / "key.json").read_text("utf-8"))
    return key


def reading_of(region: str, suffix: str) -> Reading:
    """What is read in it, with nothing told from outside."""
    (path,) = (STYLES / region).glob(f"*.{suffix}")
    return read(Told(path, Facts())).reading


def test_there_are_as_many_regions_as_are_told() -> None:
    assert len(REGIONS) == 13


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_read_in_its_own_manner(region: str, suffix: str) -> None:
    scores = score(reading_of(region, suffix), key_of(region))
    low = {name: each.faults for name, each in scores.items() if not good(each)}
    assert not low


def good(each: Score) -> bool:
    """Whether a kind of row is read well enough."""
    return min(each.f1, each.right, each.placed) >= LEAST


@pytest.mark.parametrize("region", REGIONS)
def test_the_title_page_tells_what_a_document_is(region: str) -> None:
    plan, told = reading_of(region, "txt").plan, key_of(region)["document"][0]
    assert (plan.title, plan.period_start, plan.period_end) == (told["title"], told["period_start"], told["period_end"])
    assert plan.region.name == told["region"]
    assert plan.organisation.name == told["organisation"] or told["region"]
    assert told["type"] is None or plan.kind.local in told["type"].split("|")


@pytest.mark.parametrize("region", REGIONS)
def test_no_table_is_left_unread(region: str) -> None:
    reading = reading_of(region, "txt")
    assert not [kept for kept in reading.kept if kept.kind == rt.UnreadPassage]


@pytest.mark.parametrize("region", REGIONS)
def test_every_number_stands_in_its_passage(region: str) -> None:
    reading = reading_of(region, "txt")
    for record in reading.records:
        written = getattr(record, "as_written", None)
        if written:
            spans = " ".join(reading.source.text[span.start : span.end] for span in record.place.spans)
            assert plain(written) in plain(spans)


def plain(text: str) -> str:
    """A text with single blanks, and hyphens for all signs that stand for minus."""
    return " ".join(text.replace("−", "-").replace("–", "-").split())
