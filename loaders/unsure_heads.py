"""What a reader should know of tables' heads: columns that nobody knows, kinds of tables that fit as well as the one read."""

from collections.abc import Iterable, Iterator, Mapping

from graph.records import Doubt
from loaders.document import Piece
from loaders.family import doubt
from loaders.layout.headers import Table
from ontology import rt


def unknown_columns(tables: Iterable[Table]) -> Iterator[Doubt]:
    """A doubt for each column that was left out, told once where a head comes again."""
    told: set[tuple[str, str]] = set()
    for table in tables:
        for column in table.header.unknown:
            if (table.header.piece.text, column.text) not in told:
                told.add((table.header.piece.text, column.text))
                yield unknown_column(column)


def unknown_column(column: Piece) -> Doubt:
    """The doubt about a column."""
    return doubt(
        rt.ColumnUnknown,
        column,
        f"Kolumnen ”{column.text}” känns inte igen; tabellen är läst utan den, och dess celler är sparade som text.",
        f"The column “{column.text}” is not known; the table was read without it, and its cells are kept as text.",
    )


def ambiguous(tables: Mapping[str, tuple[Table, ...]]) -> Iterator[Doubt]:
    """A doubt for each head that another family knows as well as the one that read it."""
    for name, own in tables.items():
        for table in own:
            if rival := table.header.rival:
                yield doubt(
                    rt.TableAmbiguous,
                    table.header.piece,
                    f"Tabellens rubriker stämmer lika väl med två slags tabeller; den är läst som ”{name}”, inte ”{rival}”.",
                    f"The table's headings fit two kinds of tables alike; it was read as “{name}”, not as “{rival}”.",
                    severity=rt.Info,
                )
