"""What a reader can do about each kind of finding, in a sentence or two."""

from flask_babel import lazy_gettext

from ontology import rt
from ontology.iri import Iri

# fmt: off
_ADVICE = (
    ((rt.ValueNotRead, rt.YearNotTold, rt.ColumnNotTold, rt.CellsShifted, rt.TableNotUnderstood, rt.ColumnUnknown, rt.TableAmbiguous, rt.LabelCutOff, rt.UnitNotTold, rt.UnitInferred),
     lazy_gettext("Läs stället i dokumentet. Skriv ut år, enhet och rubrik i nästa upplaga, så går uppgiften att läsa säkert.")),
    ((rt.ReferredOnly, rt.DanglingReference, rt.AmbiguousReference, rt.NumberUsedTwice, rt.NumberMissing, rt.NumberLikelySlip, rt.NumberReused),
     lazy_gettext("Kontrollera beteckningen mot det dokument som hänvisningen gäller, och låt varje beteckning stå för en enda sak.")),
    ((rt.SumDiffers, rt.PartsExceedWhole, rt.DifferenceDiffers, rt.SharesNotHundred, rt.PercentOverHundred, rt.FigureJumps, rt.RiskValueDiffers, rt.RowDuplicated),
     lazy_gettext("Räkna om raderna med den som äger tabellen. Är det avrundning eller en utelämnad rad, skriv det under tabellen.")),
    ((rt.AssignmentWithoutActivity, rt.ActivityWithoutAssignment, rt.ResponsibleMissing, rt.IndicatorWithoutTarget, rt.IndicatorWithoutOutcome, rt.TargetNotMeasurable),
     lazy_gettext("Fråga den som äger raden vad som ska stå. Finns svaret i ett annat dokument, läs in det så fylls luckan.")),
    ((rt.TargetMoved, rt.TargetLowered, rt.DeadlineMoved, rt.IndicatorRedefined, rt.OutlookRevised, rt.TargetAlreadyReached),
     lazy_gettext("Ta reda på om ändringen är beslutad och varför. Skriv skälet i planen, så slipper läsaren gissa.")),
    ((rt.StatedDifferently, rt.StatusContradicts, rt.CompletionContradicted),
     lazy_gettext("Jämför ställena och avgör vilket som gäller. Rätta det andra, eller skriv vad som skiljer dem åt.")),
    ((rt.NotReported, rt.DroppedSilently, rt.OutcomeOutdated, rt.DateOutsidePlan),
     lazy_gettext("Fråga om det är avslutat, flyttat eller glömt, och säg det i nästa plan eller rapport.")),
    ((rt.InferredFromOrder, rt.PlanFactInferred, rt.PlanFactMissing, rt.UnknownRegion),
     lazy_gettext("Kontrollera att antagandet stämmer. Vad som gäller om planen anges i mappens corpus.toml; läs sedan in dokumentet igen.")),
    ((rt.HiddenText, rt.TextFromPicture, rt.PageNotRead, rt.TextGarbled),
     lazy_gettext("Öppna filen och se efter vad som syns på sidan. Saknas text eller är den fel, gör en ny PDF ur originalet eller kör texttolkning (OCR).")),
    ((rt.UnacceptedChanges, rt.CommentsLeftOut, rt.MacrosNotRun, rt.SignWithoutWords),
     lazy_gettext("Öppna dokumentet där det skrevs: godkänn eller avvisa ändringar och kommentarer, skriv ut i ord vad färger och bilder betyder, och läs in det igen.")),
)
# fmt: on
ADVICE: dict[Iri, object] = {fault: text for faults, text in _ADVICE for fault in faults}


def advice(fault: Iri) -> str:
    """What one can do about a fault; empty where nothing general can be said."""
    return str(ADVICE.get(fault, ""))
