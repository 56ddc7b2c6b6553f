"""The SPARQL 1.1 protocol, query side: how one may ask, what comes back, what is refused and how."""

import json

import pytest
from flask.testing import FlaskClient

ASK, ROWS, TRIPLES = "ASK {}", "SELECT ?s { ?s ?p ?o } LIMIT 2", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 2"
QUERY, FORM = "application/sparql-query", "application/x-www-form-urlencoded"
FIRST = "PREFIX rt: <https://w3id.org/rodatraden/ns#> SELECT DISTINCT ?g { GRAPH ?g { ?s a rt:Document } }"


def test_the_three_ways_of_asking(client: FlaskClient) -> None:
    answers = (
        client.get("/sparql", query_string={"query": ASK}),
        client.post("/sparql", data={"query": ASK}),
        client.post("/sparql", data=ASK, content_type=QUERY),
        client.post("/sparql", data=ASK.encode(), content_type=f"{QUERY}; charset=UTF-8"),
    )
    for answer in answers:
        assert (answer.status_code, answer.json) == (200, {"head": {}, "boolean": True})
        assert answer.vary.as_set() == {"accept"}
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_head_says_what_get_would(client: FlaskClient) -> None:
    head, get = (method("/sparql", query_string={"query": ROWS}) for method in (client.head, client.get))
    assert head.data == b""
    assert head.content_length == get.content_length == len(get.data)
    assert head.content_type == get.content_type


