"""An endpoint elsewhere, by its own address or by that of the explorer which it belongs to."""

import re
from functools import cached_property
from urllib.parse import urlsplit, urlunsplit

from client.source import question
from graph.asking.outcome import Written
from graph.remote import Endpoint

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

    @cached_property
    def version(self) -> str | None:
        """See Source."""
        return None


def endpoint_of(address: str) -> str:
    """The endpoint's address, where that of an explorer is given: its root, or any of its pages in a language."""
    parts = urlsplit(address)
    path = PAGES.sub("/", parts.path) or "/"
    return urlunsplit((parts.scheme, parts.netloc, f"{path}sparql" if path.endswith("/") else path, "", ""))
