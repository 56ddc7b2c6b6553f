"""Requests as they stand, made of a real server; and what is wrong with its replies."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit
from xml.etree import ElementTree

from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from .manifest import Asked

RESULTS = "{http://www.w3.org/2005/sparql-results#}"
TABLES = ("text/csv", "text/tab-separated-values")


@dataclass(frozen=True)
class Reply:
    """What a server replied; the names of headers in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """Its media type, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip()


def asked(address: str, asked: Asked, prefix: str = "/sparql/") -> Reply:
    """Make a request of the service at an address, with nothing in it but what the test says."""
    service = urlsplit(address)
    connection = HTTPConnection(service.hostname or "", service.port, timeout=60)
    try:
        path = service.path + asked.path.removeprefix(prefix)
        connection.request(asked.method, path, asked.body, asked.headers)
        with connection.getresponse() as reply:
            return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
    finally:
        connection.close()


def faults(expected: Asked, reply: Reply) -> Iterator[str]:
    """What is not as expected: status, format, boolean, content type, content."""
    if reply.status not in expected.statuses:
        yield f"{reply.status} {reply.body[:200]!r}"
        return
    if expected.format and not FORMATS[expected.format](reply):
        yield f"{reply.headers.get('content-type')} is not {expected.format}: {reply.body[:200]!r}"
    if expected.boolean is not None and boolean(reply) is not expected.boolean:
        yield f"{boolean(reply)} instead of {expected.boolean}"
    if expected.kind and reply.headers.get("content-type", "").lower() != expected.kind.lower():
        yield f"{reply.headers.get('content-type')} instead of {expected.kind}"
    if expected.content and not isomorphic(Graph().parse(data=expected.content, format="turtle"), graph(reply)):
        yield f"another graph: {reply.body[:500]!r}"


def boolean(reply: Reply) -> bool | None:
    """Yes or no, as one of W3C's two formats for it has it; None where it is none."""
    if reply.kind == "application/sparql-results+json":
        found = json.loads(reply.body).get("boolean")
        return found if isinstance(found, bool) else None
    if reply.kind == "application/sparql-results+xml":
        return {"true": True, "false": False}.get(ElementTree.fromstring(reply.body).findtext(f"{RESULTS}boolean", ""))
    return None


def tabular(reply: Reply) -> bool:
    """Whether it is a table in one of W3C's four formats."""
    if reply.kind == "application/sparql-results+json":
        found = json.loads(reply.body)
        return isinstance(found["head"]["vars"], list) and isinstance(found["results"]["bindings"], list)
    if reply.kind == "application/sparql-results+xml":
        return ElementTree.fromstring(reply.body).find(f"{RESULTS}results") is not None
    return reply.kind in TABLES


def graph(reply: Reply) -> Graph:
    """The triples of a reply in Turtle."""
    assert reply.kind == "text/turtle"
    return Graph().parse(data=reply.body, format="turtle")


def triples(reply: Reply) -> bool:
    """Whether it is RDF in any form, and can be read as such."""
    form = RdfFormat.from_media_type(reply.kind)
    return form is not None and len(list(parse(reply.body, format=form))) >= 0


FORMATS = {"boolean": lambda reply: boolean(reply) is not None, "tabular": tabular, "RDF": triples}
