"""The query book as rows."""

from client.rows import Rows
from graph.headings import InTwo
from queries.book import Query, book

NAMES = ("name", "topic", "title", "title_en", "purpose", "purpose_en", "parameters")
NONE = InTwo("", "")


def listed() -> Rows:
    """A row a question: its name and topic, what it is called and for in Swedish and English, what it takes."""
    return Rows(NAMES, tuple(map(_row, book().values())))


def _row(query: Query) -> tuple[str | None, ...]:
    title, purpose = query.title or NONE, query.purpose or NONE
    taken = ", ".join(f"{each.name}: {each.type}" for each in query.parameters)
    return (query.name, query.topic, title.sv, title.en, purpose.sv, purpose.en, taken or None)
