"""What every store promises, wherever it keeps its quads: one body of tests over all kinds."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.answer import Text
from graph.describing.held import counts
from graph.draft import Change
from graph.errors import EmptyStore, LockedStore, QueryError, RefusedDocument, UnknownDocument, UnknownVersion
from graph.memory import MemoryStore
from graph.records import Reading
from graph.store import KEEP, DirectoryStore, PlanStore
from graph.vocabulary import vocabulary
from ontology import rt
from ontology.vocab import Dcterms, Rdfs

Make = Callable[..., Reading]

YEARS = f"SELECT ?year WHERE {{ ?plan <{rt.document}> ?d ; <{rt.year}> ?year }} ORDER BY ?year"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(params=["directory", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> PlanStore:
    """An empty store of each kind."""
    return DirectoryStore(tmp_path / "store") if request.param == "directory" else MemoryStore()


def load(store: PlanStore, *readings: Reading) -> list[Change]:
    """Take documents in, in one go."""
    with store.writing() as draft:
        return [draft.put(reading) for reading in readings]


def years(store: PlanStore) -> list[object]:
    """The editions that the store's plans are of."""
    return list(store.view().select(YEARS).column("year"))


def count(store: PlanStore) -> object:
    """How many quads there are."""
    return store.view().select(COUNT).rows[0][0]


def numbers(store: PlanStore) -> list[int]:
    """The versions there are."""
    return [version.number for version in store.versions()]


def test_an_empty_store_says_so(store: PlanStore) -> None:
    assert store.versions() == ()
    with pytest.raises(EmptyStore, match="Load documents first"):
        store.view()


def test_what_is_loaded_can_be_asked_for(store: PlanStore, plan: Make) -> None:
    assert load(store, plan(), plan(2032, "other.txt")) == [Change.ADDED, Change.ADDED]
    assert years(store) == [2031, 2032]
    (version,) = store.versions()
    assert (version.number, version.documents, version.current) == (1, ("other.txt", "sjovik.txt"), True)
    assert [(each.file_name, each.title) for each in store.view().documents()] == [
        ("other.txt", "Omsorgsplan"),
        ("sjovik.txt", "Omsorgsplan"),
    ]


