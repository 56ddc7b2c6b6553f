"""The commands of the graph, one module for those that are about the same; each brings its `COMMANDS`."""

from importlib import import_module
from pkgutil import iter_modules

COMMANDS = tuple(
    command
    for module in iter_modules(__path__)
    for command in getattr(import_module(f"{__name__}.{module.name}"), "COMMANDS", ())
)
