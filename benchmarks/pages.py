"""How long the explorer's server takes to make each sort of page.

    python -m benchmarks.pages [--rounds 40]

Over the example, real facts and the invented region, in a store on disk; asked in this process, so that neither network
nor browser count. Each sort is asked for several things, chosen by chance but always the same.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click
from flask.testing import FlaskClient

from benchmarks.documents import ROOT, read
from benchmarks.figures import Times, table
from graph.datapackage.opened import open_package
from graph.iris import BASE
from graph.store import DirectoryStore
from graph.view import View
from loaders.corpus import Told, entries
from ontology import rt
from webapp.app import create_app

EXAMPLES = ROOT / "examples"
KINDS = (rt.Plan, rt.Assignment, rt.FocusArea, rt.Goal, rt.Activity, rt.Indicator, rt.BudgetLine, rt.ControlPoint,
         rt.StatusReport, rt.IndicatorValue, rt.Document, rt.Passage, rt.Organisation, rt.Finding)  # fmt: skip
LISTS = {
    "start": ("/sv/",),
    "list of activities": ("/sv/things?kind=Activity",),
    "search": tuple(f"/sv/search?q={word}" for word in ("hyrpersonal", "vård", "rf12", "tillgänglighet", "budget")),
    "findings": ("/sv/findings",),
    "terms": ("/sv/ns",),
    "questions": ("/sv/questions",),
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


def pages(view: View, number: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sort of page, and addresses of some."""
    yield from LISTS.items()
    chance = random.Random(1)
    for kind in KINDS:
        found = view.select(f"SELECT DISTINCT ?thing {{ ?thing a <{kind}> }} ORDER BY ?thing").rows
        ours = [str(thing).removeprefix(BASE) for (thing,) in found if str(thing).startswith(BASE)]
        yield kind.local, tuple(f"/sv/id/{each}" for each in chance.sample(ours, min(number, len(ours))))


def measured(client: FlaskClient, addresses: tuple[str, ...], rounds: int) -> Times:
    """How long the pages took, one after the other; the first is asked once more than is measured."""
    client.get(addresses[0])
    return Times(tuple(_one(client, addresses[at % len(addresses)]) for at in range(rounds)))


def _one(client: FlaskClient, address: str) -> float:
    begun = perf_counter()
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return perf_counter() - begun


@click.command()
@click.option("--rounds", default=40, show_default=True, help="How many pages of each sort to ask for.")
def main(rounds: int) -> None:
    """Measure each sort of page."""
    with TemporaryDirectory() as folder:
        store = filled(Path(folder) / "store")
        client = create_app(store).test_client()
        rows = [
            (name, *(f"{1000 * seconds:.0f}" for seconds in (times.median, times.percentile(95), times.most)))
            for name, addresses in pages(store.view(), rounds)
            for times in (measured(client, addresses, rounds),)
        ]
        click.echo(table(("Page", "median, ms", "p95, ms", "longest, ms"), rows))


if __name__ == "__main__":
    main()
