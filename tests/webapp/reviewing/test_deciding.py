"""Deciding in a browser's stead: kept at once in the file that the command line reads, and nothing is lost."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from graph.derived import derive
from graph.errors import LockedStore, StoreError
from graph.lock import locked
from graph.reviews.decision import Decision
from graph.reviews.kept import NAME
from graph.reviews.sssom import read_file
from graph.store import DirectoryStore
from ontology import rt

from .conftest import Person

Someone = Callable[..., Person]


@pytest.fixture
def kept(folder: Path) -> Callable[[], tuple[Decision, ...]]:
    """The decisions in the file."""
    return lambda: read_file(folder / NAME).decisions if (folder / NAME).exists() else ()


Kept = Callable[[], tuple[Decision, ...]]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_link_is_shown_with_all_that_is_needed(person: Someone, parsed: Callable[[str], Any], lang: str) -> None:
    page = parsed(person().see(f"/{lang}/review?relation=MeasuredBy"))
    assert page.faults == []
    assert "Samma tal: <1,2> %." in page.text
    assert "0,62" in page.text or "0.62" in page.text
    assert sum("/passage/" in link for link in page.links) >= 2


def test_an_answer_is_kept_at_once_and_shown_at_once(person: Someone, kept: Kept, folder: Path) -> None:
    kim = person()
    page = kim.see("/sv/review?relation=MeasuredBy")
    assert "0 av 1 granskade" in page
    answer = kim.answer(page, "accept", "Se sidan 12\n=1")
    assert (answer.status_code, answer.location.startswith("/sv/review?relation=MeasuredBy&after=")) == (303, True)
    (decision,) = kept()
    assert (decision.accepted, decision.author, decision.comment) == (True, "Kim", "Se sidan 12 =1")
    assert decision.subject_fingerprint
    after = kim.see(answer.location)
    assert "Du godkände:" in after
    assert "1 av 1 granskade" in after
    assert "1 beslut är sparat men syns ännu inte på andra sidor." in after
    assert len(DirectoryStore(folder).versions()) == 1


def test_what_was_skipped_comes_back_from_the_beginning(person: Someone) -> None:
    kim = person()
    page = kim.see("/sv/review?relation=MeasuredBy")
    skip = re.search(r'href="([^"]+after=[^"]+)"', page)
    assert skip
    end = kim.see(unescape(skip[1]))
    assert "1 länk som du hoppade över är kvar." in end
    assert "0 av 1 granskade" in end


def test_the_last_answer_can_be_taken_back(person: Someone, kept: Kept) -> None:
    kim = person()
    kim.answer(kim.see(), "reject", "Nej")
    back = kim.send("/sv/review/undo", csrf=kim.csrf)
    assert kept() == ()
    assert ">Nej</textarea>" in kim.see(back.location)
    assert "Ångra" not in kim.see()
    assert kim.send("/sv/review/undo", csrf=kim.csrf).status_code == 303


def test_two_who_decide_at_once_are_told(person: Someone, kept: Kept) -> None:
    kim, bo = person("Kim"), person("Bo")
    page, same = kim.see(), bo.see()
    assert kim.answer(page, "accept", "Ja").status_code == 303
    late = bo.answer(same, "reject", "Mitt skäl")
    assert late.status_code == 409
    assert "Någon annan hann före" in late.text
    assert "Mitt skäl" in late.text
    assert "av <bdi>Kim</bdi>" in late.text
    (decision,) = kept()
    assert decision.accepted
    assert bo.answer(late.text, "reject", "Mitt skäl").status_code == 303
    assert [each.accepted for each in kept()] == [False]
    too_late = kim.send("/sv/review/undo", csrf=kim.csrf)
    assert (too_late.status_code, kept()[0].author) == (409, "Bo")


def test_a_load_meanwhile_takes_nothing(person: Someone, kept: Kept, folder: Path) -> None:
    kim = person()
    with locked(folder / "lock"):
        assert kim.answer(kim.see(), "accept").status_code == 303
    assert len(kept()) == 1


@pytest.mark.parametrize("error", [LockedStore("… is being written by Bo"), StoreError("Cannot write: read-only")])
def test_a_store_that_cannot_be_written_is_told_and_the_comment_stays(
    person: Someone, kept: Kept, app: Flask, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    kim = person()

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(app.extensions["rodatraden"], "decide", refuse)
    answer = kim.answer(kim.see(), "reject", "Mitt skäl")
    assert answer.status_code == 503
    assert str(error) in unescape(answer.text)
    assert ">Mitt skäl</textarea>" in answer.text
    assert kept() == ()


def test_who_was_out_too_long_comes_back_with_the_comment(person: Someone, app: Flask) -> None:
    kim = person()
    page = kim.see()
    kim.send("/sv/review/logout", csrf=kim.csrf)
    asked = kim.answer(page, "accept", "Mitt skäl")
    assert asked.status_code == 303
    login = kim.see(asked.location)
    found = re.search(r'name="next" value="([^"]*)"', login)
    assert found
    again = person().see(unescape(found[1]))
    assert ">Mitt skäl</textarea>" in again


def test_a_suggestion_that_a_load_has_taken_away_is_told(
    person: Someone, kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = person()
    page = kim.see("/sv/review?relation=MeasuredBy")
    monkeypatch.setattr(derive, "suggest", lambda *_: ())
    with DirectoryStore(folder).writing() as draft:
        draft.renew()
    answer = kim.answer(page, "reject", "Mitt skäl")
    assert answer.status_code == 409
    assert "Förslaget finns inte längre" in answer.text
    assert "Mitt skäl" in answer.text
    assert kept() == ()
    assert kim.answer(answer.text, "reject", "Mitt skäl").status_code == 303
    (decision,) = kept()
    assert (decision.accepted, decision.comment) == (False, "Mitt skäl")


def test_things_that_are_gone_are_not_linked(person: Someone, kept: Kept) -> None:
    kim = person()
    answer = kim.answer(kim.see(), "accept", subject="https://w3id.org/rodatraden/id/nix")
    assert answer.status_code == 409
    assert "inget att besluta om" in answer.text
    again = kim.answer(kim.see(), "accept", subject="https://w3id.org/rodatraden/id/nix", anyway="yes")
    assert again.status_code == 409
    assert kept() == ()


@pytest.mark.parametrize("odd", [{"verdict": "x"}, {"predicate": "x"}, {"subject": ""}, {"subject": "> } DROP ALL #"}])
def test_senseless_forms_are_refused(person: Someone, kept: Kept, odd: dict[str, str]) -> None:
    kim = person()
    assert kim.answer(kim.see(), **{"verdict": "accept", **odd}).status_code in (400, 409)
    assert kept() == ()


def test_the_graph_follows_on_demand(person: Someone, app: Flask, folder: Path) -> None:
    kim = person()
    kim.answer(kim.see("/sv/review?relation=MeasuredBy"), "reject")
    assert kim.send("/sv/review/graph", csrf=kim.csrf).status_code == 303
    app.extensions["rodatraden-review"].following.thread.join()
    assert len(DirectoryStore(folder).versions()) == 2
    assert "Alla beslut syns på alla sidor." in kim.see()
    assert 'Föreslagna länkar <span class="count">1</span>' in kim.see("/sv/suggestions?review=Rejected")


def test_a_load_that_goes_on_is_told_to_who_wants_the_graph_to_follow(
    person: Someone, app: Flask, folder: Path
) -> None:
    kim = person()
    with locked(folder / "lock"):
        kim.send("/sv/review/graph", csrf=kim.csrf)
        app.extensions["rodatraden-review"].following.thread.join()
    assert "någon läser in dokument just nu" in kim.see()


def test_what_was_decided_can_be_looked_at_again(person: Someone) -> None:
    kim = person()
    kim.answer(kim.see("/sv/review?relation=MeasuredBy"), "accept", "Ja")
    page = kim.see("/sv/review?state=accepted")
    assert "av <bdi>Kim</bdi>" in page
    assert "<bdi>Ja</bdi>" in page
    assert "Inget kvar att besluta om här" in kim.see("/sv/review?state=suspect")
    assert "Inget kvar att besluta om här" in kim.see("/sv/review?plan=nix")


def test_a_suggestion_is_put_right(person: Someone, kept: Kept, parsed: Callable[[str], Any]) -> None:
    kim = person()
    page = kim.see("/sv/review?relation=FundedBy")
    name = re.search(r'name="link" value="([^"]+)"', page)
    assert name
    form = kim.see(f"/sv/review/correction?link={name[1]}&as=MeasuredBy&q=andel")
    assert parsed(form).faults == []
    others = re.findall(r'name="other" value="([^"]+)"', form)
    assert len(others) > 1
    seen = re.search(r'name="seen" value="([^"]*)"', form)
    assert seen
    fields = {
        "csrf": kim.csrf,
        "link": name[1],
        "seen": seen[1],
        "as": "MeasuredBy",
        "other": others[1],
        "comment": "Så",
    }
    assert kim.send("/sv/review/correction", **fields).status_code == 303
    no, yes = sorted(kept(), key=lambda each: each.accepted)
    assert (no.relation, yes.relation, yes.object, yes.by_hand) == (rt.FundedBy, rt.MeasuredBy, others[1], True)
    kim.send("/sv/review/undo", csrf=kim.csrf)
    assert kept() == ()
    wrong = kim.send("/sv/review/correction", **{**fields, "as": "FundedBy"})
    assert wrong.status_code == 409
    assert kept() == ()


def test_a_file_of_decisions_that_is_broken_is_told(person: Someone, folder: Path) -> None:
    kim = person()
    (folder / NAME).write_text("nonsense\n", "utf-8")
    answer = kim.client.get("/sv/review")
    assert answer.status_code == 500
    assert "Besluten går inte att läsa" in answer.text
    assert (folder / NAME).read_text("utf-8") == "nonsense\n"


def test_suggestions_elsewhere_lead_here(person: Someone) -> None:
    kim = person()
    page = kim.see("/sv/suggestions?relation=MeasuredBy")
    found = re.search(r'href="(/sv/review\?link=[0-9a-f]+)"', page)
    assert found
    assert "Samma tal" in kim.see(found[1])
