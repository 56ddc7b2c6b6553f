"""Whatever comes in an answer is in the frame, with its type: nothing is lost, nothing guessed."""

import json
import warnings
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from math import isnan
from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.frames import NoFrames, Unread, frame
from client.rows import Rows, read
from client.term import Typed
from graph.answer import Text
from graph.asking.outcome import Written
from graph.errors import BrokenAnswer
from graph.results import Form
from ontology.iri import Iri
from ontology.vocab import Xsd

Binding = dict[str, str]
LIBRARIES = ("pandas", "polars")
TEXTS = st.text(max_size=12)
WHOLE = st.integers(-(10**25), 10**25)
EXACT = st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**30), max_value=10**30)
LOCAL = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def literal(text: object, datatype: str | None = None, language: str | None = None) -> Binding:
    told = {"type": "literal", "value": str(text)}
    return told | ({"datatype": datatype} if datatype else {}) | ({"xml:lang": language} if language else {})


def typed(values: st.SearchStrategy[Any], name: str, spelled: Any = str) -> st.SearchStrategy[Binding]:
    return values.map(lambda value: literal(spelled(value), Xsd.NS + name))


KINDS = (
    TEXTS.map(literal),
    st.builds(literal, TEXTS, st.none(), st.sampled_from(["sv", "en", "sv-SE"])),
    TEXTS.map(lambda text: {"type": "uri", "value": f"https://a.example/{text}"}),
    st.just({"type": "bnode", "value": "b0"}),
    typed(WHOLE, "integer"),
    typed(st.integers(-(2**40), 2**40), "long"),
    typed(st.integers(1, 9999), "gYear", lambda year: f"{year:04}"),
    typed(EXACT, "decimal", lambda number: format(number, "f")),
    typed(st.floats(allow_nan=True), "double", lambda number: repr(number).replace("inf", "INF").replace("nan", "NaN")),
    typed(st.booleans(), "boolean", lambda truth: str(truth).lower()),
    typed(st.dates(), "date", date.isoformat),
    typed(LOCAL, "dateTime", datetime.isoformat),
    typed(st.builds(lambda moment, zone: moment.replace(tzinfo=zone), LOCAL, ZONES), "dateTime", datetime.isoformat),
    typed(TEXTS, "duration"),
    typed(TEXTS, "integer"),
    typed(TEXTS, "date"),
)
CELLS = st.none() | st.one_of(KINDS)
#: Columns of one kind, as most are, and of any.
COLUMNS = st.sampled_from(KINDS).flatmap(lambda kind: st.lists(st.none() | kind, max_size=6)) | st.lists(
    CELLS, max_size=6
)


def answered(cells: list[Binding | None]) -> Rows:
    bindings = [{"x": cell} if cell else {} for cell in cells]
    body = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": bindings}})
    found = read(Written(Form.JSON, body.encode()))
    assert isinstance(found, Rows)
    return found


def cells_of(table: Any, library: str, name: str) -> list[Any]:
    """A column's cells as Python has them, None where missing."""
    if library == "polars":
        return table[name].to_list() if name in table.columns else [None] * len(table)
    if name not in table.columns:
        return [None] * len(table)
    column = table[name]
    cells = zip(column, column.isna(), strict=True)
    return [None if missing and not is_nan(cell) else plain(cell) for cell, missing in cells]


def is_nan(cell: object) -> bool:
    return type(cell) is float and isnan(cell)


def plain(cell: Any) -> Any:
    """A number of numpy as Python's."""
    return cell.item() if type(cell).__module__ == "numpy" else cell


@given(COLUMNS)
@pytest.mark.parametrize("library", LIBRARIES)
def test_terms_go_into_a_frame_and_come_back(library: Any, cells: list[Binding | None]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Unread)
        table = frame(answered(cells), library)
    back, languages = cells_of(table, library, "x"), cells_of(table, library, "x@lang")
    assert len(back) == len(cells)
    for cell, told, language in zip(back, cells, languages, strict=True):
        assert same(cell, told), (cell, told)
        assert language == (told or {}).get("xml:lang")


