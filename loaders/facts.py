"""What a document is: kind, title, period, organisation, region; told by the corpus file or flags, else by its text."""

import re
from dataclasses import dataclass, fields, replace

from graph.place import Place
from graph.records import Doubt, Organisation, Plan, Region
from loaders.built_on import built_on
from loaders.document import Document, Line
from loaders.errors import UnreadablePlan
from loaders.family import doubt
from loaders.swedish import REGIONS, organisation_slug, region_code
from ontology import rt
from ontology.iri import Iri

KINDS: dict[str, Iri] = {
    kind.local: kind
    for kind in (rt.ManagementPlan, rt.OperationalPlan, rt.UnitPlan, rt.AnnualReport, rt.RegionalPlan, rt.InterimReport)
}
#: Words of titles and what they say of the kind, the surest first.
KIND_WORDS: tuple[tuple[str, Iri], ...] = (
    (r"årsredovisning|årsrapport|årsbokslut|verksamhetsberättelse", rt.AnnualReport),
    (r"delårsrapport|delårsbokslut|tertialrapport", rt.InterimReport),
    (r"förvaltningsplan", rt.ManagementPlan),
    (r"regionplan", rt.RegionalPlan),
    (r"enhetsplan|aktivitetsplan|styrkort", rt.UnitPlan),
    (r"verksamhetsplan|nämndplan|nämndens plan", rt.OperationalPlan),
)
PERIOD = re.compile(r"(20\d\d)(?:\s*[-–]\s*(20\d\d|\d\d))?(?!\d)")
BOARD = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:-)?(?:\s(?:och|för)\s[a-zåäö]+|\s[a-zåäö]+)?(?:nämnden|nämnd|förvaltningen|förvaltning)\b"
)


@dataclass(frozen=True)
class Facts:
    """What is told of a document from outside; None where nothing is."""

    type: str | None = None
    title: str | None = None
    region: str | None = None
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
    read = inferred(document)
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
    region = Region(code=facts.region or "", name=REGIONS.get(facts.region or "", f"Region {facts.region or '?'}"))
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


def organisation(facts: Facts, region: Region) -> Organisation:
    """The organisation with its parent."""
    name = facts.organisation or ""
    parent = facts.parent_organisation
    above = Organisation(name=parent, slug=organisation_slug(parent), region=region) if parent else None
    return Organisation(name=name, slug=facts.abbreviation or organisation_slug(name), region=region, parent=above)


def inferred(document: Document) -> Facts:
    """What the text itself tells in its first printed lines, and for the region anywhere."""
    front = [line for line in document.lines if not line.blank][:40]
    titled = next((line for line in front if kind_in(line.text) and len(line.text) < 120), None)
    named = next((match[0] for line in front if (match := BOARD.search(line.text))), None)
    period = period_in(titled.text) if titled else None
    kind = kind_in(titled.text) if titled else None
    return Facts(
        type=kind.local if kind else None,
        title=document.cut_lines([titled]).text if titled else None,
        region=region_code(document.source.text),
        organisation=named,
        period=period or next(filter(None, (period_in(line.text) for line in front)), None) if kind else None,
    )


def kind_in(text: str) -> Iri | None:
    """The kind of plan that a title names."""
    return next((kind for words, kind in KIND_WORDS if re.search(words, text, re.IGNORECASE)), None)


def period_in(text: str) -> tuple[int, int] | None:
    """The first and last year in a title."""
    match = PERIOD.search(text)
    if not match:
        return None
    first, last = int(match[1]), match[2] or match[1]
    return first, int(last) if len(last) == 4 else first // 100 * 100 + int(last)


def title_place(document: Document, title: str) -> Place | None:
    """Where the text gives its title, blanks and dashes aside."""
    wanted = folded(title)
    line = next((line for line in document.lines if not line.blank and folded(line.text) == wanted), None)
    return Place((document.span(line.start, line.end),)) if line else None


def folded(text: str) -> str:
    """A title for comparing."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def first_printed(document: Document) -> Line:
    """The first line that is not blank."""
    return next(line for line in document.lines if not line.blank)


def guesses(document: Document, told: Facts, read: Facts) -> list[Doubt]:
    """A doubt for each fact that was not told but read."""
    place = document.cut_lines([first_printed(document)]).place
    return [
        doubt(
            rt.PlanFactInferred,
            place,
            f"Uppgiften {field.name} är inte angiven utan läst ur texten: {getattr(read, field.name)}.",
            f"The fact {field.name} was not told but read from the text: {getattr(read, field.name)}.",
            severity=rt.Info,
        )
        for field in fields(told)
        if getattr(told, field.name) is None and getattr(read, field.name) is not None
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
            f"Länskoden ”{region.code}” hör inte till någon region.",
            f"The county code “{region.code}” is no region's.",
        )
    ]
