"""The addresses of all pages, from the menu and the registries: a new page is tested by being there."""

from collections.abc import Callable, Iterator

from flask import Flask, url_for
from flask.testing import FlaskClient

from graph.iris import BASE
from graph.memory import MemoryStore
from graph.view import View
from webapp.app import create_app
from webapp.ask import PREFIXES
from webapp.menu import menu
from webapp.page import thing_pages

#: Pages that take a name, each with one.
NAMED = (
    "/sv/questions/totals-by-year",
    "/sv/questions/activities-of-an-assignment",
    "/sv/ns/Activity",
    "/sv/ns/serves",
)
#: What scripts ask for, no page.
FOR_SCRIPTS = ("/sv/graph/elements", "/sv/sparql/result")
#: Classes that have no page of their own.
OTHERS = (
    "Amount",
    "IndicatorValue",
    "Milestone",
    "StatusReport",
    "SuggestedLink",
    "LineageLink",
    "Thread",
    "Reference",
)

#: What asks for more than its address to be a page worth looking at.
RICHER = {
    "/search": "/search?q=v%C3%A5rd",
    "/things": "/things?kind=Activity",
    "/compare": "/compare?q=bemanning",
}


def views() -> tuple[str, ...]:
    """The pages that need no name: those of the menu, and all other addresses that are a language and a word."""
    app = create_app(MemoryStore(), TESTING=True)
    with app.test_request_context("/sv/"):
        listed = [url_for(entry.endpoint, lang="sv", **entry.values) for group in menu() for entry in group.entries]
        plain = [
            url_for(rule.endpoint, lang="sv")
            for rule in app.url_map.iter_rules()
            if rule.arguments == {"lang"} and "GET" in (rule.methods or ())
        ]
    return tuple(dict.fromkeys(each for each in (*listed, *plain, *NAMED) if each not in FOR_SCRIPTS))


def whole(text: str) -> bool:
    """Whether an answer is a page, and not a piece of one."""
    return text.startswith("<!doctype html>")


VIEWS = views()
KINDS = tuple(sorted({*(kind.local for kind in thing_pages()), *OTHERS}))


def one_of(view: View) -> Callable[[str], str | None]:
    """The address of a thing of a class, with the most that points to it; None where there is none."""

    def found(kind: str) -> str | None:
        rows = view.select(f"""{PREFIXES} SELECT ?thing (COUNT(*) AS ?n) WHERE {{
            ?thing a/rdfs:subClassOf* rt:{kind} OPTIONAL {{ ?other ?p ?thing }} FILTER(STRSTARTS(STR(?thing), "{BASE}"))
        }} GROUP BY ?thing ORDER BY DESC(?n) ?thing LIMIT 1""").rows
        return "/sv/id/" + str(rows[0][0]).removeprefix(BASE) if rows else None

    return found


def pages(app: Flask, client: FlaskClient, language: str = "sv") -> Iterator[str]:
    """Every address of a language that needs nothing but itself and answers with a page, in order."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.arguments <= {"lang"} and "GET" in (rule.methods or ())]
    for path in sorted(rule.rule.partition(">")[2] for rule in rules if rule.rule.startswith("/<any(sv,en):lang>")):
        address = f"/{language}{RICHER.get(path, path)}"
        with client.get(address) as answer:
            if answer.status_code == 200 and answer.mimetype == "text/html":
                yield address
