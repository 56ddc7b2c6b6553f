"""A plan's budget: every table as a tree with bars, sums checked, restated figures marked, and what the money is believed to pay."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import ask, rows
from webapp.door import view
from webapp.drawing.bars import Bars, bars
from webapp.editions import Edition, plans_of, stating
from webapp.figures.budget import Line, Section, amounts, sections
from webapp.figures.funding import NOTHING, Funding, funding
from webapp.figures.readings import LARGEST
from webapp.figures.sums import Adds, Column
from webapp.kinds import LISTED
from webapp.languages import language
from webapp.menu import Entry
from webapp.sheet import Sheet, answered, sheet
from webapp.terms import terms
from webapp.wishes import plan_wanted

PAGE = Blueprint("budget", __name__)
MENU = (Entry("measure", 20, "budget.page", lazy_gettext("Budget")),)
#: The kinds of lines that a thing to be done could be paid with.
PAYING = (rt.AppropriationLine, rt.GrantLine, rt.InitiativeLine, rt.InvestmentLine, rt.PropertyInvestmentLine)


@dataclass(frozen=True)
class Odd:
    """A finding about a line."""

    thing: Iri
    finding: Iri
    kind: Iri
    label: str


@dataclass(frozen=True)
class Use:
    """A line that pays for something, or might: its section, its amount in the column shown, what it pays for."""

    line: Line
    section: Section
    sek: Decimal | None
    funding: Funding


@dataclass(frozen=True)
class Told:
    """What the page shows; `drawn` has the bars of each section, `uses` lines by what is known of what they pay for."""

    sections: tuple[Section, ...]
    drawn: tuple[Bars, ...]
    odd: Mapping[Iri, tuple[Odd, ...]]
    funding: Mapping[Iri, Funding]
    certain: tuple[Use, ...]
    suggested: tuple[Use, ...]
    unknown: tuple[Use, ...]

    def sums(self, adds: Adds) -> int:
        """How many columns of sums stand so to their terms."""
        return sum(each.adds is adds for section in self.sections for line in section.all for each in line.checks)


@PAGE.get("/budget")
def page() -> str | Response:
    """The budget of the plan `plan`, of lines of a class `kind` where that is given; bars show the year `year` if they can."""
    seen = view()
    offered = stating(seen, rt.BudgetLine)
    edition = plan_wanted(offered, plans_of(offered))
    if edition is None:
        return render_template("pages/budget.html", edition=None)
    kinds = _kinds(seen)
    kind = next((each for each in kinds if each.local == request.args.get("kind")), None)
    title = gettext("Budget: %(label)s", label=edition.title)
    found = sheet(seen, "budget_amounts", title, "budget", plan=edition.plan, kinds=(kind,) if kind else kinds)
    return answered(found, lambda: _html(seen, edition, offered, kind, found))


def _html(seen: View, edition: Edition, offered: tuple[Edition, ...], kind: Iri | None, found: Sheet) -> str:
    lines = amounts(found)
    years = sorted({each.year for each in lines if each.year is not None})
    year = next((each for each in years if str(each) == request.args.get("year")), edition.year)
    shown = sections(lines, _sums(seen, edition.plan), year, report=edition.reports)
    return render_template(
        "pages/budget.html",
        edition=edition,
        editions=offered,
        kind=kind,
        kinds=tuple(each for each in LISTED if each in _kinds(seen)),
        year=year,
        years=years,
        told=_told(seen, shown),
        sheet=found,
        Adds=Adds,
    )


def _kinds(seen: View) -> tuple[Iri, ...]:
    return tuple(each for each in LISTED if rt.BudgetLine in terms(seen).all_above(each))


def _sums(seen: View, plan: Iri) -> dict[Iri, list[Iri]]:
    found: dict[Iri, list[Iri]] = {}
    for total, term in ask(seen, "budget_sums", plan=plan).rows:
        found.setdefault(Iri(str(total)), []).append(Iri(str(term)))
    return found


def _told(seen: View, shown: tuple[Section, ...]) -> Told:
    lines = tuple(line.iri for section in shown for line in section.all)
    odd: dict[Iri, tuple[Odd, ...]] = {}
    for each in rows(seen, "budget_findings", Odd, things=lines, language=language()) if lines else ():
        odd[each.thing] = (*odd.get(each.thing, ()), each)
    paid = funding(seen, lines)
    uses = tuple(
        Use(line, section, line.sek(section.shown), paid.get(line.iri, NOTHING))
        for section in shown
        for line in section.all
        if not line.total and (line.iri in paid or section.kind in PAYING)
    )
    return Told(
        sections=shown,
        drawn=tuple(_drawn(section) for section in shown),
        odd=odd,
        funding=paid,
        certain=tuple(use for use in uses if use.funding.certain),
        suggested=tuple(use for use in uses if use.funding.suggested and not use.funding.certain),
        unknown=tuple(use for use in uses if not use.funding.certain and not use.funding.suggested),
    )


def _drawn(section: Section) -> Bars:
    return bars([(_float(line, section.shown), _float(line, section.against)) for line in section.all])


def _float(line: Line, column: Column | None) -> float | None:
    sek = line.sek(column)
    return None if sek is None or abs(sek) >= LARGEST else float(sek)
