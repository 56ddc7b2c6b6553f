"""The query book as rows: that which is installed here, or that which an endpoint has published."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from client.rows import Rows
from graph.headings import InTwo
from queries.bind import bound
from queries.book import Query, book
from queries.headings import TOPICS

#: What finds published questions: a row a parameter.
PUBLISHED = Path(__file__).with_name("questions.rq").read_text("utf-8")
NAMES = ("name", "topic", "title", "title_en", "purpose", "purpose_en", "parameters", "sparql")
NONE = InTwo("", "")


def installed() -> Rows:
    """A row a question: its name and topic, what it is called and for in Swedish and English, what it takes, its SPARQL."""
    return Rows(NAMES, tuple(sorted(map(_row, book().values()))))


def published(found: Rows) -> Rows:
    """The same of what `PUBLISHED` finds."""
    questions = groupby(found.dicts(), key=lambda row: row["name"])
    return Rows(NAMES, tuple(_gathered(list(rows)) for _, rows in questions))


def _row(query: Query) -> tuple[str, ...]:
    title, purpose = query.title or NONE, query.comment or NONE
    texts = (TOPICS[query.topic].sv, title.sv, title.en, purpose.sv, purpose.en)
    return (query.name, *texts, _taken((each.name, each.type) for each in query.parameters), bound(query, {}))


def _gathered(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    first = rows[0]
    taken = _taken((row["parameter"], row["type"]) for row in rows if row["parameter"])
    told = {**first, "parameters": taken}
    return tuple(str(told[name] or "") for name in NAMES)


def _taken(parameters: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{name}: {kind}" for name, kind in sorted(parameters))
