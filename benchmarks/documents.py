"""The documents that are measured: those of the corpus, or the tests' own where there is none; and copies of them."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.records import Reading
from loaders import run
from loaders.corpus import Told, entries
from loaders.facts import Facts

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("RODATRADEN_CORPUS", ROOT.parent / "shared" / "corpus"))
OWN = ROOT / "tests" / "data" / "plans"


def documents() -> tuple[Told, ...]:
    """The files of the corpus; without a corpus the plans that the tests use."""
    listed = CORPUS / "corpus.toml"
    return tuple(each for each in entries(listed) if isinstance(each, Told)) if listed.is_file() else tuple(own())


def own() -> Iterator[Told]:
    """The tests' own plans, each an edition of its own."""
    for at, path in enumerate(sorted(OWN.glob("*/plan.txt"))):
        year = 2030 + at
        told = Facts(
            type="ManagementPlan",
            title=path.parent.name,
            region="99",
            organisation="Vårdförvaltningen",
            period=(year, year + 2),
        )
        yield Told(path, told)


def read(told: Told) -> Reading:
    """All that a file states, as `named`."""
    return named(told, run.read(told).reading)


def named(told: Told, reading: Reading) -> Reading:
    """A reading as if its file bore its folder's name, since several are called alike."""
    return replace(reading, source=replace(reading.source, name=f"{told.path.parent.name}-{told.path.name}"))


def copies(readings: tuple[Reading, ...], number: int) -> Iterator[Reading]:
    """The readings as those of several organisations, so that nothing but regions is shared."""
    for at in range(number):
        for each in readings:
            board = replace(each.plan.organisation, slug=f"{each.plan.organisation.slug}-{at}")
            source = replace(each.source, name=f"{at}-{each.source.name}")
            yield replace(each, source=source, plan=replace(each.plan, organisation=board))
