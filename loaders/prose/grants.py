"""Statsbidrag in prose: below its heading each grant has one of its own, and sentences that tell outcome and budget."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.place import Place
from graph.records import Amount, GrantLine
from loaders.document import Line, Piece, blocks
from loaders.family import Context, Family, Read
from loaders.layout.headed import is_heading_block
from loaders.layout.headers import Table
from loaders.layout.sections import unnumbered
from loaders.layout.squeeze import squeeze
from loaders.words.clean import even
from loaders.words.numbers import to_decimal
from loaders.words.units import kronor, unit_of
from loaders.words.vocabulary import squeezed_heading_words
from ontology import rt
from ontology.iri import Iri

SECTION = re.compile(squeezed_heading_words("grants"))
SUM = r"(?P<figure>\d{1,3}(?: \d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?)\s+(?P<unit>mnkr|mkr|tkr|miljoner\s+kr(?:onor)?|kronor)\b"
YEAR = r"(?P<year>20\d\d)"
ABOUT = r"(?:\s+(?:ca|cirka|totalt|endast))?"
#: What a sentence says of a grant: its outcome, or what of it is budgeted. Some name the grant themselves.
SAID: tuple[tuple[Iri, re.Pattern[str]], ...] = (
    (
        rt.Outcome,
        re.compile(
            rf"\butfall(?:et)?(?:\s+(?:för\s+)?{YEAR})?(?:\s*:|\s+(?:blev|är|var|på|(?:uppgår|uppgick)\s+till))?{ABOUT}\s+{SUM}",
            re.IGNORECASE,
        ),
    ),
    (rt.Outcome, re.compile(rf"\b(?:erhöll|erhållit|fick|tilldelades){ABOUT}\s+{SUM}", re.IGNORECASE)),
    (
        rt.Outcome,
        re.compile(
            rf"\brekvirera[a-zåäö]+(?:\s+[^\W\d]+){{0,4}}?(?:\s+{YEAR})?\s+(?:uppgår|uppgick)\s+till{ABOUT}\s+{SUM}",
            re.IGNORECASE,
        ),
    ),
    (rt.Outcome, re.compile(rf"(?<![^\s])(?P<name>[A-ZÅÄÖ][^\s,.]+(?: [^\s,.]+){{0,5}}),\s+{SUM}\s+är\s+bokför[dt]")),
    (rt.Budget, re.compile(rf"\bbudgetera(?:de|t|des|ts)?{ABOUT}\s+{SUM}", re.IGNORECASE)),
)
#: A second sum of the same kind in the same sentence, each for a purpose.
PURPOSE = r"(?P<purpose>(?:gällande|avseende|för|till)\s[^.,\d]{2,80}?)"
SECOND = re.compile(rf"\s+{PURPOSE}\s+(?:samt|och)\s+(?={SUM})")
BEHIND = re.compile(rf"\s+{PURPOSE}(?=[.,]|$)")
SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
#: No sentence goes on further than this before or behind what it states.
LONGEST = 400
#: More blank lines than this in a row are the end of a page, which ends a section that does not say that it goes on.
PAGE_GAP = 5


@dataclass(frozen=True)
class Stated:
    """A sum that a sentence tells of a grant; `name` where the sentence names the grant, `purpose` where it tells one."""

    role: Iri
    piece: Piece
    figure: str
    unit: str
    year: int
    sentence: Piece
    name: str | None = None
    purpose: str | None = None


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """The grants of each section about them, each with the amounts that its sentences state."""
    for section, lines in sections(context):
        yield context.heading(section)
        heading: Piece | None = None
        stated: list[Stated] = []
        for block in [*blocks(lines), ()]:
            if block and not is_heading_block(block):
                stated += told(block, context) if heading else []
                continue
            if heading and stated:
                yield from grants(heading, stated, section, context)
            heading, stated = context.document.cut_lines(block) if block else None, []


def sections(context: Context) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """The headings of sections about grants with the lines below; the last of them goes down to the end of its page."""
    document = context.document
    heads = [
        line
        for line in document.lines
        if len(line.text) < 60 and SECTION.fullmatch(squeeze(unnumbered(line.text))) and is_heading_block((line,))
    ]
    for at, head in enumerate(heads):
        following = heads[at + 1] if at + 1 < len(heads) else None
        lines = document.between(head.number + 1, following.number - 1 if following else len(document.lines))
        goes_on = following is not None and "forts" in following.text.lower()
        yield head, lines if goes_on else lines_of_page(head, lines)


def lines_of_page(head: Line, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines down to the first wide gap."""
    printed = [head, *(line for line in lines if not line.blank)]
    end = next((one.number for one, other in pairwise(printed) if other.number - one.number > PAGE_GAP + 1), None)
    return lines if end is None else tuple(line for line in lines if line.number <= end)


