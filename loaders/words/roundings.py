"""What rounding explains: how far figures as printed may be from adding up."""

from collections.abc import Iterable
from decimal import Decimal


def half_steps(figures: Iterable[Decimal | None]) -> Decimal:
    """How far a sum of rounded figures may be off: half a unit of the last decimal of each."""
    exponents = (figure.as_tuple().exponent for figure in figures if figure is not None)
    return sum((Decimal(1).scaleb(exponent) / 2 for exponent in exponents if isinstance(exponent, int)), Decimal(0))
