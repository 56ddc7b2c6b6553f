"""What all commands share: which store, and how its directory is opened. Nothing heavy is imported before it is used."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, TypeVar

import click

from graph.derived.trust import LEAST

if TYPE_CHECKING:
    from graph.pictures import Pictures
    from graph.store import DirectoryStore

Command = TypeVar("Command", bound=Callable[..., object])
VARIABLE = "RODATRADEN_STORE"
#: What click's context keeps the maker of pictures under.
PICTURES = "graph.options.pictures"


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


def confidence_option(command: Command) -> Command:
    """Give a command `--confidence NUMBER`, handed on as `confidence`: from where up suggestions are followed."""
    option = click.option(
        "--confidence",
        type=click.FloatRange(0, 1),
        default=float(LEAST),
        show_default=True,
        help="Follow suggestions from here up.",
    )
    return option(command)


def edition_options(command: Command) -> Command:
    """Give a command `--year` and `--region`, which say what edition of which region's plans is meant."""
    year = click.option("--year", type=int, help="The plan edition (its first year).")
    return year(click.option("--region", help="County code, such as 19.")(command))


def commands_in(package: str, path: Iterable[str]) -> tuple[click.Command, ...]:
    """The commands that the modules of a package bring, each in its `COMMANDS`; `path` is the package's `__path__`."""
    modules = (import_module(f"{package}.{module.name}") for module in iter_modules(path))
    return tuple(command for module in modules for command in getattr(module, "COMMANDS", ()))


def opened(directory: Path) -> "DirectoryStore":
    """The store in a directory, into which the door's command brings what it told click's context of."""
    from graph.store import DirectoryStore

    context = click.get_current_context(silent=True)
    return DirectoryStore(directory, brought=context.find_object(dict) if context else None)


def pictures_of(store: "DirectoryStore") -> "Pictures | None":
    """What shows the pages of a store's source files, as the door makes it; None where there is no door."""
    context = click.get_current_context(silent=True)
    make = context.meta.get(PICTURES) if context else None
    return make(store) if make else None
