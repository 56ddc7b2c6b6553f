"""A question asked of the caged workers, and what came: the answer whole, with when and how long it was asked."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from time import perf_counter

from graph.asking.cells import Cells, asking, read
from graph.asking.outcome import Refused, Written
from graph.asking.place import directory_of
from graph.errors import QueryError
from queries.bind import refuse_writing
from queries.tokens import words
from webapp.caged import pool
from webapp.door import view
from webapp.endpoint.sparql import left
from webapp.workbench.wanted import Wanted


@dataclass(frozen=True)
class Answered:
    """A whole answer as it was written, when it was asked for (UTC), and how long that took in seconds."""

    written: Written
    asked: datetime
    seconds: float

    def cells(self, most: int | None = None) -> Cells:
        """Its rows, at most so many of them."""
        return read(self.written, most)

    @property
    def checksum(self) -> str:
        """SHA-256 of its lines in order, so that the same rows have the same; of answers with blank nodes it may differ."""
        lines = self.written.body.split(b"\n")
        return sha256(b"\n".join(sorted(lines))).hexdigest()


def answered(wanted: Wanted) -> Answered:
    """The answer to a question; raises Unanswered, and StoreError where there is no store to ask."""
    try:
        refuse_writing(wanted.query)
    except QueryError as error:
        raise Refused(str(error)) from error
    question = asking(
        wanted.query, wanted.default_graphs, wanted.named_graphs, names_graphs="FROM" in words(wanted.query)
    )
    asked, start = datetime.now(UTC), perf_counter()
    written = pool().ask(directory_of(view()), question, left())
    return Answered(written, asked, perf_counter() - start)
