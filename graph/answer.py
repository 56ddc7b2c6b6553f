"""What a question to the graph is answered with: plain Python values, no engine's types."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ontology.iri import Iri


class Text(str):
    """Text in a language that the graph tells: "sv", "en"."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> "Text":
        """The text, tagged with its language (BCP 47)."""
        tagged = super().__new__(cls, text)
        tagged.language = language
        return tagged


#: One cell of an answer: None where the question left it open; a blank node is an Iri that begins with `_:`.
Value = Iri | Text | str | bool | int | Decimal | float | date | None


@dataclass(frozen=True)
class Answer:
    """A table: what it shows, its columns, its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    title: str = ""

    def column(self, name: str) -> tuple[Value, ...]:
        """All cells of one column; raises ValueError where there is none of that name."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)
