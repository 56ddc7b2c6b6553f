"""The chain of an assignment or an activity as a sheet, and what follow-up says of the targets in it."""

from collections import defaultdict
from collections.abc import Mapping

from flask_babel import gettext

from graph.derived.items import Edition
from graph.follow_up.follow_up import FollowUp
from graph.follow_up.targets import TargetRow
from graph.view import View
from ontology.iri import Iri
from webapp.sheet import Sheet, sheet
from webapp.things import Head
from webapp.threads.read import chains, following
from webapp.wishes import with_suggested


def edition(view: View, thing: Iri) -> Edition | None:
    """The edition that states a thing; None for what no plan states."""
    item = chains(view).items.by_iri.get(thing)
    return item.edition if item else None


def told_of(view: View, thing: Iri) -> FollowUp | None:
    """The follow-up of the plan that states a thing."""
    found = edition(view, thing)
    return following(view).of(found) if found else None


def targets(told: FollowUp | None) -> Mapping[Iri, tuple[TargetRow, ...]]:
    """A plan's targets with verdicts, by measure."""
    found: defaultdict[Iri, list[TargetRow]] = defaultdict(list)
    for row in told.targets if told else ():
        found[row.item.iri].append(row)
    return {measure: tuple(rows) for measure, rows in found.items()}


def chain_sheet(view: View, head: Head) -> Sheet:
    """What a thing leads to as a table: a row a thing and figure."""
    told = told_of(view, head.iri)
    return sheet(
        view,
        "assignment_chain",
        gettext("%(label)s: vad som bidrar, mäter, betalar och vad det blev", label=head.label),
        assignment=head.iri,
        suggested="yes" if with_suggested() else "no",
        tellers=tuple(each.edition.plan for each in told.tellers if each.within) if told else (),
        outcomes=tuple((measure, came.iri) for measure, came in told.came.items()) if told else (),
    )
