"""Flags that tell what a document is, in place of a corpus file or over it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from loaders.facts import Facts

Command = TypeVar("Command", bound=Callable[..., object])

PATHS = click.Path(path_type=Path)
#: What a command exits with when a file was refused.
REFUSED = 3

#: The flag of each fact, and its help.
FLAGS = {
    "type": "What it is: ManagementPlan, OperationalPlan, UnitPlan, AnnualReport, RegionalPlan or InterimReport.",
    "title": "Its title.",
    "region": "County code of its region, such as 19.",
    "region_name": "What its region is called, where the code does not tell.",
    "organisation": "Whose it is.",
    "parent_organisation": "The organisation above that one.",
    "abbreviation": "What the organisation is called in IRIs, such as hsf.",
    "period": "Its first and last year: 2026-2028, or 2026.",
}


def fact_options(command: Command) -> Command:
    """Give a command a flag for each fact, handed on by the fact's name."""
    for name, text in reversed(FLAGS.items()):
        command = click.option(f"--{name.replace('_', '-')}", name, help=text)(command)
    return command


def facts_of(flags: dict[str, str | None]) -> "Facts":
    """The facts that flags tell; raises UsageError for a wrong one."""
    from loaders.corpus import Fault, facts_from

    given: dict[str, object] = {name: value for name, value in flags.items() if value is not None}
    try:
        if (period := flags.get("period")) is not None:
            given["period"] = _years(period)
        return facts_from(given)
    except Fault as fault:
        raise click.UsageError(f"{fault}.") from fault


def _years(period: str) -> list[int]:
    """ "2026-2028" as first and last year; raises UsageError."""
    years = period.replace("–", "-").split("-")
    if len(years) > 2 or not all(year.isascii() and year.isdigit() and len(year) == 4 for year in years):
        raise click.UsageError(f"--period must be years such as 2026-2028 or 2026; it is {period}.")
    return [int(years[0]), int(years[-1])]
