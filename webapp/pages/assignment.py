"""An assignment: its words year by year, what serves it, measures it, pays for it and came of it, and where that breaks."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext, ngettext

from graph.chains.chain import Hop
from graph.follow_up.targets import TargetRow
from graph.threads import through_years
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.page import ThingPage
from webapp.sheet import Sheet
from webapp.things import Head, Item, Link, pointed
from webapp.threads.chain import Ground, Strands, strands, strength
from webapp.threads.chain_sheet import chain_sheet, edition, targets, told_of
from webapp.threads.statuses import Status, statuses
from webapp.threads.wordings import Wording, wordings
from webapp.wishes import with_suggested


@dataclass(frozen=True)
class ShownLink:
    """A link of the chain in the picture: how many things it leads to, by how they are known; `why` where to none."""

    hop: Hop
    counts: dict[Ground, int]
    why: str

    @property
    def kind(self) -> str:
        """How it is drawn: "stated", "suggested" or "missing"."""
        return strength(self.counts)


@dataclass(frozen=True)
class Assignment:
    """What the page shows beside the chain, which the rows of its sheet tell.

    `reports` are the titles of the documents that tell how the plan went; `targets` a measure's targets with verdicts.
    """

    thing: Link
    issued_by: tuple[Item, ...]
    own_areas: tuple[Item, ...]
    wordings: tuple[Wording, ...]
    statuses: tuple[Status, ...]
    reports: tuple[str, ...]
    years: str
    targets: Mapping[Iri, tuple[TargetRow, ...]]

    def strands(self, found: Sheet) -> Strands:
        """The chain that the sheet's rows tell."""
        return strands(found, self.thing)

    def links(self, chain: Strands) -> tuple[ShownLink, ...]:
        """The links of the chain after the assignment itself, in their order."""
        counts = {hop: chain.counts(hop) for hop in Hop}
        return tuple(ShownLink(hop, those, self.why(hop, those[Ground.UNSURE])) for hop, those in counts.items())

    def why(self, hop: Hop, unsure: int) -> str:
        """Why a link leads nowhere for sure."""
        if unsure:
            told = ngettext("bara %(num)s osäkert förslag", "bara %(num)s osäkra förslag, inget säkert nog", unsure)
        elif hop is Hop.ACTIVITY:
            told = gettext("står inte: ingen aktivitet i planen anger uppdraget")
        elif hop is Hop.OUTCOME and not self.reports:
            told = gettext("ingen redovisning av %(years)s är inläst", years=self.years)
        elif hop is Hop.OUTCOME:
            told = gettext("hittas inte i redovisningen")
        elif with_suggested():
            told = gettext("står inte i planen, och inget förslag hittades")
        else:
            told = gettext("står inte i planen")
        return str(told)


def read(view: View, head: Head) -> Assignment:
    """What the page shows."""
    where, told = edition(view, head.iri), told_of(view, head.iri)
    return Assignment(
        thing=Link(head.iri, head.label),
        issued_by=pointed(view, head.iri, rt.issuedBy),
        own_areas=pointed(view, head.iri, rt.focusArea),
        wordings=wordings(view, Link(head.iri, head.label), through_years(view, head.iri)),
        statuses=statuses(view, (head.iri,)).get(head.iri, ()),
        reports=tuple(each.edition.title for each in told.tellers if each.within and each.owes) if told else (),
        years=f"{where.start}–{where.end}" if where else "",
        targets=targets(told),
    )


PAGE = ThingPage((rt.Assignment,), "pages/assignment.html", read, chain_sheet)
