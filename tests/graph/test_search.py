"""What words find: exact numbers, titles, texts; forms, compounds, kin and slips of Swedish words; any odd text."""

import shutil
import sqlite3
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.memory import MemoryStore
from graph.place import Place
from graph.records import Activity, Assignment, GrantLine, IncomeStatementLine, Intention, Reading, Record
from graph.search.search import SNIPPET, Hit, search, snippet
from graph.search.words import folded, kin, stem, words
from graph.store import DirectoryStore
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from tests.graph.conftest import small_plan

Make = Callable[[Place], Record]

MORE: tuple[Make, ...] = (
    lambda place: Assignment(notation="RF12", description="Hemmen ska bli tryggare om natten", place=place),
    lambda place: Assignment(notation="RF1", description="Vården i hemmet ska byggas ut", place=place),
    lambda place: Activity(notation="53", title="Etablera PET-CT i Sjövik", description="Stöder RF12.", place=place),
    lambda place: Activity(title="Fler vårdplatser", description="Tjugo platser öppnas i Åby.", place=place),
    lambda place: Activity(title="Oberoende av hyrbemanning", place=place),
    lambda place: IncomeStatementLine(title="Inhyrd personal", place=place),
    lambda place: IncomeStatementLine(title="Hyrkostnader", place=place),
    lambda place: GrantLine(title="Äldreomsorgslyftet", place=place),
    lambda place: Intention(description="Sommarens bemanning planeras så att ingen behöver hyrläkare.", place=place),
)


def plan_with_more() -> Reading:
    """The small plan with things to look for."""
    plain = small_plan()
    records = (*plain.records, *(make(plain.records[0].place) for make in MORE))
    return Reading(plain.source, plain.plan, records, plain.doubts, plain.kept)


@cache
def sought() -> View:
    """A store that holds it."""
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan_with_more())
    return store.view()


def labels(text: str, **how: object) -> list[str]:
    """What is found, by label."""
    return [hit.label for hit in search(sought(), text, **how).hits]  # type: ignore[arg-type]


#: Words, and what must be found first, then somewhere.
GOLD = {
    "RF12": ("RF12", "53 Etablera PET-CT i Sjövik"),
    "rf 12": ("RF12",),
    "53": ("53 Etablera PET-CT i Sjövik",),
    "aktivitet 53": ("53 Etablera PET-CT i Sjövik",),
    "pet-ct": ("53 Etablera PET-CT i Sjövik",),
    "petct": ("53 Etablera PET-CT i Sjövik",),
    "PET CT": ("53 Etablera PET-CT i Sjövik",),
    "vårdplats": ("Fler vårdplatser",),
    "vårdplatsernas": ("Fler vårdplatser",),
    "vardplatser": ("Fler vårdplatser",),
    "vårdplattser": ("Fler vårdplatser",),
    "platser åby": ("Fler vårdplatser",),
    "hyrpersonal": ("Hyrkostnader", "Inhyrd personal", "Oberoende av hyrbemanning"),
    "inhyrda": ("Inhyrd personal", "Hyrkostnader", "Oberoende av hyrbemanning"),
    "bemanning": ("Sommarens bemanning planeras så att ingen behöver hyrläkare.", "Oberoende av hyrbemanning"),
    "äldreomsorg": ("Äldreomsorgslyftet",),
    "aldreomsorgslyftet": ("Äldreomsorgslyftet",),
    "lyftet": ("Äldreomsorgslyftet",),
    "nattpatrull": ("7 Nattpatruller i varje ort",),
    "81,5": ("Utfall 2029: 81,5 %",),
    "omsorgsplan": ("Omsorgsplan",),
    "trygga hem": ("Trygga hem",),
    "uppdrag natten": ("RF12",),
}


@pytest.mark.parametrize("text", GOLD)
def test_what_is_meant_is_found_first(text: str) -> None:
    first, *others = GOLD[text]
    found = labels(text)
    assert found[:1] == [first] or text == "hyrpersonal"
    assert {first, *others} <= set(found)


def test_titles_come_before_texts_and_passages() -> None:
    kinds = [hit.kind for hit in search(sought(), "nattpatruller").hits]
    assert kinds[0] == rt.Activity
    assert kinds[-1] == rt.Passage


def test_running_text_is_found_with_the_words_around() -> None:
    hit, *_ = search(sought(), "åldras").hits
    assert (hit.kind, hit.label, hit.snippet) == (rt.Passage, "rad 9", "Orten växer och åldras.")
    assert hit.plan.endswith("omsorgsplan-2031/plan") or hit.plan.endswith("forvaltningsplan-2031/plan")


