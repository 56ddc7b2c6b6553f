"""Where others find us: the addresses that descriptions name and that are not only followed by a browser."""

from flask import current_app, request
from werkzeug.exceptions import BadRequest

from ontology.iri import Iri


def public(path: str) -> Iri:
    """The whole address of a path: under the setting `PUBLIC_URL`, else under what the request came to.

    Raises BadRequest where that is no host.
    """
    root = current_app.config.get("PUBLIC_URL") or (request.host and request.url_root)
    if not root:
        raise BadRequest("The Host header names no host.")
    return Iri(str(root).rstrip("/") + path)
