"""What a title tells: the kind of plan and the years it is about, in the words that regions use for their documents."""

import re

from loaders.words.organisations import level_of
from ontology import rt
from ontology.iri import Iri

#: Words of titles and what they say of the kind, the surest first.
KIND_WORDS: tuple[tuple[str, Iri], ...] = (
    (
        r"delårs(?:rapport|bokslut|redovisning|uppföljning)|(?:tertial|kvartals|månads|periods)(?:rapport|bokslut|uppföljning)"
        r"|uppföljningsrapport|delår(?!s)",
        rt.InterimReport,
    ),
    (r"årsredovisning|(?<!del)årsrapport|årsbokslut|verksamhetsberättelse|(?<!del)årsuppföljning", rt.AnnualReport),
    (r"förvaltningsplan|förvaltningens plan|förvaltningens verksamhetsplan", rt.ManagementPlan),
    (
        r"regionplan|landstingsplan|regionbudget|strategisk plan|flerårsplan(?! för)|treårs(?:plan|budget)",
        rt.RegionalPlan,
    ),
    (r"enhetsplan|aktivitetsplan|styrkort|avdelningsplan|klinikplan|områdesplan|divisionsplan", rt.UnitPlan),
    (
        r"verksamhetsplan|nämndplan|nämnds?plan|(?:nämndens|styrelsens) (?:verksamhets)?plan|nämndbudget|uppdragsplan",
        rt.OperationalPlan,
    ),
)
#: Words for plans that every level has: whose it is tells the kind.
ANY_LEVEL = re.compile(
    r"(?i)intern ?kontroll(?:s?plan)?|plan för (?:den )?intern(?:a)? kontroll(?:en)?|(?:detalj|års|drift)?budget(?!ram)|årsplan"
    r"|verksamhetsinriktning|uppdrag och mål|mål och uppdrag"
)
BY_LEVEL: dict[str | None, Iri] = {
    "board": rt.OperationalPlan,
    "company": rt.OperationalPlan,
    "administration": rt.ManagementPlan,
    "unit": rt.UnitPlan,
    None: rt.RegionalPlan,
}
#: Days, and what was decided when: no years of the plan.
NO_PERIOD = re.compile(
    r"(?i)20\d\d-\d\d-\d\d|\b\d{1,2}\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\s+20\d\d"
    r"|\(?\b(?:besluta\w*|beslut|fastställd|antagen|antagits|reviderad|godkänd|version|dnr|diarienr)\b.*"
)
#: "2027", "2027–2029", "2027-29", "2027/2028".
YEARS = re.compile(
    r"(?<![\d/§])(?P<first>20\d\d)(?:\s*(?:[-–—/]|till(?: och med)?|t\.?o\.?m\.?)\s*(?P<last>20\d\d|\d\d))?(?!\d)"
)
LONGEST_PERIOD = 10


def kind_in(text: str) -> Iri | None:
    """The kind of plan that a title names; of a plan that every level has, by whose it says it is."""
    for words, iri in KIND_WORDS:
        if re.search(words, text, re.IGNORECASE):
            return iri
    return BY_LEVEL[level_of(text)] if ANY_LEVEL.search(text) else None


def is_any_level(text: str) -> bool:
    """Whether a title names a plan whose kind depends on whose it is."""
    return ANY_LEVEL.search(text) is not None and not any(
        re.search(words, text, re.IGNORECASE) for words, _ in KIND_WORDS
    )


def period_in(text: str) -> tuple[int, int] | None:
    """The first and last year of a title: "2027 med plan för 2028–2029" goes from 2027 to 2029."""
    found = [years(match) for match in YEARS.finditer(NO_PERIOD.sub(" ", text))]
    if not found:
        return None
    first, last = found[0]
    for begin, end in found[1:]:
        if first <= begin <= last + 1 and end - first < LONGEST_PERIOD:
            last = max(last, end)
    return (first, last) if last - first < LONGEST_PERIOD else (first, first)


def years(match: re.Match[str]) -> tuple[int, int]:
    """The years of a match, the last perhaps in two digits."""
    first, last = int(match["first"]), match["last"] or match["first"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return (first, end) if end >= first else (first, first)
