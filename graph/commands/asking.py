"""The commands that ask how things hang together."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.terminal import short, tell

if TYPE_CHECKING:
    from graph.trace import Area, Trace


@click.command()
@click.argument("name")
@click.option("--year", type=int, help="The plan edition (its first year).")
@click.option("--region", help="County code, such as 19.")
@store_option
def trace(name: str, year: int | None, region: str | None, directory: Path) -> None:
    """What serves an assignment, by focus area, and in which file and line each stands.

    NAME is its number ("RF12"), a part of its text, or its IRI.
    """
    from graph.trace import trace as traced

    for number, found in enumerate(traced(opened(directory).view(), name, year, region)):
        tell(("\n" if number else "") + _tree(found))


def _tree(found: "Trace") -> str:
    edition = found.edition
    lines = [
        f"{edition.title} ({edition.organisation}, {edition.region_name})",
        f"{short(found.label)}  {_at(found.stands)}",
    ]
    if found.text is None:
        lines.append("   (only mentioned in this plan, not described)")
    elif found.text != found.label:
        lines.append(f"   {found.text}")
    lines += [f"   under: {area}" for area in found.own_areas]
    if not found.areas:
        lines.append("└─ no activity in this plan says that it serves this assignment")
    for area in found.areas:
        lines += _branch(area, last=area is found.areas[-1])
    return "\n".join(lines)


def _branch(area: "Area", *, last: bool) -> list[str]:
    """A focus area with its activities."""
    corner, stem = ("└─ ", "   ") if last else ("├─ ", "│  ")
    inferred = "" if area.told else " (inferred from the order of the text)"
    name = f"{short(area.name)}{inferred}  {_at(area.stands)}" if area.name else "(no focus area told)"
    lines = [corner + name]
    for activity in area.serving:
        twig = "└─ " if activity is area.serving[-1] else "├─ "
        notes = ([f"part of {short(activity.part_of)}"] if activity.part_of else []) + list(activity.statuses)
        lines.append(
            f"{stem}{twig}{short(activity.label)}{''.join(f' ({note})' for note in notes)}  {_at(activity.stands)}"
        )
    return lines


def _at(stands: tuple[object, ...]) -> str:
    return f"[{', '.join(map(str, stands))}]" if stands else ""


COMMANDS = (trace,)
