"""Columns as a frame of polars."""

from collections.abc import Iterable
from decimal import Decimal

import polars as pl

from client.column import Column, Kind

#: So many digits a decimal of polars has at most.
DIGITS = 38
TYPES: dict[Kind, pl.DataType | type[pl.DataType]] = {
    Kind.TEXT: pl.String,
    Kind.INTEGER: pl.Int64,
    Kind.FLOAT: pl.Float64,
    Kind.BOOLEAN: pl.Boolean,
    Kind.DATE: pl.Date,
    Kind.LOCAL: pl.Datetime("us"),
    Kind.INSTANT: pl.Datetime("us", "UTC"),
    Kind.NOTHING: pl.Null,
}


def frame(columns: Iterable[Column]) -> pl.DataFrame:
    """The frame, with a column for each that is given, whether it has cells or not."""
    return pl.DataFrame([pl.Series(each.name, list(each.cells), dtype=_type(each)) for each in columns])


def _type(column: Column) -> pl.DataType | type[pl.DataType]:
    return _decimal(column) if column.kind is Kind.DECIMAL else TYPES.get(column.kind, pl.Object)


def _decimal(column: Column) -> pl.DataType | type[pl.DataType]:
    """Decimals with as many places as the cell with the most; objects where that is more than polars has."""
    told = [each.as_tuple() for each in column.cells if isinstance(each, Decimal)]
    places = max(max(0, -int(each.exponent)) for each in told)
    whole = max(len(each.digits) + int(each.exponent) for each in told)
    return pl.Decimal(DIGITS, places) if max(whole, 0) + places <= DIGITS else pl.Object
