"""Which formats there are: the modules of this folder that end in `FORMAT = Format(...)`."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import loaders.formats
from loaders.errors import UnreadablePlan
from loaders.formats.format import Format


@cache
def formats() -> tuple[Format, ...]:
    """All formats, by name."""
    package = loaders.formats
    modules = (import_module(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__))
    found = (getattr(module, "FORMAT", None) for module in modules)
    return tuple(sorted((each for each in found if isinstance(each, Format)), key=lambda each: each.name))


def accepted(path: Path) -> bool:
    """Whether some format answers to the file's ending, in whatever case."""
    return any(path.suffix.lower() in each.suffixes for each in formats())


def format_of(path: Path) -> Format:
    """The format that answers to the file's ending; raises UnreadablePlan, telling the endings there are."""
    found = next((each for each in formats() if path.suffix.lower() in each.suffixes), None)
    if found is None:
        ending = f"files ending in {path.suffix}" if path.suffix else "files without an ending"
        raise UnreadablePlan(f"{path}: {ending} cannot be read. Give one of: {', '.join(endings())}.")
    return found


def endings() -> list[str]:
    """All endings that are accepted."""
    return sorted(suffix for each in formats() for suffix in each.suffixes)
