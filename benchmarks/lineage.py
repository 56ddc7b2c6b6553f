"""How the lineage grows: with the size of editions, with the number of years, and with the number of organisations.

    python -m benchmarks.lineage [--runs 3]

The plans are made up of invented words, some frequent and some rare as in any text; from each edition to the next a tenth
of the things ends, a tenth is new, and of the rest every third changes words or number.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from math import log
from time import process_time

import click

from benchmarks.figures import table
from graph.derived.items import Edition, Item, Items
from graph.lineage.lineage import lineage
from ontology import rt
from ontology.iri import Iri

#: Editions of so many things, so many years, so many organisations; the middle one of each is that of the others.
SIZES, YEARS, ORGANISATIONS = (125, 250, 500, 1000, 2000, 4000), (2, 4, 8, 16), (1, 2, 4, 8)
SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "åd", "äl", "ös")
Row = tuple[str, str]


def words(chance: random.Random, count: int) -> list[str]:
    """Invented words of two to five syllables."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(count)]


def rows(chance: random.Random, vocabulary: list[str], count: int) -> list[Row]:
    """Titles and texts, of words of which the first are the most frequent."""
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]

    def some(least: int, most: int) -> str:
        return " ".join(chance.choices(vocabulary, weights, k=chance.randint(least, most)))

    return [(some(2, 7), some(8, 30)) for _ in range(count)]


def later(chance: random.Random, vocabulary: list[str], before: list[Row]) -> list[Row]:
    """The rows of the next edition."""
    kept = [row for row in before if chance.random() > 0.1]
    changed = [_changed(chance, vocabulary, row) if chance.random() < 1 / 3 else row for row in kept]
    return changed + rows(chance, vocabulary, len(before) - len(kept))


def _changed(chance: random.Random, vocabulary: list[str], row: Row) -> Row:
    title, text = row[0].split(), row[1].split()
    for some in (title, text):
        some[chance.randrange(len(some))] = chance.choice(vocabulary)
    return " ".join(title), " ".join(text)


def invented(size: int, years: int, organisations: int) -> Items:
    """The things of the plans of some organisations over some years."""
    chance = random.Random(size + years + organisations)  # the same plans each time
    everything = tuple(item for each in range(organisations) for item in _of(chance, size, years, each))
    editions = tuple(dict.fromkeys(item.edition for item in everything))
    return Items(tuple(sorted(editions, key=lambda each: (each.year, each.plan))), everything)


def _of(chance: random.Random, size: int, years: int, organisation: int) -> Iterator[Item]:
    vocabulary = words(chance, round(60 * size**0.6))  # more text has more words, ever fewer new ones
    edition = Edition(
        Iri(""), Iri(""), rt.ManagementPlan, "Plan", 0, 0, 0, Iri(f"org/{organisation}"), (), Iri("region")
    )
    now = rows(chance, vocabulary, size)
    for year in range(2030, 2030 + years):
        plan = Iri(f"{organisation}/{year}/plan")
        edition = replace(edition, plan=plan, document=plan, year=year, start=year, end=year + 2)
        for place, (title, text) in enumerate(now):
            kind = (rt.Activity, rt.Indicator, rt.GrantLine)[place % 3]
            family = (rt.Activity, rt.Measure, rt.BudgetLine)[place % 3]
            name = Iri(f"{organisation}/{year}/{place}")
            number = str(place) if kind == rt.Activity else None
            yield Item(name, kind, family, edition, title, title, number, text, line=place)
        now = later(chance, vocabulary, now)


def taken(items: Items, runs: int) -> float:
    """The shortest time of some runs, in seconds of the processor."""
    return min(_once(items) for _ in range(runs))


def _once(items: Items) -> float:
    begun = process_time()
    lineage(items)
    return process_time() - begun


@click.command()
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1))
def main(runs: int) -> None:
    """Print how long lineages take, what that is a thing, and how steeply it grows: 1 is linear, 2 all pairs."""
    for name, series in (
        ("things an edition", [(size, 2, 1) for size in SIZES]),
        ("years", [(250, years, 1) for years in YEARS]),
        ("organisations", [(250, 2, count) for count in ORGANISATIONS]),
    ):
        measured = [(items := invented(*shape), taken(items, runs)) for shape in series]
        click.echo(f"\nMore {name}\n")
        click.echo(_told(name, series, measured))


def _told(name: str, series: list[tuple[int, int, int]], measured: list[tuple[Items, float]]) -> str:
    at = {"things an edition": 0, "years": 1, "organisations": 2}[name]
    lines = []
    before: tuple[int, float] | None = None
    for shape, (items, seconds) in zip(series, measured, strict=True):
        count = len(items.all)
        growth = log(seconds / before[1]) / log(count / before[0]) if before else None
        steep = "" if growth is None else f"{growth:.1f}"
        lines.append((str(shape[at]), f"{count:,}", f"{seconds:.2f}", f"{1000 * seconds / count:.2f}", steep))
        before = count, seconds
    return table((name, "things in all", "s", "ms a thing", "grows as n^"), lines)


if __name__ == "__main__":
    main()
