"""The command that tells what depends on a thing."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.options import confidence_option, opened, store_option
from graph.output import output_option, show
from graph.terminal import short

if TYPE_CHECKING:
    from graph.answer import Value
    from graph.branches import Branch
    from graph.impact import Impact, Reached
    from graph.paths import Step
    from graph.view import View
    from ontology.iri import Iri

COLUMNS = ("of", "direction", "steps", "class", "thing", "iri", "alone", "suggested", "confidence", "way", "source")


@click.command()
@click.argument("name", metavar="X")
@click.option("--year", type=int, help="Only what X is in this plan edition (its first year).")
@click.option("--region", help="County code, such as 19.")
@click.option("--stated-only", is_flag=True, help="Leave out threads through years and suggestions.")
@confidence_option
@output_option
@store_option
def impact(
    name: str, year: int | None, region: str | None, confidence: float, form: str, directory: Path, *, stated_only: bool
) -> None:
    """All that depends on X, and all that X serves, each with the way that leads there.

    X is an IRI, a printed number, a label or a part of one. Ways lead through what plans state, through later editions,
    and through suggestions, which are marked and have their confidence. “alone” is what would have nothing left to rest on.
    """
    from graph.answer import Answer
    from graph.branches import drawn
    from graph.impact import impact as found_impact
    from graph.network import Network
    from graph.plans import chosen

    view = opened(directory).view()
    plans = {each.plan for each in chosen(view, None, year, region)} if year or region else None
    found = found_impact(Network(view, None if stated_only else Decimal(str(confidence))), name, plans)
    rows = tuple(row for each in found for row in _rows(view, each))
    show(form, Answer(COLUMNS, rows), lambda: "\n\n".join(drawn(_tree(view, each)) for each in found))


def _rows(view: "View", found: "Impact") -> "list[tuple[Value, ...]]":
    return [
        (
            found.thing.iri, direction, len(each.steps), each.thing.kind.local, each.thing.label, each.thing.iri, each.alone,
            each.suggested, min((step.ground.confidence for step in each.steps if step.ground), default=None),
            " ".join(_arrow(step) + step.thing.label for step in each.steps), _stand(view, each.thing.iri),
        )
        for direction, reached in (("depends", found.depends), ("serves", found.serves))
        for each in reached
    ]  # fmt: skip


def _stand(view: "View", iri: "Iri") -> str | None:
    from graph.stands import stands

    return ", ".join(map(str, stands(view, iri))) or None


def _arrow(step: "Step") -> str:
    return f"─{step.link.local}→ " if step.forward else f"←{step.link.local}─ "


def _tree(view: "View", found: "Impact") -> "Branch":
    from graph.branches import Branch

    thing = found.thing
    return Branch(
        f"{short(thing.label)}  ({thing.kind.local}, {_stand(view, thing.iri) or thing.iri})",
        (),
        tuple(
            Branch(f"{title}: {len(reached)}", (), _below(view, None, _by_before(reached)))
            for title, reached in (("depends on it", found.depends), ("it serves or rests on", found.serves))
        ),
    )


def _by_before(reached: "tuple[Reached, ...]") -> "dict[Iri | None, list[Reached]]":
    below: defaultdict[Iri | None, list[Reached]] = defaultdict(list)
    for each in reached:
        below[each.before].append(each)
    return below


def _below(view: "View", iri: "Iri | None", by_before: "dict[Iri | None, list[Reached]]") -> "tuple[Branch, ...]":
    """What is reached next; figures are counted, not listed."""
    from graph.branches import Branch
    from graph.derived.items import PARTS

    here = by_before.get(iri, [])
    figures = sum(each.thing.kind in PARTS for each in here)
    listed = tuple(
        Branch(_told(view, each), (), _below(view, each.thing.iri, by_before))
        for each in here
        if each.thing.kind not in PARTS
    )
    return (*listed, *([Branch(f"{figures} figures")] if figures else []))


def _told(view: "View", reached: "Reached") -> str:
    step = reached.steps[-1]
    stand = _stand(view, reached.thing.iri)
    return (
        f"{_arrow(step)}{mark(step)}{short(reached.thing.label)}  ({reached.thing.kind.local}"
        f"{', alone' if reached.alone else ''})" + (f"  [{stand}]" if stand else "")
    )


def mark(step: "Step") -> str:
    """What says that no document states a link: inferred, through the years, or suggested with its confidence."""
    if step.stated:
        return ""
    if step.ground is None:
        return "(inferred) "
    if not step.ground.suggested:
        return f"(lineage, {step.ground.confidence}) "
    return f"(suggested, {step.ground.confidence}: {short(step.ground.evidence)}) "


COMMANDS = (impact,)
