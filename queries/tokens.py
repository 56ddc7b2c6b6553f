"""The few tokens of SPARQL that have to be told apart: what is text, name or comment, and what is not."""

import re
from collections.abc import Callable

#: Strings, IRIs, comments, prefixed names and variables; words that are none of these are SPARQL's own.
TOKEN = re.compile(
    r'''(?P<text>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')'''
    r"|(?P<iri><[^\s<>\"{}|^`\\]*>)"
    r"|(?P<comment>\#[^\n\r]*)"
    r"|\$(?P<dollar>\w+)"
    r"|(?P<variable>\?\w+|@\w+)"
    r"|(?P<prefix>\w*):[\w.:%-]*"
    r"|(?P<word>\w+)",
    re.DOTALL,
)


def words(query: str) -> list[str]:
    """SPARQL's own words in a question, in capitals and in their order."""
    return [match["word"].upper() for match in TOKEN.finditer(query) if match["word"]]


def asks_elsewhere(query: str) -> bool:
    """Whether a question asks another server.

    A grammar that needs no blanks reads SERVICE behind a number ("1SERVICE") and before a colon ("SERVICE:here"), too.
    """
    found = (match["word"] or match["prefix"] or "" for match in TOKEN.finditer(query))
    return any(word.upper().endswith("SERVICE") for word in found)


def dollars(query: str) -> frozenset[str]:
    """The names that stand behind a dollar sign."""
    return frozenset(match["dollar"] for match in TOKEN.finditer(query) if match["dollar"])


def dollars_replaced(query: str, replacement: Callable[[str], str]) -> str:
    """The question with each `$name` replaced by what `replacement` gives for its name; strings and such are left."""
    return TOKEN.sub(lambda match: replacement(match["dollar"]) if match["dollar"] else match[0], query)
