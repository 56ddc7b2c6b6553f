"""A web page is read as it shows; what frames it is a margin, what is hidden or without words is told."""

from collections.abc import Callable

import pytest

from loaders.document import Document
from ontology import rt

Read = Callable[..., Document]
Told = Callable[[Document], list[str]]
TABLE = "<table><tr><th>Aktivitet<th>Läge</tr>{}</table>"


def margins(document: Document) -> list[str]:
    return [line.text for line in document.margins if line.text.strip()]


def test_headings_and_paragraphs_have_lines_of_their_own(read_web: Read) -> None:
    page = "<h1>Plan\n 2031</h1><p>Vi ska <b>nå</b>\n alla<br>mål.</p><div>Sam\u00adverkan<div>nära</div>hem</div>"
    assert read_web(page).source.text == "Plan 2031\n\nVi ska nå alla\nmål.\n\nSamverkan\n\nnära\n\nhem\n\n"


def test_lists_are_marked_and_numbered(read_web: Read) -> None:
    page = "<p>Vi ska<ul><li>nå<ul><li>unga</ul><li><p>alla</p></ul><ol start=3><li>a<li value=7>b</ol><ol type=I><li>c</ol>"
    assert read_web(page).source.text == "Vi ska\n\n• nå\n• unga\n• alla\n3. a\n7. b\nI. c\n\n"


def test_a_table_has_its_caption_its_head_and_its_foot(read_web: Read, told: Told) -> None:
    page = (
        "<table><caption>Mått</caption><tfoot><tr><td>Summa<td>9<td>9</tfoot><thead><tr><th rowspan=2>Mått<th colspan=2>Utfall"
        "<tr><th>2030<th>2031</thead><tbody><tr><th scope=row rowspan=2>Svar<td>4<td>5<tr><td>6<td>7</table>"
    )
    assert told(read_web(page)) == ["Mått", "Mått\tUtfall 2030\tUtfall 2031", "Svar\t4\t5", "\t6\t7", "Summa\t9\t9"]


def test_a_cell_is_one_line(read_web: Read, told: Told) -> None:
    page = TABLE.format("<tr><td><p>Team</p><ul><li>nära<li>alltid</ul>verk-<br>samhet<td>48 %<sup>1</sup>")
    assert told(read_web(page))[1] == "Team • nära • alltid verksamhet\t48 %1"


def test_a_table_that_places_things_is_text(read_web: Read) -> None:
    inner = TABLE.format("<tr><td>Team<td>Klart")
    for page in (
        f"<table><tr><td><h2>Mål</h2>{inner}<td><h2>Mer</h2>{inner}</table>",
        f"<table role=presentation><tr><td>Mål{inner}<td>Mer{inner}</table>",
    ):
        text = "Mål\n\nAktivitet\tLäge\nTeam\tKlart\n\nMer\n\nAktivitet\tLäge\nTeam\tKlart\n\n"
        assert read_web(page).source.text == text


def test_a_table_in_a_cell_is_not_lost(read_web: Read, told: Told) -> None:
    page = TABLE.format(
        "<tr><td>Team<td><table><tr><td>90<td>%</table><tr><td>Natt<td>" + TABLE.format("<tr><td>a<td>b")
    )
    assert told(read_web(page)) == ["Aktivitet\tLäge", "Team\t90 %", "Natt\t", "Aktivitet\tLäge", "a\tb"]


def test_parts_that_play_a_table_s_are_one(read_web: Read) -> None:
    page = (
        "<div role=table><div role=rowgroup><div role=row><span role=columnheader>Mål</span><span role=columnheader>Läge</span>"
        "</div></div><div role=row><div role=cell>Nära</div><div role=cell>Klart</div></div></div>"
    )
    assert [[cell.text for cell in row.cells] for row in read_web(page).rows] == [["Mål", "Läge"], ["Nära", "Klart"]]


def test_terms_and_what_is_said_of_them_are_rows(read_web: Read, told: Told) -> None:
    page = "<dl><dt>Ansvarig<dd>Chef<dt>Läge<dd><img alt='Klart'></dl>"
    assert told(read_web(page)) == ["Ansvarig\tChef", "Läge\tKlart"]
    page = "<dl><dt>Mål 1<dd><p>a<p>b<p>c<p>d<dt>Mål 2<dd>e</dl>"
    assert told(read_web(page)) == ["Mål 1", "a", "b", "c", "d", "Mål 2", "e"]


