"""The command that tells what is odd in the documents."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.output import show
from graph.terminal import tell

if TYPE_CHECKING:
    from graph.answer import Answer
    from graph.findings.told import Told
    from graph.view import View

#: As in graph.findings.told, the gravest first, and many of each.
SEVERITIES = {"error": "errors", "warning": "warnings", "info": "for information"}
FORMS = ("text", "table", "csv", "json")
COLUMNS = ("severity", "kind", "file", "line", "finding", "about", "places", "method", "thing")


@click.command()
@click.option("--min-severity", "least", type=click.Choice(tuple(SEVERITIES)), default="info", help="This and graver.")
@click.option("--document", help="Only of one document: its file name, with or without ending, or its IRI.")
@click.option("--kind", help="Only of a kind: a fault (SumDiffers) or what found it (sum-differs).")
@click.option("--language", type=click.Choice(("en", "sv")), default="en", show_default=True, help="Of the texts.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="How it is written."
)
@click.option("--fail-on", "fatal", type=click.Choice(tuple(SEVERITIES)), help="Exit 1 where one so grave is told.")
@store_option
def findings(
    least: str, document: str | None, kind: str | None, language: str, form: str, fatal: str | None, directory: Path
) -> None:
    """What is odd in the documents, the gravest first: what a careful controller would notice.

    Each with the file and line where it stands. With --fail-on, exits 1 where something so grave is told, else 0.
    """
    from graph.findings.told import told

    view = opened(directory).view()
    name = _document(view, document) if document else None
    chosen = [
        each
        for each in told(view, language)
        if each.gravity <= _gravity(least)
        and (name is None or name in each.documents)
        and (kind is None or kind.lower() in (each.fault.local.lower(), each.method))
    ]
    show(form, _table(chosen), lambda: "\n".join(map(_line, chosen)) or "Nothing of that sort was found.")
    if form == "text" and chosen:
        tell(_summary(chosen), err=True)
    if fatal and any(each.gravity <= _gravity(fatal) for each in chosen):
        raise SystemExit(1)


def _gravity(severity: str) -> int:
    return tuple(SEVERITIES).index(severity)


def _document(view: "View", wanted: str) -> str:
    """The document of a name; raises UnknownDocument, naming those there are."""
    from graph.errors import UnknownDocument
    from graph.iris import Minter

    held = view.documents()
    names = {wanted, Minter().document(wanted)}
    for each in held:
        if names & {each.document, each.file_name}:
            return each.document
    known = ", ".join(each.file_name for each in held)
    raise UnknownDocument(f"There is no document {wanted}. There are: {known}.")


def _line(finding: "Told") -> str:
    """ "plan.txt:848: error: the text [SumDiffers] (also plan.txt:850)"."""
    first, *more = dict.fromkeys(str(place.stand) for place in finding.places) or [finding.about_label]
    also = f" (also {', '.join(more[:6])}{' …' if len(more) > 6 else ''})" if more else ""
    return f"{first}: {finding.severity.local.lower()}: {finding.text} [{finding.fault.local}]{also}"


def _summary(findings: "list[Told]") -> str:
    counts = Counter(each.gravity for each in findings)
    told = ", ".join(f"{counts[number]} {many}" for number, many in enumerate(SEVERITIES.values()) if counts[number])
    return f"{len(findings)} findings: {told}."


def _table(findings: "list[Told]") -> "Answer":
    from graph.answer import Answer

    return Answer(
        COLUMNS,
        tuple(
            (
                each.severity.local.lower(),
                each.fault.local,
                each.places[0].stand.file if each.places else None,
                each.places[0].stand.first if each.places else None,
                each.text,
                each.about_label,
                ", ".join(dict.fromkeys(str(place.stand) for place in each.places)),
                each.method,
                each.about,
            )
            for each in findings
        ),
    )


COMMANDS = (findings,)
