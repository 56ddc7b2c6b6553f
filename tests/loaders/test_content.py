"""What a file is by its content: read as that, or refused by what it is."""

import zipfile
from pathlib import Path

import pytest

from loaders.errors import UnreadablePlan
from loaders.formats.content import KINDS, kind_of
from loaders.formats.registry import format_of, misnamed

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def archive(path: Path, name: str) -> bytes:
    """An archive with a file of that name."""
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", "")
        made.writestr(name, "")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"\n <!DOCTYPE html><html>", ".html"),
        (b"\xef\xbb\xbf<html lang=sv>", ".html"),
        (b"MIME-Version: 1.0\r\n", ".mht"),
        (b"{\\rtf1\\ansi", ".rtf"),
        (b"\x89PNG\r\n\x1a\n", ".png"),
        (OLD + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLD + "Workbook".encode("utf-16-le"), ".xls"),
        (OLD, None),
        (b"", None),
        ("Åtgärder 2031\n".encode(), None),
    ],
)
def test_content_tells_what_a_file_is(tmp_path: Path, content: bytes, kind: str | None) -> None:
    (tmp_path / "plan").write_bytes(content)
    assert kind_of(tmp_path / "plan") == kind
    assert kind is None or kind in KINDS


@pytest.mark.parametrize(
    ("name", "kind"), [("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("a.txt", ".zip")]
)
def test_archives_are_known_by_what_is_in_them(tmp_path: Path, name: str, kind: str) -> None:
    archive(tmp_path / "plan", name)
    assert kind_of(tmp_path / "plan") == kind


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(b"{\\rtf1 Mat}")
    with pytest.raises(UnreadablePlan, match=r"plan.txt: this is a text in RTF, which cannot be read. Save it as PDF"):
        format_of(tmp_path / "plan.txt")


def test_text_is_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Mat.\n")
    assert format_of(tmp_path / "plan.txt").name == "text"
    assert misnamed(tmp_path / "plan.txt") is None
    assert misnamed(tmp_path / "nowhere.txt") is None


def test_a_document_with_another_in_it_is_what_it_is_called(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plan.XLSX", "w") as made:
        made.writestr("xl/workbook.xml", "")
        made.writestr("xl/embeddings/word/document.xml", "")
    assert kind_of(tmp_path / "plan.XLSX") == ".xlsx"
