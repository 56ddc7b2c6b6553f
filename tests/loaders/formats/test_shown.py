"""A number is read as its cell shows it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.sheets.shown import shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.485, "0.0%", "48,5%"),
        (0.485, "0.0 %", "48,5 %"),
        (0.485, "0%", "49%"),
        (0.1 + 0.2, "", "0,3"),
        (2 / 3, "", "0,6666666667"),
        (1234567.5, "#,##0.00", "1 234 567,50"),
        (-1234.5, "#,##0.0", "-1 234,5"),
        (-0.04, "0.0", "0,0"),
        (1234567, '#,##0.0,,"mnkr"', "1,2mnkr"),
        (-5, "0;[Red](0)", "(5)"),
        (0, '0;-0;"–"', "–"),
        (5, ";;;", "5"),
        (72, '0 "%"', "72 %"),
        (85, '"≥ "0', "≥ 85"),
        (1500, '#,##0\\ "kr"', "1 500 kr"),
        (1500, "#,##0 [$kr-41D]", "1 500 kr"),
        (3, "00", "03"),
        (0.5, "#.##", ",5"),
        (2.50, "0.##", "2,5"),
        (0.25, "# ?/?", "0,25"),
        (2027.0, "", "2027"),
        (2027.0, "0", "2027"),
        (1e300, "0", "1" + "0" * 300),
        (True, "0", "SANT"),
        (12, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "12"),
    ],
)
def test_numbers(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (date(2027, 3, 1), "yyyy-mm-dd", "2027-03-01"),
        (date(2027, 3, 1), "", "2027-03-01"),
        (date(2027, 3, 1), "yyyy", "2027"),
        (date(2027, 3, 1), "mmmm yyyy", "mars 2027"),
        (date(2027, 3, 1), "mmm\\-yy", "mar-27"),
        (date(2027, 3, 1), "[$-41D]d mmmm", "1 mars"),
        (datetime(2027, 3, 1, 12, 30), "yyyy-mm-dd hh:mm", "2027-03-01 12:30"),
        (time(8, 30), "hh:mm", "08:30"),
        (timedelta(hours=30), "[h]:mm", "30:00:00"),
    ],
)
def test_dates(value: object, code: str, text: str) -> None:
    assert shown(value, code) == text


@given(st.floats(allow_nan=True), st.text('0#?,.%;"\\[]_*E+-/@ $dmy', max_size=30))
def test_no_format_stops_the_reading(value: float, code: str) -> None:
    assert isinstance(shown(value, code), str)
