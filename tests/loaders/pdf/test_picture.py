"""Pages as pictures: what is drawn is what the page shows; what cannot be drawn is nothing."""

import struct
import zlib
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from graph.asking.outcome import Busy
from loaders.formats.pdf.picture import FINENESS, LARGEST, picture, sizes
from loaders.pictures import PagePictures

#: A checksum, as those who ask name files.
SHA256 = "0" * 64


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A page with a black square in its upper left corner, and one that is very large, cropped and turned."""
    canvas = Canvas(str(tmp_path / "plan.pdf"), pagesize=(200, 100))
    canvas.rect(0, 90, 10, 10, fill=1)
    canvas.showPage()
    canvas.setPageSize((9000, 3000))
    canvas.drawString(10, 10, "Mat")
    canvas.save()
    turned = pypdfium2.PdfDocument(tmp_path / "plan.pdf")
    turned[1].set_rotation(90)
    turned[1].set_cropbox(0, 0, 6000, 3000)
    turned.save(tmp_path / "turned.pdf")
    turned.close()
    return tmp_path / "turned.pdf"


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and packed lines of a picture."""
    width, height = struct.unpack(">II", png[16:24])
    size = struct.unpack(">I", png[33:37])[0]
    return width, height, zlib.decompress(png[41 : 41 + size])


def test_a_page_is_drawn_as_it_is_shown(pdf: Path) -> None:
    assert sizes(pdf) == ((200, 100), (3000, 6000))
    width, height, lines = pixels(picture(pdf, 1) or b"")
    assert (width, height) == (200 * FINENESS, 100 * FINENESS)
    channels = (len(lines) // height - 1) // width
    line = lines[: 1 + width * channels]
    assert line[0] == 0
    assert set(line[1 : 1 + 19 * channels]) == {0}
    assert set(line[1 + 22 * channels :]) == {255}


def test_a_picture_has_its_limits(pdf: Path) -> None:
    width, height, _ = pixels(picture(pdf, 2) or b"")
    assert (width, height) == (LARGEST // 2, LARGEST)
    assert picture(pdf, 0) is picture(pdf, 3) is None


def test_pages_are_drawn_by_a_process(pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("Mat.\n")
    (tmp_path / "broken").write_bytes(pdf.read_bytes()[:300] + b"%%EOF")
    files = {SHA256: pdf, "text": tmp_path / "text", "broken": tmp_path / "broken"}
    drawing = PagePictures(files.get)
    try:
        assert drawing.sizes(SHA256) == sizes(pdf)
        assert drawing.picture(SHA256, 1) == picture(pdf, 1)
        assert drawing.picture(SHA256, 3) is None
        assert [drawing.sizes(name) for name in ("text", "broken", "gone")] == [(), (), ()]
    finally:
        drawing.close()


def test_only_so_many_are_drawn_at_once(pdf: Path) -> None:
    drawing = PagePictures(lambda _: pdf, waiting=0)
    with pytest.raises(Busy, match="Try again"):
        drawing.sizes(SHA256)
    drawing.close()
