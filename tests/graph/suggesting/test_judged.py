"""What is suggested between reports, plans and levels, held against pairs judged by hand before anything was suggested.

The pairs are of the corpus of real documents and of Region Exempel. Unjudged pairs of a judged thing count as wrong.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from graph.derived.items import Items
from graph.derived.reading import read_items
from graph.iris import BASE
from graph.likeness import Likeness
from graph.memory import MemoryStore
from graph.suggesting.relations import elaborated_by, same_undertaking
from graph.suggesting.suggestion import Relation, Suggestion
from graph.view import View
from loaders.corpus import Told
from loaders.run import find, read
from ontology.iri import Iri

ROOT = Path(__file__).parents[3]
KEYS = ROOT / "tests" / "data" / "links"
SURE = Decimal("0.8")
RELATIONS = {"same-undertaking": same_undertaking.RELATION, "elaborated-by": elaborated_by.RELATION}


def read_from(folder: Path) -> Items:
    store = MemoryStore()
    with store.writing() as draft:
        for told in find((folder,)):
            if isinstance(told, Told):
                draft.put(read(told).reading)
    return read_items(store.view())


@pytest.fixture(scope="module")
def real(real_view: View) -> Items:
    return read_items(real_view)


@pytest.fixture(scope="module")
def invented() -> Items:
    return read_from(ROOT / "examples" / "region-exempel")


@dataclass(frozen=True)
class Judged:
    """Suggestions held against a key."""

    key: dict[tuple[Iri, Iri], str]
    found: Sequence[Suggestion]
    items: Items

    def right(self, least: Decimal) -> tuple[int, int]:
        """How many of those at least so sure are clear or plausible, and how many are judged at all."""
        judged = {(subject, self._plan(of)) for subject, of in self.key}
        sure = [(each.subject, each.object) for each in self.found if each.confidence >= least]
        known = [pair for pair in sure if (pair[0], self._plan(pair[1])) in judged]
        return sum(self.key.get(pair) in ("clear", "plausible") for pair in known), len(known)

    def clear_found(self, least: Decimal) -> tuple[int, int]:
        """How many of the clear pairs are suggested at least so surely, and how many there are."""
        clear = {pair for pair, judgement in self.key.items() if judgement == "clear"}
        return len(clear & {(each.subject, each.object) for each in self.found if each.confidence >= least}), len(clear)

    def _plan(self, thing: Iri) -> Iri:
        return self.items.by_iri[thing].edition.plan


def rows(name: str) -> list[dict[str, str]]:
    with (KEYS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def judged(relation: Relation, name: str, items: Items) -> Judged:
    key = {(Iri(BASE + row["subject"]), Iri(BASE + row["object"])): row["judgement"] for row in rows(name)}
    found = [each for each in relation.suggest(items, Likeness(items.all)) if each.subject in items.by_iri]
    return Judged(key, found, items)


@pytest.mark.parametrize("name", RELATIONS)
@pytest.mark.parametrize(("which", "tail"), [("real", ""), ("invented", "-invented")])
def test_sure_suggestions_are_right_and_clear_links_are_found(
    name: str, which: str, tail: str, request: pytest.FixtureRequest
) -> None:
    result = judged(RELATIONS[name], name + tail, request.getfixturevalue(which))
    right, known = result.right(SURE)
    found, clear = result.clear_found(SURE)
    assert right >= 0.9 * known
    assert found >= 0.7 * clear
    assert len(result.found) <= 3 * len(result.key)


@pytest.mark.parametrize("name", RELATIONS)
@pytest.mark.parametrize(("which", "tail"), [("real", ""), ("invented", "-invented")])
def test_every_judged_pair_is_of_things_that_are_there(
    name: str, which: str, tail: str, request: pytest.FixtureRequest
) -> None:
    judgements = rows(name + tail)
    things = {Iri(BASE + row[end]) for row in judgements for end in ("subject", "object")}
    assert things <= request.getfixturevalue(which).by_iri.keys()
    assert {row["judgement"] for row in judgements} == {"clear", "plausible", "wrong"}
    assert all(len(row[title].split()) <= 12 for row in judgements for title in ("subject_title", "object_title"))
