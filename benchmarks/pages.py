"""How long the explorer's server takes to make each sort of page, at first and again, beside a static page of its size.

    python -m benchmarks.pages [--rounds 40] [--copies 7 | --store DIR]

Over the example, real facts and the invented region, in a store on disk, over so many copies of the corpus (7 are a
million statements), or over a store that is there; asked in this process, so that neither network nor browser count. Each sort is asked for several
things, chosen by chance but always the same, each twice in turn with a static file as large as the page.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click
from flask import Flask
from flask.testing import FlaskClient

from benchmarks.documents import ROOT, copies, documents, read
from benchmarks.figures import Times, table
from graph.datapackage.opened import open_package
from graph.iris import BASE
from graph.store import DirectoryStore
from graph.view import View
from loaders.corpus import Told, entries
from ontology import rt
from webapp.app import create_app
from webapp.languages import LANGUAGES
from webapp.menu import menu
from webapp.serving.warm import address as menu_address

EXAMPLES = ROOT / "examples"
KINDS = (rt.Plan, rt.Assignment, rt.FocusArea, rt.Goal, rt.Activity, rt.Indicator, rt.BudgetLine, rt.ControlPoint,
         rt.StatusReport, rt.IndicatorValue, rt.Document, rt.Passage, rt.Organisation, rt.Finding)  # fmt: skip
LISTS = {
    "search": tuple(f"/sv/search?q={word}" for word in ("hyrpersonal", "vård", "rf12", "tillgänglighet", "budget")),
    "a question": (
        "/sv/questions/activities-of-an-assignment",
        "/sv/questions/target-and-outcome",
        "/sv/questions/budget-by-year",
    ),
}


def filled(folder: Path) -> DirectoryStore:
    """A new store of the example."""
    store = DirectoryStore(folder)
    with store.writing() as draft:
        for written, held in open_package(EXAMPLES / "facts"):
            draft.take(written, held)
        for told in entries(EXAMPLES / "region-exempel" / "corpus.toml"):
            if isinstance(told, Told):
                draft.put(read(told))
    return store


def menus(app: Flask) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The first page and those of the menu, by what they are called in Swedish, in both languages."""
    with app.test_request_context("/sv/"):
        yield "Start", tuple(f"/{each}/" for each in LANGUAGES)
        for entry in (entry for group in menu() for entry in group.entries):
            yield str(entry.label), tuple(menu_address(each, entry) for each in LANGUAGES)


def pages(view: View, number: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sort of page that the menu does not lead to, and addresses of some."""
    yield from LISTS.items()
    chance = random.Random(1)
    for kind in KINDS:
        found = view.select(f"SELECT DISTINCT ?thing {{ ?thing a <{kind}> }} ORDER BY ?thing").rows
        ours = [str(thing).removeprefix(BASE) for (thing,) in found if str(thing).startswith(BASE)]
        yield kind.local, tuple(f"/sv/id/{each}" for each in chance.sample(ours, min(number, len(ours))))


@dataclass(frozen=True)
class Measured:
    """One sort of page: how long it took when nobody had asked before, again, and a static file of its size."""

    first: Times
    again: Times
    static: Times
    size: int

    @property
    def ratio(self) -> float:
        """How many times a static file the page takes, by the middle of each."""
        return self.again.median / self.static.median


@dataclass(frozen=True)
class Sides:
    """Who is asked: the explorer, and a server of the files in a folder."""

    explorer: FlaskClient
    static: FlaskClient
    folder: Path


def measured(sides: Sides, addresses: tuple[str, ...]) -> Measured:
    """How long the pages took, one after the other; what all need of a version has been read by a page before."""
    first, again, static, sizes = [], [], [], []
    for one in addresses:
        size, seconds = timed(sides.explorer, one)
        (sides.folder / "page.html").write_bytes(b"x" * size)
        first.append(seconds)
        again.append(min(timed(sides.explorer, one)[1] for _ in range(3)))
        static.append(min(timed(sides.static, "/static/page.html")[1] for _ in range(3)))
        sizes.append(size)
    return Measured(Times(tuple(first)), Times(tuple(again)), Times(tuple(static)), max(sizes))


def timed(client: FlaskClient, address: str) -> tuple[int, float]:
    """How many bytes an address answers with, and in how many seconds; raises RuntimeError where it does not answer."""
    begun = perf_counter()
    with client.get(address) as answer:
        size, status = len(answer.data), answer.status_code
    if status != 200:
        raise RuntimeError(f"{address} answered {status}")
    return size, perf_counter() - begun


def row(name: str, found: Measured) -> tuple[str, ...]:
    """A sort of page as a row: milliseconds, size in kilobytes, times a static file."""
    first, again = found.first, found.again
    return (
        name,
        f"{1000 * first.median:.0f}",
        f"{1000 * first.percentile(95):.0f}",
        f"{1000 * again.percentile(95):.1f}",
        f"{1000 * found.static.percentile(95):.1f}",
        f"{found.ratio:.1f}",
        f"{found.size / 1000:.0f}",
    )


COLUMNS = ("Page", "first, median ms", "first, p95", "again, p95", "static, p95", "times static", "largest, kB")


@click.command()
@click.option("--rounds", default=40, show_default=True, help="How many pages of each sort to ask for.")
@click.option("--copies", "number", default=0, help="So many copies of the corpus instead of the example.")
@click.option("--store", "there", type=click.Path(exists=True, path_type=Path), help="A store that is there instead.")
def main(rounds: int, number: int, there: Path | None) -> None:
    """Measure each sort of page."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = DirectoryStore(there) if there else made(folder / "store", number)
        app = create_app(store)
        explorer = app.test_client()
        sides = Sides(explorer, Flask("static", static_url_path="/static", static_folder=folder).test_client(), folder)
        click.echo(f"Chains, read once a version: {timed(explorer, '/sv/gaps?format=json')[1]:.1f} s")
        asked = (*menus(app), *pages(store.view(), rounds))
        rows = [row(each, measured(sides, addresses)) for each, addresses in asked]
        click.echo(table(COLUMNS, rows))


def made(folder: Path, number: int) -> DirectoryStore:
    """A new store of so many copies of the corpus, or of the example where that is none."""
    return copied(folder, number) if number else filled(folder)


def copied(folder: Path, number: int) -> DirectoryStore:
    """A new store of so many copies of the corpus, each another organisation's."""
    store = DirectoryStore(folder)
    with store.writing() as draft:
        for each in copies(tuple(map(read, documents())), number):
            draft.put(each)
    return store


if __name__ == "__main__":
    main()
