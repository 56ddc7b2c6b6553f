"""The commands that check the store, write it out, and go back and forth in it."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.terminal import tell

if TYPE_CHECKING:
    from graph.answer import Value

#: Shapes find many things alike: this many of a kind are shown.
SHOWN = 20
FORMATS = ("nquads", "trig", "turtle", "jsonld", "datapackage", "xlsx")


@click.command()
@store_option
def check(directory: Path) -> None:
    """Whether the graph was written rightly: the ontology's shapes over each document. Exits 1 on violations."""
    from rdflib.namespace import SH

    from graph.shapes import check as checked
    from graph.text_table import shortened

    view = opened(directory).view()
    grave = False
    for document in view.documents():
        found = checked(view, document.document)
        severities = Counter(violation.severity.local for violation in found)
        grave = grave or any(str(violation.severity) == str(SH.Violation) for violation in found)
        counts = ", ".join(f"{count} {severity}" for severity, count in severities.most_common()) or "all right"
        tell(f"{document.file_name}: {counts}")
        for violation in found[:SHOWN]:
            where = " ".join(filter(None, (shortened(violation.focus), violation.path.rpartition("#")[2])))
            tell(f"  {violation.severity.local}: {where}: {'; '.join(violation.messages)}")
        if len(found) > SHOWN:
            tell(f"  … and {len(found) - SHOWN} more")
    if grave:
        raise SystemExit(1)


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="nquads", show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path), help="A file or a package's folder; it appears when it is whole."
)
@click.option(
    "--document", "documents", multiple=True, help="Only this document, by its file name; for xlsx. Repeatable."
)
@click.option("--facts", is_flag=True, help="Only facts and figures: no long texts, no comments, no names of persons.")
@store_option
def export(form: str, out: Path | None, documents: tuple[str, ...], directory: Path, *, facts: bool) -> None:
    """Write the whole graph to standard output or to a file, or all documents to a data package or to workbooks.

    N-Quads and TriG keep the documents' graphs apart; Turtle and JSON-LD hold the union of all. A data package is a
    folder of CSV files with a description (Frictionless); `rodatraden load` reads it back. xlsx writes a plan as the
    workbook that `rodatraden template` makes: --out names a file for one document, a folder for several. Edit it and
    load it again: it takes the place of the document that it was made of.
    """
    if facts and form != "datapackage":
        raise click.UsageError("--facts goes with --format datapackage.")
    if documents and form != "xlsx":
        raise click.UsageError("--document goes with --format xlsx.")
    if form == "datapackage":
        _export_package(out, directory, facts=facts)
    elif form == "xlsx":
        _export_workbooks(out, documents, directory)
    else:
        _export_graph(form, out, directory)


def _export_package(out: Path | None, directory: Path, *, facts: bool) -> None:
    from graph.datapackage.package import export_package

    if out is None:
        raise click.UsageError("A data package is a folder: name it with --out.")
    export_package(opened(directory).view(), out, only_facts=facts)


def _export_workbooks(out: Path | None, documents: tuple[str, ...], directory: Path) -> None:
    from graph.workbook.export import chosen, export_workbooks

    if out is None:
        raise click.UsageError("Name a workbook (.xlsx), or a folder for several, with --out.")
    view = opened(directory).view()
    wanted = chosen(view, documents)
    if out.suffix.lower() == ".xlsx" and not out.is_dir() and len(wanted) != 1:
        named = ", ".join(each.file_name for each in wanted)
        raise click.UsageError(
            f"These are {len(wanted)} documents: {named}. Choose one with --document, or name a folder."
        )
    for path in export_workbooks(view, wanted, out):
        tell(str(path), err=True)


def _export_graph(form: str, out: Path | None, directory: Path) -> None:
    from graph.export import Format, export_file
    from graph.export import export as exported

    if out and out.is_dir():
        raise click.UsageError(f"{out} is a folder. Name a file with --out.")
    view = opened(directory).view()
    if out:
        export_file(view, Format(form), out)
    else:
        exported(view, Format(form), sys.stdout.buffer)


@click.command()
@store_option
def derive(directory: Path) -> None:
    """Derive anew all that follows from the documents together: threads, suggested links, findings."""
    store = opened(directory)
    store.view()
    with store.writing() as draft:
        draft.renew()
    for fault in draft.faults:
        tell(f"Warning: not all could be derived. This is a fault in Röda tråden: {fault}", err=True)
    tell(f"Derived anew from {len(store.view().documents())} documents.", err=True)


@click.command()
@click.argument("document")
@store_option
def drop(document: str, directory: Path) -> None:
    """Take a document out whole. DOCUMENT is its file name, with or without ending, or its IRI."""
    with opened(directory).writing() as draft:
        gone = draft.drop(document)
    tell(f"Dropped {gone.file_name}, “{gone.title}”. `rodatraden rollback` takes it back.", err=True)


@click.command()
@store_option
def documents(directory: Path) -> None:
    """The documents in the store."""
    held = opened(directory).view().documents()
    _print_table(("file", "title", "plan"), tuple((each.file_name, each.title, each.plan) for each in held))


@click.command()
@store_option
def versions(directory: Path) -> None:
    """The versions that the store keeps, the oldest first; the current one is marked."""
    kept = opened(directory).versions()
    rows = tuple(
        ("*" if each.current else "", each.number, f"{each.made:%Y-%m-%d %H:%M:%S}", ", ".join(each.documents))
        for each in kept
    )
    _print_table(("", "version", "made", "documents"), rows)


@click.command()
@click.argument("number", type=int)
@store_option
def rollback(number: int, directory: Path) -> None:
    """Make version NUMBER the current one: an earlier one, or a later one again."""
    version = opened(directory).rollback(number)
    tell(f"Version {version.number} is read now: {', '.join(version.documents) or 'no documents'}.", err=True)


def _print_table(columns: tuple[str, ...], rows: tuple[tuple["Value", ...], ...]) -> None:
    from graph.answer import Answer
    from graph.text_table import as_table

    tell(as_table(Answer(columns, rows)))


COMMANDS = (check, export, derive, drop, documents, versions, rollback)
