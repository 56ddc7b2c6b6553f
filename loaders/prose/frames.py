"""Beslutad ram: sentences that give a frame by year, with a part of it ("…, varav Vårdval 1 420,1 mnkr")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.place import Place
from graph.records import Amount, BudgetLine, FrameLine
from loaders.document import Piece, blocks
from loaders.family import Context, Family, Read
from loaders.layout.headers import Table
from loaders.layout.headings import heading_before
from loaders.words.clean import even
from loaders.words.numbers import NUMBER, of_match
from loaders.words.units import kronor, unit_of
from ontology import rt

MONEY = r"(?P<{0}>\d[\d ]{{0,18}}(?:\n\d{{3}}(?!\d))?(?:,\d+)?)\s(?P<{0}_unit>miljoner\skronor|mnkr|mkr|tkr)"
YEARLY = re.compile(
    MONEY.format("whole")
    + r"\s+(?:för\s|år\s)?(?P<year>20\d\d)(?:,\svarav\s(?P<part>[^\d]{3,60}?)\s"
    + MONEY.format("share")
    + ")?"
)
#: How a sentence says what a frame is: "uppgår till", "beräknas bli".
IS = r"(?:(?:uppgår|beräknas|bedöms|fastställs|bestäms|sätts|är|blir|bli|vara|uppgå|till)\s){0,4}"
AHEAD = re.compile(r"\b[Rr]am(?:en)?\s(?:inför|för|år)\s(?P<year>20\d\d),?\s" + IS + MONEY.format("whole"))
#: Two years and their frames: "För 2028 och 2029 beräknas ramen till 20 mnkr respektive 21 mnkr".
BOTH = re.compile(
    r"(?P<year>20\d\d)\soch\s(?P<next>20\d\d)\s[^.\d]{0,60}?\b[Rr]am(?:en)?\s"
    + IS
    + MONEY.format("whole")
    + r"\srespektive\s"
    + MONEY.format("second")
)
FRAME = re.compile(r"(?i)\b(?:\w+s)?ram(?:en|ar|arna)?\b")


def read(tables: tuple[Table, ...], context: Context) -> Iterator[Read]:
    """A frame line a heading, and one for each part that is named, with an amount a year."""
    lines: dict[str, BudgetLine] = {}
    for block in blocks(line for line in context.document.lines if "\t" not in line.text.strip()):
        text = even(context.document.source.text[block[0].start : block[-1].end]).replace("\n", " ")
        for match in (*YEARLY.finditer(text), *AHEAD.finditer(text), *BOTH.finditer(text)):
            at = context.document.line_at(block[0].start + match.start())
            heading = heading_before(context.document, at.number)
            if heading and (FRAME.search(text) or FRAME.search(heading.text)):
                yield from frame(heading, match, block[0].start, lines, context)


def frame(
    heading: Piece, match: re.Match[str], start: int, lines: dict[str, BudgetLine], context: Context
) -> Iterator[Read]:
    """The lines and amounts that one sentence states."""
    name, piece = heading.text, context.document.cut(start + match.start(), start + match.end())
    whole = lines.get(name) or FrameLine(title=name, place=Place((*piece.place.spans, *heading.place.spans)))
    if name not in lines:
        yield lines.setdefault(name, whole)
    yield frame_amount(whole, match, "whole", piece)
    if match.groupdict().get("second"):
        yield frame_amount(whole, match, "second", piece)
    if (part := match.groupdict().get("part")) and match["share"]:
        if part not in lines:
            yield lines.setdefault(part, replace(whole, title=part, parent=whole, place=piece.place))
        yield frame_amount(lines[part], match, "share", piece)


def frame_amount(line: BudgetLine, match: re.Match[str], which: str, piece: Piece) -> Amount:
    """One amount of a sentence."""
    number, unit = NUMBER.match(" ".join(match[which].split())), unit_of(match[f"{which}_unit"])
    if not number or not unit:
        raise AssertionError("the pattern of money matched neither a number nor a unit")
    written = " ".join(f"{match[which]} {match[which + '_unit']}".split())
    return Amount(
        of=line,
        role=rt.Budget,
        year=int(match["next" if which == "second" else "year"]),
        sek=kronor(of_match(number), unit),
        as_written=written,
        place=piece.place,
    )


FAMILY = Family("frames", read)
