"""Words for how things go: of a goal or an indicator which way it moves, of an activity how it keeps to its plan."""

import re

from ontology import rt
from ontology.iri import Iri

#: Which way something moves, in the words of a column "Utveckling", "Trend" or "Status".
TRENDS: tuple[tuple[str, Iri], ...] = (
    (r"Positivt?|Förbättra[dt]|Bättre", rt.Improved),
    (r"Oförändra[dt]|Neutralt?", rt.Unchanged),
    (r"Negativt?|Försämra[dt]|Sämre", rt.Worsened),
)
#: How an activity keeps to its plan; what is not comes before what is.
PROGRESS: tuple[tuple[str, Iri], ...] = (
    (r"Ej\s+planenligt?|Inte\s+planenligt?|(?:Ej|Inte)\s+enligt\s+plan|Avviker|Försena[dt]", rt.OffPlan),
    (r"Ej\s+påbörja[dt]|Inte\s+påbörja[dt]", rt.NotStarted),
    (r"Planenligt?|Enligt\s+plan", rt.OnPlan),
    (r"Genomför[dt]|Avsluta[dt]|Klart?", rt.Done),
    (r"Pågående|Pågår", rt.Ongoing),
)
TREND = "(?:" + "|".join(words for words, _ in TRENDS) + r")(?!\w)"
STATUS = "(?:" + "|".join(words for words, _ in PROGRESS) + r")(?!\w)"


def status_of(text: str) -> Iri | None:
    """The status that a cell's words are; None for other words."""
    bare = text.strip().removesuffix(".")
    return next((iri for words, iri in TRENDS + PROGRESS if re.fullmatch(words, bare, re.IGNORECASE)), None)
