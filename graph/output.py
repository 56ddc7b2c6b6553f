"""In which form a command tells what it found: a tree or lines to read, a table, CSV or JSON to go on with."""

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import click

from graph.answer import Answer, Value
from graph.terminal import tell
from ontology.iri import Iri

Command = TypeVar("Command", bound=Callable[..., object])
TREE, TABLE, CSV, JSON = FORMS = ("tree", "table", "csv", "json")
#: A cell that begins so is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def output_option(command: Command) -> Command:
    """Give a command `--format tree|table|csv|json`, handed on as `form`."""
    option = click.option(
        "--format", "form", type=click.Choice(FORMS), default=TREE, show_default=True, help="How the answer is written."
    )
    return option(command)


def show(form: str, answer: Answer, tree: Callable[[], str]) -> None:
    """Print an answer in one of the forms; `tree` makes the one to read."""
    match form:
        case "table":
            from graph.text_table import as_table

            tell(as_table(answer))
        case "csv":
            click.echo(as_csv(answer), nl=False)
        case "json":
            click.echo(as_json(answer))
        case _:
            tell(tree())


def as_csv(answer: Answer) -> str:
    """RFC 4180, with a line of column names; text that a spreadsheet would take for a formula begins with an apostrophe."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow(map(_cell, row))
    return lines.getvalue()


def as_json(answer: Answer) -> str:
    """A list with an object a row; decimals are numbers, dates as ISO 8601 writes them."""
    rows = [dict(zip(answer.columns, map(_jsonable, row), strict=True)) for row in answer.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _jsonable(value: Value) -> str | bool | int | float | None:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat()


def _cell(value: Value) -> str:
    """A value whole; only texts are guarded, since a number may well begin with a minus."""
    from graph.text_table import plain

    match value:
        case Iri():
            return str(value)
        case str() if value.startswith(FORMULA):
            return f"'{value}"
    return plain(value)
