"""Where others find us: the addresses that descriptions name and that are not only followed by a browser."""

from flask import current_app, request

from ontology.iri import Iri


def public(path: str) -> Iri:
    """The whole address of a path: under the setting `PUBLIC_URL`, else under what the request came to."""
    root = current_app.config.get("PUBLIC_URL") or request.url_root
    return Iri(str(root).rstrip("/") + path)
