"""From a term as SPARQL's results in JSON tell it to a plain value, with nothing lost."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from graph.answer import Text
from ontology.iri import Iri
from ontology.vocab import Xsd

WHOLE = (
    "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "gYear",
)  # fmt: skip
INTEGER = re.compile(r"[+-]?[0-9]+")
DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: What Python holds whole: microseconds, and offsets of minutes.
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?")
FLOAT = re.compile(rf"{DECIMAL.pattern}([eE][+-]?[0-9]+)?|[+-]?INF|NaN")
TRUTHS = {"true": True, "1": True, "false": False, "0": False}
#: Python reads no longer numbers from text unasked.
DIGITS = 4000

Binding = Mapping[str, Any]
Value = Iri | Text | str | bool | int | Decimal | float | date | datetime | None


class Typed(str):
    """Text of a datatype that has no other form here, or that could not be read as it: then it is `unread`."""

    __slots__ = ("datatype", "unread")
    datatype: str
    unread: bool

    def __new__(cls, text: str, datatype: str, *, unread: bool = False) -> "Typed":
        """The text, with its datatype's IRI."""
        typed = super().__new__(cls, text)
        typed.datatype, typed.unread = datatype, unread
        return typed


def value(told: Binding | None) -> Value:
    """The value of a term; None where it is unbound. Raises KeyError, TypeError where this is no term."""
    if told is None:
        return None
    kind, text = told["type"], told["value"]
    if kind == "triple":
        return Typed(_spelled(told), "")
    if not isinstance(text, str):
        raise TypeError(f"a term's value is {type(text).__name__}")
    if kind == "uri":
        return Iri(text)
    if kind == "bnode":
        return Iri(f"_:{text}")
    if language := told.get("xml:lang"):
        return Text(text, language)
    return _read(text, told.get("datatype", Xsd.string))


def _read(text: str, datatype: str) -> Value:
    if datatype == Xsd.string:
        return text
    if datatype not in READERS:
        return Typed(text, datatype)
    pattern, read = READERS[datatype]
    try:
        if pattern.fullmatch(text) and len(text) < DIGITS:
            return read(text)
    except (ValueError, OverflowError):
        pass  # the thirtieth of February; before the year 1
    return Typed(text, datatype, unread=True)


def _float(text: str) -> float:
    return float(text.replace("INF", "inf"))


def _moment(text: str) -> datetime:
    """A moment: in UTC where an offset is told, which names the same one; else of no zone."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment


#: By datatype: what is well said in it, and how it is read.
READERS: dict[str, tuple[re.Pattern[str], Callable[[str], Value]]] = {
    **{Xsd.NS + name: (INTEGER, int) for name in WHOLE},
    Xsd.decimal: (DECIMAL, Decimal),
    Xsd.double: (FLOAT, _float),
    Xsd.NS + "float": (FLOAT, _float),
    Xsd.boolean: (re.compile("|".join(TRUTHS)), TRUTHS.__getitem__),
    Xsd.date: (DATE, date.fromisoformat),
    Xsd.NS + "dateTime": (MOMENT, _moment),
}


def _spelled(told: Binding) -> str:
    """A term as N-Triples spell it, for one that stands within another."""
    if told["type"] == "triple":
        parts = told["value"]
        return f"<<( {' '.join(_spelled(parts[name]) for name in ('subject', 'predicate', 'object'))} )>>"
    text = str(told["value"])
    if told["type"] == "uri":
        return f"<{text}>"
    if told["type"] == "bnode":
        return f"_:{text}"
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'
    if language := told.get("xml:lang"):
        return f"{quoted}@{language}"
    return f"{quoted}^^<{told['datatype']}>" if "datatype" in told else quoted
