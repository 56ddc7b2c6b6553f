"""What a document is: kind, title, period, organisation, region; told by the corpus file or flags, else by its text."""

import re
from collections import Counter
from dataclasses import dataclass, fields, replace

from graph.place import Place
from graph.records import Doubt, Organisation, Plan, Region
from loaders.built_on import built_on
from loaders.document import Document, Line
from loaders.errors import UnreadablePlan
from loaders.family import doubt
from loaders.layout.headings import is_heading
from loaders.words.swedish import REGIONS, organisation_slug, region_code
from ontology import rt
from ontology.iri import Iri

KINDS: dict[str, Iri] = {
    kind.local: kind
    for kind in (rt.ManagementPlan, rt.OperationalPlan, rt.UnitPlan, rt.AnnualReport, rt.RegionalPlan, rt.InterimReport)
}
#: Words of titles and what they say of the kind, the surest first.
KIND_WORDS: tuple[tuple[str, Iri], ...] = (
    (r"årsredovisning|(?<!del)årsrapport|årsbokslut|verksamhetsberättelse", rt.AnnualReport),
    (r"delårsrapport|delårsbokslut|tertialrapport", rt.InterimReport),
    (r"förvaltningsplan", rt.ManagementPlan),
    (r"regionplan", rt.RegionalPlan),
    (r"enhetsplan|aktivitetsplan|styrkort", rt.UnitPlan),
    (r"verksamhetsplan|nämndplan|nämndens plan", rt.OperationalPlan),
)
#: How a text speaks of itself: of a report in any form, of a plan in the definite.
OWN_WORDS: tuple[tuple[str, Iri], ...] = (
    (r"årsredovisning|(?<!del)årsrapport|verksamhetsberättelse", rt.AnnualReport),
    (r"delårsrapporten|tertialrapporten", rt.InterimReport),
    (r"förvaltningsplanen", rt.ManagementPlan),
    (r"enhetsplanen|aktivitetsplanen|styrkortet", rt.UnitPlan),
    (r"verksamhetsplanen|nämndplanen", rt.OperationalPlan),
)
#: What the name of the organisation ends with, by kind of plan.
ENDINGS: dict[Iri, str] = {rt.ManagementPlan: "förvaltning", rt.OperationalPlan: "nämnd"}
FRONT_LINES = 40
THREE_YEARS = re.compile(r"(?<!\d)(20\d\d)\s+20\d\d\s+(20\d\d)(?!\d)")
SPAN = re.compile(r"(?<!\d)(20\d\d)\s?(?:[-–]|till)\s?(20\d\d)(?!\d)")
PERIOD = re.compile(r"(20\d\d)(?:\s*[-–]\s*(20\d\d|\d\d))?(?!\d)")
BOARD = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:-)?(?:\s(?:och|för)\s[a-zåäö]+|\s[a-zåäö]+)?(?:nämnden|nämnd|förvaltningen|förvaltning)\b"
)


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


def inferred(document: Document) -> Facts:
    """What the text itself tells: by its title, else by how it speaks of itself, its years and its organisation."""
    front = [line for line in document.lines if not line.blank][:FRONT_LINES]
    titled = next((line for line in front if kind_in(line.text) and is_heading(document, line)), None)
    text = " ".join(document.source.text.split())
    kind = kind_in(titled.text) if titled else own_word(text)
    return Facts(
        type=kind.local if kind else None,
        title=document.cut_lines([titled]).text if titled else None,
        region=region_code(document.source.text),
        organisation=organisation_in(text, kind),
        period=((titled and period_in(titled.text)) or period_within(text, front, kind)) if kind else None,
    )


def own_word(text: str) -> Iri | None:
    """The kind of plan that a text without title most often speaks of as its own, where it does so clearly."""
    counts = Counter({kind: len(re.findall(words, text, re.IGNORECASE)) for words, kind in OWN_WORDS})
    (best, most), (_, next_most) = counts.most_common(2)
    return best if most > 2 and 4 * most >= 5 * next_most else None


def organisation_in(text: str, kind: Iri | None) -> str | None:
    """The organisation named most often: an administration in its plan, a board in a board's."""
    names = [match[0] for match in BOARD.finditer(text)]
    ending = ENDINGS.get(kind) if kind else None
    fitting = [name for name in names if not ending or ending in name.lower()]
    counted = Counter(fitting or names).most_common(1)
    return counted[0][0] if counted else None


def period_within(text: str, front: list[Line], kind: Iri | None) -> tuple[int, int] | None:
    """The three years that a plan's tables and text most often speak of; of a report, the first year told."""
    first = next(filter(None, (period_in(line.text) for line in front)), None)
    if kind in (rt.AnnualReport, rt.InterimReport):
        return first
    years = Counter(
        (int(match[1]), int(match[2]))
        for pattern in (THREE_YEARS, SPAN)
        for match in pattern.finditer(text)
        if int(match[2]) - int(match[1]) == 2
    ).most_common(1)
    return years[0][0] if years else first


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
