"""The name of a thread: what it runs through, and the way to all that is told of it."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from webapp.page import ThingPage
from webapp.things import Head, Item, pointing
from webapp.values import text


@dataclass(frozen=True)
class Thread:
    """What the page shows: the things it runs through, and the editions it begins and ends in, as years."""

    things: tuple[Item, ...]
    first: str | None
    last: str | None


def read(view: View, head: Head) -> Thread:
    """What the page shows."""
    first, last = (text(view, head.iri, year) for year in (rt.firstYear, rt.lastYear))
    return Thread(pointing(view, head.iri, rt.inThread), first, last)


PAGE = ThingPage((rt.Thread,), "pages/thread_name.html", read)
