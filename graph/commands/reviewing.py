"""What the commands of reviews share: their options, the desk to decide at, and how the graph follows."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from graph.options import opened
from graph.terminal import tell
from ontology.iri import Iri
from ontology.rt import RT

if TYPE_CHECKING:
    from graph.reviews.desk import Desk
    from graph.reviews.links import Link

Command = TypeVar("Command", bound=Callable[..., object])
#: What a person can say yes or no to, by its name in the ontology.
RELATIONS = ("MeasuredBy", "FundedBy", "SameUndertaking", "ComparableWith", "ElaboratedBy", "continues")
GRADES = ("SameMeasure", "Close", "SameTheme", "NotComparable")
SHARE = click.FloatRange(0, 1)

relation_option = click.option("--relation", type=click.Choice(RELATIONS), help="Only links of this relation.")
reviewer_option = click.option(
    "--reviewer", metavar="NAME", help="Who decides. Default: git's user, else the system's. Kept in reviews.tsv only."
)
comment_option = click.option("--comment", default="", help="Why. Kept in reviews.tsv only.")
derive_option = click.option(
    "--derive/--no-derive",
    default=True,
    show_default=True,
    help="Have the graph follow at the end. Without it, `rodatraden derive` does, or the next load that changes it.",
)


def sure_options(command: Command) -> Command:
    """Give a command `--min-confidence` and `--max-confidence`, handed on as `least` and `most`."""
    command = click.option("--max-confidence", "most", type=SHARE, default=1, help="Links at most so sure.")(command)
    return click.option("--min-confidence", "least", type=SHARE, default=0, help="Links at least so sure.")(command)


def at_desk(directory: Path, reviewer: str | None = None) -> "Desk":
    """Where a person decides."""
    from graph.reviews.desk import Desk
    from graph.reviews.desk import reviewer as known

    return Desk(opened(directory), reviewer or known())


def named(name: str) -> Iri:
    """What an option's word is called in the ontology: a relation, a grade, a state."""
    return Iri(RT + name)


def chosen(desk: "Desk", relation: str | None, state: str | None, least: float, most: float) -> "tuple[Link, ...]":
    """The links that options choose, the most valuable first."""
    from graph.reviews.choose import every_link, filtered

    found = every_link(desk.store.view(), desk.store.reviews())
    review = named(state.capitalize()) if state else None
    of = named(relation) if relation else None
    return filtered(found, of, review, Decimal(str(least)), Decimal(str(most)))


def follow(desk: "Desk", *, derive: bool) -> None:
    """Have the graph follow what was decided, or say what does."""
    if derive:
        tell("The graph is derived anew with these decisions …", err=True)
        desk.derive()
    else:
        tell("Kept. `rodatraden derive` has the graph follow, or the next load that changes it.", err=True)


def tell_of_nothing(desk: "Desk") -> None:
    """Say how many decisions are on things that no document has."""
    from graph.reviews.sides import of_nothing

    count = len(of_nothing(desk.store.view(), desk.store.reviews())) if desk.store.versions() else 0
    if count:
        speak = "1 decision speaks" if count == 1 else f"{count} decisions speak"
        tell(f"{speak} of things that no loaded document has; kept until such a document is loaded.", err=True)
