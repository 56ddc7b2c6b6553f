"""What a document itself tells of its kind, title, years, organisation and region.

Its title page goes before its headers and footers, these before its file's name, and all of them before its text, in
which other regions and bodies may be named as well.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import PurePath

from loaders.document import Document
from loaders.title_page import front_lines, title_page
from loaders.titles import BY_LEVEL, is_any_level, kind_in, period_in
from loaders.words.organisations import (
    BOARD,
    level_of,
    organisation_named,
    organisations_in,
    usual_spelling,
)
from loaders.words.regions import ANY, REGIONS, all_names, other_region, region_in_name, regions_in
from loaders.words.swedish import ascii_slug
from ontology import rt
from ontology.iri import Iri

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
LEVEL_OF_KIND: dict[Iri, str] = {rt.ManagementPlan: "administration", rt.OperationalPlan: "board", rt.UnitPlan: "unit"}
#: Kinds of plan that a region has as a whole, and those that look back.
OF_REGION = frozenset({rt.RegionalPlan, rt.AnnualReport, rt.InterimReport})
REPORTS = frozenset({rt.AnnualReport, rt.InterimReport})
SEVERAL_YEARS = re.compile(r"(?i)flerårsplan|treårs(?:plan|budget)")
THREE_YEARS = re.compile(r"(?<!\d)(20\d\d)\s+20\d\d\s+(20\d\d)(?!\d)")
SPAN = re.compile(r"(?<!\d)(20\d\d)\s?(?:[-–]|till)\s?(20\d\d)(?!\d)")


class Telling:
    """One document: each fact that it tells, None for each that it does not."""

    def __init__(self, document: Document) -> None:
        """Prepare to look in a document."""
        self.document = document
        self.page = title_page(document)
        self.title = self.page.title.text if self.page.title else None
        self.stem = PurePath(document.source.name).stem

    @cached_property
    def kind(self) -> Iri | None:
        """The kind that the title tells, else the file's name, else how the text speaks of itself.

        Of a plan that every level has whose it is tells the kind.
        """
        if is_any_level(self.title or self.stem) or self.of_body:
            return BY_LEVEL[level_of(self.presented(None) or "")]
        return self.said_kind

    @cached_property
    def of_body(self) -> bool:
        """Whether a plan for several years, as regions have, presents itself as a body's; the region's own board puts forward the region's."""
        named = self.presented(None) or ""
        several = self.said_kind == rt.RegionalPlan and SEVERAL_YEARS.search(self.title or self.stem) is not None
        return several and level_of(named) is not None and not named.startswith("Regionstyrelse")

    @cached_property
    def said_kind(self) -> Iri | None:
        """The kind by words alone."""
        return kind_in(self.title) if self.title else kind_in_name(self.stem) or own_word(self.text)

    @cached_property
    def region(self) -> tuple[str | None, str | None]:
        """The county code, and the name where it is of none of the 21."""
        for text in ("\n".join(self.page.texts), "\n".join(self.margins)):
            if told := region_told(text):
                return told
        if code := region_in_name(self.stem):
            return code, None
        return region_told(re.sub(r"[_\s.-]+", " ", self.stem)) or region_most_named(self.document.source.text)

    @cached_property
    def organisation(self) -> str | None:
        """The organisation that the document presents itself as, else the region where it is one's as a whole.

        Where neither is told, the one that the text names most often.
        """
        if named := self.presented(self.kind):
            return named
        code, name = self.region
        return (name or REGIONS[code or ""]) if self.of_region else self.most_named(self.kind)

    @cached_property
    def of_region(self) -> bool:
        """Whether the document is a region's as a whole: it has a title and a region, and names nothing under it."""
        return bool(self.title and self.kind in OF_REGION and any(self.region) and not self.presented(self.kind))

    @cached_property
    def period(self) -> tuple[int, int] | None:
        """The years of the title, else of its page, else those that text and file name tell."""
        told = first_of(period_in, [self.title, *self.page.texts]) if self.title else None
        if told or not self.kind:
            return told
        named, within = period_in(re.sub(r"[_\s]+", " ", self.stem)), self.period_within(self.kind)
        return within if within and (not named or within[0] == named[0]) else named

    @cached_property
    def text(self) -> str:
        """The whole text on one line."""
        return " ".join(self.document.source.text.split())

    @cached_property
    def margins(self) -> tuple[str, ...]:
        """What pages repeat, each once."""
        return tuple(dict.fromkeys(line.text.strip() for line in self.document.margins))

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        """The names of a workbook's sheets."""
        return tuple(dict.fromkeys(run.spot.sheet for run in self.document.printed if run.spot.sheet))

    def presented(self, kind: Iri | None) -> str | None:
        """The organisation that the title page names, else headers and footers, the file's name, the sheets."""
        level = LEVEL_OF_KIND.get(kind) if kind else None
        for texts in (self.page.texts, self.margins):
            if found := [name for text in texts for name in organisations_in(text)]:
                fitting = [name for name in found if level_of(name) == level]
                return usual_spelling((fitting or found)[0], self.text)
        named = organisation_named(self.stem, self.text)
        return named or next((name for sheet in self.sheets for name in organisations_in(sheet)), None)

    def most_named(self, kind: Iri | None) -> str | None:
        """The organisation named most often: an administration in its plan, a board in a board's."""
        names = [match[0] for match in BOARD.finditer(self.text)]
        ending = ENDINGS.get(kind) if kind else None
        fitting = [name for name in names if not ending or ending in name.lower()]
        counted = Counter(fitting or names).most_common(1)
        return counted[0][0] if counted else None

    def period_within(self, kind: Iri) -> tuple[int, int] | None:
        """The three years that a plan's tables and text most often speak of; of a report, the first year told."""
        first = first_of(period_in, [line.text for line in front_lines(self.document)])
        if kind in REPORTS:
            return first
        years = Counter(
            (int(match[1]), int(match[2]))
            for pattern in (THREE_YEARS, SPAN)
            for match in pattern.finditer(self.text)
            if int(match[2]) - int(match[1]) == 2
        ).most_common(1)
        return years[0][0] if years else first


