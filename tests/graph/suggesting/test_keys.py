"""What suggested links are worth against pairs that a person judged: of real documents, and of the invented region."""

from collections.abc import Sequence

import pytest

from benchmarks.keys import CLEAR, KEYS, RELATIONS, RIGHT, bands, end, found, key
from graph.derived.items import Items
from graph.derived.reading import read_items
from graph.likeness import Likeness
from graph.suggesting import Suggestion
from graph.suggesting.relations import funded_by, measured_by
from graph.view import View
from ontology import rt
from ontology.iri import Iri

from ..region_exempel import documents

SURE, LIKELY = 0.8, 0.5
WITHIN = {rt.MeasuredBy: measured_by, rt.FundedBy: funded_by}
relations = pytest.mark.parametrize("relation", list(WITHIN), ids=lambda relation: relation.local)


@pytest.fixture(scope="module")
def real(real_view: View) -> Items:
    return read_items(real_view)


@pytest.fixture(scope="module")
def invented() -> Items:
    return read_items(documents(linked=False))


def suggested(items: Items, relation: Iri) -> list[Suggestion]:
    return list(WITHIN[relation].suggest(items, Likeness(items.all)))


def holds(suggestions: Sequence[Suggestion], relation: Iri, held_out: int) -> None:
    """Of what is held to be sure 8 of 10 are right; of the clear ones 7 of 10 are found, and most of them surely."""
    judged = key(KEYS / RELATIONS[relation][held_out])
    sure = bands(suggestions, judged)[0]
    assert sure.right >= 0.8 * sure.judged > 0
    assert found(suggestions, judged, CLEAR, LIKELY) >= 0.7
    assert found(suggestions, judged, CLEAR, SURE) >= 0.5


@relations
def test_sure_links_of_real_plans_are_right_and_clear_ones_are_found(real: Items, relation: Iri) -> None:
    holds(suggested(real, relation), relation, 0)


@relations
def test_so_they_are_of_plans_that_nothing_was_fitted_to(invented: Items, relation: Iri) -> None:
    holds(suggested(invented, relation), relation, 1)


@relations
def test_each_document_alone_gives_as_good_links(real: Items, relation: Iri) -> None:
    alone = [Items((edition,), real.of(edition)) for edition in real.editions]
    holds([each for items in alone for each in suggested(items, relation)], relation, 0)


@relations
def test_not_three_times_as_many_are_suggested_as_a_person_would_make(real: Items, relation: Iri) -> None:
    judged = key(KEYS / RELATIONS[relation][0])
    assert len(suggested(real, relation)) <= 3 * sum(pair.judgement in RIGHT for pair in judged.values())


@relations
def test_keys_name_things_that_there_are(real: Items, invented: Items, relation: Iri) -> None:
    for items, file in zip((real, invented), RELATIONS[relation], strict=True):
        names = {end(iri) for iri in items.by_iri}
        judged = key(KEYS / file)
        assert len(judged) > 50
        assert not {name for pair in judged for name in pair} - names


def test_judgements_are_of_three_kinds() -> None:
    for files in RELATIONS.values():
        for file in filter(None, files):
            assert {pair.judgement for pair in key(KEYS / file).values()} <= {*RIGHT, "wrong"}
