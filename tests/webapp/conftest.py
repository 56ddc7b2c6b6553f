"""A store with plans and reports of invented regions, and the explorer over it."""

import shutil
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from graph.iris import BASE
from graph.memory import MemoryStore
from graph.records import Reading
from graph.store import PlanStore
from graph.view import View
from loaders.corpus import Told, facts_from
from loaders.run import read
from rodatraden import BROUGHT
from webapp.app import create_app
from webapp.ask import PREFIXES

from ..conftest import missing
from .serving import served

PLANS = Path(__file__).parents[1] / "data" / "plans"
#: One of each kind; the others are the same plans in another layout.
CASES = ("forvaltningsplan-celler", "arsredovisning-celler", "arsredovisning-siffror-celler", "enhetsplan-punktlistor",
         "verksamhetsplan-namnd")  # fmt: skip


def reading(case: str) -> Reading:
    """What a plan of the test data states."""
    facts = facts_from(tomllib.loads((PLANS / case / "facts.toml").read_text("utf-8")))
    found = read(Told(PLANS / case / "plan.txt", facts)).reading
    return replace(found, source=replace(found.source, name=f"{case}.txt"))


def stored(*readings: Reading) -> MemoryStore:
    """A store with some documents, and what the program brings."""
    store = MemoryStore(brought=BROUGHT)
    with store.writing() as draft:
        for each in readings:
            draft.put(each)
    return store


@pytest.fixture(scope="session")
def plans() -> tuple[Reading, ...]:
    """What the plans state."""
    return tuple(map(reading, CASES))


@pytest.fixture(scope="session")
def store(plans: tuple[Reading, ...]) -> MemoryStore:
    """A store with all plans."""
    return stored(*plans)


@pytest.fixture(scope="session")
def view(store: MemoryStore) -> View:
    """What the store holds."""
    return store.view()


@pytest.fixture
def browse() -> Callable[[PlanStore], FlaskClient]:
    """A client of the explorer over a store."""
    return lambda store: create_app(store, TESTING=True).test_client()


@pytest.fixture(scope="session")
def client(store: MemoryStore) -> FlaskClient:
    """A client of the explorer over all plans."""
    return create_app(store, TESTING=True).test_client()


@pytest.fixture(scope="session")
def one_of(view: View) -> Callable[[str], str]:
    """The path of a thing of a class, with the most that points to it: `one_of("Activity")` is "/id/…"."""

    def found(kind: str) -> str:
        query = f"""{PREFIXES} SELECT ?thing (COUNT(*) AS ?n) WHERE {{
            ?thing a rt:{kind} OPTIONAL {{ ?other ?p ?thing }} FILTER(STRSTARTS(STR(?thing), "{BASE}"))
        }} GROUP BY ?thing ORDER BY DESC(?n) ?thing LIMIT 1"""
        ((thing, _),) = view.select(query).rows
        return "/id/" + str(thing).removeprefix(BASE)

    return found


@pytest.fixture(scope="session")
def store_of() -> Callable[..., MemoryStore]:
    """Make a store with some documents."""
    return stored


VOID = {"meta", "link", "input", "br", "hr", "img"}
HEADINGS = {"h1", "h2", "h3", "h4"}


class Page(HTMLParser):
    """What was read of a page, and its faults: what a browser forgives and an assistive technology does not."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: set[str] = set()
        self.references: set[str] = set()
        self.levels: list[int] = []
        self.words: list[str] = []
        self.lang = ""
        self.feed(text)
        self.close()
        self._judge()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what matters."""
        given = dict(attrs)
        if len(given) != len(attrs):
            self.faults.append(f"{tag} has an attribute twice")
        self.faults += [f"{tag} has {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.faults.append(f"inline {tag}")
        if tag not in VOID:
            self.open.append(tag)
        self._keep(tag, given)

    def _keep(self, tag: str, given: dict[str, str | None]) -> None:
        if identifier := given.get("id"):
            self.ids.append(identifier)
        self.references |= set((given.get("aria-labelledby") or "").split())
        match tag:
            case "html":
                self.lang = given.get("lang") or ""
            case "a" | "link":
                self.links.append(given.get("href") or "")
            case "label":
                self.labelled.add(given.get("for") or "")
            case "input" | "select" if given.get("type") != "hidden":
                self.fields.add(given.get("id") or "")
            case "th" if "scope" not in given:
                self.faults.append("th without scope")
            case "table":
                self.words.append("<table>")
        if tag in HEADINGS:
            self.levels.append(int(tag[1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """See that it closes what was open."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """The words of the page."""
        return " ".join(" ".join(self.words).split())

    def _judge(self) -> None:
        if self.open:
            self.faults.append(f"{self.open} left open")
        if len(set(self.ids)) != len(self.ids):
            self.faults.append("an id twice")
        if self.fields - self.labelled:
            self.faults.append(f"fields without labels: {self.fields - self.labelled}")
        if self.references - set(self.ids):
            self.faults.append(f"refers to ids that are not there: {self.references - set(self.ids)}")
        if self.levels.count(1) != 1:
            self.faults.append(f"{self.levels.count(1)} main headings")
        if any(after > before + 1 for before, after in zip([0, *self.levels], self.levels, strict=False)):
            self.faults.append(f"headings skip a level: {self.levels}")


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Page]:
    """Read a page's HTML."""
    return Page


#: What keeps Chromium quiet and lets it run as root in a container.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def site(store: MemoryStore) -> Iterator[str]:
    """The explorer, served on a port of its own."""
    with served(create_app(store)) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    path = shutil.which("chromium")
    if path is None:
        missing("Chromium", "apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright", "pip install playwright axe-playwright-python")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, site: str) -> Iterator[Any]:
    """A page in which any request to another host, and any error that the browser tells, is noted."""
    context = chromium.new_context(base_url=site, viewport={"width": 1400, "height": 900})
    found = context.new_page()
    found.strays = []
    found.on("request", lambda request: request.url.startswith((site, "data:")) or found.strays.append(request.url))
    found.on("console", lambda message: "404" in message.text or found.strays.append(message.text))
    yield found
    assert found.strays == []
    context.close()
