"""The command that finds the ways between two things."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.commands.impact import mark
from graph.options import confidence_option, opened, store_option
from graph.output import output_option, show
from graph.terminal import short, tell

if TYPE_CHECKING:
    from graph.answer import Value
    from graph.network import Thing
    from graph.paths import Path as Way
    from graph.paths import Step
    from graph.view import View

COLUMNS = ("way", "step", "link", "forward", "ground", "confidence", "evidence", "class", "thing", "iri", "source")


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option("--stated-only", is_flag=True, help="Leave out threads through years and suggestions.")
@confidence_option
@output_option
@store_option
def path(start: str, end: str, confidence: float, form: str, directory: Path, *, stated_only: bool) -> None:
    """The shortest ways from A to B, each thing with its source lines.

    Ways lead through what the plans state, and where that does not reach, through later editions and suggestions, which
    are marked as such. A and B are IRIs, printed numbers, labels or parts of labels. Exits 1 where there is no way.
    """
    from graph.answer import Answer
    from graph.network import Network
    from graph.paths import paths

    view = opened(directory).view()
    ways = paths(Network(view, None if stated_only else Decimal(str(confidence))), start, end)
    rows = tuple(row for number, way in enumerate(ways, 1) for row in _rows(view, number, way))
    if ways or form != "tree":
        show(form, Answer(COLUMNS, rows), lambda: "\n\n".join(_steps(view, way) for way in ways))
    if not ways:
        tell(f"There is no way from {start} to {end}.", err=True)
        raise SystemExit(1)


def _rows(view: "View", number: int, way: "Way") -> "Iterator[tuple[Value, ...]]":
    yield (number, 0, *[None] * 5, *_thing(view, way.start))
    for place, step in enumerate(way.steps, 1):
        ground = step.ground
        sure = (ground.confidence, ground.evidence) if ground else (None, None)
        yield (number, place, step.link.local, step.forward, ground_of(step), *sure, *_thing(view, step.thing))


def ground_of(step: "Step") -> str:
    """In one word how a link is known."""
    if step.ground is None:
        return "stated" if step.stated else "inferred"
    return "suggested" if step.ground.suggested else "lineage"


def _thing(view: "View", thing: "Thing") -> "tuple[Value, ...]":
    from graph.stands import stands

    return thing.kind.local, thing.label, thing.iri, ", ".join(map(str, stands(view, thing.iri))) or None


def _steps(view: "View", way: "Way") -> str:
    lines = [_told(view, way.start)]
    for step in way.steps:
        arrow = f"─{step.link.local}→" if step.forward else f"←{step.link.local}─"
        lines.append(f"  {arrow} {mark(step)}{_told(view, step.thing)}")
    return "\n".join(lines)


def _told(view: "View", thing: "Thing") -> str:
    """A thing with its class, its name and where it stands."""
    from graph.stands import stands
    from graph.text_table import shortened

    where = f"  [{', '.join(map(str, found))}]" if (found := stands(view, thing.iri)) else ""
    return f"{short(thing.label)}  ({thing.kind.local}, {shortened(thing.iri)}){where}"


COMMANDS = (path,)
