"""What a workbook can hold, and how it is kept from taking texts for something else."""

from datetime import date
from decimal import Decimal
from math import isfinite

#: Characters are numbers, texts and links only when they are; a text that begins with "=" is no formula.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
#: The longest text that a cell takes, and the most rows and columns of a sheet.
LONGEST, MOST_ROWS, MOST_COLUMNS = 32_767, 1_048_576, 16_384
#: Whole numbers from here on are written as texts, since Excel would change them; days before its first one too.
LARGEST, FIRST = 10**15, date(1900, 3, 1)


def exact(value: Decimal | float) -> bool:
    """Whether Excel can hold a number: finite, and not so large that its last whole digits would be lost."""
    if isinstance(value, float):
        return isfinite(value)
    return Decimal(value).is_finite() and abs(value) < LARGEST
