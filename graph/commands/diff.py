"""The command that tells what differs between two plans that follow each other."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.output import output_option, show
from graph.terminal import short

if TYPE_CHECKING:
    from graph.answer import Answer, Value
    from graph.branches import Branch
    from graph.diff import Diff, Difference, Side
    from ontology.iri import Iri

COLUMNS = (
    "class", "changes", "earlier", "later", "name_diff", "text_diff", "earlier_areas", "later_areas", "earlier_targets",
    "later_targets", "evidence", "earlier_source", "later_source", "earlier_iri", "later_iri",
)  # fmt: skip


@click.command()
@click.argument("first", metavar="PLAN")
@click.argument("second", metavar="PLAN")
@click.option("--region", help="County code, such as 19.")
@click.option("--organisation", help="A part of the organisation's name.")
@click.option("--all", "unchanged", is_flag=True, help="Tell of what is unchanged, too.")
@output_option
@store_option
def diff(
    first: str,
    second: str,
    region: str | None,
    organisation: str | None,
    form: str,
    directory: Path,
    *,
    unchanged: bool,
) -> None:
    """What differs between two editions of a plan: new, ended, renamed, reworded, moved, other targets.

    A PLAN is a year ("2025"), a file name, a part of a title, or an IRI. Words that are gone stand as [-so-], words that
    have come as {+so+}.
    """
    from graph.branches import drawn
    from graph.diff import diff as differing
    from graph.editions import pair_of

    view = opened(directory).view()
    found = differing(view, *pair_of(view, first, second, region, organisation))
    show(form, _answer(found, unchanged=unchanged), lambda: drawn(_tree(found, unchanged=unchanged)))


def _told(found: "Iterable[Difference]", *, unchanged: bool) -> "Iterator[Difference]":
    from ontology import rt

    return (each for each in found if unchanged or rt.Unchanged not in each.kinds)


def _answer(found: "Diff", *, unchanged: bool) -> "Answer":
    from graph.answer import Answer

    return Answer(COLUMNS, tuple(_row(each) for each in _told(found.differences, unchanged=unchanged)))


def _row(each: "Difference") -> "tuple[Value, ...]":
    from graph.wording import marked

    side = each.later or each.earlier
    sides = (each.earlier, each.later)
    return (
        side.kind.local if side else None,
        ", ".join(kind.local for kind in each.kinds),
        *(one.label if one else None for one in sides),
        *(marked(parts) if each.earlier and each.later else None for parts in (each.names, each.texts)),
        *("; ".join(one.areas) or None if one else None for one in sides),
        *("; ".join(one.targets) or None if one else None for one in sides),
        each.evidence,
        *(", ".join(map(str, one.stands)) or None if one else None for one in sides),
        *(one.iri if one else None for one in sides),
    )


def _tree(found: "Diff", *, unchanged: bool) -> "Branch":
    from graph.branches import Branch
    from graph.diff import FAMILIES
    from graph.vocabulary import called
    from ontology import rt

    below = []
    for family in FAMILIES:
        of = [each for each in found.differences if each.family == family]
        same = sum(rt.Unchanged in each.kinds for each in of)
        if of:
            those = tuple(_branch(each) for each in _told(of, unchanged=unchanged))
            below.append(Branch(f"{called(family, 'en')}: {len(of) - same} changed, {same} unchanged", (), those))
    head = f"{found.earlier.title} → {found.later.title} ({found.later.organisation}, {found.later.region_name})"
    return Branch(head, (), tuple(below))


def _branch(each: "Difference") -> "Branch":
    from graph.branches import Branch

    earlier, later = each.earlier, each.later
    side = later or earlier
    marks = ", ".join(mark(kind) for kind in each.kinds)
    return Branch(f"[{marks}] {_name(side)}" if side else marks, tuple(_notes(each)))


def _notes(each: "Difference") -> "Iterator[str]":
    from graph.wording import marked
    from ontology import rt

    earlier, later = each.earlier, each.later
    if earlier is None or later is None or rt.MeaningChanged in each.kinds:
        yield short(each.evidence)
        return
    if earlier.label != later.label:
        yield f"was: {_name(earlier)}"
    if rt.Moved in each.kinds:
        yield f"focus area: {'; '.join(earlier.areas)} → {'; '.join(later.areas)}"
    if rt.TargetChanged in each.kinds and (earlier.targets or later.targets):
        yield f"target: {'; '.join(earlier.targets) or 'none'} → {'; '.join(later.targets) or 'none'}"
    if rt.Reworded in each.kinds and (earlier.text or later.text):
        yield marked(each.texts)


def _name(side: "Side") -> str:
    return f"{short(side.label)}  [{', '.join(map(str, side.stands))}]"


def mark(kind: "Iri") -> str:
    """A kind of change in English, as it is marked in trees."""
    from graph.vocabulary import called

    return called(kind, "en")


COMMANDS = (diff,)
