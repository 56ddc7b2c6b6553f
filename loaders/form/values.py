"""What a cell of a filled-in workbook says: a number, a day, yes or no, a concept. Raises ValueError, in Swedish and English."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from graph.datapackage.names import Prefixes
from graph.workbook.columns import Column, Holds
from graph.workbook.forms import BAR, NO, NOTHING, SEMICOLON, YES, concepts
from loaders.form.table import folded
from ontology.iri import Iri

NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
YES_WORDS = frozenset({YES, "sant", "true", "yes", "x", "1"})
NO_WORDS = frozenset({NO, "falskt", "false", "no", "0"})
Value = str | int | Decimal | date | bool | Iri


class Unclear(Exception):
    """What a cell should say and does not, in Swedish and English."""

    def __init__(self, sv: str, en: str) -> None:
        """Take both wordings."""
        super().__init__(en)
        self.sv, self.en = sv, en


def parts(text: str) -> list[str]:
    """The several things in one cell."""
    sign = BAR if BAR in text else SEMICOLON
    return [part.strip() for part in text.split(sign) if part.strip()]


def value(column: Column, text: str) -> Value:
    """What one text says in a column that holds no rows."""
    match column.holds:
        case Holds.WHOLE:
            return whole(text)
        case Holds.NUMBER:
            return decimal(text)
        case Holds.DATE:
            return day(text)
        case Holds.YES:
            return yes(text)
        case Holds.CONCEPT:
            return concept(column.predicate, text)
    return "" if text == NOTHING else text


def whole(text: str) -> int:
    """A whole number."""
    number = decimal(text)
    if number != int(number):
        raise Unclear(f"”{text}” är inget helt tal", f"“{text}” is no whole number")
    return int(number)


def decimal(text: str) -> Decimal:
    """A number in Swedish or English spelling, blanks between thousands, a per cent sign behind it."""
    plain = re.sub(r"\s", "", text).replace("−", "-").replace("–", "-").removesuffix("%")
    if not NUMBER.fullmatch(plain) or len(plain) > 40:
        raise Unclear(f"”{text[:60]}” är inget tal", f"“{text[:60]}” is no number")
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation as error:
        raise Unclear(f"”{text[:60]}” är inget tal", f"“{text[:60]}” is no number") from error


def day(text: str) -> date:
    """A day as ISO 8601 spells it."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise Unclear(f"”{text[:60]}” är inget datum (2027-03-31)", f"“{text[:60]}” is no date (2027-03-31)") from error


def yes(text: str) -> bool:
    """Yes or no."""
    word = folded(text)
    if word not in YES_WORDS | NO_WORDS:
        raise Unclear(f"”{text[:60]}” är varken ja eller nej", f"“{text[:60]}” is neither yes nor no")
    return word in YES_WORDS


def concept(predicate: Iri, text: str) -> Iri:
    """A concept by the ontology's word for it, or by its short name."""
    known = {folded(word): each for word, each in concepts(predicate).items()}
    if found := known.get(folded(text)):
        return found
    try:
        if re.fullmatch(r"[a-z]+:[\w-]+", text):
            return Prefixes().full(text)
    except ValueError:
        pass
    listed = ", ".join(concepts(predicate))
    raise Unclear(f"”{text[:60]}” är inget av orden: {listed}", f"“{text[:60]}” is none of the words: {listed}")
