"""The commands that take decisions out to a file, in from one, and make two persons' files one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.commands.reviewing import at_desk, derive_option, follow, tell_of_nothing
from graph.options import store_option
from graph.terminal import short, tell

if TYPE_CHECKING:
    from graph.reviews.decision import Reviews
    from graph.reviews.merge import Conflict

FILE = click.Path(path_type=Path, dir_okay=False)
prefer_option = click.option(
    "--prefer", type=click.Choice(("mine", "theirs", "newest")), help="Which of two that differ is kept."
)


@click.command("export")
@click.argument("file", type=FILE)
@click.option("--without-names", is_flag=True, help="Leave out who decided, and the comments.")
@store_option
def export_(file: Path, directory: Path, *, without_names: bool) -> None:
    """Write all decisions to FILE, as SSSOM/TSV: for another person, another store, or a spreadsheet."""
    reviews = at_desk(directory).store.reviews()
    _write(reviews.without_names() if without_names else reviews, file)
    tell(f"{len(reviews)} decisions written to {file}.", err=True)


@click.command("import")
@click.argument("file", type=FILE)
@prefer_option
@derive_option
@store_option
def import_(file: Path, prefer: str | None, directory: Path, *, derive: bool) -> None:
    """Take in the decisions in FILE (SSSOM/TSV), beside those that are there ("mine").

    A row that is broken is told with its line, and nothing is taken in then; nor where decisions differ and
    --prefer does not say which to keep (exits 1).
    """
    from graph.reviews.merge import Merged, merge
    from graph.reviews.sssom import read_file

    desk, theirs = at_desk(directory), read_file(file)
    found: list[Merged] = []

    def merged(mine: "Reviews") -> "Reviews":
        found[:] = [merge(mine, theirs, prefer)]
        return mine if found[0].conflicts else found[0].reviews

    before = desk.store.reviews()
    now = desk.store.decide(merged)
    _stop_at(found[0].conflicts)
    tell(f"{len(theirs)} decisions read, {len(now)} are kept now.", err=True)
    if now != before and desk.store.versions():
        follow(desk, derive=derive)
    tell_of_nothing(desk)


@click.command("merge")
@click.argument("mine", metavar="A", type=FILE)
@click.argument("theirs", metavar="B", type=FILE)
@click.option("--out", type=FILE, required=True, help="Where to write both together.")
@prefer_option
@click.option("--store", expose_value=False, hidden=True, help="Taken as by every command; nothing is read from it.")
def merge_(mine: Path, theirs: Path, out: Path, prefer: str | None) -> None:
    """Make two persons' files, A ("mine") and B ("theirs"), one; what they agree on is kept once.

    Decisions that differ are shown; nothing is written then, and it exits 1, unless --prefer says which to keep. Of
    two of the same day neither is the newest.
    """
    from graph.reviews.merge import merge
    from graph.reviews.sssom import read_file

    merged = merge(read_file(mine), read_file(theirs), prefer)
    _stop_at(merged.conflicts)
    _write(merged.reviews, out)
    tell(f"{len(merged.reviews)} decisions written to {out}.", err=True)


def _write(reviews: "Reviews", file: Path) -> None:
    from graph.failures import told
    from graph.reviews.kept import HANDED_ON, keep

    with told(str(file), "write"):
        keep(reviews, file, HANDED_ON)


def _stop_at(conflicts: "tuple[Conflict, ...]") -> None:
    """Show what two persons decided differently, if anything, and exit 1."""
    from graph.reviews.listed import told

    for conflict in conflicts:
        mine, theirs = conflict.mine, conflict.theirs
        sides = (short(mine.subject_label or mine.subject), short(mine.object_label or mine.object))
        tell(f"{mine.relation.local}: {sides[0]} – {sides[1]}")
        tell(f"  {mine.subject}\n  {mine.object}")
        tell(f"  mine    {told(mine)}\n  theirs  {told(theirs)}")
    if conflicts:
        tell(
            f"{len(conflicts)} conflicts; nothing was written. --prefer mine, theirs or newest resolves them.", err=True
        )
        raise SystemExit(1)
