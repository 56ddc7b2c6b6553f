"""Headers, footers and page numbers are told from the text by what they say, and kept behind it with page and box."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.document import Document
from loaders.formats.pdf.margins import Margins
from loaders.formats.pdf.page import Page, Word
from loaders.formats.pdf.strips import strips_of

from .drawing import SLIDE, Draw, Paper, lines, told

CHAPTERS = ["Uppdrag", "Uppdrag", "Mål och mått", "Mål och mått", "Ekonomi", "Intern kontroll"]
BODY = [
    "Förvaltningen ger vård dygnet runt i hela länet.",
    "Köerna har blivit kortare och personalen stannar.",
    "Utfallet följs varje månad av nämnden.",
    "Målen gäller från och med januari.",
    "Ramen räknas upp med prisindex.",
    "Kontrollen görs av två personer.",
]


def numbered(folder: Path, header: str, footer: str) -> Document:
    """Six pages with a header and a footer; {chapter}, {page} and {pages} are filled in."""

    def page(paper: Paper) -> None:
        told_of = {"chapter": CHAPTERS[paper.number - 1], "page": paper.number, "pages": 6}
        paper.text(60, 40, header.format(**told_of), 9)
        paper.paragraph(60, 90, 400, BODY[paper.number - 1])
        paper.text(280, 810, footer.format(**told_of), 9)

    return told(folder, *[page] * 6)


@pytest.mark.parametrize(
    "footer", ["{page}", "Sida {page} ({pages})", "{page}/{pages}", "- {page} -", "Sid {page} av {pages}"]
)
@pytest.mark.parametrize(
    "header", ["Region Sjövik   Förvaltningsplan 2031", "{chapter}", "Dnr HSN 2031-17   {chapter}"]
)
def test_what_pages_repeat_or_count_is_no_text(tmp_path: Path, header: str, footer: str) -> None:
    document = numbered(tmp_path, header, footer)
    assert [line for line in lines(document) if line] == BODY
    assert len(document.margins) == 12


def test_margins_stand_on_their_page_in_their_box(tmp_path: Path) -> None:
    document = numbered(tmp_path, "Region Sjövik", "Sida {page} ({pages})")
    span = document.place(document.margins[-1].start, document.margins[-1].end).spans[0]
    assert document.margins[-1].text == "Sida 6 (6)"
    assert (span.page, [round(side) for side in span.box or ()]) == (6, [280, 802, 319, 812])


def test_odd_and_even_pages_have_each_their_own(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        x, words = (60, "Region Sjövik") if paper.number % 2 else (430, "Förvaltningsplan 2031")
        paper.text(x, 40, words, 9)
        paper.text(x, 810, str(paper.number + 2), 9)
        paper.paragraph(60, 90, 400, BODY[paper.number - 1])

    assert [line for line in lines(told(tmp_path, *[page] * 6)) if line] == BODY


def test_a_single_pages_number_is_one(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.paragraph(60, 90, 400, BODY[0])
        paper.text(480, 815, "Sida 1 (1)", 9)

    document = told(tmp_path, page)
    assert [line.text for line in document.margins] == ["Sida 1 (1)"]


def test_a_slides_title_is_told_though_slides_repeat_it(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.bold(60, 50, "Aktiviteter 2031", 24)
        paper.text(60, 120, BODY[paper.number - 1])
        paper.text(700, 515, "Region Sjövik", 8)

    document = told(tmp_path, *[page] * 4, size=SLIDE)
    assert lines(document).count("Aktiviteter 2031") == 4
    assert [line.text for line in document.margins] == ["Region Sjövik"] * 4


def test_a_table_goes_on_over_pages_and_its_head_is_told_once(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        rows = [[f"Mått {paper.number}-{at}", str(10 * paper.number + at)] for at in range(30)]
        paper.grid(60, 60, [["Mått", "Mål 2031"], *rows], 150)

    document = told(tmp_path, *[page] * 3)
    rows = [f"Mått {number}-{at}\t{10 * number + at}" for number in (1, 2, 3) for at in range(30)]
    assert [line for line in lines(document) if line] == ["Mått\tMål 2031", *rows]
    assert [(line.text, line.page) for line in document.margins] == [("Mått Mål 2031", 2), ("Mått Mål 2031", 3)]


def test_pages_of_the_same_words_alone_are_text(tmp_path: Path) -> None:
    pages: list[Draw] = [lambda paper: paper.text(60, 60, "Sida utan annat")] * 3
    assert lines(told(tmp_path, *pages)).count("Sida utan annat") == 3


def test_pages_without_margins_have_none(tmp_path: Path) -> None:
    pages: list[Draw] = [lambda paper: paper.paragraph(60, 60, 400, BODY[paper.number - 1])] * 6
    document = told(tmp_path, *pages)
    assert not document.margins
    assert [line for line in lines(document) if line] == BODY


WORDS = st.text("abcdefghij", min_size=3, max_size=9)


def laid(number: int, texts: list[tuple[float, str]]) -> Page:
    """A page with lines of one word at heights."""
    words = tuple(Word(text, 50, y, 50 + 5 * len(text), y + 12, 12) for y, text in texts)
    return Page(number, 595, 842, words)


@settings(max_examples=50)
@given(st.lists(st.lists(WORDS, min_size=2, max_size=6), min_size=3, max_size=9), WORDS, st.integers(1, 40))
def test_only_the_outermost_lines_can_be_margins(bodies: list[list[str]], header: str, first: int) -> None:
    """Whatever stands between a header and a page's number is text, unless it too is said on other pages."""
    pages = []
    for number, body in enumerate(bodies, 1):
        own = [(100.0 + 20 * at, f"{text}{number}x{at}y") for at, text in enumerate(body)]
        pages.append(laid(number, [(30.0, header), *own, (800.0, str(first + number))]))
    found = Margins([(page, strips_of(page.words)) for page in pages]).of_pages()
    for number, _ in enumerate(bodies, 1):
        said = [strip.text for row in found[number] for strip in row]
        assert said == [header, str(first + number)]
