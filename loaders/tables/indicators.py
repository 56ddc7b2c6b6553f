"""A plan's goals and indicators: perspective, goal, indicator, target, where things stand, how often it is reported."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.place import Place
from graph.records import Goal, Indicator, IndicatorValue, Perspective
from loaders.document import Piece
from loaders.family import Context, Family, Read, doubt, one_of_each
from loaders.layout.figure_notes import footnote
from loaders.layout.headers import Column, HeaderWords, Table
from loaders.readers.indicator_rows import IndicatorRow, indicator_rows
from loaders.readers.perspectives import announced, strays
from loaders.readers.score_notes import year_not_told
from loaders.words.figures import Figure, better_direction, outcomes, targets
from loaders.words.reporting import how_often
from loaders.words.vocabulary import column_words
from ontology import rt
from ontology.iri import Iri

HEAD = HeaderWords(
    column_words("indicators"),
    frozenset({"indicator", "target"}),
    least=3,
    leading=("perspective", "goal", "indicator"),
)
#: Remarks that stand in a name's cell.
NOTE = re.compile(r"\s+(?P<note>(?:Nuläge från \d{4}|Nytt mått\b|Ny mätmetod\b).*)$")
#: Categories at a name's end, each with a value of its own: "Kat 1-4 Kat 2-4".
CATEGORIES = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+) [\d–-]+(?: (?P=word) [\d–-]+)+$")
#: Two things in one name, a word each.
TWO = re.compile(r"([^\W\d_]{4,}) och ([^\W\d_]{4,})")
#: What is counted is itself a unit: "Årsarbetare utifrån arbetade timmar", no ratio.
FULL_TIME = re.compile(r"(?i)(?:antal(?:et)? )?årsarbetare\b(?!.*(?:/|\bper\b))")
#: A target that does not exist yet.
IN_MAKING = re.compile(r"(?i)\bmål(?:värde|nivå)?\b.{0,60}?\b(?:tas fram|under framtagande|fastställs|sätts)\b.*")
#: A footnote that tells the year of its figure: "Nuläge 2023 – ...", "Avser helår 2023".
TOLD_YEAR = re.compile(
    r"(?i)(?:nuläge|avser|utfall|värdet?|uppgift(?:en)?|gäller|resultat)\b[^\d]{0,20}(?P<year>20\d\d)"
)


@dataclass
class Carried:
    """What a row without perspective, goal or name takes over from the rows before.

    `some_lost` tells that the table shows fewer perspectives than the text announces.
    """

    some_lost: bool = False

    perspective: Perspective | None = None
    goal: Goal | None = None
    name: Piece | None = None
    found: list[Read] = field(default_factory=list)

    def take(self, texts: tuple[Piece, ...], table: str) -> None:
        """Take over a row's texts: one is a name, two a goal and a name, three a perspective as well.

        What is printed in each row again is the same thing.
        """
        if len(texts) > 2 and not (self.perspective and self.perspective.name == texts[-3].text):
            self.perspective = Perspective(name=texts[-3].text, table=table, place=texts[-3].place)
            self.found.append(self.perspective)
        if len(texts) > 1 and not self.goes_on(texts):
            self.take_goal(texts, table)
        if texts:
            self.name = texts[-1]

    def goes_on(self, texts: tuple[Piece, ...]) -> bool:
        """Whether a row's goal is the one of the row before."""
        return self.goal is not None and (self.goal.title, self.goal.perspective) == (texts[-2].text, self.perspective)

    def take_goal(self, texts: tuple[Piece, ...], table: str) -> None:
        """Take over a new goal."""
        lost = len(texts) == 2 and self.some_lost and self.perspective and strays(texts[0].text, self.perspective.name)
        if lost:
            self.perspective = None
        self.goal = Goal(title=texts[-2].text, perspective=self.perspective, table=table, place=texts[-2].place)
        self.found += [self.goal, *([perspective_lost(self.goal)] if lost else [])]

    def varies(self, row: IndicatorRow, after: IndicatorRow | None) -> bool:
        """Whether a row is one of several of a name, which stands in the first of them or in each."""
        names = {text.texts[-1].text if text.texts else None for text in (row, after) if text}
        return None in names or (after is not None and len(names) == 1) or bool(self.name and self.name.text in names)


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """Perspectives, goals and indicators in their order, each indicator with its values."""
    rows = [(row, table) for table in tables for row in indicator_rows(context.document, table)]
    printed = {row.texts[-3].text for row, _ in rows if len(row.texts) > 2}
    carried = Carried(some_lost=0 < len(printed) < announced(context.document))
    for (row, table), (after, _) in pairwise([*rows, (None, None)]):
        if row is None or table is None:
            continue
        varied = carried.varies(row, after)
        carried.take(row.texts, table.name)
        yield from carried.found
        carried.found.clear()
        if carried.name and (row.target or row.outcome or row.reporting):
            yield from indicator(row, table, carried, varied, context)


