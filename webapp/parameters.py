"""The parameters of a question as its form shows them: what may be chosen, and what is known to be there."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.headings import InTwo
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdfs, Skos
from queries.book import Parameter, Query
from webapp.ask import ask, once_a_version
from webapp.editions import editions
from webapp.languages import language
from webapp.order import order

#: So many known values are offered for a field that takes any text.
OFFERED = 400
#: What such a field asks for: a property of the things of a class.
ASKED: Mapping[tuple[str, str], tuple[Iri, Iri]] = {
    ("assignment", "string"): (rt.Assignment, Skos.notation),
    ("responsible", "string"): (rt.Activity, rt.responsible),
    ("indicator", "string"): (rt.Indicator, Iri(Rdfs.label)),
    ("line", "string"): (rt.BudgetLine, Iri(Dcterms.title)),
    ("label", "string"): (rt.Activity, Iri(Rdfs.label)),
}


@dataclass(frozen=True)
class Field:
    """One of a question's parameters: what is given; `choices` are all there are, with what they are called.

    `known` are some that there are, where any text may be given. `whole` is true of numbers.
    """

    name: str
    label: str
    given: str
    whole: bool
    choices: tuple[tuple[str, str], ...]
    known: tuple[str, ...]


def fields(view: View, query: Query, values: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields of a question's form with their values."""
    return tuple(_field(view, each, values.get(each.name, each.default or "")) for each in query.parameters)


def _field(view: View, parameter: Parameter, given: str) -> Field:
    return Field(
        name=parameter.name,
        label=said(parameter.label),
        given=given,
        whole=parameter.type == "integer",
        choices=_choices(view, parameter.name, given),
        known=known_values(view).get((parameter.name, parameter.type), ()),
    )


def said(text: InTwo | None) -> str:
    """A text in the request's language."""
    return str(getattr(text, language(), ""))


def _choices(view: View, name: str, given: str) -> tuple[tuple[str, str], ...]:
    """All values that there are and what they are called, with what is given though there is no such."""
    found = choices(view).get(name, {})
    if found and given and given not in found:
        found = {**found, given: given}
    return tuple(found.items())


@once_a_version
def choices(view: View) -> dict[str, dict[str, str]]:
    """The regions, editions and files that there are, by the name of the parameter that asks for one."""
    every = editions(view)
    return {
        "region": {each.region.local: each.region_label for each in every},
        "year": {str(year): str(year) for year in sorted({each.year for each in every}, reverse=True)},
        "file": {file: file for file in sorted({each.file for each in every})},
    }


@once_a_version
def known_values(view: View) -> dict[tuple[str, str], tuple[str, ...]]:
    """What is known to be there for each field that takes any text, in the order that people have words in."""
    return {name: _known(view, kind, property_) for name, (kind, property_) in ASKED.items()}


def _known(view: View, kind: Iri, property_: Iri) -> tuple[str, ...]:
    found = {str(value) for (value,) in ask(view, "known_values", kind=kind, property=property_).rows}
    return tuple(sorted(found, key=order)[:OFFERED])
