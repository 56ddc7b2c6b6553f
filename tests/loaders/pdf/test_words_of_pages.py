"""Words of a page and their boxes: as printed, wherever the page is cropped and however it is turned."""

from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from loaders.formats.pdf.glyphs import CrowdedPage, printed
from loaders.formats.pdf.page import Page
from loaders.formats.pdf.sheet import read_page

from .drawing import Paper, drawn
from .tabled import page_of, pages_of


def words(page: Page) -> list[str]:
    return [word.text for word in page.words]


def test_a_box_is_told_from_the_upper_left_corner(tmp_path: Path) -> None:
    page = page_of(tmp_path, lambda paper: paper.text(100, 200, "Vården", 10))
    (word,) = page.words
    assert word.left == pytest.approx(100, abs=1)
    assert word.top < 200 < word.bottom
    assert word.bottom - word.top == pytest.approx(11.7, abs=0.5)


@pytest.mark.parametrize(("turn", "size"), [(0, (300, 400)), (90, (400, 300)), (180, (300, 400)), (270, (400, 300))])
def test_a_turned_and_cropped_page_is_told_as_it_is_shown(tmp_path: Path, turn: int, size: tuple[int, int]) -> None:
    path = tmp_path / "turned.pdf"
    canvas = Canvas(str(path), pagesize=(500, 600), cropBox=(100, 100, 400, 500))
    canvas.setPageRotation(turn)
    canvas.translate(250, 300)
    canvas.rotate(turn)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(0, 0, "Mitt på sidan")
    canvas.save()
    page = pages_of(path)[0]
    assert (page.width, page.height) == pytest.approx(size)
    assert words(page) == ["Mitt", "på", "sidan"]
    lefts = [word.left for word in page.words]
    assert lefts == sorted(lefts)
    assert not any(word.turned for word in page.words)
    assert page.words[0].left == pytest.approx(page.width / 2, abs=3)
    assert page.words[0].bottom == pytest.approx(page.height / 2, abs=4)


def test_words_that_run_upwards_are_told(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.canvas.translate(300, 300)
        paper.canvas.rotate(90)
        paper.canvas.drawString(0, 0, "Uppåt")

    assert [word.turned for word in page_of(tmp_path, page).words] == [True]


def test_words_told_apart_by_gaps_only(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(100, 100, "2,5", 10)
        paper.text(117, 100, "4,1", 10)

    assert words(page_of(tmp_path, page)) == ["2,5", "4,1"]


def test_letters_far_apart_are_one_word(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        text = paper.canvas.beginText(100, 700)
        text.setFont("Helvetica", 12)
        text.setCharSpace(4)
        text.textLine("Mål 2,51,4 MålOch")
        paper.canvas.drawText(text)

    assert words(page_of(tmp_path, page)) == ["Mål", "2,51,4", "MålOch"]


@pytest.mark.parametrize(
    ("drawn_as", "text"),
    [
        ("e\ufb03cient", "efficient"),
        ("\ufb01nns", "finns"),
        ("sam\u00adman", "samman"),
        ("sam\u00ad", "sam-"),
        ("sam\ufffe", "sam-"),
    ],
)
def test_ligatures_are_letters_and_soft_hyphens_show_at_ends(drawn_as: str, text: str) -> None:
    assert printed(drawn_as) == text


def test_a_hyphen_at_a_line_s_end_ends_the_word(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(100, 100, "samman-", 10)
        paper.text(100, 112, "hang", 10)

    page_read = page_of(tmp_path, page)
    assert words(page_read) == ["samman-", "hang"]
    assert page_read.words[0].bottom < page_read.words[1].bottom


def test_a_page_with_more_signs_than_people_read_is_refused(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.canvas.setFont("Helvetica", 1)
        for row in range(200):
            paper.canvas.drawString(10, 10 + row, "a" * 1000)

    path = drawn(tmp_path / "crowded.pdf", page)
    with pypdfium2.PdfDocument(path) as document, pytest.raises(CrowdedPage, match=r"^page 1: 200\d* signs"):
        read_page(document, 1)
