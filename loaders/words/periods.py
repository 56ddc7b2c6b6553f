"""Years and parts of years as plans write them: "2024", "(våren -24)", "Delår 2-2024", "ack okt-24", "2022-10"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTH = rf"(?:{'|'.join(MONTHS)})[a-zåäö]*\.?"
YEAR = r"(?:19|20)\d\d"
#: A stretch of text that tells a time and nothing else; each alternative may hold a year.
PERIOD = re.compile(
    rf"""(?:ack(?:umulerat)?\.?\s+)?(?:
        {YEAR}-?(?:0[1-9]|1[0-2])(?!\d)                                   # 202312, 2022-10
      | {YEAR}(?:\s?[-–/]\s?(?:{YEAR}|\d\d)(?!\d))?(?!\d)                  # 2024, 2024–2025
      | (?:{MONTH})(?:\s?-\s?(?:{MONTH}))?(?:[\s-]*(?:{YEAR}|\d\d)(?!\d))? # nov, okt-24, jan-aug
      | (?:vår|höst|vt|ht)(?:en|terminen)?[\s-]*(?:{YEAR}|\d\d(?!\d))?      # våren -24
      | (?:del[åa]r|tertial|kvartal)(?:srapport|sbokslut)?(?:\s*\d(?!\d))?(?:\s*[-–]?\s*\(?{YEAR}\)?)?
      | q[1-4](?:\s?{YEAR})?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
SHORT_YEAR = re.compile(rf"(?:{MONTH}|vår(?:en)?|höst(?:en)?|vt|ht)[\s-]*(\d\d)(?!\d)", re.IGNORECASE)

DAY = re.compile(rf"({YEAR})-(\d\d)-(\d\d)")
#: Parts of a year by number, and how many months each has.
PARTS = (
    (re.compile(r"(?i)(?:\bq\s?|\bkvartal\s?)([1-4])(?!\d)"), 3),
    (re.compile(r"(?i)(?:\bt\s?|\btertial\s?)([1-3])(?!\d)"), 4),
    (re.compile(r"(?i)\bhalvår(?:et)?\s?([12])(?!\d)"), 6),
)
SPRING = re.compile(r"(?i)\b(?:vår(?:en|terminen)?|vt)\b")
#: A part of a year that ends no one knows when.
UNSURE = re.compile(r"(?i)\b(?:delår|sommar(?:en)?|tertial|kvartal)")


@dataclass(frozen=True)
class Period:
    """A time as printed; `year` where it tells one, `part` where it is less than the whole year."""

    text: str
    year: int | None
    part: bool


def period_of(text: str) -> Period | None:
    """The time that a text tells, wherever in it; None where it tells none."""
    match = PERIOD.search(text)
    if not match or not re.search(r"(?<![^\W\d_])$", text[: match.start()]):
        return None
    short, full = SHORT_YEAR.search(text), re.search(YEAR, text)
    year = 2000 + int(short[1]) if short else int(full[0]) if full else None
    whole = re.fullmatch(YEAR, match[0].strip()) or re.fullmatch(rf"{YEAR}\s?[-–/]\s?(?:{YEAR}|\d\d)", match[0].strip())
    return Period(text.strip(), year, not whole or bool(re.match(r"(?i)ack", text)))


def last_day(text: str, year: int | None = None) -> date | None:
    """The last day of a stated period: a date, a month, a part of a year ("Q3", "våren"), a year.

    `year` where the text tells none; then it has to tell a part of it.
    """
    if match := DAY.search(text):
        return day(*map(int, match.groups()))
    if re.search(rf"{YEAR}\s?[-–]\s*$", text):
        return None
    stated = re.findall(YEAR, text)
    short = re.search(r"[–-]\s?(\d\d)(?!\d)", text) if stated else None
    told = 2000 + int(short[1]) if short else int(stated[-1]) if stated else year
    month = last_month(text) or (12 if stated and not UNSURE.search(text) else None)
    return date(told, month, monthrange(told, month)[1]) if told and month else None


def day(year: int, month: int, day_of_month: int) -> date | None:
    """A day, where there is such a one."""
    real = 1 <= month <= 12 and 1 <= day_of_month <= monthrange(year, month)[1]
    return date(year, month, day_of_month) if real else None


def last_month(text: str) -> int | None:
    """The last month of the part of a year that a text tells; None where it tells none."""
    for pattern, months in PARTS:
        if match := pattern.search(text):
            return int(match[1]) * months
    named = re.findall(rf"\b({'|'.join(MONTHS)})", text.lower())
    return MONTHS.index(named[-1]) + 1 if named else 6 if SPRING.search(text) else None
