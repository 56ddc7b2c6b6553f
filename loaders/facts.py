"""What a document is: kind, title, period, organisation, region; told by the corpus file or flags, else by its text."""

import re
from dataclasses import dataclass, fields, replace

from graph.place import Place
from graph.records import Doubt, Organisation, Plan, Region
from loaders.built_on import built_on
from loaders.document import Document, Line
from loaders.errors import UnreadablePlan
from loaders.family import doubt
from loaders.telling import Telling
from loaders.words.regions import REGIONS
from loaders.words.swedish import organisation_slug
from ontology import rt
from ontology.iri import Iri

KINDS: dict[str, Iri] = {
    kind.local: kind
    for kind in (rt.ManagementPlan, rt.OperationalPlan, rt.UnitPlan, rt.AnnualReport, rt.RegionalPlan, rt.InterimReport)
}


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is told of a document from outside; None where nothing is."""

    type: str | None = None
    title: str | None = None
    region: str | None = None
    region_name: str | None = None
    organisation: str | None = None
    parent_organisation: str | None = None
    abbreviation: str | None = None
    period: tuple[int, int] | None = None

    def over(self, other: "Facts") -> "Facts":
        """These facts, completed by others where these say nothing."""
        return replace(
            other, **{field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}
        )


def plan_of(document: Document, told: Facts) -> tuple[Plan, list[Doubt]]:
    """The plan that a document is, and a doubt for each fact that had to be inferred from its text.

    Raises UnreadablePlan where kind, period or organisation is neither told nor can be found.
    """
    read = not_contradicted(inferred(document), told)
    facts = told.over(read)
    title = facts.title or document.source.name
    kind = KINDS.get(facts.type or "")
    missing = [
        name
        for name, value in (("type", kind), ("period", facts.period), ("organisation", facts.organisation))
        if not value
    ]
    if missing or not kind or not facts.period or not facts.organisation:
        raise UnreadablePlan(
            f"{document.source.name}: cannot tell its {', '.join(missing)}. Say so in a corpus file or with "
            + ", ".join(f"--{name}" for name in missing)
            + f" (types: {', '.join(KINDS)})."
        )
    region = region_of(facts)
    plan = Plan(
        kind=kind,
        title=title,
        year=facts.period[0],
        period_start=facts.period[0],
        period_end=facts.period[1],
        organisation=organisation(facts, region),
        region=region,
        based_on=None if kind == rt.RegionalPlan else built_on(document, region),
        place=title_place(document, title),
    )
    return plan, [*guesses(document, told, read), *unknown_region(document, region)]


def inferred(document: Document) -> Facts:
    """What the document itself tells."""
    telling = Telling(document)
    code, name = telling.region
    return Facts(
        type=telling.kind.local if telling.kind else None,
        title=telling.title,
        region=code,
        region_name=name,
        organisation=telling.organisation,
        abbreviation="region" if telling.of_region else None,
        period=telling.period,
    )


def not_contradicted(read: Facts, told: Facts) -> Facts:
    """The facts read, without those that go with a region or an organisation other than the one told."""
    return replace(
        read,
        region_name=None if told.region else read.region_name,
        abbreviation=None if told.organisation else read.abbreviation,
    )


def region_of(facts: Facts) -> Region:
    """The region by its code; one whose code is no region's has the name that is told, else one made of its code."""
    code = facts.region or ""
    return Region(code=code, name=facts.region_name or REGIONS.get(code, f"Region {code or '?'}"))


def organisation(facts: Facts, region: Region) -> Organisation:
    """The organisation with its parent."""
    name = facts.organisation or ""
    parent = facts.parent_organisation
    above = Organisation(name=parent, slug=organisation_slug(parent), region=region) if parent else None
    return Organisation(name=name, slug=facts.abbreviation or organisation_slug(name), region=region, parent=above)


def title_place(document: Document, title: str) -> Place | None:
    """Where the text gives its title, blanks and dashes aside."""
    wanted = folded(title)
    line = next((line for line in document.lines if not line.blank and folded(line.text) == wanted), None)
    return document.place(line.start, line.end) if line else None


def folded(text: str) -> str:
    """A title for comparing."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def first_printed(document: Document) -> Line:
    """The first line that is not blank."""
    return next(line for line in document.lines if not line.blank)


def guesses(document: Document, told: Facts, read: Facts) -> list[Doubt]:
    """A doubt for each fact that was not told but read."""
    place = document.cut_lines([first_printed(document)]).place
    skipped = {"abbreviation", *(["region"] if read.region_name else [])}
    return [
        doubt(
            rt.PlanFactInferred,
            place,
            f"Uppgiften {field.name} är inte angiven utan läst ur texten: {getattr(read, field.name)}.",
            f"The fact {field.name} was not told but read from the text: {getattr(read, field.name)}.",
            severity=rt.Info,
        )
        for field in fields(told)
        if field.name not in skipped and getattr(told, field.name) is None and getattr(read, field.name) is not None
    ]


def unknown_region(document: Document, region: Region) -> list[Doubt]:
    """A doubt where the county code is not one of a region's."""
    if region.code in REGIONS:
        return []
    place = document.cut_lines([first_printed(document)]).place
    return [
        doubt(
            rt.UnknownRegion,
            place,
            f"Länskoden ”{region.code}” ({region.name}) hör inte till någon region.",
            f"The county code “{region.code}” ({region.name}) is no region's.",
        )
    ]
