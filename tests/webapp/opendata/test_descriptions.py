"""What other programs read of the data before they ask: VoID, the entry for catalogues, the vocabulary of editors."""

from gzip import decompress
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from pyshacl import validate
from rdflib import RDF, BNode, Graph, Namespace, URIRef

from graph.describing.held import counts
from graph.describing.void import graph_of
from graph.iris import Minter
from graph.memory import MemoryStore
from graph.terms import node
from graph.view import View
from ontology import rt
from webapp.app import create_app
from webapp.opendata.places import COUNTIES, county
from webapp.opendata.publisher import Publisher, read
from webapp.version import data_version

SHAPES = Path(__file__).with_name("dcat_shapes.ttl")
VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
FORMS = {
    "text/turtle": "turtle",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
    "application/n-triples": "nt",
}
LICENSE = "http://creativecommons.org/licenses/by/4.0/"
WHOLE = Publisher("Region Sjövik", "RegionalAuthority", license=LICENSE, contact="oppnadata@sjovik.example")
NONE = Publisher()


def graph(client: FlaskClient, address: str, accept: str = "text/turtle", **headers: str) -> Graph:
    answer = client.get(address, headers={"Accept": accept, **headers})
    assert answer.status_code == 200
    assert answer.mimetype == accept
    assert "Accept" in answer.vary
    return Graph().parse(data=answer.data, format=FORMS[accept])


@pytest.fixture(scope="module")
def told(store: MemoryStore) -> FlaskClient:
    """A client of an explorer whose publisher is known."""
    return create_app(store, TESTING=True, PUBLISHER=WHOLE, PUBLIC_URL="https://plan.sjovik.example/").test_client()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own, reading JSON-LD
@pytest.mark.parametrize("address", ["/.well-known/void", "/dcat"])
def test_a_description_says_the_same_in_every_form(client: FlaskClient, address: str) -> None:
    first, *others = (set(graph(client, address, form)) for form in FORMS)
    assert first
    assert all(each == first for each in others)


@pytest.mark.parametrize("address", ["/.well-known/void", "/dcat"])
def test_a_description_is_not_sent_again_and_open_to_all(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(address, headers={"Accept": "application/n-triples"}).headers["ETag"] != answer.headers["ETag"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(address, headers={"Accept": "image/png"}).status_code == 406
    assert client.post(address).status_code == 405
    assert client.head(address).data == b""


def test_void_counts_what_there_is(client: FlaskClient, view: View) -> None:
    found, known = graph(client, "/.well-known/void"), counts(view)
    (dataset,) = found.objects(URIRef("http://localhost/.well-known/void"), FOAF.primaryTopic)
    assert found.value(dataset, VOID.triples).toPython() == known.triples
    assert found.value(dataset, VOID.entities).toPython() == known.entities
    kinds = {str(found.value(each, VOID["class"])): each for each in found.objects(dataset, VOID.classPartition)}
    ((activities,),) = view.select(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a <{rt.Activity}> }}").rows
    assert found.value(kinds[rt.Activity], VOID.entities).toPython() == activities
    assert str(found.value(dataset, VOID.sparqlEndpoint)) == "http://localhost/sparql"
    for dump in found.objects(dataset, VOID.dataDump):
        with client.head(str(dump)) as answer:
            assert answer.status_code == 200


def test_addresses_are_where_others_find_us(client: FlaskClient, told: FlaskClient) -> None:
    """As the settings say, else where the request came; never where another request did."""
    for host in ("one.example", "two.example"):
        found = graph(client, "/dcat", Host=host)
        assert {str(each) for each in found.objects(None, DCAT.endpointURL)} == {f"http://{host}/sparql"}
    found = graph(told, "/dcat", Host="other.example")
    assert {str(each) for each in found.objects(None, DCAT.endpointURL)} == {"https://plan.sjovik.example/sparql"}
    assert not [each for triple in found for each in triple if "other.example" in each]


def test_the_entry_is_what_the_profile_demands(told: FlaskClient) -> None:
    found = graph(told, "/dcat", "application/rdf+xml")
    conforms, _, text = validate(found, shacl_graph=Graph().parse(SHAPES))
    assert conforms, text
    assert not [each for triple in found for each in triple if isinstance(each, BNode)]
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.DataService, FOAF.Agent):
        assert len(set(found.subjects(RDF.type, kind))) == 1
    assert len(set(found.subjects(RDF.type, DCAT.Distribution))) == 3


def test_catalogues_get_the_form_that_they_read(client: FlaskClient) -> None:
    assert client.get("/dcat").mimetype == "application/rdf+xml"
    assert client.get("/dcat", headers={"Accept": "*/*"}).mimetype == "application/rdf+xml"
    led = client.get("/datasets/dcat")
    assert (led.status_code, led.headers["Location"]) == (303, "/dcat")


