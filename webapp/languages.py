"""Swedish and English: which one an address asks for, the words in it, and how numbers, money and dates are written.

The texts in code and templates are Swedish; `translations/en.po` holds the English ones, read as it stands, so that
there is nothing to compile.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations
from flask import Flask, g
from flask_babel import Babel, Domain, gettext

LANGUAGES = ("sv", "en")
FOLDER = Path(__file__).parent / "translations"
MILLION, THOUSAND = 1_000_000, 1_000
#: Numbers from here on are written digit by digit: no language groups what has no end.
LARGEST = 10**15


@cache
def catalogue(language: str) -> NullTranslations:
    """The texts of a language; Swedish ones are those that stand in the code."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)


class Catalogues(Domain):  # type: ignore[misc]  # flask-babel has no types
    """Where Flask-Babel finds the texts."""

    def get_translations(self) -> NullTranslations:
        """The texts of the request's language."""
        return catalogue(language())


class TwoLanguages(Babel):  # type: ignore[misc]
    """Flask-Babel with our catalogues."""

    domain_instance = Catalogues()


def speak(app: Flask) -> None:
    """Teach an application both languages."""
    TwoLanguages(app, default_locale="sv", locale_selector=language)


def language() -> str:
    """The language that is asked for: "sv" or "en"."""
    return str(g.get("lang", "sv"))


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Another language than the request's, within the block."""
    before = g.get("lang")
    g.lang = language
    try:
        yield
    finally:
        g.lang = before or "sv"


def locale() -> Locale:
    """How the language writes numbers and dates."""
    return _locale("en_GB" if language() == "en" else "sv_SE")


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


def number(value: Decimal | int) -> str:
    """ "9 384,8" or "9,384.8", with all decimals that there are."""
    return _written(value, "#,##0.##########")


def plain_number(value: float) -> str:
    """A round number of an axis: "1 500", "0,25"."""
    return number(Decimal(str(round(value, 10))))


def _written(value: Decimal | int, pattern: str) -> str:
    return _formatted(Decimal(value), pattern, locale())


@lru_cache(maxsize=20_000)
def _formatted(value: Decimal, pattern: str, locale: Locale) -> str:
    """A number by a pattern of CLDR's, with the minus sign that is no hyphen; pages have the same ones again and again."""
    written = format(value, "f") if abs(value) >= LARGEST else format_decimal(value, pattern, locale=locale)
    return written.replace("-", "−")


def percent(share: float) -> str:
    """ "66,9 %"."""
    return format_percent(share, "#,##0.0 %", locale=locale())


def kronor(sek: Decimal) -> str:
    """A sum to read: in millions or thousands of kronor, whole where that takes at most three decimals, else rounded."""
    size, smallest = abs(sek), gettext("kr")
    if size < THOUSAND or size >= LARGEST:
        return f"{number(sek)} {smallest}"
    unit, word = (MILLION, gettext("mnkr")) if size >= MILLION else (THOUSAND, gettext("tkr"))
    scaled = sek / unit
    exact = scaled == scaled.quantize(Decimal("0.001"))
    written = _written(scaled, "#,##0.###" if exact else "#,##0.0")
    return f"{written} {word}"


def exact_kronor(sek: Decimal) -> str:
    """A sum in whole kronor: "9 384 800 000 kronor"."""
    word = gettext("kronor")
    return f"{number(sek)} {word}"


def day(value: date) -> str:
    """ "31 december 2026"."""
    return format_date(value, "long", locale=locale())
