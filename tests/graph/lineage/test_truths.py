"""The lineage against truths: what the example's README says became of its things, and two real plans judged by hand."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.derived.items import Items
from graph.derived.reading import read_items
from graph.derived.records import LineageLink
from graph.lineage.claims import read_claims
from graph.lineage.lineage import Lineage, lineage
from graph.memory import MemoryStore
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from ontology.iri import Iri

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "region-exempel"
KEY = ROOT / "tests" / "data" / "lineage" / "vastmanland-2025-2026.csv"
#: How many rows the tables have: fewer would mean that a part was not read.
ROWS, KEY_ROWS = 79, 280
#: The share of links that must be as judged, and of judged ones that must be found.
RIGHT = 0.98


def derived(folder: Path, *names: str) -> tuple[Items, Lineage]:
    """The lineage of some documents of a folder, of all without names."""
    store = MemoryStore()
    with store.writing() as draft:
        for each in find([folder]):
            if isinstance(each, Told) and (not names or each.path.name in names):
                draft.put(read(each).reading)
    items = read_items(store.view())
    return items, lineage(items, read_claims(store.view(), items))


@pytest.fixture(scope="module")
def example() -> tuple[Items, Lineage]:
    return derived(EXAMPLE)


@pytest.fixture(scope="module")
def real(corpus: Path) -> tuple[Items, Lineage]:
    names = "vastmanland-hsf-2025.txt", "vastmanland-hsf-2026.txt", "vastmanland-hsf-arsredovisning-2024.txt"
    return derived(corpus, *names)


def truths() -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """The rows of the README's table: kind, earlier, later, changes."""
    for line in (EXAMPLE / "README.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 4 and cells[0] not in ("Kind", "---"):
            yield cells[0], cells[1], cells[2], frozenset(cells[3].split(", "))


def told(items: Items, link: LineageLink) -> tuple[str, str, str, frozenset[str]]:
    earlier, later = (items.by_iri.get(each or Iri("")) for each in (link.earlier, link.later))
    kind = (earlier or later or items.all[0]).kind.local
    changes = frozenset(each.local for each in link.changes)
    return kind, earlier.label if earlier else "", later.label if later else "", changes


def test_the_table_of_truths_is_read_whole() -> None:
    assert len(list(truths())) == ROWS


@pytest.mark.parametrize("row", list(truths()), ids=lambda row: " ".join(row[:3]))
def test_every_truth_of_the_example_holds(
    example: tuple[Items, Lineage], row: tuple[str, str, str, frozenset[str]]
) -> None:
    items, found = example
    assert row in {told(items, link) for link in found.links}


def test_indicators_allocations_and_frames_that_the_truths_do_not_name_are_unchanged(
    example: tuple[Items, Lineage],
) -> None:
    items, found = example
    named = {row[:3] for row in truths()}
    kinds = {"Indicator", "AllocationLine", "FrameLine", "FrameChangeLine", "Assignment", "Activity", "FocusArea"}
    others = [told(items, link) for link in found.links if told(items, link)[0] in kinds]
    assert all(changes == {"Unchanged"} for *row, changes in others if tuple(row) not in named)


def test_two_real_plans_as_judged_by_hand(real: tuple[Items, Lineage]) -> None:
    _, found = real
    with KEY.open(encoding="utf-8", newline="") as file:
        key = {(row["earlier"], row["later"], frozenset(row["changes"].split())) for row in csv.DictReader(file)}
    assert len(key) == KEY_ROWS
    links = {
        (short(link.earlier), short(link.later), frozenset(each.local for each in link.changes)) for link in found.links
    }
    assert len(links & key) / len(links) >= RIGHT
    assert len(links & key) / len(key) >= RIGHT


def short(iri: Iri | None) -> str:
    """A thing's name within its plan."""
    return re.sub(r".*plan-\d{4}/", "", iri or "")


def test_what_a_plan_claims_of_numbers_it_leaves_out_is_that_plans_claim(real: tuple[Items, Lineage]) -> None:
    _, found = real
    ended = {short(link.earlier): link for link in found.links if rt.Ended in link.changes}
    numbered = [link for name, link in ended.items() if re.match(r"activity/\d", name)]
    assert len(numbered) == 15
    assert all(link.claimed_status == rt.Done and len(link.claimed_in) == 1 for link in numbered)
    assert all("/forvaltningsplan-2026/passage/" in link.claimed_in[0] for link in numbered)
    assert ended["activity/avancerad-hemsjukvard-for-barn"].claimed_status is None


def test_what_the_report_says_of_what_ended_stands_beside(example: tuple[Items, Lineage]) -> None:
    items, found = example
    said = {
        items.by_iri[link.earlier].label: link.evidence
        for link in found.links
        if link.earlier and link.reported_by and rt.Ended in link.changes
    }
    assert "Ej planenligt" in said["5 Kvällsöppen närakut i Sjöberga"]
    assert "Genomfört" in said["24 Gemensamt läkemedelsförråd"]


def test_links_hold_together(example: tuple[Items, Lineage], real: tuple[Items, Lineage]) -> None:
    for items, found in (example, real):
        iris = [each.iri for each in (*found.links, *found.threads)]
        assert len(iris) == len(set(iris))
        assert all(0 < link.confidence < 1 and link.evidence and link.method for link in found.links)
        assert all(len(link.evidence) <= 220 for link in found.links)
        spoken_of = {each for link in found.links for each in (link.earlier, link.later) if each}
        members = [member for thread in found.threads for member in thread.members]
        assert spoken_of == set(members)
        assert len(members) == len(set(members))
        assert spoken_of <= items.by_iri.keys()


def test_a_reused_number_is_not_carried_on(example: tuple[Items, Lineage]) -> None:
    items, found = example
    (link,) = (each for each in found.links if rt.MeaningChanged in each.changes)
    assert items.by_iri[link.later or Iri("")].notation == "RF3"
    assert not list(link.flat())
    ends = {thread.iri: thread for thread in found.threads for member in thread.members if member == link.earlier}
    assert all(link.later not in thread.members for thread in ends.values())
