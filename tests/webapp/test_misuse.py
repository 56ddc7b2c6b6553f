"""Senseless parameters on every page, an empty store on every address, loads meanwhile, questions that take too long, parts that fail."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask.testing import FlaskClient

import webapp.thing
from graph.asking.limits import Limits
from graph.earlier import earlier
from graph.errors import UnknownVersion
from graph.memory import MemoryStore
from graph.records import Activity, Reading
from graph.store import DirectoryStore, PlanStore
from graph.view import View
from ontology.iri import Iri
from webapp.app import create_app
from webapp.caged import pool

from .addresses import KINDS, VIEWS, one_of, whole

Parsed = Callable[[str], Any]
Browse = Callable[[PlanStore], FlaskClient]
#: All that any page takes.
PARAMETERS = (
    "q", "kind", "plan", "year", "region", "page", "line", "passage", "only", "severity", "document", "relation", "review",
    "change", "suggested", "rows", "columns", "from", "to", "by", "show", "hops", "a", "b", "organisation", "open", "area",
)  # fmt: skip
SENSELESS = ("-1", "99999999999999999999999", "<script>", "%00", "a" * 3000, "%FF%FE", "{{7*7}}", "\N{RIGHT-TO-LEFT OVERRIDE}x", "?x } UNION")  # fmt: skip
HONEST = {200, 400, 404}


@pytest.mark.parametrize("address", VIEWS)
def test_senseless_parameters_are_answered_honestly(client: FlaskClient, parsed: Parsed, address: str) -> None:
    path, _, query = address.partition("?")
    given = dict(each.split("=") for each in query.split("&")) if query else {}
    each_alone = [given | {name: "<b>'\"%00"} for name in PARAMETERS]
    all_together = [given | dict.fromkeys(PARAMETERS, value) for value in SENSELESS]
    for asked in chain(each_alone, all_together):
        answer = client.get(path, query_string=asked)
        assert answer.status_code in HONEST, asked
        assert not whole(answer.text) or parsed(answer.text).faults == [], asked


@pytest.mark.parametrize("kind", KINDS)
def test_senseless_parameters_do_no_harm_to_a_thing(client: FlaskClient, view: View, parsed: Parsed, kind: str) -> None:
    address = one_of(view)(kind)
    for value in SENSELESS if address else ():
        answer = client.get(address or "", query_string=dict.fromkeys(PARAMETERS, value))
        assert answer.status_code in HONEST
        assert parsed(answer.text).faults == []


@pytest.mark.parametrize("address", [*VIEWS, "/sv/id/19/hsf", "/id/19/hsf", "/sv/nix"])
def test_an_empty_store_says_on_every_address_what_to_do(browse: Browse, parsed: Parsed, address: str) -> None:
    answer = browse(MemoryStore()).get(address)
    if address.startswith(("/sv/questions", "/sv/nix")) and answer.status_code in (200, 404):
        return  # what needs no data is there all the same
    assert answer.status_code == 503
    assert "rodatraden load" in answer.text
    assert "corpus.toml" in answer.text
    assert parsed(answer.text).faults == []


def only(plan: Reading, *titles: str, year: int = 2027) -> Reading:
    """A plan with some activities and nothing else; `year` is its edition."""
    place = plan.records[0].place
    activities = tuple(Activity(title=title, notation=str(at), place=place) for at, title in enumerate(titles, 1))
    years = replace(plan.plan, year=year, period_start=year, period_end=year + 2)
    return Reading(replace(plan.source, name=f"{year}.txt"), years, activities)


BASE = "/id/99/vardforvaltningen/forvaltningsplan-"


def stores(folder: Path) -> tuple[PlanStore, PlanStore]:
    """One of each kind."""
    return MemoryStore(), DirectoryStore(folder / "store")


@pytest.mark.parametrize("which", [0, 1])
def test_a_thing_of_an_older_version_is_told_with_what_it_is_now(
    plans: tuple[Reading, ...], browse: Browse, parsed: Parsed, tmp_path: Path, which: int
) -> None:
    store = stores(tmp_path)[which]
    title = "Mobil provtagning hemma hos patienten"
    with store.writing() as draft:
        draft.put(only(plans[0], title))
        draft.put(only(plans[0], title, year=2029))
    with store.writing() as draft:
        draft.put(only(plans[0], "Något helt annat än förut"))
    answer = browse(store).get(f"/sv{BASE}2027/activity/1-mobil-provtagning-hemma-hos-patienten")
    page = parsed(answer.text)
    assert answer.status_code == 410
    assert "version 1" in page.text
    assert page.faults == []
    assert any("forvaltningsplan-2029/activity/1-mobil" in link for link in page.links)
    told = browse(store).get(f"{BASE}2027/activity/1-mobil-provtagning-hemma-hos-patienten.json", headers={"Accept": "application/json"})  # fmt: skip
    assert (told.status_code, told.get_json()["now"].rpartition("/")[2]) == (410, "1-mobil-provtagning-hemma-hos-patienten")  # fmt: skip


def test_what_no_version_ever_had_is_not_found(plans: tuple[Reading, ...], tmp_path: Path) -> None:
    for store in stores(tmp_path):
        for title in ("En", "Två"):
            with store.writing() as draft:
                draft.put(only(plans[0], title))
        assert earlier(store, Iri("https://w3id.org/rodatraden/id/nix")) is None
        assert store.at(1).documents()
        with pytest.raises(UnknownVersion):
            store.at(7)
        store.prune(1)
        with pytest.raises(UnknownVersion):
            store.at(1)


def test_a_page_that_is_not_there_suggests_what_its_words_find(client: FlaskClient, parsed: Parsed, view: View) -> None:
    address = one_of(view)("Activity") or ""
    answer = client.get(address.replace("/activity/", "/aktivitet/"))
    page = parsed(answer.text)
    assert answer.status_code == 404
    assert "Kanske menade du" in page.text
    assert any(link.endswith(address.rpartition("/")[2]) for link in page.links)


def test_pages_go_on_while_versions_are_published_and_pruned(
    plans: tuple[Reading, ...], browse: Browse, tmp_path: Path
) -> None:
    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(only(plans[0], "Nummer noll"))
    client, statuses, done = browse(DirectoryStore(tmp_path / "store")), [], []

    def look() -> None:
        while not done:
            for address in ("/sv/things?kind=Activity", "/sv/sources", "/sv/findings", f"/sv{BASE}2027/plan"):
                statuses.append(client.get(address).status_code)

    looking = Thread(target=look)
    looking.start()
    for number in range(4):
        with store.writing() as draft:
            draft.put(only(plans[0], f"Nummer {number}"))
        store.prune(1)
    done.append(True)
    looking.join()
    assert set(statuses) == {200}
    assert "Nummer 3" in client.get("/sv/things?kind=Activity").text


def test_a_version_is_read_to_the_end_of_a_request_though_it_is_pruned(
    plans: tuple[Reading, ...], tmp_path: Path
) -> None:
    store = DirectoryStore(tmp_path / "store")
    with store.writing() as draft:
        draft.put(plans[0])
    seen = store.view()
    with store.writing() as draft:
        draft.put(only(plans[0], "Annat", year=2029))
    store.prune(1)
    assert len(seen.select("SELECT ?s WHERE { ?s ?p ?o }").rows) > 1000


@pytest.fixture
def hurried(store: MemoryStore) -> FlaskClient:
    """Someone whose questions may take no time at all."""
    return create_app(store, TESTING=True, LIMITS=Limits(seconds=0.001)).test_client()


def test_a_question_that_takes_too_long_says_so_and_shows_the_rest(hurried: FlaskClient, parsed: Parsed) -> None:
    answer = hurried.get("/sv/questions/activities-of-an-assignment?assignment=KF-4")
    page = parsed(answer.text)
    assert answer.status_code == 504
    assert "Frågan tog för lång tid" in page.text
    assert "SELECT" in page.text
    assert "KF-4" in answer.text
    assert page.faults == []
    assert "Traceback" not in answer.text


def test_its_data_is_refused_with_the_reason(hurried: FlaskClient) -> None:
    for form in ("csv", "json"):
        answer = hurried.get(f"/sv/questions/totals-by-year?format={form}", headers={"Accept": "application/json"})
        assert (answer.status_code, answer.get_json()["title"]) == (504, "Frågan tog för lång tid")


def test_other_pages_are_not_in_the_hurry(hurried: FlaskClient) -> None:
    assert hurried.get("/sv/").status_code == 200


def test_too_large_an_answer_is_told(store: MemoryStore) -> None:
    client = create_app(store, TESTING=True, LIMITS=Limits(answer=10)).test_client()
    answer = client.get("/sv/questions/things-by-plan")
    assert answer.status_code == 413
    assert "Svaret är för stort" in answer.text


def test_a_part_that_fails_leaves_the_page(
    store: MemoryStore, view: View, parsed: Parsed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(webapp.thing, "suggested", fail)
    client = create_app(store, TESTING=True, FORGIVING=True).test_client()
    answer = client.get(one_of(view)("Activity") or "")
    page = parsed(answer.text)
    assert answer.status_code == 200
    assert "En del av sidan kunde inte visas just nu: föreslagna länkar" in page.text
    assert page.faults == []
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ZeroDivision" not in answer.text
    with pytest.raises(ZeroDivisionError):
        create_app(store, TESTING=True).test_client().get(one_of(view)("Activity") or "")


def test_a_page_whose_own_part_fails_shows_what_all_things_show(
    store: MemoryStore, view: View, parsed: Parsed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.pages.passage.rows", lambda *_, **__: ())
    client = create_app(store, TESTING=True, FORGIVING=True).test_client()
    answer = client.get(one_of(view)("Passage") or "")
    assert answer.status_code == 200
    assert "det som är särskilt för sidan" in answer.text
    assert parsed(answer.text).faults == []


def test_a_fault_of_ours_is_told_without_its_trace(store: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.pages.findings.findings", lambda _: 1 / 0)
    app = create_app(store, TESTING=True, PROPAGATE_EXCEPTIONS=False)
    answer = app.test_client().get("/sv/findings")
    assert answer.status_code == 500
    assert "Något gick fel hos oss" in answer.text
    assert "division" not in answer.text


def test_the_workers_end_with_the_application(hurried: FlaskClient) -> None:
    with hurried.application.app_context():
        assert pool() is pool()
        pool().close()
