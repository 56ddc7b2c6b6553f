"""The command that tells what hangs in the air."""

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
    from graph.chains.chains import Chains
    from graph.chains.coverage import AreaCoverage, Reach
    from graph.chains.gaps import Gap
    from graph.derived.items import Edition


@click.command()
@click.argument("plan", required=False)
@edition_options
@click.option("--focus-area", "area", help="Only what lies under a focus area: a part of its name.")
@click.option("--stated-only", is_flag=True, help="Leave suggestions out.")
@confidence_option
@output_option
@store_option
def gaps(
    plan: str | None, year: int | None, region: str | None, area: str | None, confidence: float, form: str, directory: Path,
    *, stated_only: bool,
) -> None:  # fmt: skip
    """What hangs in the air: how far the thread from assignment to outcome reaches, and where it breaks.

    Forwards: assignments without activity, activities that nothing measures or pays. Backwards: activities that nobody
    asked for, indicators and money that nothing uses. A suggestion that would fill a gap stands beside it; counts are as
    stated, and with suggestions behind the plus sign.
    """
    from graph.branches import drawn
    from graph.chains.chains import Chains
    from graph.chains.table import table
    from graph.plans import chosen

    view = opened(directory).view()
    plans = {each.plan: each for each in chosen(view, plan, year, region)}
    chains = Chains(view, Decimal(2) if stated_only else Decimal(str(confidence)))
    found = [(plans[each.plan], each) for each in chains.editions() if each.plan in plans]
    show(
        form,
        table((each, _gaps(chains, edition, area)) for each, edition in found),
        lambda: "\n\n".join(drawn(_tree(chains, each, edition, area)) for each, edition in found),
    )


def _gaps(chains: "Chains", edition: "Edition", area: str | None) -> "tuple[Gap, ...]":
    from graph.chains.gaps import gaps as found_gaps

    return tuple(
        each
        for each in found_gaps(chains, edition)
        if area is None or any(area.casefold() in one.label.casefold() for one in (*each.areas, each.item))
    )


def _tree(chains: "Chains", plan: "Plan", edition: "Edition", area: str | None) -> "Branch":
    from graph.branches import Branch
    from graph.chains.coverage import coverage
    from graph.chains.gaps import Lack

    covered = [each for each in coverage(chains, edition) if each.activities and _of_area(each, area)]
    found = _gaps(chains, edition, area)
    below = [
        Branch(f"{lack.value}: {len(those)}", (), tuple(map(_gap, those)))
        for lack in Lack
        if (those := [each for each in found if each.lack is lack])
    ]
    reach = [Branch("how far the thread reaches", (), tuple(map(_covered, covered)))] if covered else []
    return Branch(f"{plan.title} ({plan.year}, {plan.organisation}, {plan.region_name})", (), (*reach, *below))


def _of_area(covered: "AreaCoverage", area: str | None) -> bool:
    return area is None or (covered.area is not None and area.casefold() in covered.area.label.casefold())


def _covered(one: "AreaCoverage") -> "Branch":
    from graph.branches import Branch

    hops = ", ".join(f"{hop.value} {_reach(reach)}" for hop, reach in one.hops.items())
    name = short(one.area.label) if one.area else "(no focus area told)"
    return Branch(
        f"{name}: {one.activities} activities, asked for {one.asked}, {hops}, whole chain {_reach(one.whole)}"
    )


def _reach(reach: "Reach") -> str:
    """ "3" as stated, "3+2" where suggestions add two."""
    more = reach.suggested - reach.stated
    return f"{reach.stated}+{more}" if more else f"{reach.stated}"


def _gap(gap: "Gap") -> "Branch":
    from graph.branches import Branch

    notes = tuple(
        f"suggested ({each.confidence}): {short(each.item.label)}; {short(each.evidence)}" for each in gap.filled[:3]
    )
    return Branch(f"{short(gap.item.label)}  (line {gap.item.line})", notes)


COMMANDS = (gaps,)