def told(block: tuple[Line, ...], context: Context) -> Iterator[Stated]:
    """What the sentences of a paragraph state of a grant."""
    start = block[0].start
    raw = even(context.document.source.text[start : block[-1].end])
    for role, pattern in SAID:
        for match in pattern.finditer(raw):
            first = as_stated(role, match, raw, start, context)
            second = SECOND.match(raw, match.end("unit"))
            more = re.compile(SUM).match(raw, second.end()) if second else None
            purpose = " ".join(second["purpose"].split()) if second and more else None
            yield replace(first, purpose=purpose) if purpose else first
            if more:
                yield as_stated(role, more, raw, start, context)


def as_stated(role: Iri, match: re.Match[str], raw: str, start: int, context: Context) -> Stated:
    """The sum of a match, with the sentence around it."""
    named = match.groupdict()
    behind = BEHIND.match(raw, match.end("unit"))
    before = [end.end() for end in SENTENCE_END.finditer(raw, max(0, match.start() - LONGEST), match.start("figure"))]
    end = SENTENCE_END.search(raw, match.end("unit"), match.end("unit") + LONGEST)
    first = before[-1] if before else max(0, match.start() - LONGEST)
    last = end.end() if end else min(len(raw), match.end("unit") + LONGEST)
    return Stated(
        role=role,
        piece=context.document.cut(start + match.start("figure"), start + match.end("unit")),
        figure=match["figure"],
        unit=match["unit"],
        year=int(named.get("year") or context.plan.year),
        sentence=context.document.cut(start + first, start + last),
        name=named.get("name"),
        purpose=" ".join(behind["purpose"].split()) if behind else None,
    )


def grants(heading: Piece, stated: list[Stated], section: Line, context: Context) -> Iterator[Read]:
    """A line for the grant that a heading names, and for each that a sentence names itself, with their amounts."""
    table = context.document.cut_lines([section]).text
    for name in dict.fromkeys(each.name for each in stated):
        own = sorted((each for each in stated if each.name == name), key=lambda each: each.piece.place.spans)
        pieces = [each.sentence for each in own] if name else [heading, *(each.sentence for each in own)]
        spans = dict.fromkeys(span for piece in pieces for span in piece.place.spans)
        line = GrantLine(
            title=name or heading.text,
            description=" ".join(dict.fromkeys(each.sentence.text for each in own)),
            table=table,
            place=Place(tuple(spans)),
        )
        yield line
        yield from (record for each in own if (record := amount(line, each)))


def amount(line: GrantLine, stated: Stated) -> Amount | None:
    """One sum as a record."""
    number, unit = to_decimal(stated.figure), unit_of(stated.unit)
    if number is None or unit is None:
        return None
    return Amount(
        of=line,
        role=stated.role,
        year=stated.year,
        sek=kronor(number, unit),
        as_written=stated.piece.text,
        note=(stated.purpose,) if stated.purpose else (),
        table=line.table,
        place=stated.sentence.place,
    )


FAMILY = Family("grants in prose", read)
