"""An endpoint elsewhere, by its own address or by that of the explorer which it belongs to."""

import re
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from client.source import question
from graph.asking.outcome import Written
from graph.errors import BrokenAnswer, QueryError
from graph.remote import Endpoint
from graph.reread import bindings
from ontology.vocab import Dcterms, Rdf

DATASET = "http://www.w3.org/ns/sparql-service-description#Dataset"
#: An explorer's pages, which a person copies from the browser.
PAGES = re.compile(r"/(sv|en)(/.*)?$")


class Far:
    """What answers at an address."""

    def __init__(self, address: str, seconds: float) -> None:
        """Nothing is asked yet."""
        self.place = endpoint_of(address)
        self._endpoint = Endpoint(self.place, seconds)

    def ask(self, text: str) -> Written:
        """See Source."""
        return self._endpoint.ask(question(text))

    @property
    def version(self) -> str | None:
        """See Source. It is asked for each time: another may be served by now."""
        told = self._endpoint.described()
        try:
            return _version(list(bindings(told))) if told else None
        except (QueryError, BrokenAnswer):
            return None  # it tells of itself otherwise


def _version(told: list[dict[str, dict[str, Any]]]) -> str | None:
    """How a service description identifies the dataset that is served."""
    facts = [(row["subject"]["value"], row["predicate"]["value"], row["object"]["value"]) for row in told]
    datasets = {subject for subject, predicate, kind in facts if (predicate, kind) == (Rdf.type, DATASET)}
    found = (value for subject, predicate, value in facts if subject in datasets and predicate == Dcterms.identifier)
    return next(found, None)


def endpoint_of(address: str) -> str:
    """The endpoint's address, where that of an explorer is given: its root, or any of its pages in a language."""
    parts = urlsplit(address)
    path = PAGES.sub("/", parts.path) or "/"
    return urlunsplit((parts.scheme, parts.netloc, f"{path}sparql" if path.endswith("/") else path, "", ""))
