"""Word files and web pages of our own, and the lines that they are read as."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from loaders.document import Document
from loaders.formats import web, word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
#: The root element of each part, by its kind.
ROOTS = {"document": "w:document", "styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes"}
ROOTS |= {"endnotes": "w:endnotes", "header": "w:hdr", "footer": "w:ftr", "settings": "w:settings"}
ROOTS |= {"diagramData": "dgm:dataModel", "comments": "w:comments"}


def part(kind: str, xml: str) -> str:
    """A part of a Word file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{ROOTS[kind]} {NAMES}>{xml}</{ROOTS[kind]}>'


def relations(kinds: dict[str, str], folder: str) -> str:
    """What points from one part at others, by their kinds."""
    rows = (f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{folder}{kind}.xml"/>' for kind in kinds)
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


@pytest.fixture
def word_file(tmp_path: Path) -> Callable[..., Path]:
    """A Word file with a body, and other parts by their kinds; `files` are further files in it."""

    def made(body: str, files: dict[str, str] | None = None, name: str = "plan.docx", **parts: str) -> Path:
        path = tmp_path / name
        with ZipFile(path, "w", ZIP_DEFLATED) as package:
            package.writestr("_rels/.rels", relations({"officeDocument": ""}, "word/"))
            package.writestr("word/officeDocument.xml", part("document", f"<w:body>{body}</w:body>"))
            package.writestr("word/_rels/officeDocument.xml.rels", relations(parts, ""))
            for kind, xml in parts.items():
                package.writestr(f"word/{kind}.xml", part(kind, xml))
            for each, content in (files or {}).items():
                package.writestr(each, content)
        return path

    return made


@pytest.fixture
def read_word(word_file: Callable[..., Path]) -> Callable[..., Document]:
    """The document that a Word file with some parts is read as."""
    return lambda body, **parts: word.read(word_file(body, **parts))


@pytest.fixture
def read_web(tmp_path: Path) -> Callable[..., Document]:
    """The document that a page is read as."""

    def read(page: str | bytes, name: str = "plan.html") -> Document:
        path = tmp_path / name
        path.write_bytes(page.encode() if isinstance(page, str) else page)
        return web.read(path)

    return read


@pytest.fixture
def told() -> Callable[[Document], list[str]]:
    """A document's lines that are not blank, without the margins."""
    return lambda document: [line.text for line in document.lines if not line.blank]
