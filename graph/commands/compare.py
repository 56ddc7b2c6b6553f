"""The command that sets what regions state on a question side by side."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.output import output_option, show
from graph.terminal import short

if TYPE_CHECKING:
    from graph.branches import Branch
    from graph.compare import Comparison, Side
    from graph.comparing.beside import Beside, Found
    from graph.comparing.told import Told
    from graph.view import View

#: A figure as written that says its unit itself.
UNIT_SAID = re.compile(r"[^\W\d]|%")


@click.command()
@click.argument("question")
@click.option("--regions", metavar="CODES", default="", help="County codes with commas between: 19,22. Default: all.")
@click.option("--year", type=int, help="The plan edition (its first year). Default: each region's latest.")
@output_option
@store_option
def compare(question: str, regions: str, year: int | None, form: str, directory: Path) -> None:
    """What each region's plans state on a word or a QUESTION, side by side, and what of it is comparable.

    Goals, assignments, activities, indicators with their values, budget lines with their amounts, and for pairs of them a
    grade and why they are not comparable where they are not. What is computed is marked so. Exits 1 where nothing is
    found.
    """
    from graph.branches import drawn
    from graph.compare import compare as compared
    from graph.comparing.table import table

    view = opened(directory).view()
    codes = tuple(code for each in regions.split(",") if (code := each.strip()))
    found = compared(view, question, codes, year)
    show(form, table(view, found), lambda: drawn(_tree(view, found)))
    if not any(side.found for side in found.sides):
        raise SystemExit(1)


def _tree(view: "View", found: "Comparison") -> "Branch":
    from graph.branches import Branch

    sides = tuple(_side_branch(view, side) for side in found.sides)
    pairs = Branch(f"Side by side: {len(found.beside)}", (), tuple(map(_pair_branch, found.beside)))
    return Branch(f"“{short(found.question)}”", (), (*sides, pairs) if found.beside else sides)


def _side_branch(view: "View", side: "Side") -> "Branch":
    from graph.branches import Branch
    from graph.vocabulary import called

    plans = "; ".join(f"{plan.title}, {plan.organisation}" for plan in side.editions) or "no plan of that year"
    notes = [plans]
    if not side.found:
        notes.append("nothing on this")
    if side.elsewhere:
        notes.append(f"{side.elsewhere} more in plans and reports of other years")
    below = tuple(
        Branch(called(kind, "en"), (), tuple(_thing_branch(view, each) for each in those))
        for kind, those in side.by_kind().items()
    )
    return Branch(f"{side.name} ({side.code})", tuple(notes), below)


def _thing_branch(view: "View", found: "Found") -> "Branch":
    from graph.branches import Branch
    from graph.comparing.table import source

    return Branch(f"{short(found.label)}  [{source(view, found.iri) or '–'}]", tuple(map(_line, found.figures)))


def _line(told: "Told") -> str:
    """A figure on one line: what it is about, as written, what narrows it, what is computed from it."""
    from graph.text_table import plain
    from graph.vocabulary import called

    bare = told.unit and told.sek is None and told.number is not None and not UNIT_SAID.search(told.as_written)
    amount = f" = {told.sek:,} kronor" if told.sek is not None else ""
    more = [
        called(told.unit, "en") if told.unit and bare else "",
        called(told.comparator, "en") if told.comparator and told.comparator.local != "Equals" else "",
        told.period or "",
        "PART OF THE YEAR" if told.part_of_year else "",
        f"computed: {plain(told.per_inhabitant)} kronor per inhabitant" if told.per_inhabitant is not None else "",
    ]
    narrowed = "; ".join(each for each in more if each)
    return (
        f"{told.year or '–'} {called(told.role, 'en')}: {told.as_written}{amount}{f' ({narrowed})' if narrowed else ''}"
    )


def _pair_branch(pair: "Beside") -> "Branch":
    from graph.branches import Branch
    from graph.vocabulary import called

    here, there = (
        f"{short(each.label)} ({each.edition.region}, {each.edition.year})" for each in (pair.here, pair.there)
    )
    sure = f"{called(pair.grade, 'en')} ({pair.confidence}, {called(pair.review, 'en')})"
    return Branch(f"{sure}: {here} ↔ {there}", (pair.evidence,))


COMMANDS = (compare,)
