"""Pages are read as people read them: columns one after the other, across where something stands across."""

from pathlib import Path

from .drawing import SLIDE, Paper, lines, told

LEFT = "Vården ska finnas nära den som behöver den. Därför flyttar vi resurser till de små orterna, år efter år."
RIGHT = "Ekonomin ska vara i balans. Varje område håller sin ram, och det som sparas stannar där det behövs mest."


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.bold(60, 60, "Vad vi vill under perioden", 16)
        paper.paragraph(60, 100, 220, LEFT)
        paper.paragraph(310, 100, 220, RIGHT)

    assert lines(told(tmp_path, page)) == [
        "Vad vi vill under perioden",
        "",
        "Vården ska finnas nära den som behöver",
        "den. Därför flyttar vi resurser till de små",
        "orterna, år efter år.",
        "",
        "Ekonomin ska vara i balans. Varje område",
        "håller sin ram, och det som sparas stannar",
        "där det behövs mest.",
    ]


def test_what_stands_across_columns_parts_them(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.paragraph(60, 60, 220, LEFT)
        paper.paragraph(310, 60, 220, RIGHT)
        paper.bold(60, 140, "Utfall och mål för hela förvaltningen under de tre åren framåt", 14)
        paper.grid(60, 150, [["Mått", "Utfall 2030", "Mål 2031"], ["Väntetid", "14", "10"]], 150)
        paper.paragraph(60, 230, 220, LEFT.upper())
        paper.paragraph(310, 230, 220, RIGHT.upper())

    read = lines(told(tmp_path, page))
    order = ["Vården", "där det behövs mest.", "Utfall", "Mått\t", "Väntetid\t14\t10", "VÅRDEN", "BEHÖVS MEST."]
    places = [next(at for at, line in enumerate(read) if line.startswith(begin)) for begin in order]
    assert places == sorted(places)


def test_a_heading_in_the_left_column_alone_begins_what_is_below_both(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        for y, first, second in ((60, LEFT, RIGHT), (180, LEFT.upper(), RIGHT.upper())):
            paper.paragraph(60, y, 220, first)
            paper.paragraph(310, y, 220, second)
        paper.bold(60, 150, "Framåt", 16)

    read = lines(told(tmp_path, page))
    assert read.index("där det behövs mest.") < read.index("Framåt") < read.index("VÅRDEN SKA FINNAS NÄRA DEN SOM")


def test_columns_that_are_not_abreast(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.paragraph(60, 60, 220, LEFT)
        paper.paragraph(310, 67, 220, RIGHT)

    assert lines(told(tmp_path, page))[:4] == [
        "Vården ska finnas nära den som behöver",
        "den. Därför flyttar vi resurser till de små",
        "orterna, år efter år.",
        "",
    ]


def test_a_slides_bullets_follow_their_own_heading(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.bold(60, 60, "Det här gör vi", 24)
        for x, head, items in (
            (60, "Nära vård", ["Starta team", "Ring före besöket och följ", "Utbilda"]),
            (330, "Rätt bemanning", ["Ny introduktion", "Gemensamt schema"]),
            (600, "Hållbar ekonomi", ["Dela bilar", "Färre hyrda", "Ett lager"]),
        ):
            paper.bold(x, 120, head, 16)
            for at, item in enumerate(items):
                paper.text(x, 150 + 24 * at, "•")
                paper.text(x + 18, 150 + 24 * at, item)
        paper.text(348, 184, "ihop med sjukhuset")

    assert [line for line in lines(told(tmp_path, page, size=SLIDE)) if line] == [
        "Det här gör vi",
        "Nära vård",
        "• Starta team",
        "• Ring före besöket och följ",
        "• Utbilda",
        "Rätt bemanning",
        "• Ny introduktion",
        "• Gemensamt schema",
        "ihop med sjukhuset",
        "Hållbar ekonomi",
        "• Dela bilar",
        "• Färre hyrda",
        "• Ett lager",
    ]


def test_a_slide_of_areas_with_columns_beside(tmp_path: Path) -> None:
    """The columns' heads, then each area with what is to be done, when, by whom."""

    def page(paper: Paper) -> None:
        columns = (40, 240, 520, 640)
        for x, head in zip(columns, ("Fokusområden", "Våra åtgärder 2031", "Klart när", "Ansvariga"), strict=True):
            paper.bold(x, 60, head, 14)
        for top, area, rows in (
            (100, "Nära vård", [("Starta team", "Q2", "Enhetschef"), ("Utbilda personal", "Q4", "Läkare")]),
            (220, "Bemanning", [("Ny introduktion", "Löpande", "Enhetschef"), ("Nytt schema", "Q1", "Chef")]),
        ):
            paper.bold(columns[0], top, area, 14)
            paper.text(columns[0], top + 18, "För alla i länet.")
            for at, row in enumerate(rows):
                for x, cell in zip(columns[1:], row, strict=True):
                    paper.text(x, top + 18 * at, f"• {cell}")

    assert [line for line in lines(told(tmp_path, page, size=SLIDE)) if line] == [
        "Fokusområden",
        "Våra åtgärder 2031",
        "Klart när",
        "Ansvariga",
        *["Nära vård", "För alla i länet.", "• Starta team", "• Utbilda personal", "• Q2", "• Q4"],
        *["• Enhetschef", "• Läkare"],
        *["Bemanning", "För alla i länet.", "• Ny introduktion", "• Nytt schema", "• Löpande", "• Q1"],
        *["• Enhetschef", "• Chef"],
    ]


def test_a_box_beside_the_text_is_read_by_itself(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        paper.paragraph(60, 60, 300, f"{LEFT} {RIGHT} {LEFT}")
        paper.canvas.rect(390, 842 - 130, 150, 80)
        paper.paragraph(400, 70, 130, "Läs mer om uppdraget i regionplanen, som nämnden fattade beslut om.")

    read = lines(told(tmp_path, page))
    assert read[-6:] == [
        "år efter år.",
        "",
        "Läs mer om uppdraget i",
        "regionplanen, som",
        "nämnden fattade beslut",
        "om.",
    ]


def test_a_name_and_what_it_is_stay_on_their_line(tmp_path: Path) -> None:
    def page(paper: Paper) -> None:
        for at, (name, what) in enumerate([("Diarienr", "HSN 2031-17"), ("Datum", "2031-05-02"), ("Beslut", "§ 48")]):
            paper.text(60, 60 + 14 * at, name)
            paper.text(200, 60 + 14 * at, what)

    assert [line.split() for line in lines(told(tmp_path, page)) if line] == [
        ["Diarienr", "HSN", "2031-17"],
        ["Datum", "2031-05-02"],
        ["Beslut", "§", "48"],
    ]
