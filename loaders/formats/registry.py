"""Which formats there are: the modules of this folder that end in `FORMAT = Format(...)`; and which a file is of."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import loaders.formats
from loaders.errors import UnreadablePlan
from loaders.formats.content import KINDS, kind_of
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
    return answering(path.suffix) is not None


def format_of(path: Path) -> Format:
    """The format of a file: what its content is for certain, else what answers to its ending.

    Raises UnreadablePlan, telling what it is, or the endings there are; OSError where it cannot be opened.
    """
    named, kind = answering(path.suffix), kind_of(path)
    if kind and (held := answering(kind)):
        return held
    if kind and (named is None or named.name == "text"):
        raise UnreadablePlan(f"{path}: this is {KINDS[kind]}, which cannot be read. {SAVE}")
    if named is None:
        ending = f"files ending in {path.suffix}" if path.suffix else "files without an ending"
        raise UnreadablePlan(f"{path}: {ending} cannot be read. Give one of: {', '.join(endings())}.")
    return named


def misnamed(path: Path) -> str | None:
    """What a file is where its ending says otherwise, and it is read all the same; None where it is what it says."""
    try:
        kind = kind_of(path)
    except OSError:
        return None
    held = answering(kind) if kind else None
    return KINDS[kind] if kind and held and held is not answering(path.suffix) else None


def endings() -> list[str]:
    """All endings that are accepted."""
    return sorted(suffix for each in formats() for suffix in each.suffixes)


def answering(suffix: str) -> Format | None:
    """The format that answers to an ending, in whatever case; None where none does."""
    return next((each for each in formats() if suffix.lower() in each.suffixes), None)


SAVE = "Save it as PDF, Word (.docx) or text, and load that."
