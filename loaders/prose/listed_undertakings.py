"""Indicators and activities in lists: "Andel besök: mål 2027 80 % (utfall 2025: 71 %)", "A 2.1 Införa … (ansvarig: …)".

A line "Indikatorer:" or "Aktiviteter:", or a heading of such a word, says what the list below it has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.records import Activity, FocusArea, Goal, Indicator, IndicatorValue
from loaders.coverage import lines_in
from loaders.document import Document, Line, Piece
from loaders.family import Context, Family, Read
from loaders.layout.bullets import Entry, entries
from loaders.layout.headers import Table
from loaders.layout.headings import LONGEST, is_heading
from loaders.readers.plain_activities import SEPARATORS, parted
from loaders.readers.score_notes import year_not_told
from loaders.readers.stands_under import area_over, goal_over
from loaders.words.figures import Figure, better_direction, outcomes, targets
from loaders.words.periods import last_day
from ontology import rt
from ontology.iri import Iri

#: What announces a list: "Indikatorer:", "Så mäter vi:", "Aktiviteter 2027".
OF_INDICATORS = re.compile(
    r"(?i)(?:våra |valda |prioriterade )?(?:indikatorer|nyckeltal|mått|mätetal|styrtal|så mäter vi|vi följer)\b"
)
OF_ACTIVITIES = re.compile(
    r"(?i)(?:våra |prioriterade |planerade |viktiga )?(?:aktiviteter|åtgärder|insatser|handlingsplan|så gör vi|vi ska göra)\b"
)
#: A word that tells what a figure is, perhaps with its year.
ROLE = re.compile(
    r"(?i)\b(?P<role>mål(?:värde|nivå|tal)?|målsättning|delmål|utfall|nuläge|utgångs(?:värde|läge)|basvärde|startvärde|ingångsvärde"
    r"|bokslut|resultat|prognos|riket|rikssnittet)(?:et)?(?:\s+(?:för\s+|år\s+)?\(?(?P<year>20\d\d)\)?)?\s*(?::|är|=|–|-)?\s*"
)
ROLES: tuple[tuple[str, Iri], ...] = (
    ("mål", rt.Target),
    ("delmål", rt.Target),
    ("prognos", rt.Forecast),
    ("rik", rt.Benchmark),
)
#: Where a name ends and its figures begin.
NAME_ENDS = re.compile(r"\s*(?:[:;,(–-]\s*|\s)$")
WHO = re.compile(
    r"(?i)\b(?:huvud)?ansvarig(?:a)?\s*(?::|är)\s*(?P<who>[^;()]+?)(?=\s*(?:[;()]|,\s*(?:klar|tid|färdig|senast|slut)|\.\s|\.?$))"
)
WHEN = re.compile(
    r"(?i)\b(?:klart?(?:\s+senast)?|färdigt?(?:\s+senast)?|tid(?:s?plan|punkt)?|slutdatum|senast)\s*:?\s*(?P<when>(?=[^,;()]*\d)[^,;()]+?)(?=\s*(?:[,;()]|\.\s|\.?$))"
)
#: A parenthesis at an activity's end, or sentences of who and when behind it.
BEHIND = re.compile(
    r"(?i)\s*[(;,–-]?\s*(?:(?:huvud)?ansvarig(?:a)?\s*(?::|är)|klart?\s+(?:senast|:|\d)|klart?:|tid(?:s?plan|punkt)?\s*:|färdigt?\s+senast)"
)
LONGEST_NAME = 200
#: A bullet that is longer is running text; a list has no more lines.
LONGEST_BULLET = 600
MOST_LINES = 200


@dataclass(frozen=True)
class Listed:
    """The bullets of one list, and the line that announces it."""

    head: Line
    bullets: tuple[Entry, ...]


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """The indicators and the activities of all lists that are announced, each under the goal or area above it."""
    claimed = lines_in(span for record in context.found for span in record.place.spans)
    for line in context.document.lines:
        if line.number in claimed or not announces(context.document, line):
            continue
        found = Listed(line, tuple(bullets(context.document, line)))
        of_indicators = OF_INDICATORS.match(line.text.strip()) is not None
        made = list(indicators(found, context) if of_indicators else activities(found, context))
        if made:
            yield context.heading(line)
            yield from made


def announces(document: Document, line: Line) -> bool:
    """Whether a line says that a list of indicators or of activities follows."""
    text = line.text.strip()
    if len(text) > LONGEST or not (OF_INDICATORS.match(text) or OF_ACTIVITIES.match(text)):
        return False
    return text.endswith(":") or is_heading(document, line)


def bullets(document: Document, line: Line) -> Iterator[Entry]:
    """The bullets right below a line, down to the first text that is none."""
    for entry in entries(document, document.between(line.number + 1, line.number + MOST_LINES)):
        if not entry.bullet:
            return
        if len(entry.piece.text) <= LONGEST_BULLET:
            yield entry


def indicators(listed: Listed, context: Context) -> Iterator[Read]:
    """An indicator for each bullet that tells a figure and what it is."""
    goal = goal_over(context, listed.head.number)
    for entry in listed.bullets:
        if told := list(figures(entry.piece)):
            name = NAME_ENDS.sub("", entry.piece.text[: told[0].start()]).strip()
            if 2 < len(name) < LONGEST_NAME:
                yield from indicator(name, told, entry, goal, context)


def figures(piece: Piece) -> Iterator[re.Match[str]]:
    """The words of a bullet that tell what the figure behind them is."""
    for match in ROLE.finditer(piece.text):
        if re.match(r"(?:minst|högst|lägst|max|[<>≤≥])?\s*[-–−+]?\d", piece.text[match.end() :], re.IGNORECASE):
            yield match


def indicator(
    name: str, told: list[re.Match[str]], entry: Entry, goal: Goal | None, context: Context
) -> Iterator[Read]:
    """The indicator of a bullet and its values."""
    text = entry.piece.text
    ends = [*(match.start() for match in told[1:]), len(text)]
    parts = [
        (match, figures_of(match, text[match.end() : end].strip(" ,;.()")))
        for match, end in zip(told, ends, strict=True)
    ]
    made = Indicator(
        title=name,
        goal=goal,
        better=better_direction(tuple(figure.comparator for _, found in parts for figure in found)),
        table=listed_under(context, entry),
        place=entry.piece.place,
    )
    yield made
    for match, found in parts:
        for figure in found[:1]:
            yield from value(made, match, figure, entry, context)


def figures_of(match: re.Match[str], text: str) -> tuple[Figure, ...]:
    """The figures behind a word."""
    return targets(text) if role_of(match) == rt.Target else outcomes(text)


def role_of(match: re.Match[str]) -> Iri:
    """What a word says of its figure."""
    return next((role for word, role in ROLES if match["role"].lower().startswith(word)), rt.Outcome)


def value(made: Indicator, match: re.Match[str], figure: Figure, entry: Entry, context: Context) -> Iterator[Read]:
    """One figure as a record; a target without a year is of the plan's first."""
    role = role_of(match)
    own = int(match["year"]) if match["year"] else context.plan.year if role == rt.Target else None
    given = IndicatorValue(
        of=made,
        role=role,
        year=figure.year(own),
        number=figure.number,
        unit=figure.unit,
        comparator=figure.comparator,
        target_kind=figure.target_kind,
        as_written=figure.text,
        column=match[0].strip(" :=–-"),
        table=made.table,
        place=entry.piece.place,
    )
    yield given
    if given.year is None and given.number is not None:
        yield year_not_told(given)


