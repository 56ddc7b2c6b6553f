"""The few tokens of SPARQL that have to be told apart: what is text, name or comment, and what is not.

Where this and the engine's grammar could differ, more is taken for SPARQL's own words here, never less; and hostile
text takes no longer than its length.
"""

import re
from collections.abc import Callable, Iterator

#: A string that is not closed on its line is no SPARQL; it ends with the line here.
TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\\n\r]|\\[^\n\r])*+"?|'(?:[^'\\\n\r]|\\[^\n\r])*+'?)"""
    r"|(?P<iri><[^\x00-\x20<>\"{}|^`]*+>)"
    r"|(?P<comment>\#[^\n\r]*+)"
    r"|\$(?P<dollar>\w++)"
    r"|(?P<variable>[?@]\w++)"
    r"|(?P<prefix>\w*):(?:[\w.:%-]|\\[^\n\r])*+"
    r"|(?P<word>\w++)"
    r"|(?P<escaped>\\[^\n\r])"
    r"|(?P<other>.)",
    re.DOTALL,
)
LONG = {
    '"""': re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*+"""', re.DOTALL),
    "'''": re.compile(r"'''(?:[^'\\]|\\.|'(?!''))*+'''", re.DOTALL),
}
EMPTY = re.compile(r"""(?P<text>""|'')""")


def tokens(query: str) -> Iterator[re.Match[str]]:
    """All of a question, piece by piece; a long string has no named group."""
    at, unclosed = 0, set[str]()
    while at < len(query):
        found = None
        if (quotes := query[at : at + 3]) in LONG:
            found = None if quotes in unclosed else LONG[quotes].match(query, at)
            if found is None:
                unclosed.add(quotes)
                found = EMPTY.match(query, at)
        found = found or TOKEN.match(query, at)
        if found is None:
            raise ValueError(f"nothing fits at {at}")
        yield found
        at = found.end()


def words(query: str) -> Iterator[str]:
    """SPARQL's own words in a question, in capitals and in their order."""
    return (match["word"].upper() for match in tokens(query) if match.lastgroup == "word")


def has_word(query: str, *sought: str) -> bool:
    """Whether any of some of SPARQL's own words, in capitals, is in a question."""
    capitals = query.upper()  # most questions have none of their letters in a row, which is seen faster
    return any(word in capitals for word in sought) and any(word in sought for word in words(query))


def asks_elsewhere(query: str) -> bool:
    """Whether a question asks another server.

    A grammar that needs no blanks reads SERVICE behind a number ("1SERVICE") and before a colon ("SERVICE:here"), too.
    """
    if "SERVICE" not in query.upper():
        return False
    parts = (match.groupdict() for match in tokens(query))
    return any((part.get("word") or part.get("prefix") or "").upper().endswith("SERVICE") for part in parts)


def dollars(query: str) -> frozenset[str]:
    """The names that stand behind a dollar sign."""
    return frozenset(name for match in tokens(query) if (name := match.groupdict().get("dollar")))


def dollars_replaced(query: str, replacement: Callable[[str], str]) -> str:
    """The question with each `$name` replaced by what `replacement` gives for its name; strings and such are left."""
    return "".join(
        replacement(name) if (name := match.groupdict().get("dollar")) else match[0] for match in tokens(query)
    )


def selected(query: str) -> tuple[str, ...]:
    """The names that a SELECT gives, in its order: those that stand bare, and those that AS gives."""
    found: list[str] = []
    depth, last, inside = 0, "", False
    for match in tokens(query):
        part = match.groupdict()
        if word := (part.get("word") or "").upper():
            if inside and word == "WHERE":
                break
            inside = inside or word == "SELECT"
        elif part.get("variable") and depth == 0 and inside:
            found.append(match[0][1:])
        elif part.get("variable"):
            last = match[0][1:]
        elif match[0] in ("(", ")"):
            depth += 1 if match[0] == "(" else -1
            found += [last] if inside and match[0] == ")" and depth == 0 else []
    return tuple(found)
