"""The texts of findings: what a row gives, said in Swedish and in English."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from string import Formatter

from graph.answer import Text, Value
from graph.headings import InTwo
from graph.terms import plain_decimal
from graph.vocabulary import labels
from ontology.iri import Iri

#: So many things are listed; of more the number is told.
LISTED = 12
#: Names in a list are cut at this many characters.
LONGEST = 220
MILLION = Decimal(1_000_000)
MORE = {"sv": "{} till", "en": "{} more"}


def worded(text: InTwo, said: Mapping[str, Sequence[Value]]) -> tuple[Text, Text]:
    """A kind's text in both languages, each placeholder filled with what the rows say.

    `{sum:mnkr}` gives kronor as millions; `{things:count}` how many there are. `{reason}` takes `reason_sv` and
    `reason_en` where there are such. Raises KeyError for what no row says.
    """
    return Text(_filled(text.sv, said, "sv"), "sv"), Text(_filled(text.en, said, "en"), "en")


def placeholders(text: str) -> frozenset[str]:
    """The names that a text leaves open."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _filled(text: str, said: Mapping[str, Sequence[Value]], language: str) -> str:
    parts = []
    for before, name, form, _ in Formatter().parse(text):
        parts.append(before)
        if name:
            parts.append(_listed(said.get(f"{name}_{language}") or said[name], form or "", language))
    return "".join(parts)


def _listed(values: Sequence[Value], form: str, language: str) -> str:
    """All that the rows say of one thing, each once."""
    told = list(dict.fromkeys(_told(value, form, language) for value in values if value is not None))
    if form == "count":
        return str(len(told))
    if len(told) > LISTED + 1:
        told = [*told[:LISTED], MORE[language].format(len(told) - LISTED)]
    return (", " if not any("," in each for each in told) else "; ").join(told)


def _told(value: Value, form: str, language: str) -> str:
    match value:
        case Iri():
            return labels().get(value, {}).get(language) or value.local
        case bool():
            return str(value).lower()
        case int() | Decimal() if form == "mnkr":
            return f"{_number(value / MILLION, language)} {'mnkr' if language == 'sv' else 'MSEK'}"
        case int() if form == "year":
            return str(value)
        case Decimal():
            return _number(value, language)
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _number(number: Decimal, language: str) -> str:
    """A number with its groups apart: "9 384,8", "9,384.8"."""
    whole, point, rest = plain_decimal(number).partition(".")
    grouped = f"{int(whole):,}" if whole.lstrip("-") != "0" else whole
    return (grouped.replace(",", " ") + point.replace(".", ",") if language == "sv" else grouped + point) + rest