@pytest.mark.parametrize(
    "sign",
    [
        '<img src="a.png" alt="Enligt plan">',
        '<img src="a.png" alt="" title="Enligt plan">',
        '<span class="status-green" title="Enligt plan"></span>',
        '<i class="icon" aria-label="Enligt plan"></i>',
        "<svg><title>Enligt plan</title><path/></svg>",
        '<svg aria-label="Enligt plan"><path/></svg>',
        '<img alt="Enligt plan"> Enligt plan',
        '<span class="material-icons" title="Enligt plan">check_circle</span>',
        '<button aria-expanded="false">Enligt plan</button>',
        "<select><option>Klart<option selected>Enligt plan</select>",
        '<input value="Enligt plan">',
        '<span class="sr-only">Enligt plan</span><span class="dot green"></span>',
    ],
)
def test_a_status_is_what_the_page_has_words_for(sign: str, read_web: Read, told: Told) -> None:
    document = read_web(TABLE.format(f"<tr><td>Team<td>{sign}"))
    assert told(document) == ["Aktivitet\tLäge", "Team\tEnligt plan"]
    assert not document.doubts


LEGENDS = (
    '<h2>Teckenförklaring</h2><ul><li><span class="dot ok"></span> Enligt plan<li><span class="dot late"></span> Försenat</ul>',
    '<p>Teckenförklaring</p><table><tr><td class="ok"></td><td>Enligt plan<tr><td class="late"></td><td>Försenat</table>',
    "<p>Grön = enligt plan, röd = försenat.</p>",
    "<p>Färgkoder</p><p>Grön: enligt plan</p><p>Röd: försenat</p>",
)


@pytest.mark.parametrize("legend", LEGENDS)
def test_a_colour_says_what_the_legend_says(legend: str, read_web: Read, told: Told) -> None:
    style = "<style>/* läge */ .ok, .x {background-color: #0a0} .late{background:rgb(204, 0, 0)} @media print{.ok{background:red}}</style>"
    rows = '<tr><td>Team<td class="ok"><tr><td>Natt<td><span class="late"></span>'
    document = read_web(style + TABLE.format(rows) + legend)
    assert [line.lower() for line in told(document)[1:3]] == ["team\tenligt plan", "natt\tförsenat"]
    assert not document.doubts


@pytest.mark.parametrize("legend", ["", LEGENDS[0], "<p>Den gröna pilen = bra väg</p>"])
def test_a_colour_that_no_legend_explains_is_a_doubt(legend: str, read_web: Read, told: Told) -> None:
    document = read_web(TABLE.format('<tr><td>Team<td style="background: #0000cc">') + legend)
    assert told(document)[1] == "Team\t"
    assert [doubt.kind for doubt in document.doubts] == [rt.SignWithoutWords]


def test_decoration_says_nothing(read_web: Read) -> None:
    rows = '<tr style="background:green"><td bgcolor="green">Team<td bgcolor="green"><tr><td>Natt<td style="background:#f4f4f4">'
    assert not read_web(TABLE.format(rows)).doubts


FRAMED = """<body><a class="skip-link" href="#main">Till innehållet</a><header><a href="/">Region Sjövik</a></header>
<nav><ul><li>Hem<li>Planer</ul></nav><div id="cookieConsent"><p>Vi använder kakor</p><button>Godkänn</button></div>
{}<footer>Kontakt</footer></body>"""


@pytest.mark.parametrize(
    "content",
    [
        "<main><h1>Plan 2031</h1><header>Målen</header><p>Vi ska nå alla</p><button>Skriv ut</button></main><aside>Relaterat</aside>",
        "<div class='page menu-open'><h1>Plan 2031</h1><article><header>Målen</header><p>Vi ska nå alla</p></article>"
        "<div class='breadcrumb'>Relaterat</div><button>Skriv ut</button></div>",
    ],
)
def test_what_frames_the_page_is_a_margin(content: str, read_web: Read, told: Told) -> None:
    document = read_web(FRAMED.format(content))
    assert told(document) == ["Plan 2031", "Målen", "Vi ska nå alla"]
    framing = {
        "Till innehållet",
        "Region Sjövik",
        "• Hem",
        "• Planer",
        "Vi använder kakor",
        "Godkänn",
        "Skriv ut",
        "Relaterat",
        "Kontakt",
    }
    assert set(margins(document)) == framing
    assert "kakor" not in document.told