@pytest.mark.parametrize(
    ("query", "accept", "sent"),
    [
        (ROWS, None, "application/sparql-results+json"),
        (ROWS, "*/*", "application/sparql-results+json"),
        (ROWS, "application/json", "application/json"),
        (ROWS, "application/sparql-results+xml", "application/sparql-results+xml"),
        (ROWS, "text/csv", "text/csv; charset=utf-8; header=present"),
        (ROWS, "text/tab-separated-values, */*;q=0.1", "text/tab-separated-values; charset=utf-8"),
        (ROWS, "text/csv;q=0.5, application/sparql-results+json;q=0.4", "text/csv; charset=utf-8; header=present"),
        (ROWS, "text/turtle, application/sparql-results+xml;q=0.2", "application/sparql-results+xml"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (TRIPLES, None, "text/turtle; charset=utf-8"),
        (TRIPLES, "application/n-triples", "application/n-triples"),
        (TRIPLES, "application/ld+json", "application/ld+json"),
        (TRIPLES, "application/rdf+xml", "application/rdf+xml"),
        (TRIPLES, "application/trig", "application/trig"),
        (TRIPLES, "application/n-quads", "application/n-quads"),
        ("DESCRIBE <urn:x>", "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_answers_come_as_accepted(client: FlaskClient, query: str, accept: str | None, sent: str) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept} if accept else {})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, sent)


@pytest.mark.parametrize(
    ("query", "name", "sent"),
    [
        (ROWS, "csv", "text/csv; charset=utf-8; header=present"),
        (ROWS, "XML", "application/sparql-results+xml"),
        (TRIPLES, "json", "application/ld+json"),
        (TRIPLES, "nt", "application/n-triples"),
        (TRIPLES, "text/turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_format_overrides_accept(client: FlaskClient, query: str, name: str, sent: str) -> None:
    answer = client.get("/sparql", query_string={"query": query, "format": name}, headers={"Accept": "image/png"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, sent)


@pytest.mark.parametrize(
    ("query", "given", "accept"),
    [
        (ROWS, {}, "image/png"),
        (ROWS, {}, "text/turtle"),
        (TRIPLES, {}, "text/csv"),
        (ROWS, {"format": "pdf"}, "*/*"),
        (TRIPLES, {"format": "csv"}, "*/*"),
    ],
)
def test_what_cannot_be_written_is_refused(client: FlaskClient, query: str, given: dict[str, str], accept: str) -> None:
    answer = client.get("/sparql", query_string={"query": query} | given, headers={"Accept": accept})
    assert answer.status_code == 406
    assert answer.content_type == "application/problem+json"
    assert answer.vary.as_set() == {"accept"}


@pytest.mark.parametrize(
    ("address", "data", "kind", "status"),
    [
        ("/sparql", "query=ASK{}&query=ASK{}", FORM, 400),
        ("/sparql?query=ASK{}", ASK, QUERY, 400),
        ("/sparql", "", FORM, 400),
        ("/sparql", "default-graph-uri=urn:a", FORM, 400),
        ("/sparql", "", QUERY, 400),
        ("/sparql", ASK, "text/plain", 415),
        ("/sparql", ASK, "", 415),
        ("/sparql", "query=%FF", FORM, 400),
        ("/sparql", "ASK { # é".encode("latin-1") + b"\n}", QUERY, 400),
        ("/sparql", ASK.encode("utf-16"), f"{QUERY}; charset=utf-16", 400),
        ("/sparql", "query=ASK{}&default-graph-uri=a%20b", FORM, 400),
        ("/sparql", "query=ASK{}" + "&x=y" * 300, FORM, 400),
        ("/sparql?query=ASK{}", "query=ASK{}", FORM, 400),
        ("/sparql", "query=ASK{}&update=CLEAR+ALL", FORM, 400),
        ("/sparql", "update=CLEAR+ALL&update=CLEAR+ALL", FORM, 400),
        ("/sparql?%FF=1", "query=ASK{}", FORM, 400),
        ("/sparql", "query=ASK{}\xff", FORM, 400),
        ("/sparql", "\ufeff" + ASK, QUERY, 400),
        ("/sparql", "ASK { \0 }", QUERY, 400),
        ("/sparql", "query=" + "%FF" * 10, FORM, 400),
        ("/sparql", ASK, f"{FORM}x", 415),
        ("/sparql", ASK, "multipart/form-data; boundary=x", 415),
        ("/sparql", "CLEAR XYZ", "application/sparql-update", 403),
        ("/sparql", "update=CLEAR+ALL", FORM, 403),
        ("/sparql", "CLEAR ALL", "application/sparql-update", 403),
        ("/sparql", "CLEAR ALL", QUERY, 403),
        ("/sparql", "LOAD <file:///etc/hostname>", QUERY, 403),
        ("/sparql", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", QUERY, 403),
        ("/sparql", " " * 1_000_000 + ASK, QUERY, 413),
        ("/sparql", "query=" + "+" * 70_000 + "ASK{}", FORM, 413),
        ("/sparql", "query=" + "+" * 1_000_000 + "ASK{}", FORM, 413),
        ("/sparql", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", QUERY, 413),
        ("/sparql", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", QUERY, 504),
    ],
)
def test_the_rest_is_refused_and_the_server_lives(
    client: FlaskClient, address: str, data: str | bytes, kind: str, status: int
) -> None:
    answer = client.post(address, data=data, content_type=kind)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    told = json.loads(answer.data)
    assert told["status"] == status
    assert len(told["detail"]) > 15
    assert client.get("/sparql", query_string={"query": ASK}).status_code == 200


def test_an_error_is_told_with_line_and_column(client: FlaskClient) -> None:
    told = client.get("/sparql", query_string={"query": "SELECT * {\n  ?s ?p }"})
    assert told.status_code == 400
    facts = json.loads(told.data)
    assert (facts["line"], facts["column"]) == (2, 10)
    assert facts["detail"].startswith("Line 2, column 10: ")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "QUERY", "PROPFIND", "BREW"])
@pytest.mark.parametrize("accept", ["*/*", "text/html"])
def test_other_methods_are_told_which_there_are(client: FlaskClient, method: str, accept: str) -> None:
    answer = client.open("/sparql", method=method, headers={"Accept": accept})
    assert (answer.status_code, answer.content_type) == (405, "application/problem+json")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert "GET" in answer.get_json(force=True)["detail"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_pages_of_other_hosts_may_ask(client: FlaskClient) -> None:
    answer = client.options(
        "/sparql", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    )
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "If-None-Match" in answer.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_a_dataset_in_the_request_overrides_the_question(client: FlaskClient) -> None:
    graph = client.get("/sparql", query_string={"query": FIRST}).json["results"]["bindings"][0]["g"]["value"]  # type: ignore[index]

    def found(query: str, **given: str) -> bool:
        answer = client.get("/sparql", query_string={"query": query} | given)
        return bool(answer.json["boolean"])  # type: ignore[index]

    assert found("ASK { ?s ?p ?o }")
    assert found(f"ASK FROM <{graph}> {{ ?s ?p ?o }}")
    assert not found("ASK FROM <file:///etc/passwd> { ?s ?p ?o }")
    assert not found(f"ASK FROM <{graph}> {{ ?s ?p ?o }}", **{"default-graph-uri": "urn:none"})
    assert found("ASK FROM <urn:none> { ?s ?p ?o }", **{"default-graph-uri": graph})
    assert found("ASK { GRAPH ?g { ?s ?p ?o } }", **{"named-graph-uri": graph})
    assert not found("ASK { ?s ?p ?o }", **{"named-graph-uri": graph})


@pytest.mark.parametrize(
    "address", ["/sparql?default-graph-uri=urn:none", "/sparql?named-graph-uri=urn:none", "/sparql?default-graph-uri=urn:a&default-graph-uri=urn:b"]
)  # fmt: skip
@pytest.mark.parametrize("kind", [QUERY, FORM])
def test_a_dataset_may_stand_in_the_address_of_a_post(client: FlaskClient, address: str, kind: str) -> None:
    body = "ASK { ?s ?p ?o }" if kind == QUERY else {"query": "ASK { ?s ?p ?o }"}
    answer = client.post(address, data=body, content_type=kind)
    assert (answer.status_code, answer.json) == (200, {"head": {}, "boolean": False})


def test_what_the_protocol_will_have_is_taken(client: FlaskClient) -> None:
    for given in ({"version": "1.1"}, {"version": "1.2"}, {"unknown": "x"}):
        assert client.get("/sparql", query_string={"query": ASK} | given).status_code == 200
    assert client.post("/sparql", data=ASK, content_type=f"{QUERY}; version=1.2").status_code == 200


def test_names_begin_with_the_endpoint(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": "CONSTRUCT { <s> <#p> 1 } {}", "format": "nt"})
    assert answer.text.startswith("<http://localhost/s> <http://localhost/sparql#p> ")


@pytest.mark.parametrize(
    "graph",
    ['a"b', "<urn:a>", "urn:a b", "urn:a\nb", "a", "", "urn:a}", "http://[", "\u202eurn:a", "urn:" + "a" * 5000 + "\\"],
)
@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_dataset_that_is_none_is_refused(client: FlaskClient, name: str, graph: str) -> None:
    answer = client.get("/sparql", query_string={"query": ASK, name: graph})
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert "IRI" in answer.get_json(force=True)["detail"]


@pytest.mark.parametrize("host", ['a"b<c', "a b", ""])
def test_a_host_that_is_none_is_refused(client: FlaskClient, host: str) -> None:
    for given in ({"query": ASK}, {}):
        answer = client.get("/sparql", query_string=given, headers={"Host": host})
        assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("query", ["", "query=SELECT%20*%20%7B%7D&view=chart&default-graph-uri=urn%3Aa"])
def test_people_are_shown_the_way_to_their_page(client: FlaskClient, lang: str, query: str) -> None:
    for method, status in ((client.get, 303), (client.head, 303)):
        answer = method("/sparql", query_string=query, headers={"Accept": BROWSER, "Accept-Language": lang})
        assert answer.status_code == status
        assert answer.location == f"/{lang}/sparql" + (f"?{query}" if query else "")
        assert answer.vary.as_set() == {"accept", "accept-language"}


def test_what_people_send_goes_along(client: FlaskClient) -> None:
    for data, kind in (({"query": ASK}, FORM), (ASK, QUERY)):
        answer = client.post("/sparql?view=table", data=data, content_type=kind, headers={"Accept": BROWSER})
        assert (answer.status_code, answer.location) == (307, "/sv/sparql?view=table")


def test_no_address_of_theirs_leads_elsewhere(client: FlaskClient) -> None:
    answer = client.get("/sparql?q=\u00e5%0d%0aSet-Cookie:x//evil.example", headers={"Accept": BROWSER})
    assert answer.status_code == 303
    assert answer.location.startswith("/sv/sparql?q=%C3%A5%0d%0aSet-Cookie")
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("accept", "name"),
    [(BROWSER, "csv"), ("text/html, application/sparql-results+json", None), ("text/turtle, text/html;q=0.5", None), ("text/*", None), ("*/*", None)],
)  # fmt: skip
def test_who_can_read_answers_gets_them(client: FlaskClient, accept: str, name: str | None) -> None:
    given = {"query": TRIPLES if "turtle" in accept else ROWS} | ({"format": name} if name else {})
    assert client.get("/sparql", query_string=given, headers={"Accept": accept}).status_code == 200
    assert client.post("/sparql", data=given, headers={"Accept": accept}).status_code == 200
