"""What a page does not show is kept, told to be odd, and not believed; what was recognised in a picture is the text."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.formats.pdf import read
from ontology import rt

from .drawing import Draw, Paper, drawn, lines, told

SEEN = "Förvaltningen ger vård dygnet runt."
HIDDEN = "1. Dold aktivitet"


def picture() -> ImageReader:
    """A grey picture."""
    file = BytesIO()
    Image.new("RGB", (60, 80), (190, 190, 190)).save(file, "PNG")
    file.seek(0)
    return ImageReader(file)


def unseen(paper: Paper, x: float, y: float, text: str) -> None:
    """A line in no ink, as programs lay it under scanned pages."""
    line = paper.canvas.beginText(x, 842 - y)
    line.setFont("Helvetica", 11)
    line.setTextRenderMode(3)
    line.textLine(text)
    paper.canvas.drawText(line)


def white(paper: Paper) -> None:
    paper.canvas.setFillColorRGB(1, 1, 1)
    paper.text(60, 120, HIDDEN)
    paper.canvas.setFillColorRGB(0, 0, 0)


HIDING: dict[str, Draw] = {
    "white on white": white,
    "in no ink": lambda paper: unseen(paper, 60, 120, HIDDEN),
    "off the page": lambda paper: paper.text(60, 900, HIDDEN),
    "too small": lambda paper: paper.text(60, 120, HIDDEN, 1),
}


def hidden(document: Document) -> list[str]:
    """What a document's doubts say is hidden."""
    places = [doubt.place for doubt in document.doubts if doubt.kind == rt.HiddenText]
    return [document.source.text[place.start : place.end] for place in places]


@pytest.mark.parametrize("how", HIDING)
def test_hidden_text_is_kept_and_marked(how: str, tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(60, 60, SEEN)
        HIDING[how](paper)

    document = told(tmp_path, page)
    assert [line for line in lines(document) if line] == [SEEN]
    assert [line.text for line in document.margins] == [HIDDEN]
    assert hidden(document) == [HIDDEN]


def test_white_on_a_dark_ground_is_seen(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(60, 60, SEEN)
        paper.canvas.setFillColorRGB(0, 0.2, 0.5)
        paper.canvas.rect(50, 842 - 130, 300, 30, stroke=0, fill=1)
        white(paper)

    document = told(tmp_path, page)
    assert HIDDEN in lines(document)
    assert not document.doubts


def test_text_recognised_in_a_picture_is_the_text(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.canvas.drawImage(picture(), 0, 0, 595, 842)
        unseen(paper, 60, 60, SEEN)

    document = told(tmp_path, page)
    assert [line for line in lines(document) if line] == [SEEN]
    assert [(doubt.kind, doubt.severity) for doubt in document.doubts] == [(rt.TextFromPicture, rt.Info)]


def test_pages_that_are_pictures_are_told(tmp_path: Path) -> None:
    def scanned(paper: Paper) -> None:
        paper.canvas.drawImage(picture(), 40, 40, 500, 700)

    def written(paper: Paper) -> None:
        paper.text(60, 60, SEEN)

    document = told(tmp_path, scanned, written, scanned, scanned)
    (doubt,) = document.doubts
    assert (doubt.kind, doubt.severity) == (rt.PageNotRead, rt.Warning_)
    assert doubt.sv.startswith("Sidorna 1, 3–4 har inget textlager")
    assert doubt.en.startswith("Pages 1, 3–4: no text layer")


@pytest.mark.parametrize(("pages", "named"), [(1, "page 1"), (3, "pages 1–3")])
def test_a_document_of_pictures_alone_is_refused(pages: int, named: str, tmp_path: Path) -> None:
    path = drawn(tmp_path / "plan.pdf", *[lambda paper: paper.canvas.drawImage(picture(), 40, 40, 500, 700)] * pages)
    with pytest.raises(UnreadablePlan, match=rf"plan\.pdf, {named}: no text that shows.*ocrmypdf"):
        read(path)
