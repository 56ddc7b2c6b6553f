"""Why a question has no answer, told to people: what is wrong, where, and what to do; the engine's own words beside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import lazy_gettext

from graph.asking.outcome import Broken, Busy, Gone, Refused, TooLarge, TooSlow, Unanswered, Wrong
from graph.prefixes import PREFIXES
from queries.tokens import tokens
from webapp.endpoint.problem import STATUSES
from webapp.failures import COMMAND, EMPTY, HELP
from webapp.workbench.texts import gettext

#: So much of the line of an error is shown before and after its place.
AROUND = 60
#: So many prefixes that are not declared are told of.
PREFIXES_TOLD = 6
WORD = re.compile(r"[^\s]{1,40}")
OPENING, CLOSING = "{([", "})]"


@dataclass(frozen=True)
class Trouble:
    """What went wrong: its status, heading, what to do; where it shows (from 1), the line before, at and after it, the engine's words."""

    status: int
    title: object
    advice: tuple[object, ...]
    line: int | None = None
    column: int | None = None
    before: str = ""
    at: str = ""
    after: str = ""
    words: str = ""


# fmt: off
TOLD: dict[type[Unanswered], tuple[object, object]] = {
    Refused: (lazy_gettext("Det görs inte här"), lazy_gettext("Här går det bara att fråga. Frågor som ändrar grafen (INSERT, DELETE, LOAD …) eller vänder sig till en annan server (SERVICE) besvaras inte. Ta bort den delen, eller ladda ner grafen och fråga den hos dig.")),
    TooLarge: (lazy_gettext("Svaret är för stort"), lazy_gettext("Svaret är större än vad som får skickas, och svar kortas aldrig. Be om färre kolumner, räkna med COUNT, eller ta svaret i delar med ORDER BY, LIMIT och OFFSET.")),
    TooSlow: (lazy_gettext("Frågan tog för lång tid"), lazy_gettext("Svaret kom inte inom tiden som en fråga får ta, så den avbröts. Nämn en plan, ett år eller en klass, ställ det som utesluter mest först, eller lägg till LIMIT. Mönster utan gemensam variabel paras ihop alla med alla.")),
    Broken: (lazy_gettext("Frågan krävde för mycket"), lazy_gettext("Frågan avbröts, troligen för att den krävde mer minne än den får ta. Be om färre kolumner och grupper, eller nämn en plan, ett år eller en klass.")),
    Busy: (lazy_gettext("Många frågar just nu"), lazy_gettext("För många frågor ställs på en gång. Försök igen om några sekunder.")),
    Gone: (lazy_gettext("Frågan avbröts"), lazy_gettext("Den som frågade är inte kvar.")),
}
#: What the engine says, and what that means.
SAYS = (
    ("variable that is unbound", lazy_gettext("En variabel i SELECT står varken i GROUP BY eller i ett aggregat som COUNT eller SAMPLE. Lägg den i GROUP BY.")),
    ("SELECT * is not authorized with GROUP BY", lazy_gettext("SELECT * går inte ihop med GROUP BY. Räkna upp kolumnerna.")),
    ("Duplicated variable name", lazy_gettext("Samma variabel står två gånger i SELECT. Ta bort den ena, eller döp om den med (… AS ?annat_namn).")),
    ("IRI parsing failed", lazy_gettext("En adress inom < > är ingen giltig IRI: den får inte ha blanksteg och ska börja med till exempel https:.")),
)
# fmt: on


def trouble(error: Unanswered, query: str) -> Trouble:
    """What to tell of a question without an answer."""
    status = STATUSES.get(type(error), 500)
    if isinstance(error, Wrong):
        return wrong(error, query, status)
    words = str(error) if isinstance(error, Refused) else ""
    return Trouble(status, *_told(type(error)), words=words)


def no_question() -> Trouble:
    """What to tell of an empty question."""
    advice = gettext("Skriv en fråga, eller utgå från en i frågeboken.")
    return Trouble(400, gettext("Ingen fråga är ställd"), (advice,))


def too_long(most: int) -> Trouble:
    """What to tell of a question that has no room."""
    advice = gettext(
        "Frågan får vara %(size)s kB lång. Korta den: långa listor av värden går ofta att skriva som ett mönster.",
        size=most // 1024,
    )
    return Trouble(413, gettext("Frågan är för lång"), (advice,))


def too_large_for_excel() -> Trouble:
    """What to tell of an answer that a workbook has no room for."""
    return Trouble(413, gettext("Svaret får inte plats i Excel"), (gettext("Ta det som CSV, eller avgränsa frågan."),))


def busy() -> Trouble:
    """What to tell where too many files are being made."""
    return Trouble(503, *_told(Busy))


