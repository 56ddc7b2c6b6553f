"""What a measure measures: its form (share, count, money …), what it is counted per, its limits of time and age."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.derived.items import Item
from graph.search.words import stem
from ontology import rt
from ontology.iri import Iri

UNIT = "http://qudt.org/vocab/unit/"
SHARE, COUNT, MONEY, MONEY_PER, TIME, INDEX = "andel", "antal", "kronor", "kronor per enhet", "tid", "index"
#: What a unit measures.
FORMS: Mapping[Iri, str] = {
    Iri(f"{UNIT}PERCENT"): SHARE,
    Iri(f"{UNIT}MIN"): TIME,
    Iri(f"{UNIT}HR"): TIME,
    Iri(f"{UNIT}DAY"): TIME,
    Iri(f"{UNIT}PERSON"): COUNT,
    rt.FullTimeEquivalent: COUNT,
    rt.PerMonth: COUNT,
    rt.MillionKronor: MONEY,
    rt.ThousandKronor: MONEY,
    rt.KronorPerHour: MONEY_PER,
    rt.ThousandKronorPerInhabitant: MONEY_PER,
}
#: What a measure's name says of its form, the surest first.
TOLD = (
    (re.compile(r"\bindex\b|-index\b", re.IGNORECASE), INDEX),
    (re.compile(r"\btkr/|\bkr/|\bkronor per|\bkostnad(?:en)? per", re.IGNORECASE), MONEY_PER),
    (re.compile(r"^antal\b", re.IGNORECASE), COUNT),
    (re.compile(r"\bandel\b|\w{3,40}grad\b|\bprocent\b|%", re.IGNORECASE), SHARE),
    (re.compile(r"\bminuter\b|\bmin\b", re.IGNORECASE), TIME),
)
PER = re.compile(
    r"(?:\bper\s|/\s?)(?P<many>\d{1,3}(?:[ \u00a0.]?\d{3}){0,2})?\s?(?P<what>[a-zåäö]{2,30}(?:(?<=ad)\s[a-zåäö]{2,30}|-poäng)?)",
    re.IGNORECASE,
)
#: "per år" and the like tell how often, not of what.
OFTEN = frozenset(map(stem, ("år", "månad", "dag", "vecka", "kvartal", "delår")))
PART_OF = re.compile(r"\bandel av (?P<what>[a-zåäö -]{3,60})", re.IGNORECASE)
NUMBERS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
}
FIGURE = rf"\d{{1,4}}|{'|'.join(NUMBERS)}"
LIMIT = re.compile(
    rf"(?<!\w)(?P<from>{FIGURE})(?:\s?[-–]\s?(?P<to>\d{{1,4}}))?[ \u00a0-]{{0,2}}(?P<unit>dagar|dygn|timmar|minuter|min|år|åringar|månader|veckor)\b",
    re.IGNORECASE,
)
#: What is another word for the same unit of time.
UNITS = {"min": "minuter", "dygn": "dagar", "åringar": "år"}
SAME_DAY = re.compile(r"\bsamma dag\b", re.IGNORECASE)


@dataclass(frozen=True)
class Definition:
    """What a measure's name and figures tell of what it measures; "" or nothing where they do not tell.

    `per` is what it is counted per, by the stems of its words.
    """

    form: str
    per: Mapping[str, str]
    limits: frozenset[str]


def definition(item: Item) -> Definition:
    """The definition of a measure, as far as it is told."""
    name = " ".join(text for text in (item.title or item.label, item.variant) if text)
    return Definition(_form(item, name), dict(_per(name)), frozenset(_limits(name)))


def _form(item: Item, name: str) -> str:
    units = [figure.unit for figure in item.figures if figure.unit and figure.target_kind != rt.ChangeTarget]
    known = sorted(form for unit in units if (form := FORMS.get(unit)))
    if known:
        return max(known, key=known.count)
    return next((form for told, form in TOLD if told.search(name)), "")


def _per(name: str) -> Iterator[tuple[str, str]]:
    for match in PER.finditer(name):
        what = "inv" if match["what"].lower().startswith("inv") else match["what"].lower()
        if stem(what) not in OFTEN:
            many = re.sub(r"\D", "", match["many"] or "")
            yield f"{many} {' '.join(map(stem, what.split()))}".strip(), f"per {many} {what}".replace("  ", " ")
    for match in PART_OF.finditer(name):
        part = match["what"].strip().lower()
        yield " ".join(map(stem, part.split())), f"andel av {part}"


def _limits(name: str) -> Iterator[str]:
    for match in LIMIT.finditer(name):
        first = str(NUMBERS.get(match["from"].lower(), match["from"]))
        span = f"{first}–{match['to']}" if match["to"] else first
        yield f"{span} {UNITS.get(match['unit'].lower(), match['unit'].lower())}"
    if SAME_DAY.search(name):
        yield "samma dag"


def readable(form: str) -> str:
    """A form as a person says it."""
    return {TIME: "en tid", MONEY: "kronor", SHARE: "en andel", COUNT: "ett antal", INDEX: "ett index"}.get(form, form)
