"""Röda tråden from the command line, and the door for notebooks: the one place that knows all folders.

    import rodatraden
    plans = rodatraden.open("https://plans.example/")     # or a store's directory; your own store where none is named
    frame = plans.query("budget-by-year", year=2027)
    reading = rodatraden.read("plan.txt", type="UnitPlan", organisation="Hjälpmedel", period=(2031, 2031))
    answer = rodatraden.store().view().select("SELECT …")

Nothing heavy is imported before it is used, so that `rodatraden --help` answers at once.
"""

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.errors import GraphError, QueryError, UnknownDocument, UnknownThing, UnknownVersion
from graph.options import PICTURES, default_directory
from graph.terminal import tell
from loaders.errors import UnreadablePlan
from ontology.iri import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from client.frames import Library
    from client.plans import Plans
    from graph.iris import Minter
    from graph.pictures import Pictures
    from graph.records import Reading
    from graph.store import DirectoryStore, PlanStore
    from graph.stretches import Triple

__all__ = ["Iri", "open", "read", "store"]
#: The folders that bring commands, each in its `commands`.
FOLDERS = ("loaders", "queries", "graph", "webapp")
#: What the command exits with when something is wrong: what was asked for is not there, wrong usage, the rest.
NOT_THERE, USAGE, REFUSED = 1, 2, 3


def _questions(minter: "Minter") -> "Iterable[Triple]":
    """The query book, as a graph beside the documents'."""
    from queries.published import published

    return published(minter)


#: What the folders bring into each version of a store, as `graph.brought` takes it.
BROUGHT = {"questions": _questions}


def _pictures(store: "DirectoryStore") -> "Pictures":
    """What shows the pages of a store's source files, until the command ends."""
    from loaders.pictures import PagePictures

    drawing = PagePictures(store.sources.find)
    click.get_current_context().call_on_close(drawing.close)
    return drawing


def store(directory: str | Path | None = None) -> "DirectoryStore":
    """The store in a directory; the one of your own where none is given."""
    from graph.store import DirectoryStore

    return DirectoryStore(Path(directory) if directory else default_directory(), brought=BROUGHT)


def open(
    where: "str | PathLike[str] | PlanStore | None" = None, *, frame: "Library | None" = None, timeout: float = 60
) -> "Plans":
    """Plans to ask: in a store, by its directory; behind the http address of an explorer or an endpoint.

    Without either those in your own store, or in that which `RODATRADEN_STORE` names. `frame` is "pandas" or "polars",
    else what is installed; a question may take `timeout` seconds. Raises GraphError where there is nothing to ask.
    """
    from client.plans import opened

    return opened(where, frame, timeout)


def read(path: str | Path, **facts: Any) -> "Reading":  # noqa: ANN401  the fields of Facts, whatever their types
    """All that a file states; `facts` tell what its text does not, as in `loaders.facts.Facts`.

    Raises UnreadablePlan, which says what to do.
    """
    from loaders.corpus import Told, told_beside
    from loaders.facts import Facts
    from loaders.run import read as read_file

    path = Path(path)
    return read_file(Told(path, Facts(**facts).over(told_beside(path)))).reading


class Commands(click.Group):
    """All commands; what goes wrong in one of them is told without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; tell the errors that are ours, and exit with the code that fits."""
        try:
            return super().invoke(ctx)
        except (GraphError, UnreadablePlan) as error:
            tell(f"Error: {error}", err=True)
            ctx.exit(exit_code(error))


def exit_code(error: Exception) -> int:
    """What an error of ours exits with."""
    from graph.asking.outcome import Wrong

    match error:
        case UnknownThing() | UnknownDocument() | UnknownVersion():
            return NOT_THERE
        case QueryError() | Wrong():
            return USAGE
    return REFUSED


def version() -> str:
    """The version that is installed."""
    from importlib import metadata

    try:
        return metadata.version("rodatraden")
    except metadata.PackageNotFoundError:
        return "not installed"


def _tell_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"rodatraden {version()}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="The version.")
@click.pass_context
def commands(context: click.Context) -> None:
    """Röda tråden: Swedish regions' plans as a graph, every statement tied to the passage it came from.

    Exit codes: 0 all went well, 1 what was asked for is not there or the check failed, 2 wrong usage,
    3 a file or the store was refused.
    """
    context.obj = BROUGHT
    context.meta[PICTURES] = _pictures


for folder in FOLDERS:
    for command in import_module(f"{folder}.commands").COMMANDS:
        commands.add_command(command)


def main() -> None:
    """Run the command line; letters that the terminal lacks are escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    commands(prog_name="rodatraden")


if __name__ == "__main__":
    main()
