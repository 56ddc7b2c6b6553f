"""An endpoint of the SPARQL 1.1 protocol, asked through SPARQLWrapper: the whole answer, or why there is none.

It refuses with the errors that `graph.asking` has, in the server's own words where it tells them (RFC 9457).
"""

import json
from ast import literal_eval
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from SPARQLWrapper import GET, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from graph.asking.outcome import (
    Broken,
    Busy,
    Question,
    Refused,
    TooLarge,
    TooSlow,
    Unanswered,
    Unwritable,
    Written,
    Wrong,
)
from graph.errors import Unreachable
from graph.results import Form

#: What answers are called when they travel.
TYPES = {
    Form.JSON: "application/sparql-results+json",
    Form.XML: "application/sparql-results+xml",
    Form.CSV: "text/csv",
    Form.TSV: "text/tab-separated-values",
    Form.TURTLE: "text/turtle",
    Form.NTRIPLES: "application/n-triples",
    Form.JSONLD: "application/ld+json",
    Form.RDFXML: "application/rdf+xml",
    Form.TRIG: "application/trig",
    Form.NQUADS: "application/n-quads",
}
FORMS = {name: form for form, name in TYPES.items()} | {"application/json": Form.JSON}
#: Longer questions travel in the body: not all that lies between takes longer addresses.
LONGEST = 2000
#: Of a text that is no problem+json, so much is told.
TOLD = 400
ADVICE = "The address of an explorer ends in /, that of an endpoint often in /sparql."
WRONG = 400
REFUSALS: dict[int, type[Unanswered]] = {
    403: Refused,
    406: Unwritable,
    413: TooLarge,
    429: Busy,
    500: Broken,
    503: Busy,
    504: TooSlow,
}


class Endpoint:
    """An endpoint by its address; whoever asks waits so many seconds for it to say something."""

    def __init__(self, address: str, seconds: float) -> None:
        """Nothing is asked yet."""
        self.address, self._seconds = address, seconds

    def ask(self, question: Question) -> Written:
        """The whole answer. Raises Unanswered, and Unreachable where nobody speaks the protocol there."""
        try:
            response = self._client(question).query().response
            with response:
                kind, body = response.headers.get_content_type(), response.read()
        except (SPARQLWrapperException, HTTPError) as error:
            raise self._refusal(error) from error
        except TimeoutError as error:
            raise self._slow() from error
        except (OSError, HTTPException, ValueError) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise self._slow() from error
            raise Unreachable(f"{self.address} cannot be asked: {error}.") from error
        if kind not in FORMS:
            raise Unreachable(
                f"{self.address} answers with {kind}, which is no answer to a question in SPARQL. {ADVICE}"
            )
        return Written(FORMS[kind], body)

    def described(self) -> Written | None:
        """What it tells of itself: triples of SPARQL 1.1 Service Description. None where it does not; raises Unreachable."""
        request = Request(self.address, headers={"Accept": TYPES[Form.NTRIPLES]})
        try:
            with urlopen(request, timeout=self._seconds) as response:
                kind, body = response.headers.get_content_type(), response.read()
        except HTTPError:
            return None
        except (OSError, HTTPException, ValueError) as error:
            raise Unreachable(f"{self.address} cannot be asked: {error}.") from error
        return Written(FORMS[kind], body) if kind in FORMS else None

    def _client(self, question: Question) -> SPARQLWrapper:
        client = SPARQLWrapper(self.address)
        client.setMethod(GET if len(question.text) < LONGEST else POST)
        client.setOnlyConneg(True)
        forms = (form for form in (question.rows, question.triples) if form)
        client.addCustomHttpHeader("Accept", ", ".join(TYPES[form] for form in forms))
        client.timeout = self._seconds  # type: ignore[assignment]  # it says int, and hands it on to urllib
        # `setQuery` guesses what kind of question it is, and warns where it cannot: that is for the server to judge.
        client.queryString = question.text
        return client

    def _refusal(self, error: SPARQLWrapperException | HTTPError) -> Exception:
        """What a status that is no success means."""
        http = error if isinstance(error, HTTPError) else error.__context__
        status = http.code if isinstance(http, HTTPError) else 0
        facts = _facts(_body(error))
        detail = facts["detail"] or f"{self.address} refuses with status {status}."
        if status == WRONG:
            return Wrong(detail, facts.get("line"), facts.get("column"))
        if status in REFUSALS:
            return REFUSALS[status](detail)
        return Unreachable(f"{self.address} answers with status {status}. {facts['detail'] or ADVICE}")

    def _slow(self) -> TooSlow:
        return TooSlow(
            f"{self.address} said nothing for {self._seconds:g} seconds. Narrow the question, or wait longer."
        )


def _body(error: SPARQLWrapperException | HTTPError) -> bytes:
    """What the server said; SPARQLWrapper hands it on as Python spells bytes, below its own words."""
    if isinstance(error, HTTPError):
        return error.read()
    try:
        return bytes(literal_eval(str(error).partition("Response:\n")[2]))
    except (ValueError, SyntaxError, TypeError):
        return b""


def _facts(body: bytes) -> dict[str, Any]:
    """A problem's facts; of another text its beginning as the detail."""
    text = body.decode("utf-8", "replace").strip()
    try:
        facts = json.loads(text)
        return facts if isinstance(facts, dict) and isinstance(facts.get("detail"), str) else {"detail": text[:TOLD]}
    except ValueError:
        return {"detail": text[:TOLD]}
