"""A stretch of text has one name, and the name says where it is."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.passages import passage_label, passage_name, trimmed
from graph.place import Span

TEXT = "  Första raden\nandra\traden\n\nfjärde"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Första raden", "l1"),
        ("raden", "l1c10-14"),
        ("andra\traden", "l2"),
        ("andra", "l2c1-5"),
        ("fjärde", "l4"),
        ("andra\traden\n\nfjärde", "l2-4"),
        ("raden\nandra", "l1c10-2c5"),
    ],
)
def test_a_passage_is_named_by_its_lines(sheet: Callable[[str], Any], words: str, name: str) -> None:
    assert passage_name(sheet(TEXT).span(words), TEXT) == name


def test_blanks_at_the_ends_do_not_count(sheet: Callable[[str], Any]) -> None:
    text = sheet(TEXT)
    wide = text.span("\tra")
    assert trimmed(wide, TEXT) == Span(wide.start + 1, wide.end, 2, 2)
    assert trimmed(text.span("raden\nandra\traden\n\n"), TEXT) == text.span("raden\nandra\traden")
    assert trimmed(text.span("\n\nfjärde"), TEXT) == text.span("fjärde")


def test_a_blank_stretch_stays_where_it_is(sheet: Callable[[str], Any]) -> None:
    blank = sheet(TEXT).span("\t")
    assert trimmed(blank, TEXT) == blank


def test_a_label_is_in_swedish(sheet: Callable[[str], Any]) -> None:
    assert passage_label(sheet(TEXT).span("andra")) == "rad 2"
    assert passage_label(sheet(TEXT).span("raden\nandra")) == "rad 1–2"


@given(st.text("ab \t\n", max_size=12), st.data())
def test_two_stretches_share_a_name_only_if_they_are_one(text: str, data: st.DataObject) -> None:
    offsets = st.integers(0, len(text))
    spans = []
    for _ in range(2):
        start, end = sorted((data.draw(offsets), data.draw(offsets)))
        line = text.count("\n", 0, start) + 1
        spans.append(trimmed(Span(start, end, line, line + text.count("\n", start, end)), text))
    one, other = spans
    assert (passage_name(one, text) == passage_name(other, text)) == (one == other)
