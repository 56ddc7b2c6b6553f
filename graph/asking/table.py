"""An answer that a worker wrote, read again as a table."""

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from graph.answer import Answer
from graph.asking.outcome import Question, Written
from graph.asking.place import directory_of
from graph.asking.pool import Pool
from graph.errors import QueryError
from graph.results import Form
from graph.terms import value
from graph.view import View


def asked(pool: Pool, view: View, query: str) -> Answer:
    """The rows of a SELECT, asked in a worker that can be ended; raises Unanswered, and QueryError for what is no SELECT."""
    return table(pool.ask(directory_of(view), Question(query, rows=Form.JSON)))


def table(written: Written) -> Answer:
    """An answer in JSON as a table; raises QueryError for one that has no rows."""
    found = parse_query_results(written.body, format=QueryResultsFormat.JSON) if written.form is Form.JSON else None
    if not isinstance(found, QuerySolutions):
        raise QueryError("This question is no SELECT.")
    return Answer(tuple(each.value for each in found.variables), tuple(tuple(map(value, row)) for row in found))
