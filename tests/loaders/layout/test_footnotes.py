"""Footnotes: stars lead to what stands below the table."""

from collections.abc import Callable

import pytest

from graph.records import FrameLine
from loaders.document import Document
from loaders.layout.footnotes import footnotes, marks, unmarked

BELOW = """
* Båtverkstaden har egna intäkter
och ingår inte.

**Ny vårdcentral, ritningar,

tillstånd och avtal saknas
*** Lägre avgifter

Ekonomin följs upp varje månad.
* En annan tabells fotnot
"""


@pytest.mark.parametrize(
    ("text", "found", "bare"),
    [
        ("Fyrskär**", ("**",), "Fyrskär"),
        ("Ramar (mnkr)*/**/***", ("*", "**", "***"), "Ramar (mnkr)"),
        ("26-27 **/***", ("**", "***"), "26-27"),
        ("Fyrskär", (), "Fyrskär"),
        ("* Fyrskär", (), "* Fyrskär"),
        ("***", ("***",), ""),
    ],
)
def test_marks_are_told_from_the_text_they_stand_behind(text: str, found: tuple[str, ...], bare: str) -> None:
    assert (marks(text), unmarked(text)) == (found, bare)


def test_a_footnote_goes_on_below_and_behind_a_blank_line_where_it_breaks_off(
    as_document: Callable[[str], Document],
) -> None:
    document = as_document(BELOW)
    assert {mark: piece.text for mark, piece in footnotes(document, document.lines).by_mark.items()} == {
        "*": "Båtverkstaden har egna intäkter och ingår inte.",
        "**": "Ny vårdcentral, ritningar, tillstånd och avtal saknas",
        "***": "Lägre avgifter",
    }


def test_a_marked_record_stands_where_its_footnote_stands_too(as_document: Callable[[str], Document]) -> None:
    document = as_document("Fyrskär** 3\n" + BELOW)
    notes = footnotes(document, document.lines)
    line = FrameLine(title="Fyrskär", place=document.cut_lines([document.lines[0]]).place)
    noted = notes.added(line, "Fyrskär**")
    assert noted.note == ("Ny vårdcentral, ritningar, tillstånd och avtal saknas",)
    assert [(span.first_line, span.last_line) for span in noted.place.spans] == [(1, 1), (6, 8)]
    assert notes.added(line, "Fyrskär****").note == ("****",)
    assert notes.added(line, "Fyrskär") == line
