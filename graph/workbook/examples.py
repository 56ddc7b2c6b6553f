"""Example rows of the workbook to be filled in: one for each sheet, marked as such and never read."""

from graph.workbook.columns import Column, Holds
from graph.workbook.forms import EXAMPLE, KIND, Form, concepts, kinds_of
from graph.workbook.rows import Cell

#: What stands in the example of a family of records, by field.
EXAMPLES: dict[str, dict[str, Cell]] = {
    "FocusArea": {"name": "Nära vård", "notation": "2"},
    "Perspective": {"name": "Invånare"},
    "Goal": {"title": "Vården är lätt att nå", "perspective": "Invånare", "focus_area": "Nära vård"},
    "Assignment": {
        "notation": "RF1",
        "description": "Korta väntetiderna i primärvården.",
        "issued_by": "Regionfullmäktige",
        "focus_area": "Nära vård",
    },
    "Activity": {
        "title": "Kvällsöppen mottagning i Norrhult",
        "notation": "5",
        "description": "Öppet till kl. 21 alla vardagar.",
        "serves": "RF1; RF4",
        "focus_area": "Nära vård",
        "planned_year": "2027; 2028",
        "due": "tertial 2 2028",
        "due_by": "2028-08-31",
        "responsible": "Primärvårdschefen",
    },
    "Milestone": {"title": "Första mottagningen öppen", "year": 2027, "of_activity": "5"},
    "Measure": {"title": "Täckningsgrad mammografi", "goal": "Vården är lätt att nå", "reporting": "delår; år"},
    "IndicatorValue": {
        "of": "Täckningsgrad mammografi",
        "role": "mål",
        "as_written": "minst 85 %",
        "year": 2027,
        "number": 85,
        "unit": "procent",
        "comparator": "minst",
    },
    "BudgetLine": {"title": "Läkemedel", "parent": "Hälso- och sjukvård"},
    "Amount": {"of": "Läkemedel", "role": "budget", "sek": 675_400_000, "as_written": "675,4 mnkr", "year": 2027},
    "ControlPoint": {
        "title": "Jäv vid inköp",
        "risk": "Jäv anmäls inte",
        "method": "Stickprov på tolv inköp",
        "likelihood": 3,
        "consequence": 4,
        "risk_value": 12,
    },
    "Risk": {"title": "Brist på sjuksköterskor", "description": "Vårdplatser hålls stängda."},
    "StatusReport": {
        "reports_on": "Aktivitet: 5",
        "as_written": "Enligt plan",
        "status": "planenligt",
        "year": 2027,
        "description": "Lokalerna är klara.",
    },
    "Intention": {"description": "Nämnden avser att pröva fler vårdformer."},
    "Statement": {"kind": "vision", "description": "En god vård för alla."},
    "Reference": {"title": "Färdplan för nära vård"},
}


def example(form: Form) -> tuple[Cell, ...]:
    """The example row of a sheet; one that nothing is told of shows what must be filled in."""
    told = EXAMPLES.get(_family(form), {})
    kind = (next(iter(kinds_of(form))),) if KIND in form.headings and len(form.kinds) > 1 else ()
    cells = (told.get(column.field, None if told else _any(column)) for column in form.columns)
    return (f"{EXAMPLE} (läses inte)", *kind, *cells)


def _family(form: Form) -> str:
    from graph.vocabulary import family

    return family(form.kinds[0].CLASS).local


def _any(column: Column) -> Cell:
    if not column.required:
        return None
    match column.holds:
        case Holds.CONCEPT:
            return next(iter(concepts(column.predicate)), None)
        case Holds.WHOLE | Holds.NUMBER:
            return 1
    return column.heading
