"""What states nothing is kept, in the pieces that a reader would part it into."""

from collections.abc import Callable

from graph.records import Kept, Reading
from loaders.facts import Facts
from ontology import rt

Read = Callable[[str, Facts], Reading]


def kept(text: str, reading: Reading) -> list[tuple[str, str]]:
    """What is kept, with the kind of each, in the order of the text."""
    ordered: list[Kept] = sorted(reading.kept, key=lambda item: item.span.start)
    return [(item.kind.local.removesuffix("Passage"), text[item.span.start : item.span.end]) for item in ordered]


LONG = "Vården ska finnas nära den som behöver den och hålla ihop hela vägen hem igen,\noch det gäller alla."


def test_what_a_sentence_leaves_of_its_line_is_kept(read_as: Read, facts: Facts) -> None:
    text = "Investeringar\n\nRamen för utrustning är 35,0 miljoner kronor år 2027 och nedan står de större köpen.\n"
    reading = read_as(text, facts)
    assert len(reading.records) == 2
    assert ("Prose", text.split("\n")[2]) in kept(text, reading)


def test_a_heading_right_above_its_paragraph_is_one(read_as: Read, facts: Facts) -> None:
    text = f"Inledning\n{LONG}\n"
    assert kept(text, read_as(text, facts)) == [("Heading", "Inledning"), ("Prose", LONG)]


def test_a_wrapped_heading_is_one(read_as: Read, facts: Facts) -> None:
    text = "Plan för genomförande av uppdrag och\nmåluppfyllelse\n\nVi arbetar ihop.\n"
    assert kept(text, read_as(text, facts))[0] == ("Heading", "Plan för genomförande av uppdrag och\nmåluppfyllelse")


def test_a_page_begins_a_passage(read_as: Read, facts: Facts) -> None:
    text = f"{LONG}\n Uppdrag \n{LONG}\n"
    assert kept(text, read_as(text, facts)) == [("Prose", LONG), ("Heading", "Uppdrag"), ("Prose", LONG)]


def test_the_end_of_a_sentence_is_no_heading(read_as: Read, facts: Facts) -> None:
    text = "Förvaltningsledningen hanterar motsvarande \nstatsbidrag. \n\nVi arbetar ihop.\n"
    assert {kind for kind, _ in kept(text, read_as(text, facts))} == {rt.ProsePassage.local.removesuffix("Passage")}


def test_a_table_without_a_heading_is_called_by_its_section(read_as: Read, facts: Facts) -> None:
    head = "Verksamhet\tRam 2027 (mnkr)\tRam 2026 (mnkr)\nOmråde Norr\t12\t9\nSumma\t12\t9\n"
    for between in ("Tabellen visar ramen.\n\n", "Så här är det.\n\nTabellen visar ramen.\n\n"):
        reading = read_as(f"Fördelning\n\n{between}{head}", facts)
        assert {getattr(record, "table", None) for record in reading.records} == {"Fördelning"}
    alone = read_as(f"En lång rad ur något annat, som inte avslutar någon mening,\n\n{head}", facts)
    assert {getattr(record, "table", "")[:10] for record in alone.records} == {"Verksamhet"}


def test_a_heading_like_a_column_is_the_heading(read_as: Read, facts: Facts) -> None:
    head = "Budget 2027\n\nBokslut 2025 Budget 2026 Budget 2027\n\n"
    rows = "Avgifter 1 131 1 140 1 149\n\nLöner -1 031 -1 040 -1 049\n\nResultat 100 100 100\n"
    reading = read_as(f"Beloppen är i tkr.\n\n{head}{rows}", facts)
    assert {getattr(record, "table", None) for record in reading.records} == {"Budget 2027"}
