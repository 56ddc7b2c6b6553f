"""What holds for every answer to programs: pages of other hosts may read it, and it depends on Accept."""

from flask import Response, request
from werkzeug.exceptions import MethodNotAllowed

from webapp.endpoint.problem import problem

#: The addresses for programs, where each refusal is told as one.
ADDRESSES = ("/sparql", "/graph-store")


def open_to_all(response: Response) -> Response:
    """Let pages of other hosts read an answer to the request."""
    return opened(response, request.method)


def opened(response: Response, method: str) -> Response:
    """An answer that pages of other hosts may read: it is open to anyone, and no cookie goes along."""
    response.vary.add("Accept")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "Allow, ETag, Retry-After"
    if method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "")
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def other_method() -> Response | None:
    """Tell which methods there are, where another is tried."""
    odd = request.routing_exception
    if request.path not in ADDRESSES or not isinstance(odd, MethodNotAllowed):
        return None
    allowed = ", ".join(sorted(odd.valid_methods or ()))
    refused = problem(405, f"{request.method[:20]} is not done here, as nothing can be changed. There are: {allowed}.")
    refused.headers["Allow"] = allowed
    return open_to_all(refused)
