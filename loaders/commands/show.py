"""The command that shows one step of the reading."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.terminal import tell
from loaders.options import PATHS, fact_options, facts_of

if TYPE_CHECKING:
    from loaders.run import Read


@click.command("show")
@click.argument("what", type=click.Choice(["passages", "tables", "records", "quads"]))
@click.argument("file", type=PATHS)
@fact_options
@click.option("--store", expose_value=False, hidden=True, help="Taken as by every command; nothing is stored.")
def show_(what: str, file: Path, **flags: str | None) -> None:
    """Look at one step of the reading of FILE, to see why something was read wrongly.

    What the document is comes from the flags, else from the corpus.toml beside it, else from its text.
    """
    from loaders import show as shown

    read = _read_one(file, flags)
    if what == "quads":
        shown.write_quads(read.reading, sys.stdout.buffer)
        return
    lines = {
        "passages": lambda: shown.passages(read.reading),
        "tables": lambda: shown.tables(read.document, read.reading.plan),
        "records": lambda: shown.records(read.reading),
    }
    for line in lines[what]():
        tell(line)


def _read_one(file: Path, flags: dict[str, str | None]) -> "Read":
    """Read one file; raises UnreadablePlan."""
    from loaders.corpus import Refused
    from loaders.errors import UnreadablePlan
    from loaders.run import find, read

    (found, *more) = find([file], facts_of(flags))
    if isinstance(found, Refused):
        raise UnreadablePlan(found.reason)
    if more:
        raise click.UsageError(f"{file} is several documents. Name one file.")
    return read(found)


COMMANDS = (show_,)
