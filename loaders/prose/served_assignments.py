"""Assignments whose heading is lost or says something else: they are told by the activities that serve them."""

from collections.abc import Iterator

from graph.records import Activity, Assignment
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.readers.listed_assignments import listed_assignments


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Lines that begin with an id which an activity serves, where no table of assignments is, nor a text of that id."""
    if context.tables.get("assignments"):
        return
    served = {link.notation for activity in context.of(Activity) for link in activity.serves}
    known = {given.notation for given in context.of(Assignment)}
    yield from listed_assignments(context, lambda notation, _: notation in served - known)


FAMILY = Family(
    "served assignments", read, after=("assignments", "activities", "plain activities", "listed undertakings")
)
