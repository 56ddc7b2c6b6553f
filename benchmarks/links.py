"""What suggested links are worth against judged pairs, and how long they take as documents become more.

python -m benchmarks.links
"""

import time
from collections.abc import Iterable, Iterator

import click

from benchmarks.documents import ROOT, copies, documents, read
from benchmarks.keys import CLEAR, KEYS, PLAUSIBLE, RELATIONS, bands, found, key
from graph.derived.attempts import Attempts
from graph.derived.items import Items
from graph.derived.reading import read_items
from graph.likeness import Likeness
from graph.memory import MemoryStore
from graph.records import Reading
from graph.suggesting import Suggestion, suggest
from graph.suggesting.gathering import every_relation
from loaders.corpus import Told, entries
from ontology.iri import Iri

INVENTED = (
    ROOT / "examples" / "region-exempel" / "corpus.toml",
    ROOT / "tests" / "data" / "regions" / "pahitt" / "corpus.toml",
)
COPIES = (1, 2, 4)


@click.command()
@click.option("--growth/--no-growth", default=True, help="Whether to time copies of the documents.")
def main(*, growth: bool) -> None:
    """Print precision and recall by confidence for each relation, then seconds by number of documents."""
    tuned = tuple(map(read, documents()))
    invented = tuple(map(read, _invented()))
    _report("documents tuned on", items_of(tuned), 0)
    _report(
        "invented regions, whose pairs never entered a fit of weights for links within a plan", items_of(invented), 1
    )
    if growth:
        for number in COPIES:
            _time(items_of(copies(tuned, number)), len(tuned) * number)


def items_of(readings: Iterable[Reading]) -> Items:
    """The things that readings state."""
    store = MemoryStore()
    with store.writing() as draft:
        for reading in readings:
            draft.put(reading)
    return read_items(store.view())


def _invented() -> Iterator[Told]:
    yield from (each for corpus in INVENTED for each in entries(corpus) if isinstance(each, Told))


def _report(title: str, items: Items, which: int) -> None:
    suggestions = suggest(items, Attempts())
    click.echo(f"\n{title}\n{'relation':18} {'from':>5} {'judged':>7} {'right':>6} {'precision':>10} {'all':>5}")
    for relation, files in RELATIONS.items():
        if files[which] and (KEYS / files[which]).is_file():
            _print(relation, [each for each in suggestions if each.relation == relation], files[which])


def _print(relation: Iri, suggestions: list[Suggestion], file: str) -> None:
    judged = key(KEYS / file)
    for band in bands(suggestions, judged):
        share = f"{band.right / band.judged:.2f}" if band.judged else "–"
        total = sum(band.judgements.values())
        click.echo(f"{relation.local:18} {band.least:>5} {band.judged:>7} {band.right:>6} {share:>10} {total:>5}")
    for judgement in (CLEAR, PLAUSIBLE):
        shares = ", ".join(f"≥ {least}: {found(suggestions, judged, judgement, least):.2f}" for least in (0.8, 0.5))
        click.echo(f"{'':18} {judgement} ones found {shares}")


def _time(items: Items, number: int) -> None:
    click.echo(f"\n{number} documents, {len(items.all)} things, seconds of processor")
    start = time.process_time()
    likeness = Likeness(items.all)
    click.echo(f"{'likeness':18} {time.process_time() - start:.2f}")
    for relation in every_relation():
        start = time.process_time()
        suggestions = len(list(relation.suggest(items, likeness)))
        click.echo(f"{relation.iri.local:18} {time.process_time() - start:.2f} {suggestions:>6} suggestions")


if __name__ == "__main__":
    main()
