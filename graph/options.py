"""What all commands share: which store, and how its directory is opened. Nothing heavy is imported before it is used."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from graph.store import DirectoryStore

Command = TypeVar("Command", bound=Callable[..., object])
VARIABLE = "RODATRADEN_STORE"


def default_directory() -> Path:
    """Where a user's store lives when nothing else is said."""
    from platformdirs import user_data_path

    return user_data_path("rodatraden") / "store"


def store_option(command: Command) -> Command:
    """Give a command `--store DIR`, handed on as `directory`."""
    option = click.option(
        "--store",
        "directory",
        metavar="DIR",
        type=click.Path(path_type=Path),
        envvar=VARIABLE,
        default=default_directory,
        help=f"The store's directory. Default: ${VARIABLE}, else one of your own.",
    )
    return option(command)


def opened(directory: Path) -> "DirectoryStore":
    """The store in a directory."""
    from graph.store import DirectoryStore

    return DirectoryStore(directory)
