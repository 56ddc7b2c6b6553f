"""What follow-up, coverage and gaps are called, in the request's language, with signs that do not need colour."""

from enum import Enum

from flask_babel import lazy_gettext

from graph.chains.chain import Hop
from graph.chains.gaps import Lack
from graph.follow_up.direction import Ground
from graph.follow_up.money import Silent
from graph.follow_up.standing import Standing
from graph.follow_up.ties import Route
from graph.follow_up.verdict import Verdict, Why

WORDS: dict[Enum, object] = {
    Standing.OFF_PLAN: lazy_gettext("går inte enligt plan"),
    Standing.NOT_STARTED: lazy_gettext("ej påbörjat"),
    Standing.PARTLY: lazy_gettext("olika besked om olika delar"),
    Standing.WORSENED: lazy_gettext("har försämrats"),
    Standing.NOT_MENTIONED: lazy_gettext("nämns inte i rapporten"),
    Standing.ONGOING: lazy_gettext("pågår"),
    Standing.ON_PLAN: lazy_gettext("går enligt plan"),
    Standing.DONE: lazy_gettext("klart"),
    Standing.IMPROVED: lazy_gettext("har förbättrats"),
    Standing.UNCHANGED: lazy_gettext("oförändrat"),
    Standing.MENTIONED: lazy_gettext("nämns, utan känt läge"),
    Standing.BEFORE: lazy_gettext("ingen rapport än, men omtalat före planen"),
    Standing.NO_REPORT: lazy_gettext("ingen rapport än"),
    Verdict.REACHED: lazy_gettext("målet nåddes"),
    Verdict.NOT_REACHED: lazy_gettext("målet nåddes inte"),
    Verdict.CANNOT_TELL: lazy_gettext("går inte att säga"),
    Why.NO_OUTCOME: lazy_gettext("inget utfall för målets år"),
    Why.PART_OF_YEAR: lazy_gettext("utfallet gäller bara en del av året"),
    Why.SEVERAL: lazy_gettext("flera utfall som skiljer sig åt"),
    Why.NO_YEAR: lazy_gettext("målets år framgår inte"),
    Why.TARGET_IN_WORDS: lazy_gettext("målet är bara ord"),
    Why.OUTCOME_IN_WORDS: lazy_gettext("utfallet är bara ord"),
    Why.UNIT: lazy_gettext("mål och utfall har inte samma enhet"),
    Why.DIRECTION: lazy_gettext("det framgår inte om högre eller lägre är bättre"),
    Why.NO_START: lazy_gettext("inget tidigare utfall att jämföra med"),
    Why.NO_BENCHMARK: lazy_gettext("jämförelsevärdet för samma år saknas"),
    Why.CHANGE: lazy_gettext("förändringen går inte att räkna om till ett tal"),
    Silent.NO_OUTCOME: lazy_gettext("inget utfall för budgetens år"),
    Silent.PART_OF_YEAR: lazy_gettext("utfallet gäller bara en del av året"),
    Silent.SEVERAL: lazy_gettext("flera belopp som skiljer sig åt"),
    Ground.STATED: lazy_gettext("enligt planen"),
    Ground.JUDGED: lazy_gettext("enligt rapportens bedömning"),
    Ground.START: lazy_gettext("utgångsläget låg långt ifrån målet"),
    Route.STATED: lazy_gettext("står i källan"),
    Route.CONFIRMED: lazy_gettext("bekräftad länk"),
    Route.LINEAGE: lazy_gettext("samma i annan upplaga"),
    Route.SUGGESTED: lazy_gettext("föreslagen länk"),
    Hop.ACTIVITY: lazy_gettext("aktivitet"),
    Hop.INDICATOR: lazy_gettext("indikator"),
    Hop.MONEY: lazy_gettext("pengar"),
    Hop.OUTCOME: lazy_gettext("utfall"),
    Lack.NO_ACTIVITY: lazy_gettext("Uppdrag utan aktivitet"),
    Lack.NO_MEASURE: lazy_gettext("Mål som ingen indikator mäter"),
    Lack.EMPTY_AREA: lazy_gettext("Insatsområden utan aktivitet"),
    Lack.NO_INDICATOR: lazy_gettext("Aktiviteter som ingen indikator mäter"),
    Lack.NO_MONEY: lazy_gettext("Aktiviteter utan pengar"),
    Lack.NOT_MENTIONED: lazy_gettext("Aktiviteter som rapporten inte nämner"),
    Lack.NOT_ASKED_FOR: lazy_gettext("Aktiviteter som inget uppdrag ber om"),
    Lack.NO_GOAL: lazy_gettext("Indikatorer som inget mål och ingen aktivitet använder"),
    Lack.UNUSED_MONEY: lazy_gettext("Pengar som ingen aktivitet använder"),
}
SIGNS: dict[Enum, str] = {
    Standing.OFF_PLAN: "!", Standing.NOT_STARTED: "○", Standing.PARTLY: "◐", Standing.WORSENED: "↘",
    Standing.NOT_MENTIONED: "?", Standing.ONGOING: "…", Standing.ON_PLAN: "✓", Standing.DONE: "✔", Standing.IMPROVED: "↗",
    Standing.UNCHANGED: "→", Standing.MENTIONED: "·", Standing.BEFORE: "◁", Standing.NO_REPORT: "–",
    Verdict.REACHED: "✓", Verdict.NOT_REACHED: "✗", Verdict.CANNOT_TELL: "?",
}  # fmt: skip
#: What a reader should see first.
ORDER = tuple(each for each in WORDS if isinstance(each, Standing))


def said(what: Enum) -> str:
    """What something is called, in the request's language."""
    return str(WORDS[what])


def sign(what: Enum) -> str:
    """The sign that stands before its words."""
    return SIGNS.get(what, "·")