def _told(kind: type[Unanswered]) -> tuple[object, tuple[object, ...]]:
    title, advice = TOLD.get(kind, TOLD[Broken])
    return title, (advice,)


def of_book(name: str, words: str) -> Trouble:
    """What to tell of a question of the book that is not there, or whose parameters are not right."""
    if not words:
        advice = gettext("Frågeboken har ingen fråga som heter ”%(name)s”. Välj en i listan.", name=name)
        return Trouble(404, gettext("Frågan finns inte"), (advice,))
    advice = gettext(
        "Ett värde till frågan ”%(name)s” är inte som det ska. Ändra det i frågebokens formulär.", name=name
    )
    return Trouble(400, gettext("Frågan kunde inte ställas så"), (advice,), words=words)


def unreadable(*, empty: bool) -> Trouble:
    """What to tell where there is no store to ask."""
    told = EMPTY if empty else HELP[503]
    return Trouble(503, told.title, (told.text, COMMAND) if empty else (told.text,))


def wrong(error: Wrong, query: str, status: int = 400) -> Trouble:
    """What is no SPARQL: where it shows, and the likeliest reasons."""
    line, column, advice = error.line, error.column, list[object]()
    if missing := tuple(undeclared(query)):
        line, column = _place(query, missing[0][1])
        advice += [_declare(name) for name in tuple(dict(missing))[:PREFIXES_TOLD]]
    advice += [told for words, told in SAYS if words in str(error)]
    if unbalanced := _unbalanced(query):
        advice.append(unbalanced)
    if not advice:
        advice.append(
            gettext(
                "Motorn kunde inte läsa vidare där. Felet står där eller strax före: ofta saknas ett tecken (punkt, klammer, citattecken), eller så är ett ord felstavat."
            )
        )
    title, words = gettext("Frågan går inte att förstå"), plain(str(error))
    return Trouble(status, title, tuple(advice), line, column, *_line(query, line, column), words)


def _declare(name: str) -> str:
    known = PREFIXES.get(name)
    if known:
        return gettext(
            "Prefixet %(name)s: är inte deklarerat. Lägg till den här raden överst: PREFIX %(name)s: <%(space)s>",
            name=name, space=known,
        )  # fmt: skip
    return gettext("Prefixet %(name)s: är inte deklarerat. Lägg till PREFIX %(name)s: <…> överst.", name=name[:60])


def undeclared(query: str) -> Iterator[tuple[str, int]]:
    """The prefixes that a question uses without telling what they stand for, each with where it stands."""
    declared, declaring = set[str](), False
    for found in tokens(query):
        parts = found.groupdict()
        if (prefix := parts.get("prefix")) is not None:
            if declaring:
                declared.add(prefix)
            elif prefix not in declared and prefix != "_":
                yield prefix, found.start()
        if not (parts.get("other") or " ").isspace() or parts.get("word") or prefix is not None:
            declaring = (parts.get("word") or "").upper() == "PREFIX"


def _unbalanced(query: str) -> str:
    """What to say of brackets that do not go together; nothing where they do."""
    opened = list[str]()
    for found in tokens(query):
        sign = found.groupdict().get("other") or ""
        if sign in OPENING and sign:
            opened.append(sign)
        elif sign in CLOSING and sign and (not opened or OPENING.index(opened.pop()) != CLOSING.index(sign)):
            return gettext("Tecknet %(sign)s stänger inget som är öppnat.", sign=sign)
    if opened:
        return gettext("Tecknet %(sign)s öppnas men stängs aldrig.", sign=opened[-1])
    return ""


def _place(query: str, at: int) -> tuple[int, int]:
    before = query[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def _line(query: str, line: int | None, column: int | None) -> tuple[str, str, str]:
    """The line of an error, before its place, the word there, and after it, each cut to AROUND."""
    lines = query.split("\n")
    if not line or not column or line > len(lines):
        return "", "", ""
    text = lines[line - 1]
    before, rest = text[: column - 1], text[column - 1 :]
    found = WORD.match(rest)
    at = found[0] if found else ""
    after = rest[len(at) :]
    cut_before = "…" + before[-AROUND:] if len(before) > AROUND else before
    return cut_before, at, after[:AROUND] + ("…" if len(after) > AROUND else "")


def plain(words: str) -> str:
    """The engine's words without the classes of characters that it lists."""
    begin, mark, rest = words.partition("expected one of ")
    if not mark:
        return words
    parts = [part for part in rest.split(", ") if not part.startswith(("[", "'")) and "\\u{" not in part]
    return f"{begin}{mark}{', '.join(parts)}" if parts else f"{begin}expected something else"