def test_a_header_with_the_page_s_only_heading_is_told(read_web: Read, told: Told) -> None:
    assert told(read_web("<header><h1>Plan 2031</h1></header><p>Vi ska</p>")) == ["Plan 2031", "Vi ska"]
    page = "<h1>Plan 2031</h1><main><p>Vi ska</p></main><p>Meny</p>"
    assert told(read_web(page)) == ["Plan 2031", "Vi ska"]


def test_a_page_that_is_all_frame_is_told(read_web: Read, told: Told) -> None:
    assert told(read_web("<nav>Plan 2031</nav>")) == ["Plan 2031"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<span style='display: none'>dold</span>",
        "<span hidden>dold</span>",
        "<span aria-hidden='true'>dold</span>",
        "<span class='gone'>dold</span>",
        "<span style='visibility:hidden'>dold</span>",
    ],
)
def test_hidden_text_is_kept_and_marked(hidden: str, read_web: Read, told: Told) -> None:
    document = read_web(f"<style>.gone{{display:none}}</style><p>Målet är {hidden}</p>")
    assert told(document) == ["Målet är dold"]
    (doubt,) = document.doubts
    assert doubt.kind == rt.HiddenText
    assert document.source.text[doubt.place.start : doubt.place.end] == "dold"


def test_what_opens_by_a_click_is_not_hidden(read_web: Read, told: Told) -> None:
    page = (
        "<details><summary>Mål 1</summary><p>a</p></details><h3><button aria-controls=p2>Mål 2</button></h3>"
        "<div id=p2 hidden>b</div><a role=tab href='#p3'>Mål 3</a><div id=p3 role=tabpanel style='display:none'>c</div>"
    )
    document = read_web(page)
    assert told(document) == ["Mål 1", "a", "Mål 2", "b", "Mål 3", "c"]
    assert not document.doubts


def test_scripts_and_pictures_written_out_are_not_read(read_web: Read, told: Told) -> None:
    data = "data:image/png;base64," + 9000 * "A"
    page = f"<script>alert('x')</script><template>y</template><p>Mål</p><img src='{data}'><!-- z --><math-input>q</math-input>"
    assert told(read_web(page)) == ["Mål"]


@pytest.mark.parametrize(
    "page",
    [
        "<meta charset=utf-8><p>Mål för år – 2031</p>".encode(),
        "<p>Mål för år – 2031</p>".encode(),
        b"\xef\xbb\xbf" + "<p>Mål för år – 2031</p>".encode(),
        "<meta charset='iso-8859-1'><p>Mål för år – 2031</p>".encode("cp1252"),
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>Mål för år – 2031</p>".encode(
            "cp1252"
        ),
        "<p>Mål för år – 2031</p>".encode("cp1252"),
        "<meta charset='iso-8859-1'><p>Mål för år – 2031</p>".encode(),
        "<meta charset='no-such'><p>Mål för år – 2031</p>".encode(),
        "\ufeff<p>Mål för år – 2031</p>".encode("utf-16-le"),
        "<?xml version='1.0' encoding='UTF-8'?><html xmlns='http://www.w3.org/1999/xhtml'><p>Mål för år – 2031</p></html>".encode(),
        b"<p>M&aring;l f&ouml;r &#229;r &ndash; 2031</p>",
    ],
)
def test_any_encoding_is_read(page: bytes, read_web: Read, told: Told) -> None:
    assert told(read_web(page)) == ["Mål för år – 2031"]


@pytest.mark.parametrize("encoding", ["quoted-printable", "8bit"])
def test_a_saved_page_is_read_out_of_its_archive(encoding: str, read_web: Read, told: Told) -> None:
    body = "<p>M=E5l</p>" if encoding == "quoted-printable" else "<p>M\xe5l</p>"
    archive = (
        'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
        "----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        f"----b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n----b--\r\n"
    )
    document = read_web(archive.encode("latin-1"), "plan.mht")
    assert told(document) == ["Mål"]
    assert document.source.format == "multipart/related"
