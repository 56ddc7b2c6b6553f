"""The command that follows the red thread of an assignment."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.commands.diff import mark
from graph.options import edition_options, opened, store_option
from graph.output import output_option, show
from graph.terminal import short

if TYPE_CHECKING:
    from graph.answer import Answer, Value
    from graph.branches import Branch
    from graph.threads import Member, Since
    from graph.trace import Area, Serving, Trace

COLUMNS = (
    "edition", "organisation", "assignment", "since", "changes", "area", "area_told", "activity", "part_of", "status",
    "activity_since", "activity_changes", "source", "iri",
)  # fmt: skip


@click.command()
@click.argument("name")
@edition_options
@output_option
@store_option
def trace(name: str, year: int | None, region: str | None, form: str, directory: Path) -> None:
    """What serves an assignment, by focus area, and in which file and line each stands.

    NAME is its number ("RF12"), a part of its text, or its IRI. Where a plan has other editions, each thing tells in
    which year its thread began and what changed since the edition before; without --year the thread of the assignment
    through the years comes first.
    """
    from graph.branches import drawn
    from graph.trace import trace as traced

    found = traced(opened(directory).view(), name, year, region)
    trees = [*(_threads(found) if year is None else ()), *map(_tree, found)]
    show(form, _answer(found), lambda: "\n\n".join(map(drawn, trees)))


def _threads(found: "Iterable[Trace]") -> "Iterator[Branch]":
    """The threads of several editions, each once; what has one member only is told of below."""
    from graph.branches import Branch

    threads = {tuple(member.iri for member in each.through): each for each in found if len(each.through) > 1}
    for each in threads.values():
        years = f"{each.through[0].year}–{each.through[-1].year}"
        below = tuple(Branch(f"{member.year} {short(member.label)}{_marks(member)}") for member in each.through)
        yield Branch(f"{short(each.label)} through the years, {years} ({each.edition.organisation})", (), below)


def _marks(member: "Member") -> str:
    came = [mark(kind) for change in member.came if change.earlier for kind in change.kinds]
    went = [f"then {mark(kind)}" for change in member.went for kind in change.kinds]
    return f" ({', '.join(dict.fromkeys(came + went))})" if came or went else ""


def _tree(found: "Trace") -> "Branch":
    from graph.branches import Branch

    notes = [f"{short(found.label)}{_thread(found)}{_at(found.stands)}"]
    if found.text is None:
        notes.append("   (only mentioned in this plan, not described)")
    elif found.text != found.label:
        notes.append(f"   {found.text}")
    notes += [f"   under: {area}" for area in found.own_areas]
    nothing = Branch("no activity in this plan says that it serves this assignment")
    edition = found.edition
    return Branch(
        f"{edition.title} ({edition.organisation}, {edition.region_name})",
        tuple(notes),
        tuple(map(_area, found.areas)) or (nothing,),
    )


def _thread(found: "Trace") -> str:
    """What became of the assignment since the edition before, and after; nothing where there is no other edition."""
    changes = [
        change for member in found.through if member.iri == found.assignment for change in (*member.came, *member.went)
    ]
    marks = dict.fromkeys(
        f"{'then ' if change.earlier == found.assignment else ''}{mark(kind)}"
        for change in changes
        for kind in change.kinds
    )
    begun = f"since {found.through[0].year}" if found.through else ""
    told = ", ".join(filter(None, (begun, *marks)))
    return f" ({told})" if told else ""


def _area(area: "Area") -> "Branch":
    """A focus area with its activities."""
    from graph.branches import Branch

    inferred = "" if area.told else " (inferred from the order of the text)"
    name = f"{short(area.name)}{inferred}{_at(area.stands)}" if area.name else "(no focus area told)"
    return Branch(name, (), tuple(Branch(_activity(each)) for each in area.serving))


def _activity(activity: "Serving") -> str:
    notes = [f"part of {short(activity.part_of)}"] if activity.part_of else []
    notes += activity.statuses
    if since := activity.since:
        went = ("then ended",) if since.ended else ()
        notes.append(", ".join((f"since {since.first_year}", *map(mark, since.kinds), *went)))
    return f"{short(activity.label)}{''.join(f' ({note})' for note in notes)}{_at(activity.stands)}"


def _at(stands: tuple[object, ...]) -> str:
    return f"  [{', '.join(map(str, stands))}]" if stands else ""


def _answer(found: "Iterable[Trace]") -> "Answer":
    from graph.answer import Answer

    return Answer(COLUMNS, tuple(row for each in found for row in _rows(each)))


def _rows(found: "Trace") -> "Iterator[tuple[Value, ...]]":
    """A row an activity; one without where nothing serves the assignment."""
    kinds = [
        kind.local
        for member in found.through
        if member.iri == found.assignment
        for change in member.came
        for kind in change.kinds
    ]
    head = (
        found.edition.year,
        found.edition.organisation,
        found.label,
        found.through[0].year if found.through else None,
        ", ".join(dict.fromkeys(kinds)) or None,
    )
    for area in found.areas:
        for each in area.serving:
            at = ", ".join(map(str, each.stands)) or None
            said = "; ".join(each.statuses) or None
            yield (*head, area.name, area.told, each.label, each.part_of, said, *_begun(each.since), at, each.activity)
    if not found.areas:
        yield (*head, *[None] * 7, ", ".join(map(str, found.stands)) or None, found.assignment)


def _begun(since: "Since | None") -> "tuple[Value, Value]":
    if since is None:
        return None, None
    kinds = (*(kind.local for kind in since.kinds), *(("then Ended",) if since.ended else ()))
    return since.first_year, ", ".join(kinds) or None


COMMANDS = (trace,)
