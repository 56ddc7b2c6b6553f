"""The command that tells what became of each line."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.terminal import tell
from loaders.options import PATHS, REFUSED, fact_options, facts_of

if TYPE_CHECKING:
    from graph.contents import Lines
    from graph.records import Reading
    from loaders.document import Document


@click.command()
@click.argument("files", metavar="[FILE…]", nargs=-1, type=PATHS)
@fact_options
@store_option
def coverage(files: tuple[Path, ...], directory: Path, **flags: str | None) -> None:
    """What became of each line: of files, folders or a corpus file; of all in the store where none is named.

    Lines that look like a table's and were not understood are listed with their numbers.
    """
    if files:
        _coverage_of_files(files, flags)
        return
    from graph.contents import lines

    view = opened(directory).view()
    for document in view.documents():
        _print_coverage(document.file_name, lines(view, document.document))


def _coverage_of_files(files: Iterable[Path], flags: dict[str, str | None]) -> None:
    from loaders.corpus import Refused
    from loaders.run import find, read_or_refuse

    refused = 0
    for told in find(files, facts_of(flags)):
        read = told if isinstance(told, Refused) else read_or_refuse(told)
        if isinstance(read, Refused):
            refused += 1
            tell(f"Refused: {read.reason}", err=True)
        else:
            _print_coverage(read.document.source.name, _lines(read.document, read.reading))
    if refused:
        raise SystemExit(REFUSED)


def _lines(document: "Document", reading: "Reading") -> "Lines":
    from graph.contents import Lines
    from loaders.coverage import coverage as covered

    found = covered(document, reading)
    unread = tuple((number, document.lines[number - 1].text.strip()) for number in found.unread)
    return Lines(len(found.stating), len(found.headings), len(found.prose), unread)


def _print_coverage(name: str, lines: "Lines") -> None:
    tell(f"{name}: {lines.printed} printed lines")
    parts = (
        (lines.stating, "understood as what the plan states"),
        (lines.headings, "headings"),
        (lines.prose, "running prose, kept and searchable"),
        (len(lines.unread), "look like a table's and were not understood"),
    )
    for count, what in parts:
        tell(f"  {count:6} {count / max(lines.printed, 1):5.0%}  {what}")
    for number, text in lines.unread:
        tell(f"    {name}:{number}: {text}")


COMMANDS = (coverage,)
