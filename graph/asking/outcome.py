"""What asking comes to: an answer that is whole, or the reason why there is none.

As one tree:

    Unanswered
      Refused        the question asks for what is not done here: another server, a change
      Wrong          it is no question in SPARQL; where that shows is told
      Unwritable     its answer cannot be written in a form that was asked for
      TooLarge       the answer is larger than the limit
      TooSlow        the time was over
      Broken         the worker died, most likely for want of memory
      Busy           too many are being asked or wait already
      Gone           whoever asked has gone
"""

from dataclasses import dataclass

from graph.errors import GraphError
from graph.results import Form


@dataclass(frozen=True)
class Question:
    """A question as it came, and the forms that its answer may have: one for rows or yes and no, one for triples.

    A dataset, where one is told, stands in place of the question's own FROM: graphs by their IRIs. `names_graphs` tells
    whether the question has FROM of its own; else its default graph is the union. IRIs that are not whole begin with `base`.
    """

    text: str
    rows: Form | None = Form.JSON
    triples: Form | None = Form.TURTLE
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    names_graphs: bool = False
    base: str | None = None


@dataclass(frozen=True)
class Written:
    """A whole answer: its form, its bytes."""

    form: Form
    body: bytes


class Unanswered(GraphError):
    """There is no answer; the message says why."""


class Refused(Unanswered):
    """The question asks for what is not done here."""


class Wrong(Unanswered):
    """It is no question in SPARQL; `line` and `column`, where the engine tells them, count from 1."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        """With the engine's words."""
        super().__init__(message)
        self.line, self.column = line, column


class Unwritable(Unanswered):
    """The answer cannot be written in a form that was asked for."""


class TooLarge(Unanswered):
    """The answer is larger than the limit."""


class TooSlow(Unanswered):
    """The time was over."""


class Broken(Unanswered):
    """The worker died, most likely for want of memory."""


class Busy(Unanswered):
    """Too many questions are being asked or wait already."""


class Gone(Unanswered):
    """Whoever asked has gone."""
