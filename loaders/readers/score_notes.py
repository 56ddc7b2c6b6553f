"""What a reader should know of a scorecard's values: not read, of no sure column or year, or inferred."""

from graph.records import Indicator, IndicatorValue
from loaders.document import Piece
from loaders.family import Read, doubt
from ontology import rt


def not_read(made: Indicator, piece: Piece) -> Read:
    """The doubt about values that could not be parted."""
    return doubt(
        rt.ValueNotRead,
        piece,
        f"Värdena ”{piece.text}” kunde inte läsas.",
        f"The values “{piece.text}” could not be read.",
        about=made,
    )


def not_placed(made: Indicator, piece: Piece) -> Read:
    """The doubt about a figure that may be an outcome or a target."""
    return doubt(
        rt.ColumnNotTold,
        piece,
        f"Det framgår inte vilken kolumn ”{piece.text}” står i; värdet är inte läst.",
        f"It is not told which column “{piece.text}” stands in; the value is not read.",
        about=made,
    )


def year_not_told(value: IndicatorValue) -> Read:
    """The doubt about a value that may stand in several columns of one role, or in one without a year."""
    return doubt(
        rt.YearNotTold,
        value.place,
        f"Det framgår inte vilket år ”{value.as_written}” gäller.",
        f"It is not told which year “{value.as_written}” is about.",
        about=value,
    )


def natural(made: Indicator, inferred: list[Piece]) -> Read:
    """The note that a row with too few figures is read as outcomes only."""
    texts = ", ".join(piece.text for piece in inferred)
    return doubt(
        rt.InferredFromOrder,
        made.place,
        f"Raden har färre värden än kolumner; {texts} är lästa som utfallen.",
        f"The row has fewer values than columns; {texts} are read as the outcomes.",
        about=made,
        severity=rt.Info,
    )


def unit_inferred(value: IndicatorValue) -> Read:
    """The note that a figure is read as per cent as the others of its row."""
    return doubt(
        rt.UnitInferred,
        value.place,
        f"”{value.as_written}” står utan enhet och är läst som procent, som radens andra värden.",
        f"“{value.as_written}” has no unit and is read as per cent, as the other values of its row.",
        about=value,
        severity=rt.Info,
    )
