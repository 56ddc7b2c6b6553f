"""What is no proper Word file or page is refused by name, within bounds; nothing outside the file is touched."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.errors import UnreadablePlan
from loaders.formats import web, word
from loaders.formats.format import Format
from loaders.formats.registry import answering

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
Files = Callable[..., Path]
DEEP = 5000


def reader(path: Path) -> Format:
    """What answers to the file's ending, whatever its content is."""
    found = answering(path.suffix)
    assert found
    return found


def refusal(path: Path) -> str:
    """What a file is refused with; it names the file and says what to do."""
    with pytest.raises(UnreadablePlan) as raised:
        reader(path).read(path)
    text = str(raised.value)
    assert text.startswith(str(path))
    assert text.count(". ") >= 1
    return text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\0\0\0", "empty"),
        (OLE, "form of 1997"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
        (b"%PDF-1.7 x", "a PDF file"),
        (b"{\\rtf1 x}", "an RTF file"),
        (b"MZ\x90\0", "a program"),
        (b"Plan 2031", "no Word file"),
        (b"PK\x03\x04 cut off", "damaged or cut off"),
    ],
)
def test_what_is_no_word_file_is_told_for_what_it_is(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    assert says in refusal(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7 x", "a PDF file"),
        (b"PK\x03\x04x", "an Office file or an archive"),
        (OLE, "form of 1997"),
        (b"a\0b", "binary"),
        (b"<script>x</script>", "no text in it"),
        (b"<!-- x -->", "no"),
        (b"<div>" * DEEP + b"x", "nested deeper"),
    ],
)
def test_what_is_no_page_is_told_for_what_it_is(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_bytes(content)
    assert says in refusal(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_off_is_refused(share: float, word_file: Files) -> None:
    path = word_file("<w:p><w:r><w:t>Mål</w:t></w:r></w:p>")
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    assert "cut off" in refusal(path)


def test_a_broken_part_is_named(word_file: Files) -> None:
    assert "word/officeDocument.xml" in refusal(word_file("<w:p>"))
    assert "word/numbering.xml" in refusal(word_file("<w:p/>", numbering="<w:num>"))


def test_bytes_that_were_changed_are_seen(word_file: Files) -> None:
    path = word_file("<w:p><w:r><w:t>Mål</w:t></w:r></w:p>")
    with zipfile.ZipFile(path) as package:
        info = package.getinfo("word/officeDocument.xml")
    data = bytearray(path.read_bytes())
    begin = info.header_offset + 30 + len(info.filename)
    data[begin + 5 : begin + 25] = bytes(20)
    path.write_bytes(data)
    assert "word/officeDocument.xml: this part is damaged" in refusal(path)


def test_a_package_that_is_another_program_s_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    assert "no Word document" in refusal(path)
    assert "no text in it" in refusal_of_empty(tmp_path)


def refusal_of_empty(folder: Path) -> str:
    path = folder / "empty.docx"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body><w:p/></w:body></w:document>')
    return refusal(path)


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ('<!DOCTYPE w:document [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>', "&b;"),
        ('<!DOCTYPE w:document SYSTEM "file:///etc/passwd">', ""),
        ('<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
    ],
)
def test_a_declared_document_type_is_refused(declared: str, used: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:body><w:p><w:r><w:t>Mål{used}</w:t></w:r></w:p></w:body>"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f'{declared}<w:document xmlns:w="{space}">{body}</w:document>')
    assert "declares a document type" in refusal(path)


def test_a_page_s_entities_and_addresses_are_not_followed(tmp_path: Path) -> None:
    path, secret = tmp_path / "plan.xhtml", tmp_path / "secret.txt"
    secret.write_text("hemligt", "utf-8")
    path.write_text(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><p>Mål &x;</p><iframe src="{secret.as_uri()}"></iframe>'
        f'<object data="{secret.as_uri()}"></object></html>',
        "utf-8",
    )
    assert "hemligt" not in web.read(path).source.text


def test_parts_outside_the_file_are_not_read(word_file: Files, tmp_path: Path) -> None:
    (tmp_path / "styles.xml").write_text("no XML", "utf-8")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = (
        f'<Relationships xmlns="x"><Relationship Id="a" Type="{kind}/styles" Target="{tmp_path}/styles.xml" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{kind}/numbering" Target="../../../../{tmp_path}/styles.xml"/></Relationships>'
    )
    path = word_file("<w:p><w:r><w:t>Mål</w:t></w:r></w:p>")
    with zipfile.ZipFile(path, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/_rels/officeDocument.xml.rels", outside)
    assert word.read(path).lines[0].text == "Mål"


def test_a_bomb_is_not_unpacked(word_file: Files, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30_000_000)
    assert "30 MB unpacked" in refusal(path)


def test_a_bomb_that_lies_about_its_size_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 30_000_000)
    data = path.read_bytes().replace(struct.pack("<L", 30_000_000), struct.pack("<L", 1000))
    path.write_bytes(data)
    assert "damaged" in refusal(path)


def test_a_locked_part_is_told(word_file: Files) -> None:
    path = word_file("<w:p/>")
    data = bytearray(path.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 1)
    path.write_bytes(data)
    assert "locked" in refusal(path)


@pytest.mark.parametrize(
    "inner", ["<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"]
)
def test_deep_nesting_is_refused_or_read(inner: str, word_file: Files) -> None:
    begin, end = inner.split("{}")
    text = "<w:p><w:r><w:t>Mål</w:t></w:r></w:p>"
    shallow = word_file(20 * begin + text + 20 * end)
    assert [line.text for line in word.read(shallow).lines if not line.blank] == ["Mål"]
    assert "no proper XML" in refusal(word_file(DEEP * begin + text + DEEP * end))
    edge = 240 // begin.count("<")
    assert "Mål" in word.read(word_file(edge * begin + text + edge * end)).source.text


def test_a_page_nested_as_deep_as_may_be_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    for inner, depth in (("div", 245), ("b", 240), ("ul><li", 120), ("table><tr><td", 75), ("dl><dd", 120)):
        path.write_text(f"<{inner}>" * depth + "Mål", "utf-8")
        assert "Mål" in web.read(path).source.text


def test_a_table_larger_than_any_plan_s_is_refused(tmp_path: Path, word_file: Files) -> None:
    path = tmp_path / "plan.html"
    path.write_text("<table>" + "<tr><td colspan=1000>x<td rowspan=9999>y</tr>" * 6000 + "</table>", "utf-8")
    assert "larger than any plan's" in refusal(path)
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'
    assert "larger than any plan's" in refusal(word_file(f"<w:tbl>{row * 6000}</w:tbl>"))


def test_control_signs_do_not_end_lines(tmp_path: Path, word_file: Files) -> None:
    path = tmp_path / "plan.html"
    path.write_bytes("<p>Mål\x01\x02 för\x85 \u2028året &#3;&#xFFFE;</p>".encode())
    assert "Mål" in web.read(path).lines[0].text
    assert word.read(word_file("<w:p><w:r><w:t>Mål\u2028för \u0085 alla</w:t></w:r></w:p>")).source.line_count == 2


def test_a_saved_page_without_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.mhtml"
    path.write_bytes(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nMal")
    assert "no page in this saved page" in refusal(path)
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at) for at in range(DEEP)
    )
    path.write_bytes(nested)
    assert "parts within parts" in refusal(path)


def test_damaged_deflate_is_no_fault_of_ours(word_file: Files) -> None:
    path = word_file("<w:p><w:r><w:t>Mål</w:t></w:r></w:p>")
    data = path.read_bytes()
    with zipfile.ZipFile(path) as package:
        begin = package.getinfo("word/officeDocument.xml").header_offset
    for at in range(begin + 60, begin + 90):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        refusal(path)