def first_of(read: Callable[[str], tuple[int, int] | None], texts: Iterable[str]) -> tuple[int, int] | None:
    """What the first text tells that tells anything."""
    return next(filter(None, map(read, texts)), None)


def own_word(text: str) -> Iri | None:
    """The kind of plan that a text without title most often speaks of as its own, where it does so clearly."""
    counts = Counter({kind: len(re.findall(words, text, re.IGNORECASE)) for words, kind in OWN_WORDS})
    (best, most), (_, next_most) = counts.most_common(2)
    return best if most > 2 and 4 * most >= 5 * next_most else None


def kind_in_name(stem: str) -> Iri | None:
    """The kind of plan that a file's name tells, written with å, ä and ö or without."""
    words = re.sub(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|[\s_.–-]+", " ", stem)
    spelt = {"arsredovisning": "årsredovisning", "forvaltningsplan": "förvaltningsplan", "namndplan": "nämndplan"}
    spelt |= {"delarsrapport": "delårsrapport", "delarsbokslut": "delårsbokslut", "arsrapport": "årsrapport"}
    for ascii_form, word in spelt.items():
        words = re.sub(ascii_form, word, words, flags=re.IGNORECASE)
    return kind_in(words)


def region_told(text: str) -> tuple[str | None, str | None] | None:
    """The region that a title page or a header names first: one of the 21, or another by its name."""
    known, any_name = all_names().search(text), ANY.search(text)
    if known and (not any_name or known.start() <= any_name.start()):
        return str(known.lastgroup)[1:], None
    other = other_region(text)
    if other:
        return ascii_slug(other.removeprefix("Region ")), other
    return (str(known.lastgroup)[1:], None) if known else None


def region_most_named(text: str) -> tuple[str | None, str | None]:
    """The region that a text names most often, of equals the first."""
    known = Counter(regions_in(text)).most_common(1)
    if known:
        return known[0][0], None
    others = Counter(match[0] for match in ANY.finditer(text)).most_common(1)
    name = other_region(others[0][0]) if others and others[0][1] > 1 else None
    return (ascii_slug(name.removeprefix("Region ")), name) if name else (None, None)
