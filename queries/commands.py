"""The command that asks: a question of ours by name, one in a file, one from standard input."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option

if TYPE_CHECKING:
    from graph.results import Form
    from queries.book import Query

#: An endpoint may take so many seconds.
PATIENCE = 60.0
FORMS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "jsonld")


@click.command()
@click.argument("question", metavar="[FILE|NAME|-]", required=False)
@click.option("--param", "parameters", metavar="KEY=VALUE", multiple=True, help="A parameter's value; repeatable.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="table", show_default=True, help="table cuts cells."
)
@click.option("--endpoint", metavar="URL", help="Ask an endpoint of SPARQL 1.1 there, and no store.")
@click.option("--show", is_flag=True, help="Print the SPARQL with its parameters in it, and don't ask.")
@store_option
def query(
    question: str | None, parameters: tuple[str, ...], form: str, endpoint: str | None, directory: Path, *, show: bool
) -> None:
    """Ask a question in SPARQL: in a FILE, one of ours by NAME, or from standard input (-).

    Without a question, those of ours are listed. Nothing is changed, and no other server is asked but that of
    --endpoint. $name in the question stands for the parameter of that name.
    """
    if question is None:
        _list()
        return
    from graph.results import Form, write_answer
    from queries.bind import bound

    text = bound(_found(question), dict(map(_pair, parameters)))
    if not endpoint:
        _refuse_from(text)
    if show:
        click.echo(text, nl=False)
        return
    if endpoint:
        _ask_there(endpoint, text, Form(form))
        return
    # The engine does not hear of an interruption while it works; the reader loses nothing by an abrupt end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    write_answer(opened(directory).view(), text, Form(form), sys.stdout.buffer)


def _ask_there(address: str, text: str, form: "Form") -> None:
    """Ask an endpoint, and print what comes, as it comes; a table is made here."""
    from graph.asking.outcome import Question
    from graph.remote import Endpoint
    from graph.reread import answer
    from graph.results import ROWS, TRIPLES, Form
    from graph.text_table import as_table

    endpoint = Endpoint(address, PATIENCE)
    if form is Form.TABLE:
        written = endpoint.ask(Question(text, Form.JSON, Form.NTRIPLES))
        sys.stdout.buffer.write(f"{as_table(answer(written))}\n".encode())
    else:
        rows, triples = (form if form in forms else None for forms in (ROWS, TRIPLES))
        sys.stdout.buffer.write(endpoint.ask(Question(text, rows, triples)).body)


def _refuse_from(text: str) -> None:
    """Raise QueryError for a question that chooses its graphs by FROM: it would be answered from all of them."""
    from graph.errors import QueryError
    from queries.tokens import words

    if "FROM" in words(text):
        raise QueryError(
            "FROM is not heeded here: all graphs are asked together. Name one with GRAPH <…> { … } instead."
        )


def _pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not (name and equals):
        raise click.UsageError(f"--param must be KEY=VALUE; it is {given}.")
    return name, value


def _found(question: str) -> "Query":
    """The question that is meant: standard input, a file, or one of ours. Raises UnknownThing, QueryError."""
    from queries.book import named, parsed

    if question == "-":
        return parsed(sys.stdin.read(), "standard input")
    path = Path(question)
    if not path.is_file():
        return named(question)
    try:
        return parsed(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path} cannot be read as UTF-8 text: {error}.") from error


def _list() -> None:
    from queries.book import book

    for topic in dict.fromkeys(each.topic for each in book().values()):
        click.echo(topic)
        for each in book().values():
            if each.topic == topic:
                names = " ".join(f"[{parameter.name}]" for parameter in each.parameters)
                click.echo(f"  {each.name} {names}".rstrip() + f"\n      {each.title.en if each.title else ''}")


COMMANDS = (query,)