def indicator(row: IndicatorRow, table: Table, carried: Carried, varied: bool, context: Context) -> Iterator[Read]:
    """The indicator of a row and its values; in a row among variants the words before the outcome tell which."""
    name = carried.name.text if carried.name else ""
    note = NOTE.search(name)
    title = NOTE.sub("", name)
    words = words_before_figure(row.outcome) if varied else ""
    made_targets = targets(row.target.text, negative_level=is_negative(row.outcome)) if row.target else ()
    made_outcomes = outcomes(row.outcome.text[len(words) :].strip()) if row.outcome else ()
    categories = named_categories(title, made_outcomes)
    made = Indicator(
        title=CATEGORIES.sub("", title).strip() if any(categories) else title,
        variant=words or None,
        goal=carried.goal,
        reporting=tuple(how_often(row.reporting.text if row.reporting else "")),
        better=better_direction(tuple(figure.comparator for figure in made_targets)),
        note=(note["note"],) if note else (),
        table=table.name,
        place=placed(row, carried, context),
    )
    yield made
    yield from oddities(row, made)
    target, baseline = table.header.column("target"), table.header.column("baseline")
    plain = [""] * len(made_targets)
    yield from values(made, zip(made_targets, plain, strict=True), row.target, rt.Target, target, context)
    yield from values(made, zip(made_outcomes, categories, strict=True), row.outcome, rt.Outcome, baseline, context)
    if note and not row.target and carried.name and (words_instead := IN_MAKING.search(note["note"])):
        figure = Figure(words_instead[0])
        yield as_value(made, figure, carried.name, rt.Target, context.plan.year, target, "")


def placed(row: IndicatorRow, carried: Carried, context: Context) -> Place:
    """Where a row stands, and the name that it shares with rows before where it has none itself."""
    own = context.document.stretch(row.pieces)
    return own if row.texts or not carried.name else Place((*own.spans, *carried.name.place.spans))


def oddities(row: IndicatorRow, made: Indicator) -> Iterator[Read]:
    """The doubts about a row: cells under heads that are not theirs, a reporting that says nothing."""
    if row.shifted:
        yield doubt(
            rt.CellsShifted,
            made.place,
            f"Raden ”{made.label}” står förskjuten mot tabellens rubriker; cellerna är lästa efter vad de innehåller.",
            f"The row “{made.label}” stands shifted against the table's heads; its cells were read by what they hold.",
            about=made,
            severity=rt.Info,
        )
    if row.reporting and not made.reporting:
        yield doubt(
            rt.ValueNotRead,
            row.reporting,
            f"Hur ofta ”{made.label}” redovisas framgår inte av ”{row.reporting.text}”.",
            f"How often “{made.label}” is reported is not told by “{row.reporting.text}”.",
            about=made,
            severity=rt.Info,
        )


def perspective_lost(goal: Goal) -> Read:
    """The doubt about a goal whose perspective's heading is missing."""
    return doubt(
        rt.ValueNotRead,
        goal.place,
        f"Texten anger fler perspektiv än tabellen visar; vilket målet ”{goal.title}” hör till framgår inte.",
        f"The text announces more perspectives than the table shows; which one the goal “{goal.title}” is under is not told.",
        about=goal,
    )


def is_negative(outcome: Piece | None) -> bool:
    """Whether an outcome is itself below nought."""
    return bool(outcome and re.search(r"(?<![\w–-])[-–−]\s?\d", outcome.text))


def words_before_figure(cell: Piece | None) -> str:
    """The words that a cell begins with, before its figure: a figure in parentheses is part of the words."""
    match = re.match(r"(?P<words>(?:[^\W\d_]|[ ,/-]|\([^()]*\))+?)\s*[<>]?[-–−]?\d", cell.text) if cell else None
    return match["words"].strip() if match else ""


def values(
    made: Indicator,
    figures: Iterable[tuple[Figure, str]],
    cell: Piece | None,
    role: Iri,
    column: Column | None,
    context: Context,
) -> Iterator[Read]:
    """A value for each figure of a cell with its category, about its own year or its column's."""
    default = (column.year if column else None) or (context.plan.year if role == rt.Target else None)
    for figure, category in figures:
        if cell:
            value = as_value(made, figure, cell, role, default, column, category)
            note = footnote(context.document, figure.text, cell.line)
            value = with_footnote(value, note) if note else value
            yield value
            if value.year is None and value.number is not None:
                yield year_not_told(value)


def as_value(
    made: Indicator, figure: Figure, cell: Piece, role: Iri, year: int | None, column: Column | None, category: str
) -> IndicatorValue:
    """One figure as a record."""
    return IndicatorValue(
        of=made,
        role=figure.role or role,
        year=figure.year(year),
        number=figure.number,
        unit=figure.unit or counted(made, figure),
        comparator=figure.comparator,
        target_kind=figure.target_kind,
        as_written=figure.text,
        period_text=figure.period.text if figure.period and figure.period.part else None,
        part_of_year=True if figure.period and figure.period.part else None,
        note=(category,) if category else (),
        column=column.text if column else None,
        table=made.table,
        place=cell.place,
    )


def counted(made: Indicator, figure: Figure) -> Iri | None:
    """The unit of a bare figure where the indicator's name is one."""
    return rt.FullTimeEquivalent if figure.number is not None and FULL_TIME.match(made.title) else None


def with_footnote(value: IndicatorValue, note: Piece) -> IndicatorValue:
    """A value with the note that its mark points at; a year that the note tells is the value's."""
    told = TOLD_YEAR.match(note.text)
    year = int(told["year"]) if told else value.year
    return replace(
        value, year=year, note=(*value.note, note.text), place=Place((*value.place.spans, *note.place.spans))
    )


def named_categories(title: str, figures: tuple[Figure, ...]) -> list[str]:
    """The categories at a name's end, or the two things that it names, where there is one for each value."""
    match = CATEGORIES.search(title)
    found = re.findall(rf"{match['word']} [\d–-]+", match[0]) if match else list(two_things(title, figures))
    return found if len(found) == len(figures) else [""] * len(figures)


def two_things(title: str, figures: tuple[Figure, ...]) -> tuple[str, ...]:
    """The two things of a name ("Periodresultat och helårsprognos") whose figures are of one and the same time."""
    names = TWO.fullmatch(title)
    return names.groups() if names and len({figure.period for figure in figures}) == 1 else ()


FAMILY = Family("indicators", read, (HEAD,), takes=one_of_each("target", "baseline"))
