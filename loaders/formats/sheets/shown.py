"""A cell's value as the cell shows it: number formats with Swedish signs ("48,5 %", "1 234,50", "mars 2027").

What a format does not tell, or tells in a way that is not known here (fractions, powers of ten), shows as plain numbers do.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from math import isfinite

#: Formats that files name by number alone.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d mmm yy", 16: "d mmm",
    17: "mmm yy", 18: "hh:mm", 19: "hh:mm:ss", 20: "hh:mm", 21: "hh:mm:ss", 22: "yyyy-mm-dd hh:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
DAYS = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
#: The parts of a format: quoted words, single signs, what is in brackets, places of figures, all else.
TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|([0#?][0#?,.]*|\.[0#?]+)|(%)|(General)|(E[+-]0+|/)|(.)', re.DOTALL
)
DATE_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|(y+|m+|d+|h+|s+)|(AM/PM|A/P)|(.)', re.IGNORECASE | re.DOTALL)
#: More decimals than this no format shows.
MOST_DECIMALS = 30


@dataclass(frozen=True)
class Section:
    """One section of a number's format: the words around it, and how the number itself is written."""

    before: str
    after: str
    decimals: tuple[int, int]
    whole: int
    grouped: bool
    scale: int
    number: bool
    plain: bool


def shown(value: object, code: str = "") -> str:
    """A value as the cell shows it; `code` is its number format, empty for General."""
    match value:
        case str():
            return value
        case bool():
            return "SANT" if value else "FALSKT"
        case int() | float():
            return number(value, code) if code else plain(value)
        case datetime() | date() | time() | timedelta():
            return moment(value, code)
    return str(value)


@lru_cache(maxsize=50_000)
def plain(value: float) -> str:
    """A number without a format: to ten figures, so that the rounding of binary fractions does not show."""
    if not isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 10**15:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


@lru_cache(maxsize=50_000)
def number(value: float, code: str) -> str:
    """A number by a format; a format that shows nothing of it (";;;") does not hide it."""
    if not isfinite(value):
        return str(value)
    sections = sections_of(code)
    exact = Decimal(f"{value:.15g}")
    negative = exact < 0
    at = 1 if negative and len(sections) > 1 else 2 if not exact and len(sections) > 2 else 0
    section = sections[at]
    if section.plain:
        return f"{section.before}{plain(value)}{section.after}"
    if not section.number:
        return section.before + section.after or ("" if not exact else plain(value))
    sign = "-" if negative and at == 0 else ""
    figures = _figures(abs(exact) if negative else exact, section)
    sign = sign if re.search("[1-9]", figures) else ""
    return f"{sign}{section.before}{figures}{section.after}".strip()


@lru_cache(maxsize=1_000)
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format: for positive numbers, negative ones, nought."""
    raw = re.findall(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[]|["\\\[])*)(?:;|$)', code[:255])[:-1] or [code[:255]]
    return tuple(_section(each) for each in raw[:3])


def _section(code: str) -> Section:
    words: list[list[str]] = [[], []]
    places, scale, odd = "", 0, False
    for quoted, single, bracketed, figures, percent, general, strange, other in TOKEN.findall(code):
        if figures and not places:
            places = figures
            continue
        odd = odd or bool(general or strange or figures)
        scale += 2 if percent else 0
        currency = bracketed[1:].partition("-")[0] if bracketed.startswith("$") else ""
        words[bool(places)].append(quoted or single or currency or percent or (other if other != "@" else ""))
    thousands = len(places) - len(places.rstrip(","))
    whole, _, decimals = places.rstrip(",").partition(".")
    return Section(
        before="".join(words[0]).lstrip(),
        after="".join(words[1]).rstrip(),
        decimals=(min(decimals.count("0"), MOST_DECIMALS), min(len(decimals.replace(",", "")), MOST_DECIMALS)),
        whole=whole.count("0"),
        grouped="," in whole,
        scale=scale - 3 * thousands,
        number=bool(places),
        plain=odd or "@" in code or not code,
    )


def _figures(value: Decimal, section: Section) -> str:
    """The figures of a number that is not negative."""
    with localcontext(prec=400):
        least, most = section.decimals
        scaled = value.scaleb(section.scale).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
        whole, _, decimals = f"{scaled:f}".partition(".")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    whole = whole.lstrip("0").rjust(section.whole, "0") if section.whole else whole.lstrip("0")
    if section.grouped:
        whole = f"{int(whole or 0):,}".replace(",", " ") if len(whole) < 400 else whole
    return f"{whole},{decimals}" if decimals else whole or ("0" if section.whole else "")


@lru_cache(maxsize=50_000)
def moment(value: date | time | timedelta, code: str) -> str:
    """A date or a time: as ISO 8601 has it where all of the date shows, else what the format shows of it."""
    if isinstance(value, timedelta):
        hours, rest = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    if isinstance(value, time):
        return value.isoformat("seconds" if value.second else "minutes")
    parts = {part[0].lower() for part in re.findall(r"[ymd]+", re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.lower()))}
    if code and parts and not {"y", "m", "d"} <= parts and not re.search("[hs]", code.lower()):
        return _by_format(value, code)
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return value.isoformat(" ", "minutes")
    return value.isoformat()[:10]


def _by_format(value: date, code: str) -> str:
    """What a format shows of a date."""
    words = []
    for quoted, single, token, _, other in DATE_TOKEN.findall(code.partition(";")[0]):
        words.append(_part(value, token.lower()) if token else quoted or single or (other if other != "@" else ""))
    return "".join(words).strip()


def _part(value: date, token: str) -> str:
    match token[0], len(token):
        case "y", size:
            return f"{value.year:04}" if size > 2 else f"{value.year % 100:02}"
        case "m", size:
            month = MONTHS[value.month - 1]
            return str(value.month).zfill(size) if size < 3 else month[:3] if size == 3 else month
        case "d", size:
            day = DAYS[value.weekday()]
            return str(value.day).zfill(size) if size < 3 else day[:3] if size == 3 else day
    return ""
