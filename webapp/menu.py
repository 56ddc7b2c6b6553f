"""The menu: groups of pages by what people want; each page's module says with `MENU` where it stands in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from flask import request
from flask_babel import lazy_gettext

from webapp import pages

#: The groups in their order.
GROUPS = {
    "follow": lazy_gettext("Följ"),
    "measure": lazy_gettext("Mät"),
    "compare": lazy_gettext("Jämför"),
    "review": lazy_gettext("Granska"),
    "ask": lazy_gettext("Fråga"),
}


@dataclass(frozen=True)
class Entry:
    """A page in the menu: its group (of GROUPS), its place there, its endpoint with values, and what it is called."""

    group: str
    order: int
    endpoint: str
    label: object
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def here(self) -> bool:
        """Whether the request asks for it."""
        asked = {**request.args, **(request.view_args or {})}
        return request.endpoint == self.endpoint and all(
            asked.get(name) == value for name, value in self.values.items()
        )


@dataclass(frozen=True)
class Group:
    """A group, of GROUPS, and its pages in order."""

    name: str
    label: object
    entries: tuple[Entry, ...]


@cache
def _entries() -> tuple[Entry, ...]:
    """What the pages' modules say."""
    names = sorted(module.name for module in iter_modules(pages.__path__))
    modules = [import_module(f"{pages.__name__}.{name}") for name in names]
    return tuple(entry for one in modules for entry in getattr(one, "MENU", ()))


def menu(*others: Entry) -> tuple[Group, ...]:
    """All groups that have pages, with entries of an application's own."""
    found = sorted((*others, *_entries()), key=lambda entry: entry.order)
    groups = (Group(name, GROUPS[name], tuple(entry for entry in found if entry.group == name)) for name in GROUPS)
    return tuple(group for group in groups if group.entries)
