"""What went wrong, as RFC 9457 has it: a status, a text that helps, and where in the question, if that is known."""

import json
from collections.abc import Callable
from functools import wraps

from flask import Response
from werkzeug.exceptions import BadRequest

from graph.asking.outcome import Broken, Busy, Gone, Refused, TooLarge, TooSlow, Unanswered, Unwritable, Wrong
from graph.errors import QueryError, StoreError

#: By what came in the way. 499 is never read by anyone: the client has gone.
STATUSES: dict[type[Unanswered], int] = {
    Wrong: 400,
    Refused: 403,
    Unwritable: 406,
    TooLarge: 413,
    Gone: 499,
    Broken: 500,
    Busy: 503,
    TooSlow: 504,
}
TITLES = {
    400: "The question is not right",
    403: "Not done here",
    404: "No such graph",
    405: "Not done here",
    406: "No such form",
    413: "Too large",
    415: "No question that can be read",
    499: "Nobody waits",
    500: "The question was stopped",
    503: "Too busy",
    504: "Too slow",
}
#: Seconds after which a client may try again.
AGAIN = "5"


class Odd(Exception):
    """A request that is not as the protocol has it; `status` says how it is refused."""

    def __init__(self, status: int, message: str) -> None:
        """With a text that helps."""
        super().__init__(message)
        self.status = status


def problem(status: int, detail: str, line: int | None = None, column: int | None = None) -> Response:
    """A refusal as `application/problem+json`."""
    facts: dict[str, object] = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail}
    if line is not None:
        facts |= {"detail": f"Line {line}, column {column}: {detail}", "line": line, "column": column}
    response = Response(
        json.dumps(facts, ensure_ascii=False) + "\n", status=status, content_type="application/problem+json"
    )
    if status == STATUSES[Busy]:
        response.headers["Retry-After"] = AGAIN
    return response


def unanswered(error: Unanswered) -> Response:
    """Why a question has no answer."""
    place = (error.line, error.column) if isinstance(error, Wrong) else ()
    return problem(STATUSES[type(error)], str(error), *place)


def explained(answer: Callable[[], Response]) -> Callable[[], Response]:
    """Have an answer that fails tell why."""

    @wraps(answer)
    def told() -> Response:
        try:
            return answer()
        except Odd as error:
            return problem(error.status, str(error))
        except Unanswered as error:
            return unanswered(error)
        except QueryError as error:
            return problem(400, str(error))
        except BadRequest as error:
            return problem(400, error.description or "")
        except StoreError as error:
            return problem(503, str(error))

    return told
