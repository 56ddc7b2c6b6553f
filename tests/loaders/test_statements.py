"""What a plan says of itself: vision, missions, principles, values, goals outside of tables, comments."""

from collections.abc import Callable

import pytest

from graph.records import Goal, Reading, Risk, Statement
from loaders.facts import Facts
from ontology import rt
from ontology.iri import Iri

Read = Callable[[str, Facts], Reading]


def said(reading: Reading, kind: Iri) -> list[tuple[str | None, str]]:
    """Heading and text of all statements of a kind."""
    return [(one.group, one.description) for one in reading.records if isinstance(one, Statement) if one.kind == kind]


def texts(reading: Reading, kind: Iri) -> list[str]:
    """The texts of all statements of a kind."""
    return [text for _, text in said(reading, kind)]


@pytest.mark.parametrize("heading", ["Vision", "Vår vision", "Vision 2040", "Regionens vision"])
@pytest.mark.parametrize("quoted", ["”Livet vid havet”", "Livet vid havet", "“Livet vid havet”"])
def test_a_vision_is_what_stands_below_its_heading(heading: str, quoted: str, read_as: Read, facts: Facts) -> None:
    reading = read_as(f"Region Sjövik\n{heading}\n{quoted}\n\nAnnat\n", facts)
    assert texts(reading, rt.Vision) == ["Livet vid havet"]


def test_a_paragraph_that_says_the_motto_is_the_vision_at_length(read_as: Read, facts: Facts) -> None:
    text = (
        "Vision\nLivet vid havet\n\nOm oss\n\nHär bor vi. Vi väljer livet vid \nhavet, varje dag.\n\nSlut på texten.\n"
    )
    assert texts(read_as(text, facts), rt.Vision) == [
        "Livet vid havet",
        "Här bor vi. Vi väljer livet vid havet, varje dag.",
    ]


@pytest.mark.parametrize(
    "above",
    [
        "Uppdrag\n\n",
        "Vårt uppdrag\n\nVi ska:\n\n",
        "Förvaltningens grunduppdrag\n\nGrunduppdrag enligt reglemente\n\nMålet är god hälsa åt alla.\n\n",
        "1.1 Grunduppdraget\nVi har ansvaret för hamnen.\n\n",
    ],
)
def test_missions_are_the_bullets_below_their_heading(above: str, read_as: Read, facts: Facts) -> None:
    text = above + "• vårda hamnens folk och \n\ndess gäster\n• laga nät\n\nNästa rubrik\n\n• annat\n"
    assert texts(read_as(text, facts), rt.Mission) == ["vårda hamnens folk och dess gäster", "laga nät"]


def test_missions_may_be_paragraphs_that_go_on_what_announces_them(read_as: Read, facts: Facts) -> None:
    text = "Uppdrag\n\nNämnden ska:\n\nplanera god vård\n\nbygga fler hus\n\nSå arbetar vi.\n"
    assert texts(read_as(text, facts), rt.Mission) == ["planera god vård", "bygga fler hus"]


def test_risks_may_be_paragraphs_with_titles(read_as: Read, facts: Facts) -> None:
    text = "Risker\n\nTidplan: arbetet tar längre tid.\n\nPersonal: för få söker.\n\nSlut på texten.\n"
    found = [one.title for one in read_as(text, facts).records if isinstance(one, Risk)]
    assert found == ["Tidplan", "Personal"]


def test_a_mission_may_be_a_paragraph(read_as: Read, facts: Facts) -> None:
    text = "1.1 Grunduppdraget\nNämnden svarar för vården i \nhamnen.\n\nAnnat följer av lag.\n"
    assert texts(read_as(text, facts), rt.Mission) == ["Nämnden svarar för vården i hamnen."]


@pytest.mark.parametrize(
    "text",
    [
        "Uppdrag\n\nUppdragen står i en egen plan.\n\n• annat\n",
        "Mål och uppdrag\n\n• annat\n",
        "Uppdrag från fullmäktige\n\n• annat\n",
        "Grunduppdrag\n\nEn annan rubrik\n\n• annat\n",
        "Vi har ett uppdrag\n\n• annat\n",
    ],
)
def test_other_lists_are_no_missions(text: str, read_as: Read, facts: Facts) -> None:
    assert texts(read_as(text, facts), rt.Mission) == []


