"""Swedish order, numbers and money; and both languages whole."""

from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask import Flask, g
from hypothesis import given
from hypothesis import strategies as st

from graph.memory import MemoryStore
from webapp.app import create_app
from webapp.languages import FOLDER, exact_kronor, kronor, number, percent
from webapp.order import order

METHODS = [
    ("**.py", "python"),
    ("**/templates/**.html", "jinja2.ext.babel_extract"),
    ("**/templates/**.svg", "jinja2.ext.babel_extract"),
]
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}


def test_words_come_as_swedes_have_them() -> None:
    words = [
        "Örebro",
        "Älvsbyn",
        "Åre",
        "Zinkgruvan",
        "Ängelholm",
        "9 Ja",
        "10 Nej",
        "avesta",
        "Élan",
        "Eda",
        "RF9",
        "RF12",
    ]
    assert sorted(words, key=order) == [
        "9 Ja", "10 Nej", "avesta", "Eda", "Élan", "RF9", "RF12", "Zinkgruvan", "Åre", "Älvsbyn", "Ängelholm", "Örebro",
    ]  # fmt: skip


@given(st.lists(st.text()))
def test_anything_can_be_put_in_order(words: list[str]) -> None:
    assert len(sorted(words, key=order)) == len(words)


@pytest.fixture
def app() -> Flask:
    """An application that nobody asks."""
    return create_app(MemoryStore())


@pytest.mark.parametrize(
    ("language", "sek", "shown"),
    [
        ("sv", "9384800000", "9 384,8 mnkr"),
        ("sv", "-181000000", "−181 mnkr"),
        ("sv", "675400000", "675,4 mnkr"),
        ("sv", "-319732000", "−319,732 mnkr"),
        ("sv", "1234567", "1,2 mnkr"),
        ("sv", "20500", "20,5 tkr"),
        ("sv", "0", "0 kr"),
        ("en", "9384800000", "9,384.8 million kr"),
    ],
)
def test_kronor(app: Flask, language: str, sek: str, shown: str) -> None:
    with app.test_request_context():
        g.lang = language
        assert kronor(Decimal(sek)).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_numbers_as_each_language_writes_them(app: Flask) -> None:
    with app.test_request_context():
        g.lang = "sv"
        assert number(Decimal("1234.50")) == "1\N{NO-BREAK SPACE}234,5"
        assert exact_kronor(Decimal(9384800000)).replace("\N{NO-BREAK SPACE}", " ") == "9 384 800 000 kronor"
        assert percent(0.669).replace("\N{NO-BREAK SPACE}", " ") == "66,9 %"


def test_every_text_is_there_in_english_and_none_that_is_no_more() -> None:
    folder = Path(str(FOLDER)).parent
    found = {message for _, _, message, _, _ in extract_from_dir(folder, METHODS, keywords=KEYWORDS)}
    with (FOLDER / "en.po").open("rb") as file:
        told = {message.id: message.string for message in read_po(file) if message.id}
    assert len(found) > 200
    assert set(told) == found
    assert [text for text, english in told.items() if not all([english] if isinstance(english, str) else english)] == []
