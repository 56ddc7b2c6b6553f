"""What may be passed on of a document: its facts and figures, no texts, no comments, no names of persons."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.datapackage.facts import CUT, WORD, WORDS, cut, facts
from graph.datapackage.persons import is_post_or_unit, names_in, without_names
from graph.memory import MemoryStore
from graph.place import Place, Span
from graph.records import (
    Activity,
    AllocationLine,
    Assignment,
    ControlPoint,
    Reading,
    Record,
    Risk,
    Statement,
    StatusReport,
)
from graph.shapes import check
from graph.terms import spelled
from graph.trace import trace
from graph.view import StoredDocument
from graph.writer import Written, write
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Rdfs, Skos
from tests.graph.conftest import Sheet, small_plan

LONG = "Fler ska få stöd hemma så att ingen behöver flytta mot sin egen vilja nästa år"
CUT_LONG = "Fler ska få stöd hemma så att ingen behöver flytta mot sin…"


def told(document: Written, thing: str, predicate: Iri) -> list[str]:
    """What is said of the thing whose IRI ends so."""
    return sorted(
        spelled(quad.object)
        for quad in document.quads
        if spelled(quad.subject).endswith(thing) and quad.predicate.value == predicate
    )


def of(*records: Callable[[Place], Record]) -> Written:
    """The facts of the small plan with more in it."""
    plain = small_plan()
    more = tuple(make(plain.records[0].place) for make in records)
    return facts(write(Reading(plain.source, plain.plan, (*plain.records, *more), plain.doubts, plain.kept)))


def test_figures_names_and_places_stay() -> None:
    whole = write(small_plan())
    kept = facts(whole)
    for predicate in (
        rt.number,
        rt.sek,
        rt.year,
        rt.asWritten,
        rt.passage,
        rt.firstLine,
        rt.startChar,
        Skos.notation,
        rt.serves,
    ):
        assert told(kept, "", predicate) == told(whole, "", predicate) != []
    assert kept.inferred == whole.inferred
    assert kept.findings == whole.findings


def test_passages_have_no_text_and_the_document_says_so() -> None:
    kept = facts(write(small_plan()))
    assert told(kept, "", rt.exactText) == []
    assert not any("växer" in spelled(quad.object) for quad in kept.quads)
    assert told(kept, "document/sjovik", rt.abridged) == ["true"]


def test_texts_are_cut_and_their_things_marked() -> None:
    kept = of(lambda place: Assignment(notation="U2", description=LONG, place=place))
    assert told(kept, "assignment/u2", Dcterms.description) == [CUT_LONG]
    assert told(kept, "assignment/u2", rt.abridged) == ["true"]
    assert told(kept, "assignment/u1", rt.abridged) == []


def test_comments_are_left_out() -> None:
    care = AllocationLine(title="Städ", description="Mer än väntat", place=small_plan().records[0].place)
    comment = "Gick inte som tänkt"
    kept = of(
        lambda _: care,
        lambda place: Statement(kind=rt.Comment, description=comment, place=place),
        lambda place: Statement(kind=rt.Vision, description="Goda hem åt alla", place=place),
        lambda place: StatusReport(reports_on=care, as_written="Planenligt", status=rt.OnPlan, description=comment, measures=comment, place=place),
        lambda place: StatusReport(reports_on=ControlPoint(title="Nycklar", place=place), as_written=comment, place=place),
        lambda place: Risk(title="Brand", description="Röken stiger", place=place),
    )  # fmt: skip
    assert not any("tänkt" in str(quad) or "väntat" in str(quad) or "tankt" in str(quad) for quad in kept.quads)
    assert told(kept, "statement/goda-hem-at-alla", Dcterms.description) == ["Goda hem åt alla"]
    assert told(kept, "allocation/stad", rt.abridged) == ["true"]
    assert told(kept, "stad/status", rt.asWritten) == ["Planenligt"]
    assert told(kept, "nycklar/status", rt.asWritten) == [CUT]
    assert told(kept, "nycklar/status", Rdfs.label) == [f"{CUT}: Nycklar"]
    assert told(kept, "risk/brand", Dcterms.description) == ["Röken stiger"]


def test_persons_are_left_out_wherever_they_stand() -> None:
    kept = of(
        lambda place: Activity(title="Städa", responsible=("Ylva Påhitt", "HSD", "Q Zörn"), place=place),
        lambda place: Activity(title="Laga", description="Fråga Q Zörn eller Ylva Påhitt först.", place=place),
        lambda place: Activity(title="Samtal med Ylva Påhitt", place=place),
        lambda place: Statement(kind=rt.Vision, description="Goda hem, säger Torbjörn Låtsas", place=place),
    )
    assert not any(re.search("P[åa]hitt|Z[öo]rn|L[åa]tsas", str(quad), re.IGNORECASE) for quad in kept.quads)
    assert told(kept, "activity/stada", rt.responsible) == ["HSD"]
    assert told(kept, "activity/laga", Dcterms.description) == ["Fråga … eller … först."]


@pytest.mark.parametrize(
    "post",
    ["OC", "HSD", "CHR", "Staben", "Chefer", "POU staben", "Regionstab/CHR", "Smittskydd", "Verksamhetschef", "HR och ekonomi",
     "Områdeschefer", "Respektive enhetschef", "Förvaltningsledning", "Biträdande områdeschef", "Vårdcentralen"],
)  # fmt: skip
def test_posts_and_units_are_known(post: str) -> None:
    assert is_post_or_unit(post) is (post != "Biträdande områdeschef")


@pytest.mark.parametrize(
    "person",
    ["Ylva Påhitt", "Ylva P", "Y. Påhitt", "ylva påhitt", "YLVA", "EVA", "Ylva", "Påhitt", "Chef Ylva Påhitt", "Ylva Stab", "OC, Ylva",
     "Ylva Påhitt/Bo Ek", "Anna-Karin Ek", "Ylva\nPåhitt", "Stabell", "", " ", "/", "och", "Ylva P (chef)"],
)  # fmt: skip
def test_what_may_be_a_person_is_no_post(person: str) -> None:
    assert not is_post_or_unit(person)


@given(st.text())
def test_no_text_is_too_odd_to_judge(text: str) -> None:
    assert is_post_or_unit(text) in (True, False)
    assert without_names(text) == without_names(without_names(text))


def test_names_are_found_in_texts_and_places_are_not() -> None:
    assert names_in("Fråga Ylva Påhitt, Region Sjövik eller Anna-Karin Ek i Norra Orten.") == {
        "Ylva Påhitt",
        "Anna-Karin Ek",
    }


@given(st.text(), st.lists(st.text("abå-12 ,.")).map(" ".join))
def test_a_text_is_cut_once(odd: str, words: str) -> None:
    for text in (odd, words):
        short = cut(text)
        assert cut(short) == short
        assert len(WORD.findall(short)) <= WORDS
        assert text.startswith(short.removesuffix(CUT)) or short == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4), st.booleans())
def test_facts_of_facts_are_the_same(texts: list[str], comment: bool) -> None:
    kind = rt.Comment if comment else rt.Principle
    more = [lambda place, text=text: Statement(kind=kind, description=text or "–", place=place) for text in texts]
    kept = of(*more)
    assert facts(kept) == kept
    assert all(
        len(WORD.findall(spelled(quad.object))) <= WORDS for quad in kept.quads if isinstance(quad.object, Literal)
    )


def test_what_is_about_something_left_out_goes_with_it() -> None:
    comment = Statement(kind=rt.Comment, description="Nja", place=Place((Span(0, 5, 1, 1),)))
    kept = of(lambda _: comment, lambda place: StatusReport(reports_on=comment, as_written="2", place=place))
    assert told(kept, "", rt.reportsOn) == []


def test_the_shapes_hold_and_questions_work_on_facts(sheet: Callable[[str], Sheet]) -> None:
    store, written = MemoryStore(), facts(write(small_plan()))
    title = small_plan().plan.title
    with store.writing() as draft:
        draft.take(written, StoredDocument(written.document, written.file_name, "0" * 64, written.plan, title))
    assert check(store.view(), written.document) == ()
    (found,) = trace(store.view(), "U1")
    assert [activity.label for area in found.areas for activity in area.serving] == ["7 Nattpatruller i varje ort"]
    assert str(found.stands[0]) == "sjovik.txt:4"


def test_numbers_and_links_are_never_texts() -> None:
    kept = facts(write(small_plan()))
    kinds = [quad for quad in kept.quads if quad.predicate.value == Rdf.type]
    assert all(isinstance(quad.object, NamedNode) for quad in kinds)
    assert all(isinstance(quad, Quad) for quad in kept.stated)
