"""The steps of reading one document as text: passages, tables, records, quads."""

from collections.abc import Iterator
from dataclasses import fields
from typing import IO

from graph.place import Place, Span
from graph.records import ByNumber, Kept, Organisation, Plan, Reading, Record
from loaders.document import Document
from loaders.family import Context
from loaders.recognise import tables_of
from ontology.iri import Iri

#: How much of a passage or cell is shown on a line.
WIDEST = 100


def passages(reading: Reading) -> Iterator[str]:
    """Each stretch of the text in its order: its lines, what was made of it, its words."""
    made: dict[Span, list[str]] = {}
    for record in reading.records:
        for span in record.place.spans:
            made.setdefault(span, []).append(type(record).__name__)
    for kept in reading.kept:
        made.setdefault(kept.span, []).append(_kept_as(kept))
    for span, kinds in sorted(made.items(), key=lambda item: (item[0].start, item[0].end)):
        text = reading.source.text[span.start : span.end]
        yield f"{lines_of(span):>11}  {', '.join(dict.fromkeys(kinds)):24}  {shortened(text)}"


def tables(document: Document, plan: Plan) -> Iterator[str]:
    """Each table in its order: the family that reads it, its lines, heading and columns."""
    found = [(table, name) for name, each in tables_of(Context(document, plan)).items() for table in each]
    for table, name in sorted(found, key=lambda pair: pair[0].header.first_line):
        last = table.lines[-1].number if table.lines else table.header.last_line
        yield f"{table.header.first_line}–{last}  {name}: {shortened(table.name)}"
        shape = f"{len(table.rows)} rows of cells" if table.rows else f"{len(table.lines)} lines below, no cells"
        yield f"    {shape}"
        for column in table.header.columns:
            told = " ".join(str(part) for part in (column.unit, column.year) if part)
            yield f"    {column.meaning}: {shortened(column.text)}" + (f"  ({told})" if told else "")


def records(reading: Reading) -> Iterator[str]:
    """Plan, records and doubts: lines, kind, name, then each field that says something."""
    yield f"plan  {reading.plan.kind.local}  {reading.plan.title}"
    yield from _fields(reading.plan, "kind", "title")
    for record in reading.records:
        where = ", ".join(map(lines_of, record.place.spans))
        yield f"{where}  {type(record).__name__}  {shortened(record.label)}"
        yield from _fields(record)
    for doubt in reading.doubts:
        yield f"{lines_of(doubt.place.spans[0])}  {doubt.severity.local}  {doubt.kind.local}  {doubt.en}"


def write_quads(reading: Reading, out: IO[bytes]) -> None:
    """The document's N-Quads, sorted, as they would be stored. Raises OSError where `out` cannot be written to."""
    from graph.export import Format, export_written
    from graph.writer import write

    export_written(write(reading), Format.NQUADS, out)


def lines_of(span: Span) -> str:
    """ "250", "250–252"."""
    return str(span.first_line) if span.first_line == span.last_line else f"{span.first_line}–{span.last_line}"


def shortened(text: str) -> str:
    """A text on one line, cut where it is long; tabs stay to be seen."""
    line = " ".join(text.replace("\t", " ⇥ ").split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"


def _kept_as(kept: Kept) -> str:
    return kept.kind.local.removesuffix("Passage").lower()


def _fields(thing: Record | Plan, *skipped: str) -> Iterator[str]:
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name not in skipped and value not in (None, (), "") and not isinstance(value, Place):
            yield f"    {field.name}: {_plain(value)}"


def _plain(value: object) -> str:
    match value:
        case tuple():
            return ", ".join(map(_plain, value))
        case Record() | Organisation():
            return value.label
        case ByNumber():
            return value.notation
        case Iri():
            return value.local
    return str(getattr(value, "label", value))
