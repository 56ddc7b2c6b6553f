"""The commands that ask how things hang together."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import opened, store_option
from graph.terminal import short, tell

if TYPE_CHECKING:
    from graph.network import Thing
    from graph.paths import Path as Way
    from graph.trace import Area, Trace
    from graph.view import View


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


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@store_option
def path(start: str, end: str, directory: Path) -> None:
    """The shortest ways from A to B through what the plans state, each thing with its source lines.

    A and B are IRIs, printed numbers, labels or parts of labels. Exits 1 where there is no way.
    """
    from graph.network import Network
    from graph.paths import paths

    view = opened(directory).view()
    ways = paths(Network(view), start, end)
    for number, way in enumerate(ways):
        tell(("\n" if number else "") + _steps(view, way))
    if not ways:
        tell(f"There is no way from {start} to {end}.", err=True)
        raise SystemExit(1)


def _steps(view: "View", way: "Way") -> str:
    lines = [_told(view, way.start)]
    for step in way.steps:
        arrow = f"─{step.link.local}→" if step.forward else f"←{step.link.local}─"
        lines.append(f"  {arrow} {'' if step.stated else '(inferred) '}{_told(view, step.thing)}")
    return "\n".join(lines)


def _told(view: "View", thing: "Thing") -> str:
    """A thing with its class, its name and where it stands."""
    from graph.stands import stands
    from graph.text_table import shortened

    return (
        f"{short(thing.label)}  ({thing.kind.local}, {shortened(thing.iri)})  {_at(stands(view, thing.iri))}".rstrip()
    )


COMMANDS = (trace, path)
