"""The plan that a filled-in workbook is about, from its sheets "Plan" and "Organisationer"."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.place import Place
from graph.records import Organisation, Plan, Region
from graph.workbook.forms import FACT_HEAD, FACTS, ORGANISATION_HEAD, ORGANISATIONS, PLAN, plan_kinds
from loaders.document import Document, Row
from loaders.errors import UnreadablePlan
from loaders.facts import KINDS, Facts, organisation
from loaders.form.table import cell_name, folded, parted, sheets
from loaders.form.values import Unclear, whole
from loaders.words.regions import REGIONS
from loaders.words.swedish import organisation_slug
from ontology.iri import Iri


@dataclass(frozen=True)
class Answers:
    """What the sheet about the plan says, by fact; where each stands."""

    name: str
    texts: Mapping[str, str]
    rows: Mapping[str, Row]

    def whole(self, fact: str, otherwise: int | None = None) -> int | None:
        """A year. Raises UnreadablePlan, naming the cell, where it is none."""
        try:
            return whole(self.texts[fact]) if self.texts.get(fact) else otherwise
        except Unclear as error:
            raise self.refusal(fact, f"{error}.") from error

    def needed(self, fact: str) -> str:
        """An answer that must be there."""
        if not self.texts.get(fact):
            raise self.refusal(fact, "is empty.")
        return self.texts[fact]

    def refusal(self, fact: str, what: str) -> UnreadablePlan:
        """What is wrong with an answer, and where."""
        heading = next(each.heading for each in FACTS if each.name == fact)
        where = f", cell {cell_name(self.rows[fact], 1)}" if fact in self.rows else ""
        return UnreadablePlan(f"{self.name}, sheet {PLAN}{where}: {heading} {what} Fill it in.")

    def place(self, fact: str) -> Place | None:
        """Where an answer stands."""
        return self.rows[fact].place if fact in self.rows and self.texts.get(fact) else None


def plan_in(document: Document, told: Facts) -> tuple[Plan, Mapping[str, Organisation], str | None]:
    """The plan, the organisations by name, and which document it replaces. What is told from outside has the last word.

    Raises UnreadablePlan where a fact is missing, naming sheet and cell.
    """
    answers = answers_in(document, told)
    code = answers.needed("code")
    region = Region(code=code, name=answers.texts.get("region") or REGIONS.get(code, f"Region {code}"))
    known = organisations(document, region)
    whose = known_or_new(answers.needed("organisation"), known, region)
    if told.organisation:
        whose = organisation(told, region)
    first = answers.whole("first")
    if first is None:
        raise answers.refusal("first", "is empty.")
    plan = Plan(
        kind=kind_of(answers, "kind"),
        title=answers.needed("title"),
        year=answers.whole("year") or first,
        period_start=first,
        period_end=answers.whole("last") or first,
        organisation=whose,
        region=region,
        based_on=based_on(answers, known, region),
        place=answers.place("title"),
    )
    return plan, known, answers.texts.get("replaces") or None


def answers_in(document: Document, told: Facts) -> Answers:
    """What the sheet says, and over it what is told from outside."""
    sheet = parted(sheets(document).get(PLAN, ()), FACT_HEAD[0])
    headings = {folded(fact.heading): fact.name for fact in FACTS}
    rows = {headings[name]: row for row in sheet.rows if (name := folded(row.cells[0].text)) in headings}
    texts = {fact: row.cells[1].text for fact, row in rows.items() if len(row.cells) > 1}
    years = told.period or (None, None)
    outside = {
        "kind": told.type,
        "title": told.title,
        "code": told.region,
        "region": told.region_name,
        "organisation": told.organisation,
        "first": years[0] and str(years[0]),
        "last": years[1] and str(years[1]),
    }
    return Answers(document.source.name, texts | {fact: said for fact, said in outside.items() if said}, rows)


def kind_of(answers: Answers, fact: str) -> Iri:
    """A kind of plan by its word."""
    words = {folded(word): kind for word, kind in (plan_kinds() | KINDS).items()}
    found = words.get(folded(answers.needed(fact)))
    if found is None:
        raise answers.refusal(fact, f"must be one of: {', '.join(plan_kinds())}.")
    return found


def based_on(answers: Answers, known: Mapping[str, Organisation], region: Region) -> Plan | None:
    """The plan that this one builds on, where it says so."""
    first = answers.whole("based_first")
    if not answers.texts.get("based_title") or first is None:
        return None
    return Plan(
        kind=kind_of(answers, "based_kind"),
        title=answers.texts["based_title"],
        year=first,
        period_start=first,
        period_end=answers.whole("based_last") or first,
        organisation=known_or_new(answers.texts.get("based_organisation") or region.name, known, region),
        region=region,
        place=answers.place("based_title"),
    )


def organisations(document: Document, region: Region) -> Mapping[str, Organisation]:
    """The organisations by their folded names, each with the one above it."""
    sheet = parted(sheets(document).get(ORGANISATIONS, ()), ORGANISATION_HEAD[0])
    rows = {folded(row.cells[0].text): [cell.text for cell in row.cells] + ["", ""] for row in sheet.rows}
    made: dict[str, Organisation] = {}

    def make(name: str, below: tuple[str, ...] = ()) -> Organisation | None:
        if name not in rows or name in below:
            return None
        if name not in made:
            title, short, above = rows[name][:3]
            parent = make(folded(above), (*below, name)) if above else None
            made[name] = Organisation(name=title, slug=short or organisation_slug(title), region=region, parent=parent)
        return made[name]

    for name in rows:
        make(name)
    return made


def known_or_new(name: str, known: Mapping[str, Organisation], region: Region) -> Organisation:
    """An organisation of the sheet by its name, or one with that name."""
    return known.get(folded(name)) or Organisation(name=name, slug=organisation_slug(name), region=region)
