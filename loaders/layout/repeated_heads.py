"""Tables that go on below a head that is printed again: over a page break, or below another heading of their section."""

from dataclasses import replace

from loaders.layout.headers import Header, Table


def goes_on(above: Table, table: Table) -> bool:
    """Whether a table is the rest of the one above it: under the same head in cells, with nothing printed between."""
    rows = {row.line for row in above.rows}
    between = (line for line in reversed(above.lines) if not line.blank)
    last = next(between, None)
    near = last is not None and last.number in rows and not table.heading
    return near and bool(table.header.at) and names(above.header) == names(table.header)


def names(head: Header) -> tuple[str, ...]:
    """What a head's columns, and the rows' names, are called."""
    return (head.corner.text.lower() if head.corner else "", *(column.text.lower() for column in head.columns))


def joined(above: Table, table: Table) -> Table:
    """Both as one table."""
    return replace(
        above,
        lines=(*above.lines, *table.lines),
        rows=(*above.rows, *table.rows),
        repeats=(*above.repeats, table.header),
    )


def in_section(above: Table, table: Table) -> Table:
    """A table without a heading below another of its kind: where their first columns are the same, in its section."""
    same = above.header.columns[0].meaning == table.header.columns[0].meaning
    return replace(table, section=above.heading or above.section) if same else table