def test_what_nobody_told_is_told_to_be_missing(client: FlaskClient, told: FlaskClient) -> None:
    found = graph(client, "/dcat")
    conforms, _, _ = validate(found, shacl_graph=Graph().parse(SHAPES))
    assert not conforms
    assert not set(found.objects(None, DCTERMS.publisher))
    assert not set(found.objects(None, DCAT.contactPoint))
    comments = {each.language: str(each) for each in found.objects(None, URIRef(rdfs("comment")))}
    assert set(comments) == {"sv", "en"}
    assert "licens" in comments["sv"]
    assert "licence" in comments["en"]
    assert "vem som ger ut uppgifterna" in client.get("/sv/about").text
    assert "har inte angett" not in told.get("/sv/about").text


def rdfs(name: str) -> str:
    return f"http://www.w3.org/2000/01/rdf-schema#{name}"


@pytest.mark.parametrize(
    ("contact", "said"),
    [("a@b.example", "mailto:a@b.example"), ("https://b.example/x", "https://b.example/x"), ("{a}@b.se", "mailto:%7Ba%7D@b.se")],
)  # fmt: skip
def test_a_contact_can_be_followed(store: MemoryStore, contact: str, said: str) -> None:
    found = graph(create_app(store, CONTACT=contact).test_client(), "/dcat")
    assert {str(each) for each in found.objects(URIRef("http://localhost/dcat#contact"))} >= {said}


def test_pages_lead_to_the_description(client: FlaskClient) -> None:
    assert '<link rel="describedby" href="/.well-known/void" type="text/turtle">' in client.get("/sv/about").text


def test_counties_have_their_places() -> None:
    assert len(set(COUNTIES.values())) == len(COUNTIES) == 21
    assert str(county("19")).endswith("/SE125")
    assert county("97") is None


def test_a_publisher_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "publisher.toml"
    file.write_text(f'name = "Region Sjövik"\ntype = "RegionalAuthority"\nlicense = "{LICENSE}"\n', "utf-8")
    assert read(file) == Publisher("Region Sjövik", "RegionalAuthority", license=LICENSE)


@pytest.mark.parametrize(
    "text", ['nome = "x"', "name = 1", 'type = "King"', 'license = "CC-BY"', 'uri = "javascript:x"', "name", "\ufffe"]
)
def test_a_publisher_that_is_odd_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "publisher.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"\w"):
        read(file)


def test_an_editor_finds_terms_with_labels_counts_and_ends(client: FlaskClient, view: View) -> None:
    found = client.get("/sparql/vocabulary.json").json
    kinds, used = ({each["curie"]: each for each in found[name]} for name in ("classes", "properties"))
    activity, serves = kinds["rt:Activity"], used["rt:serves"]
    assert activity["label"] == {"sv": "aktivitet", "en": "activity"}
    assert activity["comment"]["sv"]
    assert activity["count"] == counts(view).classes[rt.Activity]
    assert "rt:serves" in activity["properties"]
    assert "rt:Activity" in serves["classes"]
    assert "rt:Assignment" in serves["ranges"]
    assert used["rt:sek"]["datatypes"] == ["xsd:decimal"]
    assert used["dcterms:title"]["label"]["en"] == "title"
    for each in (found["classes"], found["properties"]):
        assert [one["count"] for one in each] == sorted((one["count"] for one in each), reverse=True)
    assert {each["iri"] for each in found["classes"]} == set(counts(view).classes)


def test_a_vocabulary_is_kept_as_long_as_its_version(store: MemoryStore, client: FlaskClient) -> None:
    with client.application.test_request_context("/"):
        version = data_version(store.view())
    kept = client.get(f"/sparql/vocabulary.json?v={version}", headers={"Accept-Encoding": "gzip"})
    assert "immutable" in kept.headers["Cache-Control"]
    assert client.get("/sparql/vocabulary.json?v=0").headers["Cache-Control"] == "no-cache"
    assert decompress(kept.data) == client.get("/sparql/vocabulary.json").data
    assert len(kept.data) < 60_000
    again = client.get("/sparql/vocabulary.json", headers={"If-None-Match": kept.headers["ETag"]})
    assert again.status_code == 304


def test_a_version_of_an_older_program_is_described_all_the_same(store: MemoryStore, client: FlaskClient) -> None:
    """It holds no description: what there is is counted when it is asked for."""
    older = MemoryStore()
    with older.writing() as draft:
        draft.renew()
    engine = older.view().engine
    engine.clear()
    engine.bulk_extend(quad for quad in store.view().engine if quad.graph_name != node(graph_of(Minter())))
    asked = create_app(older, TESTING=True).test_client()
    assert asked.get("/sparql/vocabulary.json").json["classes"] == client.get("/sparql/vocabulary.json").json["classes"]
    here = URIRef(f"{graph_of(Minter())}#dataset")
    before, now = (
        set(graph(each, "/.well-known/void").triples((here, VOID.triples, None))) for each in (asked, client)
    )
    assert before == now != set()


def test_an_empty_store_is_told_honestly() -> None:
    asked = create_app(MemoryStore(), TESTING=True).test_client()
    for address in ("/.well-known/void", "/dcat", "/sparql/vocabulary.json"):
        assert asked.get(address).status_code == 503
