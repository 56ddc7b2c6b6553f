"""The commands that ask the store, check it, and go back and forth in it."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.terminal import short, tell

if TYPE_CHECKING:
    from graph.answer import Value
    from graph.network import Thing
    from graph.paths import Path as Way
    from graph.trace import Area, Trace
    from graph.view import View

#: Shapes find many things alike: this many of a kind are shown.
SHOWN = 20
FORMATS = ("nquads", "trig", "turtle", "jsonld", "datapackage")


@click.command()
@click.argument("name")
@click.option("--year", type=int, help="The plan edition (its first year).")
@click.option("--region", help="County code, such as 19.")
@store_option
def trace(name: str, year: int | None, region: str | None, directory: Path) -> None:
    """What serves an assignment, by focus area, and in which file and line each stands.

    NAME is its number ("RF12"), a part of its text, or its IRI.
    """
    from graph.trace import trace as traced

    for number, found in enumerate(traced(opened(directory).view(), name, year, region)):
        tell(("\n" if number else "") + _tree(found))


def _tree(found: "Trace") -> str:
    edition = found.edition
    lines = [
        f"{edition.title} ({edition.organisation}, {edition.region_name})",
        f"{short(found.label)}  {_at(found.stands)}",
    ]
    if found.text is None:
        lines.append("   (only mentioned in this plan, not described)")
    elif found.text != found.label:
        lines.append(f"   {found.text}")
    lines += [f"   under: {area}" for area in found.own_areas]
    if not found.areas:
        lines.append("└─ no activity in this plan says that it serves this assignment")
    for area in found.areas:
        lines += _branch(area, last=area is found.areas[-1])
    return "\n".join(lines)


def _branch(area: "Area", *, last: bool) -> list[str]:
    """A focus area with its activities."""
    corner, stem = ("└─ ", "   ") if last else ("├─ ", "│  ")
    inferred = "" if area.told else " (inferred from the order of the text)"
    name = f"{short(area.name)}{inferred}  {_at(area.stands)}" if area.name else "(no focus area told)"
    lines = [corner + name]
    for activity in area.serving:
        twig = "└─ " if activity is area.serving[-1] else "├─ "
        notes = ([f"part of {short(activity.part_of)}"] if activity.part_of else []) + list(activity.statuses)
        lines.append(
            f"{stem}{twig}{short(activity.label)}{''.join(f' ({note})' for note in notes)}  {_at(activity.stands)}"
        )
    return lines


def _at(stands: tuple[object, ...]) -> str:
    return f"[{', '.join(map(str, stands))}]" if stands else ""


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@store_option
def path(start: str, end: str, directory: Path) -> None:
    """The shortest ways from A to B through what the plans state, each thing with its source lines.

    A and B are IRIs, printed numbers, labels or parts of labels. Exits 1 where there is no way.
    """
    from graph.network import Network
    from graph.paths import paths

    view = opened(directory).view()
    ways = paths(Network(view), start, end)
    for number, way in enumerate(ways):
        tell(("\n" if number else "") + _steps(view, way))
    if not ways:
        tell(f"There is no way from {start} to {end}.", err=True)
        raise SystemExit(1)


def _steps(view: "View", way: "Way") -> str:
    lines = [_told(view, way.start)]
    for step in way.steps:
        arrow = f"─{step.link.local}→" if step.forward else f"←{step.link.local}─"
        lines.append(f"  {arrow} {'' if step.stated else '(inferred) '}{_told(view, step.thing)}")
    return "\n".join(lines)


def _told(view: "View", thing: "Thing") -> str:
    """A thing with its class, its name and where it stands."""
    from graph.stands import stands
    from graph.text_table import shortened

    return (
        f"{short(thing.label)}  ({thing.kind.local}, {shortened(thing.iri)})  {_at(stands(view, thing.iri))}".rstrip()
    )


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
@click.option("--facts", is_flag=True, help="Only facts and figures: no long texts, no comments, no names of persons.")
@store_option
def export(form: str, out: Path | None, directory: Path, *, facts: bool) -> None:
    """Write the whole graph to standard output or to a file, or all documents to a data package.

    N-Quads and TriG keep the documents' graphs apart; Turtle and JSON-LD hold the union of all. A data package is a
    folder of CSV files with a description (Frictionless); `rodatraden load` reads it back.
    """
    if form == "datapackage":
        _export_package(out, directory, facts=facts)
    elif facts:
        raise click.UsageError("--facts goes with --format datapackage.")
    else:
        _export_graph(form, out, directory)


def _export_package(out: Path | None, directory: Path, *, facts: bool) -> None:
    from graph.datapackage.package import export_package

    if out is None:
        raise click.UsageError("A data package is a folder: name it with --out.")
    export_package(opened(directory).view(), out, only_facts=facts)


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


COMMANDS = (trace, path, check, export, drop, documents, versions, rollback)
