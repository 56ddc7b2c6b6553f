"""What a view shows, as a table: the answer to one question in SPARQL, to look at, to take home, and to ask oneself.

Columns of a sheet go together by their names: `thing` (a name in the graph) and `thing_label` are one link; `passage`,
`file` and `line` are one source; `stated` is true where a document says it, `ground` is a word of `webapp.evidence.grounds`;
columns of kronor end in `sek`; `thing_text`, what a thing says, only goes along with what is taken home.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, jsonify, request
from werkzeug.exceptions import BadRequest

from graph.answer import Answer, Value
from graph.output import as_csv
from graph.view import View
from ontology.iri import Iri
from queries.headings import COLUMNS, VALUES
from webapp.ask import Given, filled, records
from webapp.languages import language
from webapp.plain import plain
from webapp.workbook import workbook

#: What the columns of a source are called; they are shown as one.
SOURCE = ("passage", "file", "line")
LABEL = "_label"
#: Endings of columns that go with the column before them.
BESIDE = (LABEL, "_text")
#: What is sent, by the ending of the file.
SENT = {
    "csv": "text/csv; charset=utf-8; header=present",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
#: Without it Excel reads UTF-8 as something else.
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True)
class Sheet:
    """A table: `name` is its file's, `title` its heading, `sparql` the question that gives it wherever the graph is asked."""

    name: str
    title: str
    sparql: str
    answer: Answer

    @property
    def shown(self) -> tuple[int, ...]:
        """The columns (0-based) that are shown as such: not labels and sources, which go with others."""
        columns = self.answer.columns
        return tuple(
            index
            for index, name in enumerate(columns)
            if name not in SOURCE and not (name.endswith(BESIDE) and name.rpartition("_")[0] in columns)
        )

    def cell(self, row: tuple[Value, ...], column: str) -> Value:
        """A row's cell by its column's name; None where there is no such column."""
        return row[self.answer.columns.index(column)] if column in self.answer.columns else None

    def label(self, row: tuple[Value, ...], index: int) -> str | None:
        """What a cell that is a name is called; None where the sheet does not tell."""
        found = self.cell(row, self.answer.columns[index] + LABEL)
        return None if found is None else str(found)

    def source(self, row: tuple[Value, ...]) -> tuple[Iri, str, int] | None:
        """Where a row is stated: the passage, its file and line; None where the sheet does not tell."""
        passage, file, line = (self.cell(row, name) for name in SOURCE)
        return (passage, str(file), line) if isinstance(passage, Iri) and isinstance(line, int) else None


def sheet(seen: View, question: str, title: str, name: str = "", **values: Given) -> Sheet:
    """The sheet that a question of `webapp/questions` gives with its values; `name` is the question's where none is given."""
    text = filled(question, **values)
    return Sheet((name or question).replace("_", "-"), title, text, seen.select(text))


def offered(seen: View, question: str, title: str, name: str = "", **values: Given) -> Sheet:
    """The same for a page that draws its rows from elsewhere: asked only where the address asks for a file of it."""
    text, name = filled(question, **values), (name or question).replace("_", "-")
    asked = request.args.get("format") in SENT and request.args.get("sheet", "") in ("", name)
    return Sheet(name, title, text, seen.select(text) if asked else Answer((), ()))


def heading(column: str) -> str:
    """What a column is called in the request's language."""
    told = COLUMNS.get(column)
    return str(getattr(told, language())) if told else column.replace("_", " ")


def in_words(column: str, value: Value) -> Value:
    """A cell in the request's language where its column has words of its own for what stands in it, else as it is."""
    told = VALUES.get((column, str(value)))
    return str(getattr(told, language())) if told else value


def answered(found: Sheet, html: Callable[[], str]) -> str | Response:
    """A sheet in the form that the address asks for with `format`, else as its page; raises BadRequest for other forms."""
    form = request.args.get("format", "html")
    if form == "html":
        return html()
    if form not in SENT:
        raise BadRequest("format")
    response = Response(_written(found, form), content_type=SENT[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{found.name}.{form}"'
    return response


def _written(found: Sheet, form: str) -> str | bytes:
    if form == "csv":
        return MARK + as_csv(found.answer)
    if form == "xlsx":
        return workbook(found.title, found.answer, tuple(map(heading, found.answer.columns)), found.sparql, request.url)
    return jsonify([{name: plain(value) for name, value in row.items()} for row in records(found.answer)]).get_data()
