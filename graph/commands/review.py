"""The commands by which a person decides upon suggested links."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from graph.commands.review_files import export_, import_, merge_
from graph.commands.reviewing import (
    GRADES,
    RELATIONS,
    at_desk,
    chosen,
    comment_option,
    derive_option,
    follow,
    named,
    relation_option,
    reviewer_option,
    sure_options,
    tell_of_nothing,
)
from graph.options import store_option
from graph.output import output_option, show
from graph.terminal import short, tell

if TYPE_CHECKING:
    from graph.reviews.links import Link


@click.group(invoke_without_command=True)
@relation_option
@sure_options
@reviewer_option
@derive_option
@store_option
@click.pass_context
def review(
    ctx: click.Context,
    relation: str | None,
    least: float,
    most: float,
    reviewer: str | None,
    directory: Path,
    *,
    derive: bool,
) -> None:
    """Decide upon suggested links, and what carries on what; without a subcommand one by one, the most valuable first.

    A yes or no is worth most where a suggestion could as well be right as wrong and where much hangs on it:
    4 × confidence × (1 − confidence) × log2(2 + the number of things tied to its two sides). Answers are read from
    standard input, one a line. Each is kept at once, and what was answered is not asked again. Decisions live in
    reviews.tsv in the store's directory (SSSOM), whatever is loaded or rolled back.
    """
    if ctx.invoked_subcommand is not None:
        _refuse_options(ctx)
        return
    from graph.commands.review_walk import walk_through

    desk = at_desk(directory, reviewer)
    if walk_through(desk, chosen(desk, relation, "unreviewed", least, most)):
        follow(desk, derive=derive)
    tell_of_nothing(desk)


def _refuse_options(ctx: click.Context) -> None:
    """Raise UsageError where options stand before a subcommand, which would not see them."""
    if any(ctx.get_parameter_source(name) == ParameterSource.COMMANDLINE for name in ctx.params):
        raise click.UsageError(f"Options go behind the subcommand: rodatraden review {ctx.invoked_subcommand} …")


@click.command("list")
@relation_option
@click.option("--state", type=click.Choice(("unreviewed", "accepted", "rejected")), help="Only links in this state.")
@sure_options
@click.option("--suspect", "only_suspect", is_flag=True, help="Only decisions on what says something else now.")
@output_option
@store_option
def list_(
    relation: str | None,
    state: str | None,
    least: float,
    most: float,
    form: str,
    directory: Path,
    *,
    only_suspect: bool,
) -> None:
    """The links that are suggested or decided upon, the most valuable to decide upon first."""
    from graph.reviews.fingerprints import suspects
    from graph.reviews.listed import as_answer, as_lines

    desk = at_desk(directory)
    view, reviews = desk.store.view(), desk.store.reviews()
    suspect = {each.decision.key for each in suspects(view, reviews)}
    found = [link for link in chosen(desk, relation, state, least, most) if not only_suspect or link.key in suspect]
    show(form, as_answer(found, reviews, suspect), lambda: as_lines(found, reviews, suspect))
    tell_of_nothing(desk)


@click.command()
@click.argument("subject")
@click.argument("other", metavar="OBJECT")
@relation_option
@comment_option
@reviewer_option
@derive_option
@store_option
def accept(subject: str, other: str, directory: Path, *, derive: bool, **how: str | None) -> None:
    """Say yes to the link from SUBJECT to OBJECT: IRIs, labels or parts of labels. Again says that it still holds."""
    _decide(subject, other, directory, accepted=True, derive=derive, **how)


@click.command()
@click.argument("subject")
@click.argument("other", metavar="OBJECT")
@relation_option
@comment_option
@reviewer_option
@derive_option
@store_option
def reject(subject: str, other: str, directory: Path, *, derive: bool, **how: str | None) -> None:
    """Say no to the link from SUBJECT to OBJECT: it is not suggested again, whatever is loaded."""
    _decide(subject, other, directory, accepted=False, derive=derive, **how)


def _decide(
    subject: str,
    other: str,
    directory: Path,
    *,
    accepted: bool,
    derive: bool,
    relation: str | None,
    comment: str | None,
    reviewer: str | None,
) -> None:
    from graph.reviews.choose import every_link, the_link

    desk = at_desk(directory, reviewer)
    found = every_link(desk.store.view(), desk.store.reviews())
    link = the_link(found, subject, other, named(relation) if relation else None)
    desk.decide(link, accepted=accepted, comment=comment or "")
    _say("Accepted" if accepted else "Rejected", link)
    follow(desk, derive=derive)


@click.command()
@click.argument("subject")
@click.argument("other", metavar="OBJECT")
@relation_option
@derive_option
@store_option
def undo(subject: str, other: str, relation: str | None, directory: Path, *, derive: bool) -> None:
    """Take back what was decided upon the link from SUBJECT to OBJECT."""
    from graph.reviews.choose import every_link, the_link
    from ontology import rt

    desk = at_desk(directory)
    found = every_link(desk.store.view(), desk.store.reviews())
    link = the_link(
        [each for each in found if each.review != rt.Unreviewed], subject, other, named(relation) if relation else None
    )
    desk.restore(link.key, None)
    _say("Not decided upon any more", link)
    follow(desk, derive=derive)


@click.command()
@click.argument("subject")
@click.argument("other", metavar="OBJECT")
@click.option("--relation", type=click.Choice(RELATIONS), required=True, help="What the link says.")
@click.option("--grade", type=click.Choice(GRADES), help="How comparable the two are.")
@click.option("--evidence", default="", help="On what grounds; everyone who sees the link sees this.")
@comment_option
@reviewer_option
@derive_option
@store_option
def add(
    subject: str,
    other: str,
    relation: str,
    grade: str | None,
    evidence: str,
    comment: str,
    reviewer: str | None,
    directory: Path,
    *,
    derive: bool,
) -> None:
    """Make a link by hand, from SUBJECT to OBJECT: IRIs, printed numbers, labels or parts of labels.

    SUBJECT is the activity or assignment, the report's row, what stands in the lower plan (ElaboratedBy), what stands in
    the later edition (continues).
    """
    from graph.reviews.by_hand import link_by_hand

    desk = at_desk(directory, reviewer)
    link = link_by_hand(desk.store.view(), subject, other, named(relation), named(grade) if grade else None, evidence)
    desk.decide(link, accepted=True, comment=comment)
    _say("Made", link)
    follow(desk, derive=derive)


def _say(what: str, link: "Link") -> None:
    (_, first), (_, last) = link.ends
    tell(f"{what}: {short(first)} – {link.relation.local} – {short(last)}", err=True)


for command in (list_, accept, reject, undo, add, export_, import_, merge_):
    review.add_command(command)

COMMANDS = (review,)
