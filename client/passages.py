"""The places in the sources behind a row of an answer: of the things that it names, or of the file and line that it tells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from client.rows import Rows
from graph.errors import QueryError
from ontology.iri import Iri

QUESTION = Path(__file__).with_name("passage.rq").read_text("utf-8")
#: Columns of the book's questions that tell a line, beside `file`.
LINES = ("line", "at", "first_line")
NEITHER = (
    "This tells neither a thing, by its IRI, nor a place, by `file` and `line`. Have the question give one of them: "
    "?thing, or ?file and ?line of its rt:passage."
)


@dataclass(frozen=True)
class Behind:
    """What rows tell of where they come from: things or passages by IRI, lines of files, and all texts in them."""

    things: list[Iri]
    lines: list[tuple[str, int]]
    texts: frozenset[str]


def behind(told: Any) -> Behind:  # noqa: ANN401  a row of any library
    """What a row, several rows (a frame, a list), or IRIs tell. Raises QueryError where they tell nothing of it."""
    rows = list(_rows(told))
    texts = [value for row in rows for value in row.values() if isinstance(value, str)]
    things = [Iri(text) for text in texts if text.startswith(("http://", "https://"))]
    lines = [place for row in rows if (place := _place(row))]
    if not (things or lines):
        raise QueryError(NEITHER)
    return Behind(list(dict.fromkeys(things)), list(dict.fromkeys(lines)), frozenset(texts))


def narrowed(found: Rows, wanted: Behind) -> Rows:
    """Of places on the lines those of things that the rows name, where there are such; all of a line where not."""
    at = {name: found.names.index(name) for name in ("label", "thing", "passage", "file", "first_line")}

    def asked_for(row: Sequence[object]) -> bool:
        return row[at["thing"]] in wanted.things or row[at["passage"]] in wanted.things

    def is_named(row: Sequence[object]) -> bool:
        return row[at["label"]] in wanted.texts

    named_on = {(row[at["file"]], row[at["first_line"]]) for row in found.rows if is_named(row)}
    rows = [
        row
        for row in found.rows
        if asked_for(row) or is_named(row) or (row[at["file"]], row[at["first_line"]]) not in named_on
    ]
    return Rows(found.names, tuple(rows))


def _place(row: Mapping[str, Any]) -> tuple[str, int] | None:
    lines = (row[name] for name in LINES if name in row)
    line = next((int(each) for each in lines if _is_whole(each)), None)
    file = row.get("file")
    return (file, line) if isinstance(file, str) and line is not None else None


def _is_whole(value: Any) -> bool:  # noqa: ANN401  a number of any library, or none
    try:
        return not isinstance(value, str) and int(value) == value
    except (TypeError, ValueError):
        return False


def _rows(told: Any) -> Iterable[Mapping[str, Any]]:  # noqa: ANN401  what the libraries call alike
    """Each row as a dictionary: of a frame of pandas or polars, a row of one, a dictionary, an IRI, or a list of such."""
    match told:
        case str():
            yield {"": told}
        case Mapping():
            yield told
        case _ if hasattr(told, "to_dicts"):
            yield from told.to_dicts()
        case _ if hasattr(told, "to_dict"):
            yield from [told.to_dict()] if told.ndim == 1 else told.to_dict("records")
        case _ if hasattr(told, "_asdict"):
            yield told._asdict()
        case Iterable():
            yield from chain.from_iterable(map(_rows, told))
        case _:
            raise QueryError(NEITHER)
