"""The sheets of a workbook that holds a plan: one for each family of records, with the columns of all its kinds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.fields import record_types
from graph.iris import PLAN_SLUGS
from graph.records import Record
from graph.terms import spelled
from graph.vocabulary import called, family, objects, vocabulary
from graph.workbook.columns import Column, columns_of
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Rdf, Rdfs, Unit

#: What the first cell of the first sheet says in a workbook of this form.
MARK = "Röda tråden: en plan som arbetsbok, version 1"
READ_ME, PLAN, ORGANISATIONS, LISTS = "Läs mig", "Plan", "Organisationer", "Listor"
#: Headings of the columns that each sheet begins with.
KEY, KIND = "Nyckel", "Slag"
#: A row whose key begins so is an example and is not read.
EXAMPLE = "Exempel"
#: What parts several things in one cell; where one of them has a semicolon itself, a bar.
SEMICOLON, BAR = ";", "|"
#: A cell that holds a text without any signs.
NOTHING = "(tomt)"
YES, NO = "ja", "nej"
#: The order in which a person thinks of a plan.
ORDER = (
    "FocusArea", "Perspective", "Goal", "Assignment", "Activity", "Milestone", "Measure", "IndicatorValue", "BudgetLine",
    "Amount", "ControlPoint", "Risk", "StatusReport", "Intention", "Statement", "Reference",
)  # fmt: skip
#: What others' units are called here.
UNITS = {Unit.PERCENT: "procent", Unit.MIN: "minuter", Unit.HR: "timmar", Unit.DAY: "dagar"}


@dataclass(frozen=True)
class Fact:
    """One line of the sheet about the plan itself: its name in code, its heading, what to write."""

    name: str
    heading: str
    about: str


FACTS = (
    Fact("kind", "Slag av plan", "Välj i listan."),
    Fact("title", "Titel", "Så som den står på försättsbladet."),
    Fact("first", "Första år", "Planens första år; för en årsredovisning året den gäller."),
    Fact("last", "Sista år", "Planens sista år. Tomt: samma som det första."),
    Fact("year", "Utgåvans år", "Behövs bara om utgåvan inte bär namn efter första året."),
    Fact("code", "Länskod", "Regionens länskod hos SCB, två siffror, till exempel 19."),
    Fact("region", "Region", "Regionens namn. Tomt: namnet som hör till länskoden."),
    Fact(
        "organisation",
        "Organisation",
        "Vems planen är: nämnd, förvaltning eller enhet. Står även på bladet Organisationer.",
    ),
    Fact("based_kind", "Bygger på: slag", "Planen som denna säger att den bygger på, om det finns en."),
    Fact("based_title", "Bygger på: titel", ""),
    Fact("based_first", "Bygger på: första år", ""),
    Fact("based_last", "Bygger på: sista år", ""),
    Fact("based_organisation", "Bygger på: organisation", ""),
    Fact("replaces", "Ersätter dokument", "Filnamnet på ett inläst dokument som denna arbetsbok ska ersätta."),
)
#: The head of the sheet about the plan, and of that of organisations.
FACT_HEAD = ("Uppgift", "Svar", "Förklaring")
ORGANISATION_HEAD = ("Namn", "Kortnamn", "Överordnad organisation")


@dataclass(frozen=True)
class Form:
    """One sheet: its name, what it is, the kinds of records that its rows are, its columns."""

    name: str
    about: str
    kinds: tuple[type[Record], ...]
    columns: tuple[Column, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands in its head."""
        return (KEY, *((KIND,) if len(self.kinds) > 1 else ()), *(column.heading for column in self.columns))


@cache
def forms() -> tuple[Form, ...]:
    """All sheets of records, in their order; a new kind of record makes its own."""
    families: dict[Iri, list[type[Record]]] = {}
    for kind in record_types():
        if issubclass(kind, Record):
            families.setdefault(family(kind.CLASS), []).append(kind)
    return tuple(_form(name, kinds) for name, kinds in sorted(families.items(), key=lambda each: _rank(each[0])))


def _rank(name: Iri) -> tuple[int, str]:
    return (ORDER.index(name.local) if name.local in ORDER else len(ORDER)), name.local


def _form(name: Iri, kinds: list[type[Record]]) -> Form:
    columns: dict[str, Column] = {}
    for kind in kinds:
        for column in columns_of(kind):
            columns.setdefault(column.field, column)
    label = called(name, "sv")
    listed = sorted(columns.values(), key=lambda each: (each.inferred, each.aside, not each.required))
    return Form(label[:1].upper() + label[1:], comment(name), tuple(kinds), tuple(listed))


def form_of(kind: type[Record]) -> Form | None:
    """The sheet that records of a kind, or of any kind under it, stand on; None where they stand on several."""
    found = [form for form in forms() if any(issubclass(each, kind) for each in form.kinds)]
    return found[0] if len(found) == 1 else None


@cache
def referred_to() -> frozenset[Form]:
    """The sheets whose rows other rows refer to by their keys."""
    targets = (column.target for form in forms() for column in form.columns if column.target)
    return frozenset(form for target in targets if (form := form_of(target)))


@cache
def comments() -> dict[str, str]:
    """What the ontology says of its terms, in Swedish."""
    return {
        spelled(quad.subject): spelled(quad.object)
        for quad in vocabulary()
        if quad.predicate.value == Rdfs.NS + "comment" and getattr(quad.object, "language", None) == "sv"
    }


def comment(term: Iri) -> str:
    """What the ontology says of a term; nothing of a term of others."""
    return comments().get(term, "")


@cache
def concepts(predicate: Iri) -> dict[str, Iri]:
    """The words that a column of concepts takes, and what they mean."""
    if predicate == rt.unit:
        ours = {called(unit, "sv"): unit for unit in _members(rt.Unit)}
        return {word: unit for unit, word in UNITS.items()} | ours
    return {called(each, "sv"): each for kind in _ranges(predicate) for each in _members(kind)}


@cache
def kinds_of(form: Form) -> dict[str, type[Record]]:
    """The words that the column of kinds takes."""
    return {called(kind.CLASS, "sv"): kind for kind in form.kinds}


@cache
def plan_kinds() -> dict[str, Iri]:
    """The words for kinds of plans."""
    return {called(kind, "sv"): kind for kind in PLAN_SLUGS}


def _ranges(predicate: Iri) -> Iterator[Iri]:
    """The classes of what a predicate says; faults are said of findings alone."""
    pending = [objects(predicate, Rdfs.NS + "range")]
    seen: list[str] = []
    while pending:
        for each in pending.pop():
            seen.append(each)
            pending += [objects(each, predicate_of) for predicate_of in (UNION, FIRST, REST)]
    yield from (Iri(each) for each in seen if each.startswith(rt.RT) and each != rt.Fault)


UNION = "http://www.w3.org/2002/07/owl#unionOf"
FIRST, REST = Rdf.NS + "first", Rdf.NS + "rest"


def _members(kind: Iri) -> list[Iri]:
    """The concepts of a scheme, in the ontology's order."""
    found = {
        spelled(quad.subject)
        for quad in vocabulary()
        if quad.predicate.value == Rdf.type and spelled(quad.object) == kind
    }
    return [each for each in vars(rt).values() if isinstance(each, Iri) and each in found]
