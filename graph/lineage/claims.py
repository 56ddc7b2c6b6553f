"""What a later plan says of what it leaves out, and what reports say of it: each is theirs, with where they say it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.derived.items import Edition, Item, Items
from graph.lineage.folding import folded
from graph.lineage.words import content, overlap
from graph.terms import node, spelled
from graph.view import View
from ontology import rt
from ontology.iri import Iri

SENTENCE = re.compile(r"(?<=[.!?])\s+")
ENDED_WELL = r"(?:slutförd|avslutad|avslutats|genomförd|genomförts|färdig|klar[at]?\b|uppnådd|uppnåtts)"
DONE = re.compile(rf"\b{ENDED_WELL}", re.I)
#: "utan att vara slutförda", "som inte är klara".
NOT_DONE = re.compile(
    rf"\b(?:inte|ej|utan att)(?:\s(?:är|var|vara|bli|blivit|har|ha|helt|ännu)){{0,3}}\s{ENDED_WELL}", re.I
)
LEFT_OUT = re.compile(
    r"\b(?:utgått|utgår|utgick|utelämna|saknar?\b|saknas|tagits bort|lyfts (?:ut|bort)|inte längre|finns inte|återfinns inte"
    r"|(?:inte|ej)(?: \w+){0,2} (?:med|kvar|upp)\b|inte återfinns|luck(?:a|or)\b)",
    re.I,
)
SPOKEN_OF = {
    rt.Activity: re.compile(r"aktivitet|insats|åtgärd|\bnummer|\bnumren|numrering", re.I),
    rt.Assignment: re.compile(r"uppdrag", re.I),
    rt.Measure: re.compile(r"indikator|\bmått", re.I),
}
#: So much of two titles must be the same words for a report to be on the same.
ALIKE = 0.7
#: A shorter name may stand in any text.
NAME_LENGTH = 8
UNDERTAKINGS = frozenset({rt.Activity, rt.Assignment, rt.Goal})
#: What may still be meant where a plan's text has its name; figures' names stand everywhere.
NAMED = frozenset({rt.Goal, rt.FocusArea, rt.Activity})
REPORTS = frozenset({rt.AnnualReport, rt.InterimReport})


@dataclass(frozen=True)
class Claim:
    """That what a plan leaves out is done: the sentence that says so, and its passage."""

    sentence: str
    passage: Iri


@dataclass(frozen=True)
class Report:
    """What a report says of something that is called by `words`: the status as the report names it."""

    iri: Iri
    status: str
    words: frozenset[str]
    edition: Edition


@dataclass(frozen=True)
class Said:
    """What is said of a thing that a plan leaves out; `mentioned` where the plan's text still has its name."""

    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    mentioned: bool = False


@dataclass(frozen=True)
class Claims:
    """What all plans and reports say of what is left out."""

    claims: Mapping[Iri, tuple[Claim, ...]] = field(default_factory=dict)
    texts: Mapping[Iri, str] = field(default_factory=dict)
    reports: Mapping[Iri, tuple[Report, ...]] = field(default_factory=dict)

    def about(self, item: Item, edition: Edition) -> Said:
        """What is said of an item that an edition leaves out. What a plan claims of numbers is said of numbered things."""
        spoken = SPOKEN_OF.get(item.family)
        claims = self.claims.get(edition.plan, ()) if spoken and item.notation else ()
        name = folded(item.title or item.description)
        return Said(
            claims=tuple(each for each in claims if spoken and spoken.search(each.sentence))[:1],
            reports=tuple(self._reports(item, edition)) if item.family in UNDERTAKINGS else (),
            mentioned=item.family in NAMED and len(name) >= NAME_LENGTH and name in self.texts.get(edition.plan, ""),
        )

    def _reports(self, item: Item, edition: Edition) -> Iterator[Report]:
        """What reports on the years from that before the item's edition until the edition say, the newest first."""
        words = frozenset(content(item.title or item.description))
        for report in self.reports.get(item.edition.organisation, ()):
            timely = item.edition.year - 1 <= report.edition.year < edition.year
            if timely and words & report.words and overlap(words, report.words, _evenly) >= ALIKE:
                yield report


def read_claims(view: View, items: Items) -> Claims:
    """What the documents of a version say of what they leave out."""
    claims: dict[Iri, tuple[Claim, ...]] = {}
    texts: dict[Iri, str] = {}
    for edition in items.editions:
        passages = dict(_passages(view, edition))
        claims[edition.plan] = tuple(_claims(passages))
        texts[edition.plan] = " ".join(map(folded, passages.values()))
    return Claims(claims, texts, _reports(items))


def _passages(view: View, edition: Edition) -> Iterator[tuple[Iri, str]]:
    for quad in view.engine.quads_for_pattern(None, node(rt.exactText), None, node(edition.document)):
        yield Iri(spelled(quad.subject)), spelled(quad.object)


def _claims(passages: Mapping[Iri, str]) -> Iterator[Claim]:
    for passage, text in sorted(passages.items()):
        if DONE.search(text) and LEFT_OUT.search(text):
            yield from (Claim(each, passage) for each in SENTENCE.split(" ".join(text.split())) if _claims_so(each))


def _claims_so(sentence: str) -> bool:
    """Whether a sentence says that what is left out is done."""
    return bool(DONE.search(sentence) and LEFT_OUT.search(sentence) and not NOT_DONE.search(sentence))


def _reports(items: Items) -> Mapping[Iri, tuple[Report, ...]]:
    """What is reported on what, by organisation, the newest first."""
    found: defaultdict[Iri, list[Report]] = defaultdict(list)
    for edition in sorted(items.editions, key=lambda each: -each.year):
        if edition.kind in REPORTS:
            found[edition.organisation] += _reported(items, items.of_family(edition, rt.StatusReport))
    return {organisation: tuple(reports) for organisation, reports in found.items()}


def _reported(items: Items, reports: Iterable[Item]) -> Iterator[Report]:
    for report in reports:
        for target in report.linked(rt.reportsOn):
            if (about := items.by_iri.get(target)) and about.family in UNDERTAKINGS:
                status = report.label.partition(":")[0]
                words = frozenset(content(about.title or about.description))
                yield Report(report.iri, status, words, report.edition)


def _evenly(_: str) -> float:
    return 1.0
