"""A way to look at an answer: which columns it takes, and what it draws of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from webapp.workbench import views
from webapp.workbench.columns import Column, Picker
from webapp.workbench.table import Table

Chosen = Mapping[str, Column | None]


@dataclass(frozen=True)
class Picture:
    """What is drawn: the template and what it takes, what it shows in one sentence, and all that is not drawn."""

    template: str
    drawn: object
    says: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """A way to look: `needs` says which columns it takes, `choose` chooses them and tells whether there are such."""

    name: str
    order: int
    label: object
    needs: object
    choose: Callable[[Picker], bool]
    draw: Callable[[Table, Chosen], Picture]


@cache
def every() -> Mapping[str, View]:
    """All views by name, in order."""
    modules = (import_module(f"{views.__name__}.{each.name}") for each in iter_modules(views.__path__))
    return {view.name: view for view in sorted((module.VIEW for module in modules), key=lambda view: view.order)}


def needed(chosen: Chosen, name: str) -> Column:
    """A column that must be there once a view fits."""
    column = chosen[name]
    if column is None:
        raise LookupError(name)
    return column