def same(cell: Any, told: Binding | None) -> bool:
    """Whether a cell says what a term says."""
    if told is None:
        return cell is None
    text, kind = told["value"], told.get("datatype", "").removeprefix(Xsd.NS)
    match cell:
        case pd.Timestamp() if kind == "date":
            return cell.date().isoformat() == text
        case datetime():
            meant = datetime.fromisoformat(text)
            return (cell - meant).total_seconds() == 0 if meant.tzinfo else cell == meant
        case date():
            return cell.isoformat() == text
        case bool():
            return text == str(cell).lower()
        case int() | Decimal():
            return Decimal(cell) == Decimal(text)
        case float():
            return repr(cell) == repr(float(text.replace("INF", "inf")))
        case str() if told["type"] == "bnode":
            return cell == f"_:{text}"
    return bool(cell == text)


@given(st.lists(CELLS, max_size=6))
def test_what_cannot_be_read_is_told_and_stays_text(cells: list[Binding | None]) -> None:
    rows = answered(cells)
    unread = [cell for (cell,) in rows.rows if isinstance(cell, Typed) and cell.unread]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        frame(rows, "pandas")
    assert [each.category for each in caught] == [Unread] * bool(unread)


@pytest.mark.parametrize(
    ("cells", "in_pandas", "in_polars"),
    [
        ([literal("007"), None], "string", pl.String()),
        ([literal(2026, Xsd.integer), None], "Int64", pl.Int64()),
        ([literal("2026", Xsd.NS + "gYear"), literal(2027, Xsd.integer)], "Int64", pl.Int64()),
        ([literal("1.10", Xsd.decimal), literal("2.5", Xsd.decimal)], "object", pl.Decimal(38, 2)),
        ([literal("1.1", Xsd.decimal), literal(2, Xsd.integer)], "object", pl.Decimal(38, 1)),
        ([literal("1e3", Xsd.double), None], "Float64", pl.Float64()),
        ([literal("true", Xsd.boolean), None], "boolean", pl.Boolean()),
        ([literal("2027-02-28", Xsd.date), None], "datetime64[s]", pl.Date()),
        ([literal("2027-02-28T12:00:00", Xsd.NS + "dateTime")], "datetime64[us]", pl.Datetime("us")),
        ([literal("2027-02-28T12:00:00Z", Xsd.NS + "dateTime")], "datetime64[us, UTC]", pl.Datetime("us", "UTC")),
        ([{"type": "uri", "value": "urn:a"}], "string", pl.String()),
        ([literal("P1D", Xsd.NS + "duration")], "string", pl.String()),
        ([literal("a"), literal(1, Xsd.integer)], "object", pl.Object()),
        ([{"type": "uri", "value": "urn:a"}, literal("a")], "object", pl.Object()),
        ([literal(2**63, Xsd.integer)], "object", pl.Object()),
        ([literal("1" * 40 + ".5", Xsd.decimal)], "object", pl.Object()),
        ([None], "object", pl.Null()),
        ([], "object", pl.Null()),
    ],
)
def test_a_column_has_the_type_of_its_cells(
    cells: list[Binding | None], in_pandas: str, in_polars: pl.DataType
) -> None:
    rows = answered(cells)
    here, there = frame(rows, "pandas"), frame(rows, "polars")
    assert isinstance(here, pd.DataFrame)
    assert isinstance(there, pl.DataFrame)
    assert here["x"].dtype == in_pandas
    assert there.schema["x"] == in_polars


def test_codes_stay_text_and_sums_stay_exact() -> None:
    table = frame(answered([literal("0.10", Xsd.decimal), literal("0.20", Xsd.decimal), None]), "pandas")
    assert table["x"].sum() == Decimal("0.30")
    assert list(frame(answered([literal("007")]), "pandas")["x"]) == ["007"]


def test_languages_stand_beside_their_texts() -> None:
    table = frame(answered([literal("hej", language="sv"), literal("hi", language="en"), literal("x")]), "polars")
    assert table["x@lang"].to_list() == ["sv", "en", None]
    assert list(frame(answered([literal("x")]), "polars").columns) == ["x"]


