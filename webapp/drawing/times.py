"""Stretches of time as they are told: a day, a month, a quarter or a year, drawn as wide as what was said."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "quarter", "part", "year", "years"]

DAY = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./ ]\s?(?:\d{1,2}\b|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.I
)
MONTH = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])\b|\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE)
QUARTER = re.compile(r"\bq\s?[1-4]\b|\bkvartal", re.IGNORECASE)
PART = re.compile(r"\b(?:t\s?[1-3]\b|tertial|halvår|vår|höst|vt|ht|sommar|delår)", re.IGNORECASE)
YEARS = re.compile(r"\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b")
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Stretch:
    """From `start` to `end` in years and parts of them (2026.0 is the first of January), and how exactly that is told."""

    start: float
    end: float
    precision: Precision


def moment(day: date) -> float:
    """The end of a day in years and parts of them."""
    return day.year + ((day.month - 1) + day.day / monthrange(day.year, day.month)[1]) / 12


def whole_year(year: int) -> Stretch:
    """A year of which nothing more is told."""
    return Stretch(year, year + 1, "year")


def stretch(text: str, last: date) -> Stretch:
    """What a time as written covers, given its last day: no more exact than the words are."""
    end = moment(last)
    if DAY.search(text):
        return Stretch(end - 1 / 365, end, "day")
    if MONTH.search(text):
        return Stretch(end - 1 / 12, end, "month")
    if YEARS.search(text):
        first = int(YEAR.findall(text)[0])
        return Stretch(float(min(first, last.year)), end, "years")
    if QUARTER.search(text):
        return Stretch(end - 3 / 12, end, "quarter")
    return Stretch(end - 6 / 12, end, "part") if PART.search(text) else Stretch(float(last.year), end, "year")
