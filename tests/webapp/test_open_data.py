"""Whole dumps, the page of data to take along, and what changed between versions."""

import csv
import gzip
import io
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse

from graph.memory import MemoryStore
from graph.records import Reading
from graph.store import DirectoryStore
from webapp.app import create_app
from webapp.opendata import dumps
from webapp.opendata.making import making
from webapp.pages import versions
from webapp.version import data_version

FORMATS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}


def put(store: DirectoryStore | MemoryStore, *readings: Reading) -> None:
    with store.writing() as draft:
        for each in readings:
            draft.put(each)


@pytest.fixture(scope="module")
def disk(plans: tuple[Reading, ...], tmp_path_factory: pytest.TempPathFactory) -> DirectoryStore:
    """A store on disk with three versions: two plans, one more, one less."""
    store = DirectoryStore(tmp_path_factory.mktemp("open-data") / "store")
    put(store, plans[3], plans[4])
    put(store, plans[2])
    with store.writing() as draft:
        draft.drop(plans[4].source.name)
    return store


@pytest.fixture(scope="module")
def app(disk: DirectoryStore) -> Iterator[Flask]:
    app = create_app(disk, TESTING=True)
    with pytest.MonkeyPatch.context() as patience:
        patience.setattr(dumps, "PATIENCE", 300.0)  # however busy the machine is
        patience.setattr(versions, "PATIENCE", 300.0)
        yield app
    with app.app_context():
        making().close()


@pytest.fixture(scope="module")
def from_disk(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize("form", FORMATS)
def test_a_dump_is_all_that_is_there(from_disk: FlaskClient, disk: DirectoryStore, form: str) -> None:
    with from_disk.get(f"/dump/rodatraden.{form}.gz") as answer:
        assert answer.status_code == 200
        packed = answer.data
    assert set(parse(gzip.decompress(packed), FORMATS[form])) == set(disk.view().engine)
    plain = from_disk.get(f"/dump/rodatraden.{form}")
    assert plain.data == gzip.decompress(packed)
    assert plain.mimetype == dumps.TYPES[form]
    on_its_way = from_disk.get(f"/dump/rodatraden.{form}", headers={"Accept-Encoding": "gzip"})
    assert (on_its_way.data, on_its_way.headers["Content-Encoding"]) == (packed, "gzip")


def test_a_dump_tells_which_version_it_is(app: Flask, from_disk: FlaskClient, disk: DirectoryStore) -> None:
    with app.test_request_context("/"):
        called = data_version(disk.view())
    with from_disk.get("/dump/rodatraden.nq.gz") as answer:
        assert f"rodatraden-{called}.nq.gz" in answer.headers["Content-Disposition"]
        assert called in answer.headers["ETag"]
        assert answer.last_modified == disk.versions()[-1].made.replace(microsecond=0)
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert (answer.headers["Cache-Control"], answer.expires) == ("no-cache", None)
        whole, tag = answer.data, answer.headers["ETag"]
    with from_disk.get("/dump/rodatraden.nq.gz", headers={"If-None-Match": tag}) as same:
        assert same.status_code == 304
    with from_disk.get("/dump/rodatraden.nq.gz", headers={"Range": "bytes=10-19"}) as part:
        assert (part.status_code, part.data) == (206, whole[10:20])
    with from_disk.head("/dump/rodatraden.nq.gz") as head:
        assert (head.data, head.content_length) == (b"", len(whole))


def test_who_comes_while_a_dump_is_made_is_told_when_to_come_again(
    disk: DirectoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "PATIENCE", 0.0)
    app = create_app(disk, TESTING=True)
    answer = app.test_client().get("/dump/rodatraden.nq.gz")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "15")
    assert "Filen görs just nu" in answer.text
    with app.app_context():
        making().close()


def test_a_store_in_memory_is_dumped_too(client: FlaskClient, store: MemoryStore) -> None:
    with client.get("/dump/rodatraden.nq.gz") as answer:
        assert set(parse(gzip.decompress(answer.data), RdfFormat.N_QUADS)) == set(store.view().engine)


def test_there_is_no_dump_in_other_forms(client: FlaskClient) -> None:
    assert client.get("/dump/rodatraden.zip").status_code == 404


def test_the_page_tells_what_there_is(client: FlaskClient, parsed: Callable[[str], object]) -> None:
    page = client.get("/sv/data").text
    assert parsed(page).faults == []  # type: ignore[attr-defined]
    assert 'href="/dump/rodatraden.nq.gz"' in page
    assert "/sparql" in page
    assert "Så citerar du" in page
    assert "Version 1" in page
    assert "localhost" not in page  # whoever asks tells the host: it must not be kept in a page
    for address in {each for each in parsed(page).links if each.startswith(("/id", "/ns", "/context", "/sv/id/graph"))}:  # type: ignore[attr-defined]
        assert client.get(address).status_code == 200


def test_each_version_is_listed(from_disk: FlaskClient, plans: tuple[Reading, ...]) -> None:
    page = from_disk.get("/sv/versions").text
    assert [page.index(f"/sv/versions/{number}") for number in (3, 2, 1)] == sorted(
        page.index(f"/sv/versions/{number}") for number in (1, 2, 3)
    )
    assert "visas nu" in page
    assert page.count(plans[4].source.name) == 1  # it went in the third
    assert page.count(plans[2].source.name) == 1  # it came in the second


@pytest.mark.parametrize(("number", "file", "what"), [(2, 2, "kom till"), (3, 4, "försvann")])
def test_a_version_tells_what_changed(
    from_disk: FlaskClient, plans: tuple[Reading, ...], number: int, file: int, what: str
) -> None:
    page = from_disk.get(f"/sv/versions/{number}").text
    assert plans[file].source.name in page
    assert what in page
    assert "Ett dokument är inte detsamma." in page
    rows = list(csv.DictReader(io.StringIO(from_disk.get(f"/sv/versions/{number}?format=csv").text)))
    how = {"kom till": "came", "försvann": "went"}[what]
    assert {row["how"] for row in rows if row["kind"].endswith("#Activity")} <= {how}
    assert any(row["how"] == how for row in rows)
    assert len(from_disk.get(f"/sv/versions/{number}?format=json").get_json(force=True)) == len(rows)
    some = from_disk.get(f"/sv/versions/{number}?how={how}&kind={rows[0]['kind'].rpartition('#')[2]}").text
    assert "Tingen" in some


def test_the_oldest_version_has_nothing_to_be_held_against(from_disk: FlaskClient) -> None:
    assert "den äldsta version som är sparad" in from_disk.get("/sv/versions/1").text


@pytest.mark.parametrize("address", ["/sv/versions/99", "/sv/versions/0", "/sv/versions/x"])
def test_versions_that_are_not_there(from_disk: FlaskClient, address: str) -> None:
    assert from_disk.get(address).status_code == 404


def test_senseless_wishes_are_told_so(from_disk: FlaskClient) -> None:
    assert from_disk.get("/sv/versions/2?format=exe").status_code == 400
    assert from_disk.get("/sv/versions/2?kind=%3Cb%3E&how=x&page=-1").status_code == 200
