"""Answers as text for a terminal: columns lined up, IRIs shortened, long cells cut."""

from collections.abc import Sequence
from decimal import Decimal

from graph.answer import Answer, Value
from graph.iris import BASE
from graph.terminal import harmless
from graph.terms import plain_decimal
from ontology.iri import Iri
from ontology.rt import RT

#: Cells are cut at this many characters; the other formats give them whole.
WIDEST = 60
#: What stands for the beginnings of IRIs.
SHORT = {BASE: "id:", RT: "rt:"}


def as_table(answer: Answer) -> str:
    """The answer with a line of column names on top, ending in a line that counts the rows."""
    rows = [[cell(value) for value in row] for row in answer.rows]
    count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    return "\n".join([*aligned([list(answer.columns), *rows], rule=True), f"({count})"])


def aligned(rows: Sequence[Sequence[str]], *, rule: bool = False) -> list[str]:
    """The rows with their columns lined up; with a line below the first one if wanted."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [lines[0], "  ".join("-" * width for width in widths), *lines[1:]] if rule else lines


def cell(value: Value) -> str:
    """One value on one line, cut where it is long."""
    text = harmless(" ".join(plain(value).split()))
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def plain(value: Value) -> str:
    """A value as a person writes it; nothing for none."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain_decimal(value)
        case Iri():
            return shortened(value)
    return str(value)


def shortened(iri: Iri) -> str:
    """An IRI of ours with its beginning shortened."""
    return next((short + iri.removeprefix(start) for start, short in SHORT.items() if iri.startswith(start)), iri)
