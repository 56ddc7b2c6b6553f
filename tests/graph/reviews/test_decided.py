"""What a person decided holds: through loads, rollbacks, drops, and whatever the code suggests."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from graph.errors import BrokenReviews
from graph.memory import MemoryStore
from graph.records import Activity, Reading
from graph.reviews.decision import Decision, Reviews
from graph.reviews.desk import Desk
from graph.reviews.fingerprints import suspects
from graph.reviews.kept import NAME
from graph.reviews.links import links, value
from graph.reviews.sides import of_nothing
from graph.reviews.walk import Walk
from graph.store import DirectoryStore, PlanStore
from graph.suggesting.suggestion import Suggestion
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdfs

from .conftest import ACTIVITY, INDICATOR, LINE, PLAN, made

Make = Callable[..., Reading]
STATES = f"""
SELECT DISTINCT ?relation ?review ?flat WHERE {{
  ?link a <{rt.SuggestedLink}> ; <{rt.subject}> ?subject ; <{rt.object_}> ?object ; <{rt.relation}> ?relation ;
        <{rt.review}> ?review .
  BIND(EXISTS {{ ?subject <{rt.suggests}> ?object }} AS ?flat) }} ORDER BY ?relation"""


@pytest.fixture(params=["directory", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path, suggesting: None) -> PlanStore:
    """An empty store of each kind, over which two links are suggested."""
    return DirectoryStore(tmp_path / "store") if request.param == "directory" else MemoryStore()


def load(store: PlanStore, *readings: Reading) -> None:
    """Take documents in, and have what follows from them derived whether they changed or not."""
    with store.writing() as draft:
        for reading in readings:
            draft.put(reading)
        draft.renew()


def decide(store: PlanStore, *decisions: Decision) -> None:
    """Have these decisions."""
    store.decide(lambda _: Reviews().having(decisions))


def states(store: PlanStore) -> dict[str, tuple[str, bool]]:
    """Each link's review and whether it is suggested, by its relation."""
    return {
        Iri(str(relation)).local: (Iri(str(review)).local, bool(flat))
        for relation, review, flat in store.view().select(STATES).rows
    }


