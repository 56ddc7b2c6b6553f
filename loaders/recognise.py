"""From a document to all that it states: each family reads its tables, what is left is kept as heading or prose."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

import loaders.prose
import loaders.tables
from graph.records import Doubt, Kept, Plan, Reading, Record
from loaders.coverage import leftovers
from loaders.document import Document
from loaders.family import Context, Family, doubt
from loaders.layout.cell_heads import heads_in_cells, laid_out
from loaders.layout.headed import section_over
from loaders.layout.headers import Header, Table
from loaders.layout.headings import heading_above
from loaders.layout.repeated_heads import goes_on, in_section, joined
from loaders.unsure_heads import ambiguous, unknown_columns
from ontology import rt


def recognise(document: Document, plan: Plan, doubts: Iterable[Doubt] = ()) -> Reading:
    """All records of a document, its doubts (with those given), and every other line kept."""
    context = Context(document, plan)
    context.tables = tables_of(context)
    noted, kept = [*doubts, *document.doubts], [*head_passages(context), *margins(document)]
    for family in families():
        for item in family.read(context.tables.get(family.name, ()), context):
            if isinstance(item, Record):
                context.found.append(item)
            elif isinstance(item, Doubt):
                noted.append(item)
            else:
                kept.append(item)
    noted += not_read(context, noted)
    noted += unknown_columns(chain.from_iterable(context.tables.values()))
    noted += ambiguous(context.tables)
    records = tuple(sorted(context.found, key=lambda record: record.place.start))
    kept += leftovers(document, records, kept)
    return Reading(document.source, plan, records, tuple(noted), tuple(kept))


def margins(document: Document) -> Iterator[Kept]:
    """What pages repeat or number, kept line by line."""
    for line in document.margins:
        yield from (Kept(span, rt.ProsePassage) for span in document.place(line.start, line.end).spans)


def not_read(context: Context, noted: Iterable[Doubt]) -> list[Doubt]:
    """A doubt for each table whose head was recognised, but of which nothing was read or doubted."""
    known: list[Record | Doubt] = [*context.found, *(one for one in noted if one.severity != rt.Info)]
    told = sorted(span.first_line for thing in known for span in thing.place.spans)
    found = []
    for table in chain.from_iterable(context.tables.values()):
        last = max((line.number for line in table.lines if not line.blank), default=0)
        at = bisect_left(told, table.header.first_line)
        if last and (at == len(told) or told[at] > last):
            sv = f"Ingen rad under tabellhuvudet ”{table.header.piece.text}” gick att läsa; texten är sparad som den står."
            en = (
                f"No row below the table head “{table.header.piece.text}” could be read; its text is kept as it stands."
            )
            found.append(doubt(rt.TableNotUnderstood, table.header.piece, sv, en))
    return found


@cache
def families() -> tuple[Family, ...]:
    """All families that the folders hold, each after those it builds on."""
    known = {
        family.name: family for package in (loaders.tables, loaders.prose) for family in families_in(package.__name__)
    }
    order = TopologicalSorter({name: family.after for name, family in known.items()})
    return tuple(known[name] for name in order.static_order())


def families_in(package: str) -> Iterator[Family]:
    """The family of each module of a package that has one."""
    for module in iter_modules(import_module(package).__path__):
        family = getattr(import_module(f"{package}.{module.name}"), "FAMILY", None)
        if isinstance(family, Family):
            yield family


def tables_of(context: Context) -> dict[str, tuple[Table, ...]]:
    """The tables of each family: from a head to the next head of whichever family."""
    heads = sorted(heads_of(context), key=lambda pair: pair[1].first_line)
    found: dict[str, list[Table]] = {}
    for at, (name, head) in enumerate(heads):
        until = heads[at + 1][1].first_line - 1 if at + 1 < len(heads) else len(context.document.lines)
        made = table(context.document, head, until)
        above = found[name][-1] if at and heads[at - 1][0] == name else None
        if above and goes_on(above, made):
            found[name][-1] = joined(above, made)
            continue
        if above and not (made.heading or made.section):
            made = in_section(above, made)
        found.setdefault(name, []).append(made)
    return {name: tuple(tables) for name, tables in found.items()}


def heads_of(context: Context) -> Iterator[tuple[str, Header]]:
    """The heads of all families, each line in one: in that of the first rank."""
    found = [
        (rank(head, plain=plain), family.name, head) for family in families() for head, plain in claims(family, context)
    ]
    taken: set[int] = set()
    alike: dict[tuple[int, tuple[int, ...]], list[str]] = {}
    for ranked, name, head in found:
        alike.setdefault((head.first_line, ranked), []).append(name)
    for ranked, name, head in sorted(found, key=lambda each: each[0]):
        lines = range(head.first_line, head.last_line + 1)
        if taken.isdisjoint(lines):
            taken.update(lines)
            rival = next((other for other in alike[head.first_line, ranked] if other != name), None)
            yield name, replace(head, rival=rival)


def rank(head: Header, *, plain: bool) -> tuple[int, ...]:
    """What comes before other heads on its lines: heads with nothing unknown, in cells or else in running words.

    Then those with fewest cells unknown; a plain one is for what no other knows as well; of equals the one with most columns.
    """
    unknown = unknown_cells(head)
    return 2 * bool(unknown or plain) + (not head.at), unknown, plain, -len(head.columns)


def unknown_cells(head: Header) -> int:
    """How many cells of a head say nothing to its family, what stands over the rows' names among them."""
    nameless = bool(head.shown and head.shown[0]) and not (0 in head.at and head.columns[0].meaning)
    return len(head.unknown) + nameless


def claims(family: Family, context: Context) -> Iterator[tuple[Header, bool]]:
    """The heads of a family, told by cells or else by runs of words, and its plain ones."""
    document, squeezed = context.document, context.squeezed
    in_cells = [head for words in family.heads for head in heads_in_cells(words, document, squeezed)]
    lines = {head.first_line for head in in_cells}
    in_runs = (head for words in family.heads for head in words.find(document, squeezed))
    for head in chain(in_cells, (head for head in in_runs if head.first_line not in lines)):
        if family.takes(head):
            yield head, False
    yield from ((head, True) for words in family.plain for head in words.find(document))


def table(document: Document, head: Header, until: int) -> Table:
    """The table below a head, down to a line."""
    lines = document.between(head.last_line + 1, until)
    rows, corner = laid_out([row for row in document.rows if head.last_line < row.line <= until], head)
    head = replace(head, corner=corner)
    heading = heading_above(document, head.first_line)
    return Table(head, heading, lines, rows, section=None if heading else section_over(document, head.first_line))


def head_passages(context: Context) -> Iterator[Kept]:
    """The stretches that table heads, and the headings above them, stand on."""
    for table in chain.from_iterable(context.tables.values()):
        for head in table.heads:
            yield from (Kept(span, rt.HeadingPassage) for span in head.piece.place.spans)
        if table.heading:
            yield from (Kept(span, rt.HeadingPassage) for span in table.heading.place.spans)
