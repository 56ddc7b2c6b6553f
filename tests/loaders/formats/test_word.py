"""A Word document is read as it is printed: numbers, notes, frames, merged cells; what is odd is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from loaders.document import Document
from loaders.formats import word
from ontology import rt

Read = Callable[..., Document]
Told = Callable[[Document], list[str]]


def p(text: str = "", properties: str = "", runs: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def listed(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, overrides: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num>'
    )


HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Vår rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>'
)
OUTLINE = lists(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)"))


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_headings_have_the_numbers_that_word_prints(read_word: Read, told: Told) -> None:
    body = (
        p("Mål", style("Rubrik1"))
        + p("Vård", style("Rubrik2"))
        + p("Personal", style("Egen"))
        + p("Ekonomi", style("Rubrik1"))
    )
    body += p("Ramar", style("Rubrik2")) + p("utan nummer", style("Rubrik2") + listed(0))
    document = read_word(body, styles=HEADINGS, numbering=OUTLINE)
    assert told(document) == ["1 Mål", "1.1 Vård", "1.2 Personal", "2 Ekonomi", "2.1 Ramar", "utan nummer"]
    assert document.source.text.startswith("1 Mål\n\n1.1 Vård\n\n")


def test_lists_stand_together(read_word: Read) -> None:
    body = p("Vi ska") + p("nå", listed(1)) + p("alla", listed(1)) + p("senast 2031")
    assert (
        read_word(body, numbering=lists(level(0, "bullet", ""))).source.text
        == "Vi ska\n\n• nå\n• alla\n\nsenast 2031\n\n"
    )


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["1. a", "2. a", "3. a"]),
        ("lowerLetter", "%1)", ["a) a", "b) a", "c) a"]),
        ("upperRoman", "%1", ["I a", "II a", "III a"]),
        ("decimal", "RF%1", ["RF1 a", "RF2 a", "RF3 a"]),
        ("decimalZero", "%1", ["01 a", "02 a", "03 a"]),
    ],
)
def test_numbers_have_the_list_s_form(form: str, text: str, expected: list[str], read_word: Read, told: Told) -> None:
    assert told(read_word(3 * p("a", listed(1)), numbering=lists(level(0, form, text)))) == expected


def test_a_list_begins_anew_where_it_says_so_and_goes_on_where_not(read_word: Read, told: Told) -> None:
    overrides = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = (
        p("a", listed(1))
        + p("b", listed(2))
        + p("c", listed(2))
        + p("d", listed(1, 1))
        + p("e", listed(1))
        + p("f", listed(1, 1))
    )
    numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), overrides=overrides)
    assert told(read_word(body, numbering=numbering)) == ["1. a", "5. b", "6. c", "6.1. d", "7. e", "7.1. f"]


def test_a_level_may_count_on_and_be_printed_in_figures(read_word: Read, told: Told) -> None:
    levels = level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>')
    body = p("a", listed(1)) + p("b", listed(1, 1)) + p("c", listed(1)) + p("d", listed(1, 1))
    assert told(read_word(body, numbering=lists(*levels))) == ["I a", "1.1 b", "II c", "2.2 d"]


def test_a_number_in_a_cell_is_its_text(read_word: Read, told: Told) -> None:
    body = tbl(
        tr(tc("Nr"), tc("Aktivitet")), tr(tc(p("", listed(1))), tc("Nya hem")), tr(tc(p("", listed(1))), tc("Team"))
    )
    assert told(read_word(body, numbering=lists(level(0, "decimal", "%1", start=52)))) == [
        "Nr\tAktivitet",
        "52\tNya hem",
        "53\tTeam",
    ]


def test_line_ends_tabs_and_hyphens_are_as_printed(read_word: Read, told: Told) -> None:
    runs = "<w:r><w:t>nå</w:t><w:br/><w:t>al\u00adla</w:t><w:tab/><w:t>mål</w:t><w:noBreakHyphen/><w:t>bild</w:t><w:softHyphen/></w:r>"
    assert told(read_word(p(runs=runs))) == ["nå", "alla mål-bild"]


def test_lines_with_as_many_tabs_are_a_table(read_word: Read) -> None:
    runs = "<w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r>"
    document = read_word(p(runs=runs.format("Hyra", "4")) + p(runs=runs.format("Mat och el", "7")))
    assert [[cell.text for cell in row.cells] for row in document.rows] == [["Hyra", "4"], ["Mat och el", "7"]]


def test_merged_cells_stand_once(read_word: Read, told: Told) -> None:
    down, on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = tbl(
        tr(tc("Mått", down), tc("Utfall", wide)),
        tr(tc("", on), tc("2030"), tc("2031")),
        tr(tc("Väntetid", down), tc("4"), tc("5")),
        tr(tc("", on), tc("6"), tc("7")),
        tr(tc("9"), properties='<w:gridBefore w:val="2"/>'),
    )
    assert told(read_word(body)) == ["Mått\tUtfall 2030\tUtfall 2031", "Väntetid\t4\t5", "\t6\t7", "\t\t9"]


def test_rows_that_are_repeated_on_each_page_are_the_head(read_word: Read, told: Told) -> None:
    head = "<w:tblHeader/>"
    body = tbl(
        tr(tc("Post"), tc("Ram 2031"), properties=head),
        tr(tc(""), tc("mnkr"), properties=head),
        tr(tc("Hyra"), tc("4")),
    )
    assert told(read_word(body)) == ["Post\tRam 2031 mnkr", "Hyra\t4"]


def test_a_cell_is_one_line(read_word: Read, told: Told) -> None:
    cell = (
        p("Starta team")
        + p("nära hem", listed(1))
        + p("dygnet runt", listed(1))
        + p(runs="<w:r><w:t>verk-</w:t><w:br/><w:t>samhet</w:t></w:r>")
    )
    body = tbl(tr(tc("Aktivitet"), tc("Klart")), tr(tc(cell), tc("Q2")))
    document = read_word(body, numbering=lists(level(0, "bullet", "")))
    assert told(document)[1] == "Starta team • nära hem • dygnet runt verksamhet\tQ2"


def test_a_table_in_a_cell_is_not_lost(read_word: Read, told: Told) -> None:
    small, large = tbl(tr(tc("90"), tc("%"))), tbl(tr(tc("År"), tc("Tal")), tr(tc("2031"), tc("5")))
    body = tbl(tr(tc("Mål"), tc("Värde")), tr(tc("Besök"), tc(small + p())), tr(tc("Svar"), tc(large + p())))
    assert told(read_word(body)) == ["Mål\tVärde", "Besök\t90 %", "Svar\t", "År\tTal", "2031\t5"]


def test_a_box_of_one_cell_is_text(read_word: Read) -> None:
    assert read_word(tbl(tr(tc(p("Vision") + p("Nära vård"))))).source.text == "Vision\n\nNära vård\n\n"


def test_fields_print_their_result_but_no_page_number(read_word: Read, told: Told) -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def told_to(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    contents = (
        sign("begin")
        + told_to(" TOC ")
        + sign("separate")
        + r("Mål")
        + sign("begin")
        + told_to(" PAGEREF _1 ")
        + sign("separate")
    )
    contents += r(" 3") + sign("end") + sign("end")
    page = r("Sida") + sign("begin") + told_to(" PAGE ") + sign("separate") + r("7") + sign("end")
    simple = '<w:fldSimple w:instr=" REF a "><w:r><w:t>se mål</w:t></w:r></w:fldSimple>'
    left_open = sign("begin") + told_to(" PAGE ")
    body = p(runs=contents) + p(runs=page) + p(runs=simple) + p("Slut", runs=left_open) + p("Mer")
    assert told(read_word(body)) == ["Mål 3", "Sida", "se mål", "Slut", "Mer"]


def test_tracked_changes_count_as_made_and_are_told(read_word: Read, told: Told) -> None:
    runs = f"<w:ins>{r(' 12')}</w:ins><w:del><w:r><w:delText>14</w:delText></w:r></w:del>"
    body = p("Målet är", runs=runs) + p("Hälso-", "<w:rPr><w:del/></w:rPr>") + p("vård")
    body += tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d"), properties="<w:del/>"), tr(tc("e"), tc("f")))
    document = read_word(body)
    assert told(document) == ["Målet är 12", "Hälso-vård", "a\tb", "e\tf"]
    (doubt,) = document.doubts
    assert (doubt.kind, doubt.severity) == (rt.UnacceptedChanges, rt.Info)
    assert "Insertions read: 1" in doubt.en


def test_comments_are_no_text_but_told(read_word: Read, told: Told) -> None:
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    document = read_word(p("Mål", runs=comment), comments=f'<w:comment w:id="0">{p("Stryk?")}</w:comment>')
    assert told(document) == ["Mål"]
    assert [doubt.kind for doubt in document.doubts] == [rt.CommentsLeftOut]


@pytest.mark.parametrize(
    "hidden",
    [
        r("hemlig", "<w:vanish/>"),
        r("hemlig", '<w:rStyle w:val="Dold"/>'),
    ],
)
def test_hidden_text_is_kept_and_marked(hidden: str, read_word: Read, told: Told) -> None:
    styles = '<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read_word(p("Målet är ", runs=hidden), styles=styles)
    assert told(document) == ["Målet är hemlig"]
    (doubt,) = document.doubts
    assert doubt.kind == rt.HiddenText
    assert document.source.text[doubt.place.start : doubt.place.end] == "hemlig"


FRAME = "<w:txbxContent>{}</w:txbxContent>"


def test_a_text_box_stands_once_behind_its_paragraph(read_word: Read, told: Told) -> None:
    box = FRAME.format(p("Vision") + p("Nära vård"))
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert told(read_word(p("Före", runs=f"<w:r>{both}</w:r>") + p("Efter"))) == [
        "Före",
        "Vision",
        "Nära vård",
        "Efter",
    ]


def test_notes_stand_at_the_end_with_their_marks(read_word: Read, told: Told) -> None:
    def mark(kind: str, which: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{which}"/></w:r>'

    body = p("48 %", runs=mark("footnote", 5)) + p("Kön", runs=mark("endnote", 2)) + p("7", runs=mark("footnote", 3))
    rule = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes = "".join(
        f'<w:footnote w:id="{which}">{p(text)}</w:footnote>' for which, text in ((3, " Utan jour"), (5, " Nuläge 2030"))
    )
    document = read_word(body, footnotes=rule + notes, endnotes=f'<w:endnote w:id="2">{p(" Alla")}</w:endnote>')
    assert told(document) == ["48 %1", "Köni", "72", "1 Nuläge 2030", "2 Utan jour", "i Alla"]


def test_headers_and_footers_are_margins(read_word: Read, told: Told) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    )
    page = '<w:p><w:r><w:t>Region Sjövik</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
    body = p("Mål", section) + p("Mer") + section
    document = read_word(body, header=page, footer=p("Utkast") + page)
    assert told(document) == ["Mål", "Mer"]
    assert [line.text for line in document.margins] == ["Region Sjövik", "Utkast"]


def test_content_controls_and_links_are_text(read_word: Read, told: Told) -> None:
    inline = f"<w:sdt><w:sdtContent>{r('alla')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink r:id="x">{r(" mål")}</w:hyperlink>'
    row = f"<w:sdt><w:sdtContent>{tr(tc('a'), '<w:sdt><w:sdtContent>' + tc('b') + '</w:sdtContent></w:sdt>')}</w:sdtContent></w:sdt>"
    body = f"<w:sdt><w:sdtContent>{p('Vi når ', runs=inline + link)}{tbl(row, tr(tc('c'), tc('d')))}</w:sdtContent></w:sdt>"
    assert told(read_word(body)) == ["Vi når alla mål", "a\tb", "c\td"]


def test_symbols_are_signs(read_word: Read, told: Told) -> None:
    signs = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="x" w:char="zz"/></w:r>'
    assert told(read_word(p("Nått ", runs=signs))) == ["Nått ✓≥"]


def test_a_diagram_s_words_are_lines(read_word: Read, told: Told) -> None:
    diagram = '<w:r><w:drawing><a:graphic><dgm:relIds r:dm="diagramData"/></a:graphic></w:drawing></w:r>'
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>" for text in ("Tidigt", "Tillsammans")
    )
    assert told(read_word(p("Figur", runs=diagram), diagramData=f"<dgm:ptLst>{points}</dgm:ptLst>")) == [
        "Figur",
        "Tidigt",
        "Tillsammans",
    ]


def test_a_cell_s_picture_is_what_is_said_of_it(read_word: Read, told: Told) -> None:
    icon = '<w:r><w:drawing><wp:inline><wp:docPr descr="Pågående"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>'
    body = tbl(
        tr(tc("Aktivitet"), tc("Läge")), tr(tc("Team"), tc(p(runs=icon))), tr(tc("Natt"), tc(p("Klar", runs=icon)))
    )
    assert told(read_word(body)) == ["Aktivitet\tLäge", "Team\tPågående", "Natt\tKlar"]


GREEN, RED = '<w:shd w:fill="00B050"/>', '<w:shd w:fill="FF0000"/>'


def test_a_colour_says_what_the_legend_says(read_word: Read, told: Told) -> None:
    legend = p("Teckenförklaring") + tbl(tr(tc("", GREEN), tc("Enligt plan")), tr(tc("", RED), tc("Försenat")))
    rows = tr(tc("Aktivitet"), tc("Läge")), tr(tc("Team"), tc("", GREEN)), tr(tc("Natt"), tc("", RED))
    document = read_word(tbl(*rows) + legend)
    assert told(document)[:3] == ["Aktivitet\tLäge", "Team\tEnligt plan", "Natt\tFörsenat"]
    assert not document.doubts


def test_a_colour_without_a_legend_is_a_doubt_and_decoration_none(read_word: Read, told: Told) -> None:
    grey = '<w:shd w:fill="D9D9D9"/>'
    rows = tr(tc("Aktivitet", GREEN), tc("", GREEN)), tr(tc("Team"), tc("", RED)), tr(tc("Natt", grey), tc("", grey))
    document = read_word(tbl(tr(tc("Namn"), tc("Läge")), *rows))
    assert told(document) == ["Namn\tLäge", "Aktivitet\t", "Team\t", "Natt\t"]
    assert [doubt.en.split(".")[0] for doubt in document.doubts] == [
        "Cells of the table with nothing but a colour or a picture: 1"
    ]


def test_pages_are_told_where_word_noted_them(read_word: Read) -> None:
    end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    table = tbl(
        tr(tc("a"), tc("b")),
        tr(tc(f"<w:p>{end}{r('c')}</w:p>"), tc("d")),
        tr(tc("e"), tc(f"<w:p>{r('f')}{end}{r('g')}</w:p>")),
    )
    document = read_word(p("Mål") + table + p("Slut"))
    pages = {line.text: line.page for line in document.lines if not line.blank}
    assert pages == {"Mål": 1, "a\tb": 1, "c\td": 2, "e\tfg": 2, "Slut": 3}
    assert [span.page for span in document.rows[2].cells[1].place.spans] == [2, 3]


def test_pages_that_the_file_contradicts_are_not_told(read_word: Read) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    files = {"docProps/app.xml": f'<Properties xmlns="{space}"><Pages>9</Pages></Properties>'}
    document = read_word(p("Mål", runs="<w:r><w:lastRenderedPageBreak/></w:r>"), files=files)
    assert [line.page for line in document.lines if not line.blank] == [None]


def test_macros_are_told(read_word: Read) -> None:
    assert [doubt.kind for doubt in read_word(p("Mål"), files={"word/vbaProject.bin": "x"}).doubts] == [rt.MacrosNotRun]


def test_what_python_docx_writes_is_read(tmp_path: Path, told: Told) -> None:
    made: Any = docx.Document()
    made.add_heading("Plan 2031", 0)
    made.add_paragraph("Vi ska", style="Normal")
    made.add_paragraph("nå alla", style="List Bullet")
    made.add_paragraph("först", style="List Number")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Mått"
    table.cell(0, 1).text, table.cell(1, 1).text = "4", "5"
    made.save(tmp_path / "plan.docx")
    document = word.read(tmp_path / "plan.docx")
    assert told(document) == ["Plan 2031", "Vi ska", "• nå alla", "1. först", "Mått\t4", "\t5"]
    assert document.source.format.endswith("wordprocessingml.document")
