"""A follow-up as a table: a row a mention, a target, a budget."""

from collections.abc import Container, Iterable, Iterator

from graph.answer import Answer, Value
from graph.assignments import Edition as Plan
from graph.follow_up.follow_up import FollowUp
from graph.follow_up.money import MoneyRow
from graph.follow_up.standing import Followed, Mention
from graph.follow_up.targets import TargetRow
from graph.follow_up.ties import Tie
from graph.stands import stands
from graph.view import View
from ontology.iri import Iri

PARTS = ("items", "targets", "money")
COLUMNS = (
    "part", "edition", "organisation", "thing", "class", "iri", "line", "about_year", "planned", "told", "verdict", "why",
    "difference", "percent", "report", "report_year", "within_plan", "by", "confidence", "evidence", "source",
)  # fmt: skip
#: A row of any of the three parts, by column.
Row = dict[str, Value]


def table(view: View, found: Iterable[tuple[Plan, FollowUp]], parts: Container[str] = PARTS) -> Answer:
    """The follow-up of some plans, in some of PARTS."""
    rows = (row for plan, told in found for row in _rows(view, plan, told, parts))
    return Answer(COLUMNS, tuple(tuple(row.get(column) for column in COLUMNS) for row in rows))


def _rows(view: View, plan: Plan, told: FollowUp, parts: Container[str]) -> Iterator[Row]:
    head: Row = {"edition": plan.year, "organisation": plan.organisation}
    if "items" in parts:
        for item in told.items:
            yield from ({**head, "part": "item", **row} for row in _item_rows(view, item))
    if "targets" in parts:
        yield from ({**head, "part": "target", **_target_row(view, row)} for row in told.targets)
    if "money" in parts:
        yield from ({**head, "part": "money", **_money_row(view, line)} for line in told.money)


def _item_rows(view: View, followed: Followed) -> Iterator[Row]:
    """A row a mention; one without where nothing tells of the thing."""
    item = followed.item
    own: Row = {
        "thing": item.label, "class": item.kind.local, "iri": item.iri, "line": item.line, "verdict": followed.standing.value,
    }  # fmt: skip
    for each in followed.mentions:
        yield {**own, **_mentioned(view, each)}
    if not followed.mentions:
        yield own


def _mentioned(view: View, mention: Mention) -> Row:
    edition = mention.teller.edition
    return {
        "about_year": mention.year,
        "told": words(mention),
        "why": None if mention.teller.within else "before the plan",
        "report": edition.title,
        "report_year": edition.year,
        "within_plan": mention.teller.within,
        "source": source(view, mention.said.iri if mention.said else mention.row.iri),
        **_tied(mention.tie),
    }


def words(mention: Mention) -> str:
    """What a report says of a thing, part and comment with it; the row's name where it says nothing of how it goes."""
    if mention.said is None:
        return mention.row.label
    part = f" ({mention.said.part})" if mention.said.part else ""
    return f"{mention.said.words}{part}" + (f": {mention.said.comment}" if mention.said.comment else "")


def _tied(tie: Tie) -> Row:
    return {"by": tie.route.value, "confidence": tie.confidence, "evidence": tie.evidence or None}


def _target_row(view: View, row: TargetRow) -> Row:
    judgement, outcome = row.judgement, row.outcome
    found: Row = {
        "thing": row.item.label, "class": row.item.kind.local, "iri": row.item.iri, "line": row.item.line,
        "about_year": row.target.year, "planned": row.target.as_written, "verdict": judgement.verdict.value,
        "why": judgement.why.value if judgement.why else way(row),
    }  # fmt: skip
    if outcome is None:
        return found
    edition = outcome.item.edition
    return found | {
        "told": outcome.figure.as_written, "report": edition.title, "report_year": edition.year,
        "source": source(view, outcome.figure.iri), **_tied(outcome.tie),
    }  # fmt: skip


def way(row: TargetRow) -> str | None:
    """Which way is good, and how that is known, where it mattered."""
    better = row.judgement.better
    return f"{better.way.local.lower()} is better, {better.ground.value}" if better else None


def _money_row(view: View, row: MoneyRow) -> Row:
    found: Row = {
        "thing": row.item.label, "class": row.item.kind.local, "iri": row.item.iri, "line": row.item.line,
        "about_year": row.year, "planned": row.budget.sek, "difference": row.difference, "percent": row.percent,
        "why": row.silent.value if row.silent else None,
    }  # fmt: skip
    told = row.outcome or row.forecast
    if told is None:
        return found
    return found | {
        "told": told.sum.sek, "verdict": "outcome" if row.outcome else "forecast", "report": told.item.edition.title,
        "report_year": told.item.edition.year, "source": source(view, told.sum.iri), **_tied(told.tie),
    }  # fmt: skip


def source(view: View, iri: Iri) -> str | None:
    """Where a thing stands, in words."""
    return ", ".join(map(str, stands(view, Iri(iri)))) or None