def activities(listed: Listed, context: Context) -> Iterator[Read]:
    """An activity for each bullet, where any of them tells who answers for it, until when, or its number."""
    area = area_over(context, listed.head.number)
    made = [activity(entry, area, context) for entry in listed.bullets]
    if any(each.responsible or each.due or each.notation for each in made):
        yield from made


def activity(entry: Entry, area: FocusArea | None, context: Context) -> Activity:
    """The activity of a bullet."""
    text = entry.piece.text
    behind = BEHIND.search(text)
    head = text[: behind.start()] if behind else text
    who, when = (
        WHO.search(text, behind.start()) if behind else None,
        WHEN.search(text, behind.start()) if behind else None,
    )
    notation, title = parted(Piece(head.strip(" .,;"), entry.piece.place), None)
    due = when["when"].strip() if when else None
    return Activity(
        title=title,
        notation=notation,
        focus_area=area,
        due=due,
        due_by=last_day(due, context.plan.year) if due else None,
        responsible=tuple(name for name in SEPARATORS.split(who["who"].strip()) if name) if who else (),
        table=listed_under(context, entry),
        place=entry.piece.place,
    )


def listed_under(context: Context, entry: Entry) -> str | None:
    """What announces the list that a bullet stands in."""
    above = reversed(context.document.between(1, entry.lines[0].number - 1))
    found = next((line for line in above if announces(context.document, line)), None)
    return found.text.strip().rstrip(":") if found else None


FAMILY = Family("listed undertakings", read, after=("target_areas", "activities", "plain activities", "measures"))