def test_principles_by_heading_have_their_bullets(read_as: Read, facts: Facts) -> None:
    text = "Vägledande principer\n\nIhop\n\n- Dela båt\n- Dela nät och krok\n\n \nFramåt\n\n- Segla\n\nVi seglar vidare i fem år till.\n\n- annat\n"
    assert said(read_as(text, facts), rt.Principle) == [
        (None, "Ihop"),
        ("Ihop", "Dela båt"),
        ("Ihop", "Dela nät och krok"),
        (None, "Framåt"),
        ("Framåt", "Segla"),
    ]


@pytest.mark.parametrize(("bullets", "dealt"), [(4, True), (6, True), (5, False), (1, False)])
def test_bullets_of_a_figure_are_dealt_out_only_where_they_go_even(
    bullets: int, dealt: bool, read_as: Read, facts: Facts
) -> None:
    listed = "\n\n".join(f"• Punkt {at}" for at in range(bullets))
    reading = read_as(f"Vägledande principer 2031-2034\n\nIhop Framåt\n\nBild i mitten\n\n{listed}\n", facts)
    half = bullets // 2
    expected = [("Ihop" if at < half else "Framåt", f"Punkt {at}") for at in range(bullets)] if dealt else []
    assert said(reading, rt.Principle) == [(None, "Ihop"), (None, "Framåt"), *expected]
    assert (rt.InferredFromOrder if dealt else rt.ColumnNotTold) in [doubt.kind for doubt in reading.doubts]


def test_values_stand_below_their_heading_or_else_above_it(read_as: Read, facts: Facts) -> None:
    below = read_as("Värdegrund\n\nAlla i hamnen\när lika värda.\n\nIngen lämnas på kajen.\n\nNästa rubrik\n", facts)
    above = read_as(
        "En rubrik\n\nAlla i hamnen\när lika värda.\n\nIngen lämnas på kajen.\n\nVärdegrund\n\nNästa rubrik\n", facts
    )
    expected = [("Värdegrund", "Alla i hamnen är lika värda."), ("Värdegrund", "Ingen lämnas på kajen.")]
    assert said(below, rt.Principle) == said(above, rt.Principle) == expected
    assert rt.InferredFromOrder not in [doubt.kind for doubt in below.doubts]
    assert rt.InferredFromOrder in [doubt.kind for doubt in above.doubts]


def test_long_term_goals_are_part_of_the_first_of_their_block(read_as: Read, facts: Facts) -> None:
    text = "Långsiktiga mål 2031-2034\n\nLevande hamn\nBåtar som går \ni tid\nHela kajer\n\nDet här är en text. Den är\ninget mål.\n"
    goals = [one for one in read_as(text, facts).records if isinstance(one, Goal)]
    assert [(one.title, one.part_of and one.part_of.title) for one in goals] == [
        ("Levande hamn", None),
        ("Båtar som går i tid", "Levande hamn"),
        ("Hela kajer", "Levande hamn"),
    ]


def test_goals_by_perspective_have_their_descriptions(read_as: Read, facts: Facts) -> None:
    text = "Mål utifrån invånarperspektiv\n\nTrygg hamn\nIngen ska falla \ni vattnet\n\nRen hamn\nVattnet går att bada i\n\nEn annan rubrik\n\nEn tredje\nmed text under\n"
    goals = [one for one in read_as(text, facts).records if isinstance(one, Goal)]
    assert [(one.title, one.description) for one in goals] == [
        ("Trygg hamn", "Ingen ska falla i vattnet"),
        ("Ren hamn", "Vattnet går att bada i"),
    ]


def test_comments_stand_under_the_headings_of_their_section(read_as: Read, facts: Facts) -> None:
    text = "Kommentarer: (Större ändringar)\n\nHyran höjs.\nElen sänks med \n4 %.\n\nPersonal:\nEn skeppare till.\n\nNya tjänster\n• Kock +1,0 för \n\nkajen.\n\nBudget 2031\n\nAnnat.\n"
    assert said(read_as(text, facts), rt.Comment) == [
        (None, "Hyran höjs."),
        (None, "Elen sänks med 4 %."),
        ("Personal", "En skeppare till."),
        ("Nya tjänster", "Kock +1,0 för kajen."),
    ]


def test_a_list_with_times_is_of_no_principle(read_as: Read, facts: Facts) -> None:
    text = (
        "Vägledande principer\n\nNärhet Öppenhet\n\n• Vi finns nära\n• Vi visar\n\n"
        "Vad vi gör\n• Bygga kaj\n• Riva bod\n• Q1\n• Q2\n• Chefer\n• Nils C\n"
    )
    found = [one.description for one in read_as(text, facts).records if isinstance(one, Statement)]
    assert found == ["Närhet", "Öppenhet", "Vi finns nära", "Vi visar"]
