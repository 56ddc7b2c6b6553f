"""Words for how things go: of a goal or an indicator which way it moves, of an activity how it keeps to its plan."""

import re

from ontology import rt
from ontology.iri import Iri

#: Which way something moves, in the words of a column "Utveckling", "Trend" or "Status".
TRENDS: tuple[tuple[str, Iri], ...] = (
    (r"Positivt?|Förbättra[dt]|Bättre", rt.Improved),
    (r"Oförändra[dt]|Neutralt?|Stabilt?", rt.Unchanged),
    (r"Negativt?|Försämra[dt]|Sämre", rt.Worsened),
)
#: How an activity keeps to its plan; what is not comes before what is.
PROGRESS: tuple[tuple[str, Iri], ...] = (
    (r"Ej\s+planenligt?|Inte\s+planenligt?|(?:Ej|Inte)\s+enligt\s+plan|Avviker|Försena[dt]", rt.OffPlan),
    (r"Ej\s+påbörja[dt]|Inte\s+påbörja[dt]", rt.NotStarted),
    (r"Planenligt?|Enligt\s+(?:tid)?plan", rt.OnPlan),
    (r"Genomför[dt]|Avsluta[dt]|Slutför[dt]|Klart?", rt.Done),
    (r"Pågående|Pågår|Påbörja[dt]", rt.Ongoing),
)
#: What is met or not, and colours: statuses in a report's own words, of which no concept of ours says the same.
GRADES = (
    r"(?:(?:Ej|Inte|Delvis|Helt|I\s+huvudsak)\s+(?:uppfyll(?:d|t|s)|uppnå(?:dd|tt|s))"
    r"|(?:Uppfyll(?:d|t|s)|Uppnå(?:dd|tt|s))(?:\s+(?:delvis|ej|inte|helt))?|Grönt?|Gult?|Röd|Rött|Orange)"
)
#: Which way a figure moves, without whether that is good.
MOVES = r"Ökande|Ökar|Minskande|Minskar|Uppåt|Nedåt"
PARTLY = r"(?:Delvis\s+(?:planenligt?|enligt\s+plan|genomför[dt]|klart?)|(?:Ej|Inte)\s+(?:genomför[dt]|klart?))"
TREND = "(?:" + "|".join([*(words for words, _ in TRENDS), MOVES, GRADES]) + r")(?!\w)"
STATUS = "(?:" + "|".join([*(words for words, _ in PROGRESS), PARTLY, GRADES]) + r")(?!\w)"


def status_of(text: str) -> Iri | None:
    """The status that a cell's words are; None for other words."""
    bare = text.strip().removesuffix(".")
    return next((iri for words, iri in TRENDS + PROGRESS if re.fullmatch(words, bare, re.IGNORECASE)), None)