def test_mixed_columns_tell_names_from_texts() -> None:
    told = [{"type": "uri", "value": "urn:a"}, literal("b", language="sv"), literal("c", "urn:its")]
    cells = list(frame(answered(told), "pandas")["x"])
    assert [type(cell) for cell in cells] == [Iri, Text, Typed]
    assert cells[2].datatype == "urn:its"


def test_what_cannot_be_read_is_told_once_a_column() -> None:
    with pytest.warns(Unread, match=r"x: 2 values could not be read, kept as text; the first is “31 feb”, .* date"):
        frame(answered([literal("31 feb", Xsd.date), literal("", Xsd.date), literal("2027-01-01", Xsd.date)]), "pandas")


@pytest.mark.parametrize(
    "text", ["2027-02-28T24:00:00", "12027-02-28T00:00:00", "2027-02-28T00:00:00.1234567", "0001-01-01T00:00:00+14:00"]
)
def test_moments_that_python_lacks_stay_text(text: str) -> None:
    with pytest.warns(Unread):
        table = frame(answered([literal(text, Xsd.NS + "dateTime")]), "polars")
    assert table["x"].to_list() == [text]


def test_a_number_without_end_stays_text() -> None:
    with pytest.warns(Unread):
        frame(answered([literal("9" * 100_000, Xsd.integer)]), "pandas")


def test_terms_within_terms_are_spelled() -> None:
    parts = {
        "subject": {"type": "uri", "value": "urn:a"},
        "predicate": {"type": "uri", "value": "urn:b"},
        "object": literal('"\n', language="sv"),
    }
    told: Any = {"type": "triple", "value": {**parts, "object": {"type": "triple", "value": parts}}}
    assert list(frame(answered([told]), "pandas")["x"]) == [
        '<<( <urn:a> <urn:b> <<( <urn:a> <urn:b> "\\"\\n"@sv )>> )>>'
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_empty_answer_keeps_its_columns(library: Any) -> None:
    found = read(Written(Form.JSON, b'{"head":{"vars":["a","b"]},"results":{"bindings":[]}}'))
    assert isinstance(found, Rows)
    table = frame(found, library)
    assert list(table.columns) == ["a", "b"]
    assert len(table) == 0


@given(st.data())
def test_an_answer_that_breaks_off_is_no_answer(data: st.DataObject) -> None:
    body = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": literal("å")}] * 3}}).encode()
    cut = data.draw(st.integers(0, len(body) - 1))
    with pytest.raises(BrokenAnswer, match="broke off"):
        read(Written(Form.JSON, body[:cut]))


@pytest.mark.parametrize(
    "body",
    [
        b"[]", b"1", b'{"boolean": "yes"}', b'{"head": {}}', b'{"head": {"vars": ["x"]}, "results": {"bindings": [1]}}',
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri"}}]}}',
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": 1}}]}}',
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "a", "datatype": []}}]}}',
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_answer_is_told(body: bytes) -> None:
    with pytest.raises(BrokenAnswer, match="is no answer"):
        read(Written(Form.JSON, body))


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_that_is_missing_is_told(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.frames.find_spec", lambda _: None)
    with pytest.raises(NoFrames, match=r'pip install "rodatraden\[notebooks\]"'):
        frame(answered([]), library)
    with pytest.raises(NoFrames, match="pandas is not installed"):
        frame(answered([]))
    with pytest.raises(ImportError, match="not by excel"):
        frame(answered([]), "excel")  # type: ignore[arg-type]


def test_the_library_that_there_is_makes_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.frames.find_spec", lambda name: name == "polars" or None)
    assert isinstance(frame(answered([])), pl.DataFrame)


def test_moments_are_told_in_utc() -> None:
    table = frame(answered([literal("2027-01-01T01:00:00+02:00", Xsd.NS + "dateTime")]), "polars")
    assert table["x"].to_list() == [datetime(2026, 12, 31, 23, tzinfo=UTC)]
