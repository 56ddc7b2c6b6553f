"""Code that asks a question: a template for each language, and the question spelled so that the language has it exactly."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from string import Template

from webapp.workbench import code
from webapp.workbench.wanted import Wanted


@dataclass(frozen=True)
class Code:
    """A language: how it spells a text, and what asks in it: `$endpoint`, `$query` and `$graphs` stand in the templates.

    `graph` spells one parameter of the dataset, `$name` and `$value`; without it a question with a dataset has no such code.
    `triples` is for questions answered by triples; empty where the language has nothing to say of them.
    """

    name: str
    order: int
    label: str
    quoted: Callable[[str], str]
    rows: str
    triples: str = ""
    graph: str = ""
    note: object = ""


@dataclass(frozen=True)
class Snippet:
    """Code to copy."""

    name: str
    label: str
    text: str
    note: object


@cache
def languages() -> tuple[Code, ...]:
    """All languages in order."""
    modules = (import_module(f"{code.__name__}.{each.name}") for each in iter_modules(code.__path__))
    return tuple(sorted((module.CODE for module in modules), key=lambda each: each.order))


def snippets(wanted: Wanted, endpoint: str, form: str) -> tuple[Snippet, ...]:
    """The code that asks a question of an endpoint, in each language; `form` is that of its answer."""
    graphs = wanted.fields[1:]
    able = (each for each in languages() if each.graph or not graphs)
    made = ((each, each.triples if form == "triples" else each.rows) for each in able)
    return tuple(
        Snippet(each.name, each.label, filled(each, template, endpoint, wanted.query, graphs), each.note)
        for each, template in made
        if template
    )


def filled(language: Code, template: str, endpoint: str, query: str, graphs: Sequence[tuple[str, str]] = ()) -> str:
    """A template with its values in it, each spelled as its language has it."""
    spelled = "".join(
        Template(language.graph).substitute(name=language.quoted(name), value=language.quoted(value))
        for name, value in graphs
    )
    return Template(template).substitute(
        endpoint=language.quoted(endpoint), query=language.quoted(query), graphs=spelled
    )
