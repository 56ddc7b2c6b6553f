"""An assignment: its words year by year, what serves it, measures it, pays for it and came of it, and where that breaks."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext, ngettext

from graph.chains.chain import Hop
from graph.derived.items import Edition
from graph.follow_up.targets import TargetRow
from graph.threads import through_years
from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.chain import Ground, Strands, strands, strength
from webapp.page import ThingPage
from webapp.sheet import Sheet, sheet
from webapp.statuses import Status, statuses
from webapp.things import Head, Item, Link, pointed
from webapp.threads import chains, following
from webapp.wishes import with_suggested
from webapp.wordings import Wording, wordings


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
    edition = _edition(view, head.iri)
    told = following(view).of(edition) if edition else None
    targets: defaultdict[Iri, list[TargetRow]] = defaultdict(list)
    for row in told.targets if told else ():
        targets[row.item.iri].append(row)
    return Assignment(
        thing=Link(head.iri, head.label),
        issued_by=pointed(view, head.iri, rt.issuedBy),
        own_areas=pointed(view, head.iri, rt.focusArea),
        wordings=wordings(view, Link(head.iri, head.label), through_years(view, head.iri)),
        statuses=statuses(view, (head.iri,)).get(head.iri, ()),
        reports=tuple(each.edition.title for each in told.tellers if each.within and each.owes) if told else (),
        years=f"{edition.start}–{edition.end}" if edition else "",
        targets={measure: tuple(rows) for measure, rows in targets.items()},
    )


def _edition(view: View, assignment: Iri) -> Edition | None:
    item = chains(view).items.by_iri.get(assignment)
    return item.edition if item else None


def chain_sheet(view: View, head: Head) -> Sheet:
    """The chain as a table: a row a thing and figure."""
    edition = _edition(view, head.iri)
    told = following(view).of(edition) if edition else None
    return sheet(
        view,
        "assignment_chain",
        gettext("Uppdraget %(label)s: vad som bidrar, mäter, betalar och vad det blev", label=head.label),
        assignment=head.iri,
        suggested="yes" if with_suggested() else "no",
        tellers=tuple(each.edition.plan for each in told.tellers if each.within) if told else (),
        outcomes=tuple((measure, came.iri) for measure, came in told.came.items()) if told else (),
    )


PAGE = ThingPage((rt.Assignment,), "pages/assignment.html", read, chain_sheet)
