"""Lines as printed: blank lines between paragraphs and before headings, lists in one piece, notes behind the page."""

from pathlib import Path

from loaders.formats.pdf.page import Word
from loaders.formats.pdf.printed import Printed, close_set
from loaders.formats.pdf.strips import strips_of

from .drawing import Draw, Paper, lines, told

FIRST = "Förvaltningen ger vård dygnet runt i hela länet, på sjukhus och hemma hos den som behöver det, året om."
SECOND = "Köerna har blivit kortare, och den som arbetar hos oss stannar längre än för tre år sedan, visar mätningen."


def test_a_gap_parts_paragraphs(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        y = paper.paragraph(60, 60, 250, FIRST)
        paper.paragraph(60, y + 6, 250, SECOND)

    assert lines(told(tmp_path, page)) == [
        "Förvaltningen ger vård dygnet runt i hela länet, på",
        "sjukhus och hemma hos den som behöver det,",
        "året om.",
        "",
        "Köerna har blivit kortare, och den som arbetar hos",
        "oss stannar längre än för tre år sedan, visar",
        "mätningen.",
    ]


def test_wide_leading_parts_nothing(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        for at, line in enumerate(["Vården ska finnas nära den", "som behöver den, också på", "natten och i helgen."]):
            paper.text(60, 60 + 20 * at, line)
        paper.text(60, 60 + 20 * 3 + 10, "Ett nytt stycke.")

    assert lines(told(tmp_path, page)) == [
        "Vården ska finnas nära den",
        "som behöver den, också på",
        "natten och i helgen.",
        "",
        "Ett nytt stycke.",
    ]


def test_headings_begin_anew_and_may_be_wrapped(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        y = paper.paragraph(60, 60, 250, FIRST)
        paper.text(60, y + 4, "2.1", 14, "Helvetica-Bold")
        paper.bold(100, y + 4, "Mål för den vård som ges", 14)
        paper.bold(100, y + 21, "nära hemmet", 14)
        paper.paragraph(60, y + 36, 250, SECOND)

    assert lines(told(tmp_path, page))[2:8] == [
        "året om.",
        "",
        "2.1 Mål för den vård som ges",
        "nära hemmet",
        "",
        "Köerna har blivit kortare, och den som arbetar hos",
    ]


def test_bold_lines_of_the_same_size_are_headings(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(60, 60, "Vården ska finnas nära den som behöver den.")
        paper.bold(60, 73.2, "Nära vård")
        paper.text(60, 86.4, "Den som är skör får besök hemma.")

    assert lines(told(tmp_path, page)) == [
        "Vården ska finnas nära den som behöver den.",
        "",
        "Nära vård",
        "",
        "Den som är skör får besök hemma.",
    ]


def test_a_bold_text_may_end_within_a_line(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.bold(60, 60, "Den som är skör får besök")
        paper.bold(60, 73.2, "hemma.")
        paper.text(105, 73.2, "Det gäller i hela länet.")

    assert lines(told(tmp_path, page)) == ["Den som är skör får besök", "hemma. Det gäller i hela länet."]


def test_lists_are_in_one_piece(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(60, 60, "Vi ska under året arbeta med det här:")
        for y, mark, text in (
            (80, "•", "starta team i de tre orter som"),
            (110, "•", "ringa före besöket"),
            (126, "o", "också på helger"),
            (146, "–", "dela bilar"),
        ):
            paper.text(72, y, mark)
            paper.text(90, y, text)
        paper.text(90, 93.2, "ligger längst bort")
        paper.text(60, 166, "Arbetet följs upp i mars.")

    assert lines(told(tmp_path, page)) == [
        "Vi ska under året arbeta med det här:",
        "",
        "• starta team i de tre orter som",
        "ligger längst bort",
        "• ringa före besöket",
        "• också på helger",
        "– dela bilar",
        "",
        "Arbetet följs upp i mars.",
    ]


def test_a_list_ends_without_a_gap(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.text(72, 60, "• starta team")
        paper.text(72, 73.2, "• ringa före besöket")
        paper.text(60, 86.4, "Arbetet följs upp i mars.")

    assert lines(told(tmp_path, page))[2:] == ["", "Arbetet följs upp i mars."]


def test_paragraphs_and_lists_go_on_over_pages(tmp_path: Path) -> None:
    pages: list[Draw] = [
        lambda paper: paper.paragraph(60, 700, 250, "Förvaltningen ger vård dygnet runt i hela länet, och den"),
        lambda paper: paper.paragraph(60, 60, 250, "som behöver hjälp får den."),
    ]
    assert lines(told(tmp_path, *pages)) == [
        "Förvaltningen ger vård dygnet runt i hela länet, och",
        "den",
        "som behöver hjälp får den.",
    ]


def test_a_page_begins_a_paragraph_behind_a_sentence(tmp_path: Path) -> None:
    pages: list[Draw] = [
        lambda paper: paper.paragraph(60, 700, 250, "Förvaltningen ger vård dygnet runt i hela länet."),
        lambda paper: paper.paragraph(60, 60, 250, "Köerna är kortare."),
    ]
    assert lines(told(tmp_path, *pages))[-2:] == ["", "Köerna är kortare."]


def test_footnotes_stand_behind_their_page(tmp_path: Path) -> None:
    """The note waits until the paragraph ends that goes on over the page."""

    def first(paper: Paper) -> None:
        paper.paragraph(60, 60, 220, "Andelen är 48 %")
        paper.text(139, 56, "1", 6)
        paper.paragraph(310, 60, 220, f"{FIRST} {SECOND} Det som återstår är att den som")
        paper.paragraph(60, 80, 220, f"{FIRST} {SECOND}")
        paper.text(60, 780, "1", 6)
        paper.text(66, 783, "Enligt den nationella patientenkäten.", 8)

    def second(paper: Paper) -> None:
        paper.paragraph(60, 60, 400, "bor längst bort får vänta. Det ändras i år.")
        paper.paragraph(60, 100, 400, "Nytt stycke.")

    read = lines(told(tmp_path, first, second))
    assert read[0] == "Andelen är 48 %1"
    assert read[-5:] == [
        "bor längst bort får vänta. Det ändras i år.",
        "",
        "1 Enligt den nationella patientenkäten.",
        "",
        "Nytt stycke.",
    ]


def test_drawn_marks_are_list_items(tmp_path: Path) -> None:
    """Browsers draw the marks of lists; a dot in a chart is none."""

    def page(paper: Paper) -> None:
        for y, fill in ((60, 1), (75, 0)):
            paper.canvas.circle(66, 842 - y + 4, 1.8, stroke=1 - fill, fill=fill)
            paper.text(75, y, "ringa före besöket")
        paper.canvas.circle(300, 400, 1.8, stroke=0, fill=1)

    assert lines(told(tmp_path, page)) == ["• ringa före besöket"] * 2


def word(text: str, left: float, width: float, top: float = 50) -> Word:
    return Word(text, left, top, left + width, top + 12, 12)


def test_bullets_of_symbol_fonts_are_bullets() -> None:
    strips = strips_of([word("\uf0b7", 50, 5), word("ringa", 70, 30), word("hem", 104, 20)])
    assert "".join(ink.text for ink in Printed(tuple(strips), 1, 500).ink()) == "• ringa hem"


def test_letters_set_apart_are_words() -> None:
    letters = [word(letter, 50 + 14 * at + (12 if at > 3 else 0), 8) for at, letter in enumerate("VÅRTMÅL")]
    assert [each.text for each in close_set(letters)] == ["VÅRT", "MÅL"]


def test_single_letters_stay() -> None:
    words = [word("plan", 50, 20), word("A", 75, 6), word("B", 86, 6), word("eller", 97, 20)]
    assert [each.text for each in close_set(words)] == ["plan", "A", "B", "eller"]


def test_blanks_of_a_justified_line_are_single() -> None:
    spread = [word("vården", 50, 40), word("och", 110, 20), word("vad", 150, 20), word("ska", 190, 20)]
    line = Printed(tuple(strips_of(spread)), 1, 212)
    assert "".join(ink.text for ink in line.ink()) == "vården och vad ska"


def test_a_gap_between_texts_shows() -> None:
    line = Printed(tuple(strips_of([word("Datum", 50, 40), word("2031-05-02", 150, 60)])), 1, 500)
    assert "".join(ink.text for ink in line.ink()) == "Datum   2031-05-02"
