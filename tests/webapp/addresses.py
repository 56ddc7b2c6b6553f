"""The addresses of all pages that stand by themselves, as the application has them."""

from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

#: What asks for more than its address to be a page worth looking at.
RICHER = {
    "/search": "/search?q=v%C3%A5rd",
    "/things": "/things?kind=Activity",
    "/compare": "/compare?q=bemanning",
}


def pages(app: Flask, client: FlaskClient, language: str = "sv") -> Iterator[str]:
    """Every address of a language that needs nothing but itself and answers with a page, in order."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.arguments <= {"lang"} and "GET" in (rule.methods or ())]
    for path in sorted(rule.rule.partition(">")[2] for rule in rules if rule.rule.startswith("/<any(sv,en):lang>")):
        address = f"/{language}{RICHER.get(path, path)}"
        with client.get(address) as answer:
            if answer.status_code == 200 and answer.mimetype == "text/html":
                yield address