def test_what_follows_is_derived(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    assert store.view().ask(f"ASK {{ ?assignment <{rt.servedBy}> ?activity }}")
    assert store.view().ask(f"ASK {{ ?activity <{rt.focusArea}> ?area . ?activity <{rt.serves}> ?assignment }}")


def test_nothing_is_seen_before_all_is_published(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with store.writing() as draft:
        draft.put(plan(2032, "other.txt"))
        assert years(store) == [2031]
    assert years(store) == [2031, 2032]


def test_an_open_view_stays_as_it_was(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    before = store.view()
    load(store, plan(2032, "other.txt"))
    assert before.select(YEARS).rows == ((2031,),)
    assert store.view().select(YEARS).rows == ((2031,), (2032,))


def test_a_document_loaded_again_changes_nothing(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    assert load(store, plan()) == [Change.UNCHANGED]
    assert numbers(store) == [1]


def test_a_load_of_nothing_publishes_nothing(store: PlanStore) -> None:
    assert load(store) == []
    assert store.versions() == ()


def test_the_same_document_twice_in_one_load_is_one(store: PlanStore, plan: Make) -> None:
    assert load(store, plan(), plan()) == [Change.ADDED, Change.UNCHANGED]
    assert years(store) == [2031]


def test_a_changed_document_replaces_what_it_was(store: PlanStore, plan: Make) -> None:
    load(store, plan(), plan(2032, "other.txt"))
    before = count(store)
    changed = plan(extra="Nytt sist.\n")
    assert load(store, replace(changed, records=changed.records[:3], doubts=())) == [Change.REPLACED]
    assert numbers(store) == [1, 2]
    assert not store.view().ask(f"ASK {{ ?amount a <{rt.Amount}> ; <{rt.statedIn}>/<{rt.year}> 2031 }}")
    assert store.view().ask(f"ASK {{ ?amount a <{rt.Amount}> ; <{rt.statedIn}>/<{rt.year}> 2032 }}")
    load(store, plan())
    assert count(store) == before


def test_only_the_plan_facts_corrected_is_a_change(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    assert load(store, plan(title="Rätt titel")) == [Change.REPLACED]
    assert [each.title for each in store.view().documents()] == ["Rätt titel"]


@pytest.mark.parametrize("name", ["other.txt", "other", "https://w3id.org/rodatraden/id/document/other"])
def test_a_document_goes_out_whole(store: PlanStore, plan: Make, name: str) -> None:
    load(store, plan())
    alone = count(store)
    load(store, plan(2032, "other.txt"))
    with store.writing() as draft:
        assert draft.drop(name).file_name == "other.txt"
    assert years(store) == [2031]
    assert count(store) == alone


def test_the_last_document_can_go(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with store.writing() as draft:
        draft.drop("sjovik.txt")
    assert store.view().documents() == ()
    assert counts(store.view()).triples == len(vocabulary())
    assert numbers(store) == [1, 2]


def test_a_document_that_is_not_there_cannot_go(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with pytest.raises(UnknownDocument, match=r"no document other\.txt.*sjovik\.txt"), store.writing() as draft:
        draft.drop("other.txt")
    assert numbers(store) == [1]


def test_in_and_out_again_is_nothing(store: PlanStore, plan: Make) -> None:
    with store.writing() as draft:
        draft.put(plan())
        draft.drop("sjovik.txt")
    assert store.versions() == ()


def test_out_and_in_again_is_as_before(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    before = count(store)
    with store.writing() as draft:
        draft.drop("sjovik.txt")
        draft.put(plan())
    assert count(store) == before


def test_two_documents_cannot_be_the_same_plan(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with store.writing() as draft:
        with pytest.raises(RefusedDocument, match=r"copy\.txt: claims to be the same plan as sjovik\.txt"):
            draft.put(plan(name="copy.txt"))
        draft.put(plan(2032, "other.txt"))
    assert years(store) == [2031, 2032]
    assert [each.file_name for each in store.view().documents()] == ["other.txt", "sjovik.txt"]


def test_the_same_plan_twice_in_one_load_is_refused_too(store: PlanStore, plan: Make) -> None:
    with store.writing() as draft:
        draft.put(plan())
        with pytest.raises(RefusedDocument, match=r"sjovik\.txt"):
            draft.put(plan(name="copy.txt"))
    assert years(store) == [2031]


@pytest.mark.parametrize("name", ["sjovik.txt", "sjovik.pdf"])
def test_another_plan_never_takes_a_documents_name(store: PlanStore, plan: Make, name: str) -> None:
    load(store, plan())
    with store.writing() as draft, pytest.raises(RefusedDocument, match=rf"{name}: .*another file name"):
        draft.put(plan(2032, name))
    assert years(store) == [2031]


def test_two_files_of_one_name_in_one_load_are_refused(store: PlanStore, plan: Make) -> None:
    with store.writing() as draft:
        draft.put(plan())
        with pytest.raises(RefusedDocument, match="another file name"):
            draft.put(plan(extra="Mer.\n"))
    assert not store.view().ask(f'ASK {{ ?passage <{rt.exactText}> "Mer." }}')


def test_a_load_that_fails_leaves_all_as_it_was(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with contextlib.suppress(ZeroDivisionError), store.writing() as draft:
        draft.put(plan(2032, "other.txt"))
        draft.drop("sjovik.txt")
        raise ZeroDivisionError
    assert years(store) == [2031]
    assert numbers(store) == [1]
    assert load(store, plan(2032, "other.txt")) == [Change.ADDED]


def test_going_back_and_forth(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    load(store, plan(2032, "other.txt"))
    assert store.rollback(1).current
    assert years(store) == [2031]
    assert [version.current for version in store.versions()] == [True, False]
    store.rollback(2)
    assert years(store) == [2031, 2032]


def test_a_load_after_going_back_builds_on_what_is_read(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    load(store, plan(2032, "other.txt"))
    store.rollback(1)
    load(store, plan(2033, "third.txt"))
    assert years(store) == [2031, 2033]
    assert numbers(store) == [1, 2, 3]


def test_there_is_no_going_back_to_what_is_not_there(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with pytest.raises(UnknownVersion, match=r"no version 7\. There are: 1"):
        store.rollback(7)
    assert years(store) == [2031]


def test_old_versions_go_but_never_the_current(store: PlanStore, plan: Make) -> None:
    for year in (2031, 2032, 2033):
        load(store, plan(year, f"{year}.txt"))
    store.rollback(1)
    assert store.prune(1) == (2,)
    assert numbers(store) == [1, 3]
    assert years(store) == [2031]
    assert store.prune(5) == ()


def test_loads_keep_the_last_versions_only(store: PlanStore, plan: Make) -> None:
    for turn in range(KEEP + 2):
        load(store, plan(extra=f"Tillägg {turn}.\n"))
    assert numbers(store) == list(range(3, KEEP + 3))


def test_only_one_writes_at_a_time(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with store.writing(), pytest.raises(LockedStore, match="is being written by"), store.writing():
        pass
    assert load(store, plan(2032, "other.txt")) == [Change.ADDED]


def test_the_three_kinds_of_question(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    view = store.view()
    triple = f'CONSTRUCT {{ ?plan <{Rdfs.label}> "x" }} WHERE {{ ?plan <{rt.document}> ?d }}'
    assert view.construct(triple).rows == ((view.documents()[0].plan, Rdfs.label, "x"),)
    assert view.answer(triple) == view.construct(triple)
    assert view.answer("ASK { ?s ?p ?o }").rows == ((True,),)
    assert view.answer(YEARS) == view.select(YEARS)


@pytest.mark.parametrize("method", ["select", "construct", "ask", "answer"])
def test_what_is_no_question_is_told(store: PlanStore, plan: Make, method: str) -> None:
    load(store, plan())
    with pytest.raises(QueryError, match="SPARQL"):
        getattr(store.view(), method)("VILKA aktiviteter?")


def test_a_question_of_another_kind_is_told(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    for method, query in (("select", "ASK {}"), ("ask", YEARS), ("construct", YEARS)):
        with pytest.raises(QueryError, match=r"no (SELECT|ASK|CONSTRUCT)"):
            getattr(store.view(), method)(query)


def test_a_question_cannot_change_the_graph(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    with pytest.raises(QueryError):
        store.view().answer("DELETE WHERE { ?s ?p ?o }")


def test_findings_are_there_with_their_texts(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    query = f"SELECT ?text WHERE {{ ?finding <{rt.kind}> <{rt.YearNotTold}> ; <{Dcterms.description}> ?text }}"
    texts = store.view().select(query).column("text")
    assert {(text, text.language) for text in texts if isinstance(text, Text)} == {
        ("Året framgår inte.", "sv"),
        ("The year is not told.", "en"),
    }
