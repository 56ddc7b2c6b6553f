"""The documents that are measured: those of the corpus, or the tests' own where there is none; and copies of them."""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from graph.records import Reading
from loaders.facts import Facts, plan_of
from loaders.formats import text
from loaders.recognise import recognise

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("RODATRADEN_CORPUS", ROOT.parent / "shared" / "corpus"))
OWN = ROOT / "tests" / "data" / "plans"


@dataclass(frozen=True)
class Told:
    """A file and what is told of it."""

    path: Path
    facts: Facts


def documents() -> tuple[Told, ...]:
    """The files of the corpus; without a corpus the plans that the tests use."""
    listed = CORPUS / "corpus.toml"
    return tuple(in_corpus(listed)) if listed.is_file() else tuple(own())


def in_corpus(listed: Path) -> Iterator[Told]:
    """The files that a corpus file lists."""
    for entry in tomllib.loads(listed.read_text("utf-8"))["document"]:
        told = {field.name: entry[field.name] for field in fields(Facts) if field.name in entry}
        yield Told(listed.parent / entry["file"], Facts(**told | {"period": tuple(entry["period"])}))


def own() -> Iterator[Told]:
    """The tests' own plans, each an edition of its own."""
    for at, path in enumerate(sorted(OWN.glob("*/plan.txt"))):
        year = 2030 + at
        yield Told(path, Facts("ManagementPlan", path.parent.name, "99", "Vårdförvaltningen", period=(year, year + 2)))


def read(told: Told) -> Reading:
    """All that a file states, as if the file bore its folder's name where several are called alike."""
    document = text.read(told.path)
    plan, doubts = plan_of(document, told.facts)
    reading = recognise(document, plan, doubts)
    return replace(reading, source=replace(reading.source, name=f"{told.path.parent.name}-{told.path.name}"))


def copies(readings: tuple[Reading, ...], number: int) -> Iterator[Reading]:
    """The readings as those of several organisations, so that nothing but regions is shared."""
    for at in range(number):
        for each in readings:
            board = replace(each.plan.organisation, slug=f"{each.plan.organisation.slug}-{at}")
            source = replace(each.source, name=f"{at}-{each.source.name}")
            yield replace(each, source=source, plan=replace(each.plan, organisation=board))
