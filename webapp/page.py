"""What a page is, and which there are: a module in `webapp/pages` that ends in `PAGE`. The folder is the registry."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint

from graph.view import View
from ontology.iri import Iri
from webapp import pages
from webapp.sheet import Sheet
from webapp.things import Head


@dataclass(frozen=True)
class ThingPage:
    """A page on each thing of some classes: its template, and what reads the `page` that the template shows.

    `sheet` is what the page shows as a table, to be taken along in the forms that `webapp.sheet` knows; the template's `sheet`.
    """

    kinds: tuple[Iri, ...]
    template: str
    read: Callable[[View, Head], object]
    sheet: Callable[[View, Head], Sheet] | None = None


@cache
def modules() -> tuple[ThingPage | Blueprint, ...]:
    """The `PAGE` of every module in the folder."""
    names = sorted(module.name for module in iter_modules(pages.__path__))
    return tuple(import_module(f"{pages.__name__}.{name}").PAGE for name in names)


def blueprints() -> tuple[Blueprint, ...]:
    """The pages that have addresses of their own."""
    return tuple(page for page in modules() if isinstance(page, Blueprint))


@cache
def thing_pages() -> dict[Iri, ThingPage]:
    """The pages on things, by class."""
    return {kind: page for page in modules() if isinstance(page, ThingPage) for kind in page.kinds}
