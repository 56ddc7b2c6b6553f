"""PDF files that cannot be read are refused with their name, the page, and what to do; in bounded time."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from loaders.errors import UnreadablePlan
from loaders.formats.pdf import opening, read
from loaders.formats.registry import format_of
from ontology import rt

from .drawing import Paper, drawn, lines, pdf_of


def plan(paper: Paper) -> None:
    paper.text(60, 60, "Förvaltningen ger vård.")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return drawn(tmp_path / "plan.pdf", plan, plan)


def locked(path: Path, user: str) -> Path:
    """A file that a user's password opens."""
    canvas = Canvas(str(path), encrypt=StandardEncryption(user, ownerPassword="ägare", strength=128))
    plan(Paper(canvas, (595, 842), 1))
    canvas.save()
    return path


def test_the_ending_tells_the_format(whole: Path) -> None:
    assert format_of(whole.rename(whole.with_suffix(".PDF"))).name == "pdf"


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match=r"plan\.pdf: a password is needed"):
        read(locked(tmp_path / "plan.pdf", "hemligt"))


def test_a_file_that_only_the_owner_may_change_is_read(tmp_path: Path) -> None:
    assert lines(read(locked(tmp_path / "plan.pdf", ""))) == ["Förvaltningen ger vård."]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"Rubrik\n\nText", "this is no PDF file"),
        (b"PK\x03\x04" + bytes(2000), "this is no PDF file"),
        (b"%PDF-1.7\n" + bytes(5000), "cut off"),
        (b"%PDF-1.7\nnonsense\n%%EOF", "broken"),
    ],
)
def test_what_is_no_whole_pdf_is_refused(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadablePlan, match=rf"plan\.pdf: .*{says}"):
        read(path)


def test_a_truncated_file_is_refused(whole: Path) -> None:
    data = whole.read_bytes()
    whole.write_bytes(data[: len(data) * 2 // 3])
    with pytest.raises(UnreadablePlan, match="cut off"):
        read(whole)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 3000), damage=st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused(at: int, damage: bytes, whole: Path) -> None:
    data = whole.read_bytes()
    path = whole.with_name("damaged.pdf")
    path.write_bytes(data[:at] + damage + data[at + len(damage) :])
    try:
        outcome = read(path).source.name
    except UnreadablePlan as error:
        outcome = str(error)
    assert "damaged.pdf" in outcome


def test_more_pages_than_a_plan_has_are_refused(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 1)
    with pytest.raises(UnreadablePlan, match=r"plan\.pdf: 2 pages"):
        read(whole)


def test_a_page_of_two_hundred_thousand_signs_is_refused(tmp_path: Path) -> None:
    def crowded(paper: Paper) -> None:
        for at in range(1000):
            paper.text(10 + at % 2, 10 + at * 0.8, "abcdefghi " * 20, 1)

    with pytest.raises(UnreadablePlan, match=r"plan\.pdf, page 2: \d+ signs on one page"):
        read(drawn(tmp_path / "plan.pdf", plan, crowded))


def test_control_signs_are_blanks(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(60, 60, "Vård\x07 nära\x1f hemmet")

    assert not any(not char.isprintable() for line in lines(read(drawn(tmp_path / "plan.pdf", page))) for char in line)


DEEP = [b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (at + 1, at - 1) for at in range(2, 3000)]


@pytest.mark.parametrize(
    "objects",
    [
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 4/Kids[2 0 R 2 0 R]>>"],
        [b"<</Type/Catalog/Pages 2 0 R>>", *DEEP, b"<</Type/Page/Parent 2999 0 R/MediaBox[0 0 9 9]>>"],
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"],
        [b"<</Type/Catalog/Pages 9 0 R>>"],
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>", b"<</Type/Page>>"],
    ],
)
def test_page_trees_that_lead_nowhere_are_refused(objects: list[bytes], tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf_of(*objects))
    with pytest.raises(UnreadablePlan, match=r"plan\.pdf"):
        read(path)


def garbled(path: Path, *pages: str) -> Path:
    """Pages set in a font that does not tell what its signs mean, or ("plain") in one that does."""
    fonts = {
        "odd": b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Odd/Encoding/Identity-H/DescendantFonts[4 0 R]>>",
        "plain": b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    kids = b" ".join(b"%d 0 R" % (6 + at) for at, _ in enumerate(pages))
    stream = b"BT /F 12 Tf 60 700 Td (Text som ingen kan tolka) Tj ET"
    path.write_bytes(
        pdf_of(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Odd/DW 600/FontDescriptor 5 0 R"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
            b"<</Type/FontDescriptor/FontName/ABCDEF+Odd/Flags 4/FontBBox[0 0 600 700]/Ascent 700/Descent 0/StemV 80>>",
            *(
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F %s>>>>>>"
                % fonts[font]
                for font in pages
            ),
        )
    )
    return path


def test_fonts_that_tell_nothing_are_told(tmp_path: Path) -> None:
    (doubt,) = read(garbled(tmp_path / "plan.pdf", "plain", "odd", "plain")).doubts
    assert doubt.kind == rt.TextGarbled
    assert doubt.en.startswith("Page 2: the fonts do not tell")


def test_a_document_of_such_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match=r"plan\.pdf, pages 1, 3: the fonts do not tell.*ocrmypdf"):
        read(garbled(tmp_path / "plan.pdf", "odd", "plain", "odd"))
