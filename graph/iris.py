"""What each thing is called in the graph: readable, the same on every machine and from whichever file format.

A plan's things live under its own base, `…/id/19/hsf/forvaltningsplan-2026/`. Their names come from what is printed,
never from where it stands: no line, page, file name or checksum is part of any IRI but a passage's and a document's.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import PurePath

from graph.passages import passage_name
from graph.place import Span
from graph.records import (
    Amount,
    Doubt,
    Element,
    IndicatorValue,
    Measure,
    Organisation,
    Plan,
    Record,
    Region,
    StatusReport,
)
from ontology import rt
from ontology.iri import Iri

BASE = Iri("https://w3id.org/rodatraden/id/")

#: What the kinds of plan are called in IRIs.
PLAN_SLUGS: dict[Iri, str] = {
    rt.ManagementPlan: "forvaltningsplan",
    rt.OperationalPlan: "verksamhetsplan",
    rt.UnitPlan: "enhetsplan",
    rt.AnnualReport: "arsredovisning",
    rt.RegionalPlan: "regionplan",
    rt.InterimReport: "delarsrapport",
}
SLUG_LENGTH = 60


@lru_cache(maxsize=10_000)
def slug(text: str, length: int = SLUG_LENGTH) -> str:
    """The text in a-z, 0-9 and hyphens, cut at `length` characters: "Ökad mobil vård" is "okad-mobil-vard"."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:length].rstrip("-") or "unnamed"


def owner(record: Record) -> Element | None:
    """What a value, an amount or a status report belongs to; None for what stands by itself."""
    if isinstance(record, IndicatorValue | Amount):
        return record.of
    return record.reports_on if isinstance(record, StatusReport) else None


def names_in_turn(wanted: Iterable[str]) -> list[str]:
    """The names, each once: where one is taken, the next in order gets `-2`, `-3`."""
    taken: set[str] = set()
    given = []
    for name in wanted:
        free = next(each for n in count(1) if (each := name if n == 1 else f"{name}-{n}") not in taken)
        taken.add(free)
        given.append(free)
    return given


@dataclass(frozen=True)
class Minter:
    """Gives things their IRIs under a base, which ends in a slash."""

    base: Iri = BASE

    def graph(self, kind: str) -> Iri:
        """The named graph of a kind of derived statements: "inference", "findings"."""
        return Iri(f"{self.base}graph/{kind}")

    def document(self, file_name: str) -> Iri:
        """A document, by its file name without folder and ending; it is the name of its graph, too."""
        return Iri(f"{self.base}document/{slug(PurePath(file_name).stem, 120)}")

    def region(self, region: Region) -> Iri:
        """A region, by its county code, or its name where it has none."""
        return Iri(f"{self.base}{slug(region.code or region.name)}")

    def organisation(self, organisation: Organisation) -> Iri:
        """An organisation, under its region."""
        return Iri(f"{self.region(organisation.region)}/{slug(organisation.slug)}")

    def plan_base(self, plan: Plan) -> Iri:
        """What the IRIs of all that a plan states begin with; ends in a slash."""
        kind = PLAN_SLUGS.get(plan.kind) or slug(plan.kind.local)
        return Iri(f"{self.organisation(plan.organisation)}/{kind}-{plan.year}/")

    def plan(self, plan: Plan) -> Iri:
        """The plan itself."""
        return Iri(self.plan_base(plan) + "plan")

    def passage(self, plan: Plan, span: Span, text: str) -> Iri:
        """A trimmed stretch of the plan's text."""
        return Iri(f"{self.plan_base(plan)}passage/{passage_name(span, text)}")

    def records(self, plan: Plan, records: Sequence[Record]) -> dict[Record, Iri]:
        """All records of a plan, equals numbered in their order; what a record belongs to must be among them.

        Values, amounts and status reports are named under their owners.
        """
        named: dict[Record, Iri] = {}
        for depth in range(1 + max(map(_depth, records), default=0)):
            level = [record for record in dict.fromkeys(records) if _depth(record) == depth]
            wanted = _owned(level, named) if depth else [self.plan_base(plan) + _own_name(record) for record in level]
            named |= zip(level, map(Iri, names_in_turn(wanted)), strict=True)
        return named

    def suggestion(self, subject: Iri, relation: Iri, other: Iri) -> Iri:
        """A link that no document states, under the thing it starts from."""
        return Iri(f"{subject}/{slug(_words(relation))}/{slug(other.removeprefix(self.base), 240)}")

    def findings(self, plan: Plan, doubts: Sequence[Doubt]) -> list[Iri]:
        """The findings that a plan's doubts become, by their kind and what they are about."""
        wanted = [slug(f"{_words(doubt.kind)} {doubt.about.label if doubt.about else ''}") for doubt in doubts]
        return [Iri(f"{self.plan_base(plan)}finding/{name}") for name in names_in_turn(wanted)]


def _depth(record: Record) -> int:
    above = owner(record)
    return 0 if above is None else 1 + _depth(above)


def _own_name(record: Record) -> str:
    if isinstance(record, Measure) and record.variant:
        # The variant tells equals apart: the title gives way to it, by whole words.
        variant = slug(record.variant, 2 * SLUG_LENGTH // 3)
        return f"{record.SEGMENT}/{_whole_words(slug(record.title), SLUG_LENGTH - len(variant) - 1)}-{variant}"
    return f"{record.SEGMENT}/{slug(record.name_in_iri)}"


def _whole_words(name: str, length: int) -> str:
    """As many words of a slug as fit, at least the first's beginning."""
    if len(name) <= length:
        return name
    return name[: length + 1].rpartition("-")[0] or name[:length].rstrip("-")


def _owned(records: Sequence[Record], named: dict[Record, Iri]) -> list[str]:
    """The names wanted by what has an owner: with its column where that tells it from others of its role and year."""
    plain = [f"{named[above]}/{_role(record)}" for record in records if (above := owner(record))]
    columns: dict[str, set[str]] = {}
    for name, record in zip(plain, records, strict=True):
        columns.setdefault(name, set()).add(_column(record))
    return [
        f"{name}-{slug(column)}" if (column := _column(record)) and len(columns[name]) > 1 else name
        for name, record in zip(plain, records, strict=True)
    ]


def _column(record: Record) -> str:
    return record.column or "" if isinstance(record, Element) else ""


def _role(record: Record) -> str:
    """What tells a value from others of its owner: "outcome-2024", "status-effect-2024"."""
    if isinstance(record, StatusReport):
        parts = ["status", record.aspect and _words(record.aspect), record.year]
    elif isinstance(record, IndicatorValue | Amount):
        parts = [_words(record.role), record.year]
    else:
        raise TypeError(f"{type(record).__name__} belongs to nothing")
    return slug(" ".join(str(part) for part in parts if part))


def _words(name: Iri) -> str:
    """The words in a concept's name: "regional plan budget" of `rt:RegionalPlanBudget`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.local).lower()
