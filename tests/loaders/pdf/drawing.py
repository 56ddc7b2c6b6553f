"""PDF pages drawn in code: what stands where is said in points from a page's upper left corner."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from loaders.document import Document
from loaders.formats.pdf import read

UPRIGHT, SLIDE = (595.0, 842.0), (842.0, 595.0)
#: From line to line, in parts of the font's size.
LEADING = 1.2


class Paper:
    """One page to draw on."""

    def __init__(self, canvas: Canvas, size: tuple[float, float], number: int) -> None:
        """A page of a size; `number` is 1-based."""
        self.canvas, self.number = canvas, number
        self._height = size[1]

    def text(self, x: float, y: float, text: str, size: float = 11, font: str = "Helvetica") -> None:
        """A line whose letters stand at y."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self._height - y, text)

    def bold(self, x: float, y: float, text: str, size: float = 11) -> None:
        """A line in bold."""
        self.text(x, y, text, size, "Helvetica-Bold")

    def paragraph(self, x: float, y: float, width: float, text: str, size: float = 11) -> float:
        """A text broken into lines of a width; where the next line would stand."""
        for line in simpleSplit(text, "Helvetica", size, width):
            self.text(x, y, line, size)
            y += LEADING * size
        return y

    def grid(self, x: float, y: float, rows: Sequence[Sequence[str]], width: float = 100, height: float = 20) -> float:
        """A table between drawn lines; where it ends."""
        foot = self._height - y - height * len(rows)
        self.canvas.grid(
            [x + width * at for at in range(len(rows[0]) + 1)], [foot + height * at for at in range(len(rows) + 1)]
        )
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self.text(x + width * column + 3, y + height * row + 14, cell, 9)
        return y + height * len(rows)


Draw = Callable[[Paper], object]


def drawn(path: Path, *pages: Draw, size: tuple[float, float] = UPRIGHT) -> Path:
    """A PDF file of some pages."""
    canvas = Canvas(str(path), pagesize=size)
    for number, draw in enumerate(pages, 1):
        draw(Paper(canvas, size, number))
        canvas.showPage()
    canvas.save()
    return path


def told(folder: Path, *pages: Draw, size: tuple[float, float] = UPRIGHT) -> Document:
    """The document that some pages make."""
    return read(drawn(folder / "plan.pdf", *pages, size=size))


def lines(document: Document) -> list[str]:
    """Its lines, margins left out."""
    return [line.text for line in document.lines]


def pdf_of(*objects: bytes) -> bytes:
    """A file of some objects, the first of which is its root."""
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail
