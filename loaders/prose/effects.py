"""Effects told in a list: "Uppnådda effekter fördelar sig enligt nedan:", then a name, an amount and what is in it."""

import re
from collections.abc import Iterator

from graph.records import Amount, SavingLine
from loaders.document import Line
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.headings import heading_above
from loaders.words.clean import even
from loaders.words.numbers import to_decimal
from loaders.words.units import kronor, unit_of
from ontology import rt
from ontology.iri import Iri

INTRODUCTION = re.compile(r"(?i).*\beffekter(?:na)?\b.{0,60}:\s*$")
ROLES: tuple[tuple[str, Iri], ...] = (
    (r"uppnå|realiser|hemta|hämta", rt.RealisedEffect),
    (r"beräkna|förvänta|planera", rt.ExpectedEffect),
)
ITEM = re.compile(
    r"\s*[•–-]?\s*(?P<name>[^\W\d_][^\d(]{2,60}?),?\s+(?P<number>[-–−]?\d{1,3}(?: \d{3})*(?:,\d+)?)"
    r"\s?(?P<unit>mnkr|mkr|tkr|miljoner kronor)\b\s*(?:\((?P<about>[^()]*)\))?\s*"
)


def read(_: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A saving line an item, with its amount in the report's year."""
    for line in context.document.lines:
        role = role_of(line)
        items = list(items_below(line, context)) if role else []
        if role and items:
            yield context.heading(line)
            for item, match in items:
                yield from records(item, match, role, line, context)


def role_of(line: Line) -> Iri | None:
    """Whether a line introduces effects that are realised or expected."""
    if not INTRODUCTION.fullmatch(line.text[:200]):
        return None
    return next((role for words, role in ROLES if re.search(words, line.text.lower())), None)


def items_below(line: Line, context: Context) -> Iterator[tuple[Line, re.Match[str]]]:
    """The items right below a line, down to the first printed line that is none."""
    for below in context.document.between(line.number + 1, len(context.document.lines)):
        match = ITEM.fullmatch(even(below.text))
        if match:
            yield below, match
        elif not below.blank:
            return


def records(line: Line, match: re.Match[str], role: Iri, introduction: Line, context: Context) -> Iterator[Read]:
    """The saving line of an item and its amount."""
    document = context.document
    heading = heading_above(document, introduction.number)
    saving = SavingLine(
        title=match["name"].strip(),
        description=match["about"],
        table=heading.text if heading else None,
        group=document.cut_lines([introduction]).text.rstrip(":"),
        place=document.cut_lines([line]).place,
    )
    yield saving
    number, unit = to_decimal(match["number"]), unit_of(match["unit"])
    if number is not None and unit is not None:
        cell = document.cut(line.start + match.start("number"), line.start + match.end("unit"))
        yield Amount(
            of=saving,
            role=role,
            year=context.plan.year,
            sek=kronor(number, unit),
            as_written=cell.text,
            table=saving.table,
            place=cell.place,
        )


FAMILY = Family("effects", read)