def test_only_some_kinds_are_found_where_that_is_asked_for() -> None:
    assert labels("hyrpersonal", kinds=[rt.Activity]) == ["Oberoende av hyrbemanning"]
    assert set(labels("hyrpersonal", kinds=[rt.BudgetLine])) == {"Hyrkostnader", "Inhyrd personal"}
    assert labels("RF12", kinds=[rt.Goal]) == []
    assert labels("RF12", kinds=[]) == []


def test_answers_come_in_pages() -> None:
    whole = search(sought(), "hem")
    assert whole.total == len(whole.hits) > 3
    parts = [search(sought(), "hem", limit=2, offset=start) for start in range(0, whole.total + 2, 2)]
    assert [hit for part in parts for hit in part.hits] == list(whole.hits)
    assert {part.total for part in parts} == {whole.total}
    assert search(sought(), "hem", limit=0).hits == ()
    assert search(sought(), "hem", limit=-1, offset=-1).hits == ()


def test_where_not_all_words_are_found_together_any_will_do() -> None:
    assert "Fler vårdplatser" in labels("vårdplatser zebra")
    assert labels("zebra") == []


@pytest.mark.parametrize("text", ["", " ", "\0", '"', "*", "-", "()", "'; DROP TABLE thing; --"])
def test_no_words_find_nothing(text: str) -> None:
    assert search(sought(), text).total == (0 if "DROP" not in text else search(sought(), "drop table thing").total)


@pytest.mark.parametrize(
    "text", ['"RF12', "RF12*", "RF12 OR", "title:RF12", "NEAR(RF12 RF12)", "RF12\0", "^RF12", "{title} : RF12", "-RF12"]
)
def test_signs_of_the_index_are_only_signs(text: str) -> None:
    assert "RF12" in labels(text)


@given(st.text())
def test_any_text_can_be_sought(text: str) -> None:
    found = search(sought(), text, limit=5)
    assert len(found.hits) <= min(found.total, 5)


def test_long_texts_can_be_sought() -> None:
    assert search(sought(), "hem " * 2_500).total > 0
    assert search(sought(), "a" * 10_000).total == 0
    assert search(sought(), " ".join(map(str, range(3_000)))).total >= 0


def test_a_snippet_is_short_and_whole_words() -> None:
    text = f"{'först ' * 100}mitten {'sist ' * 100}"
    cut = snippet(text, {"mitt"})
    assert "mitten" in cut
    assert set(cut.split()) == {"…", "först", "mitten", "sist"}
    assert len(cut) <= SNIPPET + 4
    assert snippet(text, {"annat"}) == ""


def test_words_stems_and_kin() -> None:
    assert words("Av- och ombokning, 81,5 % i PET-CT") == ["av", "och", "ombokning", "81", "5", "i", "pet", "ct"]
    assert {stem(word) for word in ("uppdrag", "uppdraget", "uppdragens")} == {"uppdrag"}
    assert folded("åäö é") == "aao e"
    assert stem("hyrkostnad") in kin()[stem("hyrpersonal")]
    assert all(word in group for word, group in kin().items())


def test_decomposed_letters_are_the_same(tmp_path: Path) -> None:
    assert labels("va\u030ardplatser")[0] == "Fler vårdplatser"


def test_a_published_version_has_its_index(tmp_path: Path) -> None:
    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(small_plan())
    first = store.view()
    with store.writing() as draft:
        draft.put(plan_with_more())
    assert first.index
    assert store.view().index
    assert first.index.is_file()
    assert search(first, "RF12").total == 0
    assert search(store.view(), "RF12").hits[0].label == "RF12"
    assert search(store.view(), "RF12", limit=50) == search(sought(), "RF12", limit=50)
    store.rollback(1)
    assert search(store.view(), "RF12").total == 0
    assert not (tmp_path / "store" / "building").exists()


def test_a_version_without_an_index_gets_one_when_it_is_asked(tmp_path: Path) -> None:
    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(plan_with_more())
    path = store.view().index
    assert path
    path.unlink()
    shutil.copytree(tmp_path / "store", tmp_path / "old", symlinks=True)
    assert search(DirectoryStore(tmp_path / "old").view(), "RF12") == search(sought(), "RF12")


def test_the_index_can_be_asked_from_any_thread() -> None:
    found: list[tuple[Hit, ...]] = []
    view = sought()
    search(view, "hem")
    threads = [threading.Thread(target=lambda: found.append(search(view, "hem").hits)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_an_index_that_cannot_be_written_leaves_the_version_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.errors import StoreError
    from graph.search import index

    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(small_plan())

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(index, "_fill", full)
    with pytest.raises(StoreError, match=r"search\.sqlite"), store.writing() as draft:
        draft.put(plan_with_more())
    assert [version.number for version in store.versions()] == [1]
    assert search(store.view(), "RF12").total == 0


def test_a_kind_is_a_class_of_ours() -> None:
    assert all(isinstance(hit.kind, Iri) for hit in search(sought(), "hem").hits)
