"""What a person calls a role, in the labels of values and amounts."""

from ontology import rt
from ontology.iri import Iri

#: What a person calls a role, in the labels of values and amounts.
ROLE_WORDS: dict[Iri, str] = {
    rt.Target: "Mål",
    rt.Outcome: "Utfall",
    rt.Benchmark: "Jämförelse",
    rt.Forecast: "Prognos",
    rt.Budget: "Budget",
    rt.Change: "Förändring",
    rt.Assumption: "Antagande",
    rt.RegionalPlanBudget: "Regionplan",
    rt.ExpectedEffect: "Beräknad effekt",
    rt.RealisedEffect: "Realiserad effekt",
    rt.PriceChange: "Prisförändring",
    rt.VolumeChange: "Volymförändring",
    rt.Decided: "Beslutat",
    rt.Remaining: "Kvar",
}