def test_a_rejected_link_stays_to_be_seen_and_is_never_suggested_again(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    assert states(store)["MeasuredBy"] == ("Unreviewed", True)
    decide(store, made(accepted=False))
    load(store)
    assert states(store) == {"MeasuredBy": ("Rejected", False), "FundedBy": ("Unreviewed", True)}
    load(store, plan(extra="Mer text.\n"))
    assert states(store)["MeasuredBy"] == ("Rejected", False)
    with store.writing() as draft:
        draft.drop("sjovik.txt")
        draft.put(plan(name="another-name.txt"))
    assert states(store)["MeasuredBy"] == ("Rejected", False)
    store.decide(lambda reviews: reviews.without(made().key))
    load(store)
    assert states(store)["MeasuredBy"] == ("Unreviewed", True)


def test_no_load_or_rollback_touches_decisions(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    decide(store, made())
    load(store, plan(2032, "other.txt"))
    store.rollback(1)
    assert store.reviews().decisions == (made(),)
    store.prune(1)
    assert store.reviews().decisions == (made(),)


def test_what_is_suggested_no_more_stays_as_it_was_decided(
    store: PlanStore, plan: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, plan())
    decide(
        store,
        made(confidence=Decimal("0.5"), evidence="Gemensamma ord."),
        made(relation=rt.FundedBy, object=LINE, accepted=False),
    )
    monkeypatch.setattr("graph.derived.derive.suggest", lambda *_: ())
    load(store)
    assert states(store) == {"MeasuredBy": ("Accepted", True), "FundedBy": ("Rejected", False)}
    assert [link.evidence for link in links(store.view(), store.reviews()) if link.relation == rt.MeasuredBy] == [
        "Gemensamma ord."
    ]


def test_links_made_by_hand_are_suggestions(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    decide(store, made(relation=rt.ElaboratedBy, by_hand=True))
    load(store)
    assert states(store)["ElaboratedBy"] == ("Accepted", True)
    (link,) = (each for each in links(store.view(), store.reviews()) if each.relation == rt.ElaboratedBy)
    assert (link.method, link.confidence, link.evidence) == ("manual", 1, "Gjord för hand.")


def test_what_stands_lower_is_read_last(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    decide(store, made(relation=rt.ElaboratedBy, by_hand=True))
    load(store)
    found = links(store.view(), store.reviews())
    assert {link.relation.local: [label for _, label in link.ends] for link in found} == {
        "ElaboratedBy": ["Svarstid i telefon", "7 Nattpatruller i varje ort"],
        "MeasuredBy": ["7 Nattpatruller i varje ort", "Svarstid i telefon"],
        "FundedBy": ["7 Nattpatruller i varje ort", "Hemtjänst"],
    }
    query = f"SELECT ?label WHERE {{ ?link <{rt.relation}> <{rt.ElaboratedBy}> ; <{Rdfs.label}> ?label }}"
    assert store.view().select(query).rows == (("Svarstid i telefon – utvecklas i – 7 Nattpatruller i varje ort",),)


def test_decisions_on_what_no_document_has_are_kept_and_told(store: PlanStore, plan: Make) -> None:
    load(store, plan())
    gone = made(object=Iri(f"{PLAN}/indicator/borta"))
    decide(store, gone, made())
    load(store)
    assert states(store).keys() == {"MeasuredBy", "FundedBy"}
    assert of_nothing(store.view(), store.reviews()) == (gone,)
    assert gone in store.reviews().decisions


def test_a_comparison_is_the_same_either_way(store: PlanStore, plan: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def compared(subject: Iri, other: Iri) -> Iterable[Suggestion]:
        return (Suggestion(subject=subject, object=other, relation=rt.ComparableWith, confidence=Decimal("0.5"),
                           method="x", evidence="y", grade=rt.Close),)  # fmt: skip

    monkeypatch.setattr("graph.derived.derive.suggest", lambda *_: compared(ACTIVITY, INDICATOR))
    decide(store, made(relation=rt.ComparableWith, subject=INDICATOR, object=ACTIVITY, accepted=False))
    load(store, plan())
    assert states(store) == {"ComparableWith": ("Rejected", False)}


def test_a_file_that_was_broken_by_hand_stops_the_load(tmp_path: Path, plan: Make, suggesting: None) -> None:
    store = DirectoryStore(tmp_path / "store")
    load(store, plan())
    decide(store, made())
    broken = (tmp_path / "store" / NAME).read_text("utf-8").replace("2031-05-01", "yesterday")
    (tmp_path / "store" / NAME).write_text(broken, "utf-8")
    with pytest.raises(BrokenReviews, match=r"reviews.tsv, line \d+: mapping_date"):
        load(store, plan(2032, "other.txt"))
    assert len(store.versions()) == 1
    assert (tmp_path / "store" / NAME).read_text("utf-8") == broken


def test_an_answer_is_kept_with_what_it_was_given_upon(desk: Desk) -> None:
    (link,) = (each for each in links(desk.store.view(), desk.store.reviews()) if each.relation == rt.MeasuredBy)
    decision = desk.decide(link, accepted=False, comment="Not\nthis one")
    assert desk.store.reviews().decisions == (decision,)
    assert (decision.author, decision.comment, decision.confidence) == ("Kim", "Not this one", Decimal("0.5"))
    assert decision.object_label == "Svarstid i telefon"
    assert isinstance(decision.made, date)
    assert len(decision.subject_fingerprint) == len(decision.object_fingerprint) == 16


def test_a_decision_is_suspect_once_either_side_says_something_else(desk: Desk, plan: Make) -> None:
    for link in links(desk.store.view(), desk.store.reviews()):
        desk.decide(link, accepted=True)
    load(desk.store, plan(extra="Mer text som inget säger.\n", name="sjovik.txt"))
    assert suspects(desk.store.view(), desk.store.reviews()) == ()
    reading = plan()
    figures = [replace(each, as_written="85,5 %") if "81,5" in getattr(each, "as_written", "") else each
               for each in reading.records]  # fmt: skip
    load(desk.store, replace(reading, records=tuple(figures)))
    (suspect,) = suspects(desk.store.view(), desk.store.reviews())
    assert (suspect.decision.relation, suspect.sides) == (rt.MeasuredBy, (INDICATOR,))
    for link in links(desk.store.view(), desk.store.reviews()):
        desk.decide(link, accepted=True)
    assert suspects(desk.store.view(), desk.store.reviews()) == ()


def test_what_could_as_well_be_right_as_wrong_and_ties_much_comes_first(desk: Desk) -> None:
    found = links(desk.store.view(), desk.store.reviews())
    assert [link.relation for link in found] == [rt.MeasuredBy, rt.FundedBy]
    assert value(Decimal("0.5"), 2) == 2
    assert value(Decimal("0.5"), 9) > value(Decimal("0.5"), 2) > value(Decimal("0.8"), 2) > value(Decimal(1), 9) == 0


def test_one_can_walk_back(desk: Desk) -> None:
    walk = Walk(desk, links(desk.store.view(), desk.store.reviews()))
    first = walk.link
    assert first is not None
    assert not walk.undo()
    walk.comment = "no"
    walk.decide(first, accepted=False)
    walk.go_on()
    assert walk.link is None
    assert walk.undo()
    assert walk.link == first
    assert len(desk.store.reviews()) == 0
    assert walk.comment == ""


def test_undoing_brings_an_earlier_decision_back(desk: Desk) -> None:
    (link, _) = links(desk.store.view(), desk.store.reviews())
    before = desk.decide(link, accepted=True, comment="first")
    walk = Walk(desk, (link,))
    walk.decide(link, accepted=False)
    walk.undo()
    assert desk.store.reviews().decisions == (before,)


LATER = Iri(str(ACTIVITY).replace("2031", "2032"))
CONTINUES = f"SELECT ?later ?earlier WHERE {{ ?later a <{rt.Activity}> ; <{rt.continues}> ?earlier }}"
CHANGES = f"""
SELECT ?change ?method WHERE {{ ?link a <{rt.LineageLink}> ; <{rt.change}> ?change ; <{rt.method}> ?method .
  {{ ?link <{rt.to}> <{LATER}> }} UNION {{ ?link <{rt.from_}> <{ACTIVITY}> }} }}"""


def changes(store: PlanStore) -> dict[str, str]:
    """What became of the activity, by which method that was told."""
    return {Iri(str(change)).local: str(method) for change, method in store.view().select(CHANGES).rows}


def renamed(reading: Reading) -> Reading:
    """The same plan, its activity under another number and name."""
    records = tuple(
        replace(each, notation="9", title="Kvällstaxi för alla") if isinstance(each, Activity) else each
        for each in reading.records
    )
    return replace(reading, records=records)


def test_a_person_can_say_that_a_thing_is_another_one(store: PlanStore, plan: Make) -> None:
    load(store, plan(), plan(2032, "next.txt"))
    assert store.view().select(CONTINUES).rows == ((LATER, ACTIVITY),)
    decide(store, made(relation=rt.continues, subject=LATER, object=ACTIVITY, accepted=False))
    load(store)
    assert store.view().select(CONTINUES).rows == ()
    decide(store)
    load(store)
    assert store.view().select(CONTINUES).rows == ((LATER, ACTIVITY),)


def test_a_person_can_say_that_a_thing_is_carried_on(store: PlanStore, plan: Make) -> None:
    later = Iri(str(LATER).replace("7-nattpatruller-i-varje-ort", "9-kvallstaxi-for-alla"))
    load(store, plan(), renamed(plan(2032, "next.txt")))
    assert changes(store)["Ended"]
    assert store.view().select(CONTINUES).rows == ()
    decide(store, made(relation=rt.continues, subject=later, object=ACTIVITY))
    load(store)
    assert store.view().select(CONTINUES).rows == ((later, ACTIVITY),)
    assert changes(store)["Renamed"] == "manual"
    (link,) = (each for each in links(store.view(), store.reviews()) if each.subject == later)
    assert (link.relation, link.review) == (rt.continues, rt.Accepted)
