"""Where plans are asked for: something that answers a question whole, and says what it is."""

from typing import Protocol

from graph.asking.outcome import Question, Written
from graph.results import Form
from queries.tokens import words


class Source(Protocol):
    """A store here or an endpoint elsewhere."""

    @property
    def place(self) -> str:
        """Where it is: a directory, an address."""

    @property
    def version(self) -> str | None:
        """Which version of the data answers; None where it does not say."""

    def ask(self, text: str) -> Written:
        """The answer, rows as JSON and triples as N-Triples. Raises GraphError."""


def question(text: str) -> Question:
    """What a worker or an endpoint is asked."""
    return Question(text, Form.JSON, Form.NTRIPLES, names_graphs="FROM" in words(text))
