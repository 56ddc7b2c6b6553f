"""The command that takes documents into the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.terminal import tell
from loaders.options import PATHS, REFUSED, fact_options, facts_of

if TYPE_CHECKING:
    from graph.draft import Change, Draft
    from graph.records import Reading
    from graph.view import View
    from loaders.corpus import Refused, Told
    from ontology.iri import Iri


@click.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=PATHS)
@fact_options
@store_option
def load(paths: tuple[Path, ...], directory: Path, **flags: str | None) -> None:
    """Take documents into the store, in place of what they stated before.

    PATH is a file, a folder (all files in it, or those that its corpus.toml lists), a corpus file, or a data package
    that was exported. The flags tell what one document is; a corpus file tells it of many. Exits 3 where a file was
    refused; the others are loaded.
    """
    from graph.datapackage.opened import is_package
    from loaders.corpus import Refused
    from loaders.run import find

    packages = [path for path in paths if is_package(path)]
    found = find([path for path in paths if path not in packages], facts := facts_of(flags))
    files = [each for each in found if not isinstance(each, Refused)]
    if facts != type(facts)() and len(files) + 2 * len(packages) > 1:
        raise click.UsageError(_no_flags(len(files), packages))
    refused = [each for each in found if isinstance(each, Refused)]
    for each in refused:
        tell(f"Refused: {each.reason}", err=True)
    taken = _take_in(files, packages, directory, refused) if files or packages else {}
    if taken:
        _summary(directory, taken)
    if refused:
        tell(f"{len(refused)} refused, {len(taken)} loaded. What was refused, and why, is said above.", err=True)
        raise SystemExit(REFUSED)


def _no_flags(files: int, packages: list[Path]) -> str:
    if packages:
        return f"{packages[0]} tells itself what its documents are: leave the flags out."
    return f"These are {files} documents: tell what each is in a corpus file, not by flags."


def _take_in(
    files: "list[Told]", packages: list[Path], directory: Path, refused: "list[Refused]"
) -> "dict[str, Change]":
    """Read the files and publish what they state; what was done by file name. What cannot go in joins the refused."""
    from loaders.abreast import readings

    taken: dict[str, Change] = {}
    with opened(directory).writing() as draft:
        for number, (told, reading) in enumerate(zip(files, readings(files), strict=True), 1):
            tell(f"[{number}/{len(files)}] {told.path}", err=True)
            with _refusing(told.path, refused):
                _take_reading(reading, draft, taken)
        for package in packages:
            tell(f"Data package {package}", err=True)
            with _refusing(package, refused):
                _take_package(package, draft, taken, refused)
        if draft.changed:
            tell(f"Writing to {directory} …", err=True)
    for fault in draft.faults:
        tell(f"Warning: not all could be derived. This is a fault in Röda tråden, not in the files: {fault}", err=True)
    return taken


def _take_reading(reading: "Reading | Refused", draft: "Draft", taken: "dict[str, Change]") -> None:
    from graph.errors import RefusedDocument
    from loaders.corpus import Refused

    if isinstance(reading, Refused):
        raise RefusedDocument(reading.reason)
    taken[reading.source.name] = draft.put(reading)
    _warn_of_nothing(reading)


def _take_package(package: Path, draft: "Draft", taken: "dict[str, Change]", refused: "list[Refused]") -> None:
    from graph.datapackage.opened import open_package

    for written, described in open_package(package):
        with _refusing(package / described.file_name, refused):
            taken[described.file_name] = draft.take(written, described)


@contextmanager
def _refusing(path: Path, refused: "list[Refused]") -> Iterator[None]:
    """What cannot go in joins the refused, and is told."""
    from graph.errors import RefusedDocument
    from loaders.corpus import Refused

    try:
        yield
    except RefusedDocument as error:
        tell(f"  Refused: {error}", err=True)
        refused.append(Refused(path, str(error)))


def _warn_of_nothing(reading: "Reading") -> None:
    if not reading.records:
        tell("  Warning: nothing in it was recognised as what plans state. All its text is kept, as prose.", err=True)


def _summary(directory: Path, taken: "dict[str, Change]") -> None:
    """What each document brought, told from the store itself."""
    view = opened(directory).view()
    for document in view.documents():
        if document.file_name in taken:
            tell(f"\n{document.file_name}: {taken[document.file_name].value}\n  {document.title}", err=True)
            _say_contents(view, document.document)


def _say_contents(view: "View", document: "Iri") -> None:
    from graph.contents import contents, lines

    held = contents(view, document)
    tell(f"  {sum(held.things.values())} things{_listed(held.things)}", err=True)
    tell(f"  {sum(held.findings.values())} findings{_listed(held.findings)}", err=True)
    unread = len(lines(view, document).unread)
    if unread:
        tell(
            f"  {unread} lines look like a table's and were not understood: `rodatraden coverage` lists them", err=True
        )
    else:
        tell("  every line that looks like a table's was understood", err=True)


def _listed(counts: "dict[Iri, int]") -> str:
    return ": " + ", ".join(f"{count} {kind.local}" for kind, count in counts.items()) if counts else ""


COMMANDS = (load,)
