"""The commands that read files: into the store, or to look at each step of the reading."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.output import output_option, show
from graph.terminal import tell
from loaders.options import fact_options, facts_of

if TYPE_CHECKING:
    from graph.contents import Lines
    from graph.draft import Change, Draft
    from graph.records import Reading
    from graph.view import View
    from loaders.corpus import Refused, Told
    from loaders.document import Document
    from loaders.run import Read
    from ontology.iri import Iri

PATHS = click.Path(path_type=Path)
#: Says where the documents are.
CORPUS = "RODATRADEN_CORPUS"
#: What the command exits with when a file was refused.
REFUSED = 3


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
        _say(f"Refused: {each.reason}")
    taken = _take_in(files, packages, directory, refused) if files or packages else {}
    if taken:
        _summary(directory, taken)
    if refused:
        _say(f"{len(refused)} refused, {len(taken)} loaded. What was refused, and why, is said above.")
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
            _say(f"[{number}/{len(files)}] {told.path}")
            with _refusing(told.path, refused):
                _take_reading(reading, draft, taken)
        for package in packages:
            _say(f"Data package {package}")
            with _refusing(package, refused):
                _take_package(package, draft, taken, refused)
        if draft.changed:
            _say(f"Writing to {directory} …")
    for fault in draft.faults:
        _say(f"Warning: not all could be derived. This is a fault in Röda tråden, not in the files: {fault}")
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
        _say(f"  Refused: {error}")
        refused.append(Refused(path, str(error)))


def _warn_of_nothing(reading: "Reading") -> None:
    if not reading.records:
        _say("  Warning: nothing in it was recognised as what plans state. All its text is kept, as prose.")


def _summary(directory: Path, taken: "dict[str, Change]") -> None:
    """What each document brought, told from the store itself."""
    view = opened(directory).view()
    for document in view.documents():
        if document.file_name in taken:
            _say(f"\n{document.file_name}: {taken[document.file_name].value}\n  {document.title}")
            _say_contents(view, document.document)


def _say_contents(view: "View", document: "Iri") -> None:
    from graph.contents import contents, lines

    held = contents(view, document)
    _say(f"  {sum(held.things.values())} things{_listed(held.things)}")
    _say(f"  {sum(held.findings.values())} findings{_listed(held.findings)}")
    unread = len(lines(view, document).unread)
    if unread:
        _say(f"  {unread} lines look like a table's and were not understood: `rodatraden coverage` lists them")
    else:
        _say("  every line that looks like a table's was understood")


def _listed(counts: "dict[Iri, int]") -> str:
    return ": " + ", ".join(f"{count} {kind.local}" for kind, count in counts.items()) if counts else ""


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
            _say(f"Refused: {read.reason}")
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


@click.command()
@click.argument("paths", metavar="[PATH…]", nargs=-1, type=PATHS)
@output_option
@store_option
def verify(paths: tuple[Path, ...], form: str, directory: Path) -> None:
    """Whether every passage that the graph quotes still stands in its source file, just where the graph says.

    PATH is a file, a folder or a corpus file where the sources are; without, $RODATRADEN_CORPUS, else this folder. Exits
    1 where a file is not at hand, is not the one that was loaded, or a passage has moved or is lost; what hangs on a
    lost passage is listed as suspect.
    """
    from graph.suspect import suspicion
    from loaders.corpus import Told
    from loaders.run import find
    from loaders.verified import as_answer, as_lines
    from loaders.verify import verify as verified

    store = opened(directory)
    view, reviews = store.view(), store.reviews()
    sources = find(paths or [Path(os.environ.get(CORPUS) or ".")])
    for each in sources:
        if not isinstance(each, Told):
            _say(f"Passed over: {each.reason}")
    found = verified(view, [each for each in sources if isinstance(each, Told)])
    suspicions = [suspicion(view, (fault.quoted.passage for fault in each.lost), reviews) for each in found]
    show(form, as_answer(found, suspicions), lambda: as_lines(found, suspicions))
    if not all(each.proved for each in found):
        raise SystemExit(1)


def _say(message: str) -> None:
    tell(message, err=True)


COMMANDS = (load, show_, coverage, verify)
