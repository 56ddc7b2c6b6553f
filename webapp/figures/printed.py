"""How exactly a number is printed, and so whether two documents say the same."""

import re
from collections.abc import Iterable
from decimal import Decimal

NUMBER = re.compile(r"[0-9][0-9\s]{0,30}(?:[,.][0-9]{1,30})?")
TEN = Decimal(10)


def step(number: Decimal, as_written: str) -> Decimal:
    """What the last printed digit of a number stands for (an amount may be printed in millions); 0 where it cannot be told."""
    for found in NUMBER.findall(as_written):
        digits = int(re.sub(r"[^0-9]", "", found))
        if digits and _is_power_of_ten(size := abs(number) / digits):
            return size
    return Decimal(0)


def _is_power_of_ten(size: Decimal) -> bool:
    return size > 0 and size.normalize().as_tuple().digits == (1,)


def agree(number: Decimal, its_step: Decimal, other: Decimal, others_step: Decimal) -> bool:
    """Whether two printed numbers may be the same one, differently rounded."""
    return abs(number - other) <= (its_step + others_step) / 2


def explained(steps: Iterable[Decimal]) -> Decimal:
    """How much rounding explains of the difference between a sum and its terms, all of which have a step."""
    every = tuple(steps)
    return max(every, default=Decimal(0)) * len(every) / 2
