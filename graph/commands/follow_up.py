"""The command that tells how what a plan promised went."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import confidence_option, edition_options, opened, store_option
from graph.output import output_option, show
from graph.terminal import short

if TYPE_CHECKING:
    from graph.assignments import Edition as Plan
    from graph.branches import Branch
    from graph.follow_up.follow_up import FollowUp
    from graph.follow_up.money import MoneyRow
    from graph.follow_up.standing import Followed
    from graph.follow_up.targets import TargetRow
    from graph.follow_up.ties import Tie
    from graph.view import View

#: As in graph.follow_up.table, which takes longer to import.
PARTS = ("items", "targets", "money")


@click.command("follow-up")
@click.argument("plan", required=False)
@edition_options
@click.option("--part", type=click.Choice(PARTS), help="Only how items stand, only targets, or only money.")
@confidence_option
@output_option
@store_option
def follow_up(
    plan: str | None,
    year: int | None,
    region: str | None,
    part: str | None,
    confidence: float,
    form: str,
    directory: Path,
) -> None:
    """How what a plan promised went, as reports and later editions tell it.

    Its items (done, on plan, not on plan, not mentioned) in the report's words, its targets against outcomes, its budget
    against forecast and outcome. PLAN is a part of a title or organisation, a file name or an IRI; without it, all plans.
    What is known only through a suggestion says so, with its confidence.
    """
    from graph.branches import drawn
    from graph.follow_up.follow_up import Following
    from graph.follow_up.table import table
    from graph.plans import chosen

    view = opened(directory).view()
    plans = {each.plan: each for each in chosen(view, plan, year, region)}
    following = Following(view, Decimal(str(confidence)))
    found = [(plans[each.plan], following.of(each)) for each in following.items.editions if each.plan in plans]
    parts = (part,) if part else PARTS
    show(
        form,
        table(view, found, parts),
        lambda: "\n\n".join(drawn(_tree(view, each, told, parts)) for each, told in found),
    )


def _tree(view: "View", plan: "Plan", told: "FollowUp", parts: tuple[str, ...]) -> "Branch":
    from graph.branches import Branch

    below = {"items": _items_branch, "targets": _targets_branch, "money": _money_branch}
    return Branch(
        f"{plan.title} ({plan.year}, {plan.organisation}, {plan.region_name})",
        (_by_whom(told),),
        tuple(below[part](view, told) for part in parts),
    )


def _by_whom(told: "FollowUp") -> str:
    """Which reports tell, and of which years: never that an earlier one tells how the plan went."""
    names = [
        f"{each.edition.title} ({each.edition.year}{'' if each.within else ', before the plan'})"
        for each in told.tellers
    ]
    return f"   told by: {', '.join(names) or 'no report'}"


def _items_branch(view: "View", told: "FollowUp") -> "Branch":
    from graph.branches import Branch
    from graph.follow_up.standing import Standing

    counts = Counter(each.standing for each in told.items)
    below = tuple(
        Branch(
            f"{standing.value}: {counts[standing]}",
            (),
            tuple(_item_branch(view, each) for each in told.items if each.standing is standing),
        )
        for standing in Standing
        if counts[standing]
    )
    return Branch(f"Items: {len(told.items)}", (), below)


def _item_branch(view: "View", followed: "Followed") -> "Branch":
    from graph.branches import Branch
    from graph.follow_up.table import source, words

    item = followed.item
    notes = tuple(
        f"{each.year}{'' if each.teller.within else ' (before the plan)'}: “{short(words(each))}”"
        f" [{source(view, each.said.iri if each.said else each.row.iri) or '–'}]{_by(each.tie)}"
        for each in followed.mentions
    )
    return Branch(f"{short(item.label)}  ({item.kind.local}, line {item.line})", notes)


def _by(tie: "Tie") -> str:
    """How it is known, where no document says that the two are the same thing."""
    if tie.route.value == "stated":
        return ""
    return f" ({tie.route.value}, {tie.confidence}{': ' + tie.evidence if tie.evidence else ''})"


def _targets_branch(view: "View", told: "FollowUp") -> "Branch":
    from graph.branches import Branch
    from graph.follow_up.verdict import Why

    judged = [row for row in told.targets if row.judgement.why is not Why.NO_OUTCOME]
    silent = len(told.targets) - len(judged)
    notes = (f"without an outcome of their year: {silent}",) if silent else ()
    return Branch(f"Targets: {len(told.targets)}", notes, tuple(_target_branch(view, row) for row in judged))


def _target_branch(view: "View", row: "TargetRow") -> "Branch":
    from graph.branches import Branch
    from graph.follow_up.table import source, way

    judgement, outcome = row.judgement, row.outcome
    why = judgement.why.value if judgement.why else way(row)
    notes = [f"target {row.target.year or '–'}: {row.target.as_written}"]
    if outcome:
        where = source(view, outcome.figure.iri) or "–"
        notes.append(f"outcome {outcome.figure.year}: {outcome.figure.as_written} [{where}]{_by(outcome.tie)}")
    return Branch(f"{judgement.verdict.value}{f' ({why})' if why else ''}: {short(row.item.label)}", tuple(notes))


def _money_branch(view: "View", told: "FollowUp") -> "Branch":
    from graph.branches import Branch

    known = [row for row in told.money if row.outcome or row.forecast]
    silent = len(told.money) - len(known)
    notes = (f"without an outcome of their year: {silent}",) if silent else ()
    return Branch(f"Budgets (kronor): {len(told.money)}", notes, tuple(_line_branch(view, row) for row in known))


def _line_branch(view: "View", row: "MoneyRow") -> "Branch":
    from graph.branches import Branch
    from graph.follow_up.table import source

    notes = [f"budget {row.year}: {row.budget.sek:,}"]
    for name, found in (("forecast", row.forecast), ("outcome", row.outcome)):
        if found:
            notes.append(f"{name}: {found.sum.sek:,} [{source(view, found.sum.iri) or '–'}]{_by(found.tie)}")
    percent = "" if row.percent is None else f" ({row.percent:+} %)"
    told = row.silent.value if row.silent else f"{row.difference:+,}{percent}"
    return Branch(f"{short(row.item.label)}: {told}", tuple(notes))


COMMANDS = (follow_up,)
