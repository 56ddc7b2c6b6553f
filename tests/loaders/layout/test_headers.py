"""A table's head is found by its words, however it is wrapped, and tells its columns' meaning, unit and year."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Document
from loaders.layout.cell_heads import may_be_head, words_in
from loaders.layout.headers import Header, HeaderWords
from loaders.layout.squeeze import squeezed
from loaders.words.vocabulary import ColumnWord, column_words

WORDS = HeaderWords(
    (
        ColumnWord("name", ("verksamhet", "område"), timeless=True),
        ColumnWord("frame", ("ram",)),
        ColumnWord("budget", ("budget",)),
        ColumnWord("budget frame", ("budgetram",)),
        ColumnWord("year", ("{år}",)),
    ),
    frozenset({"name"}),
)
#: What may stand between two words of a head, and inside one.
BETWEEN = st.sampled_from([" ", "\t", "\n", " \n\n", "\t\t", " / ", "\u202f", "\n \n"])
INSIDE = st.sampled_from(["", "", "", "-\n", "\u00ad", "-\n\n"])


def found(document: Document, words: HeaderWords = WORDS) -> list[Header]:
    """All heads of a document."""
    return list(words.find(document, squeezed(document)))


def meanings(header: Header) -> list[tuple[str, str | None, int | None]]:
    """Meaning, unit and year of each column."""
    return [(column.meaning, column.unit, column.year) for column in header.columns]


def test_a_column_tells_its_unit_and_year_in_either_order(as_document: Callable[[str], Document]) -> None:
    (header,) = found(as_document("Text före.\nVerksamhet\tRam 2027 (mnkr)\tRam tkr, år 2026\n1\n"))
    assert meanings(header) == [("name", None, None), ("frame", "mnkr", 2027), ("frame", "tkr", 2026)]
    assert [column.text for column in header.columns] == ["Verksamhet", "Ram 2027 (mnkr)", "Ram tkr, år 2026"]
    assert (header.first_line, header.last_line) == (2, 2)


def test_a_year_behind_a_timeless_column_is_a_column_of_its_own(as_document: Callable[[str], Document]) -> None:
    (header,) = found(as_document("Område 2027 2028"))
    assert meanings(header) == [("name", None, None), ("year", None, 2027), ("year", None, 2028)]


def test_of_two_words_the_longer_counts(as_document: Callable[[str], Document]) -> None:
    (header,) = found(as_document("Verksamhet\tBudgetram 2027"))
    assert [column.meaning for column in header.columns] == ["name", "budget frame"]


@pytest.mark.parametrize(
    "text",
    [
        "Verksamhet",
        "Ram 2027\tRam 2028",
        "Vår verksamhet\tRam 2027",
        "Verksamhet och ram",
        "Verksamhet\tRam 2027 och mera",
        "Områdesansvar\tRam 2027",
        "Verksamheten\tRam",
    ],
)
def test_words_that_make_no_whole_head_are_none(text: str, as_document: Callable[[str], Document]) -> None:
    assert found(as_document(text)) == []


def test_a_head_that_comes_again_on_the_next_page_is_found_again(as_document: Callable[[str], Document]) -> None:
    text = "Verksamhet Ram\nEtt 1\n Verksamhet Ram\nTvå 2\nVerksamhet\nRam"
    headers = found(as_document(text))
    assert [(header.first_line, header.last_line) for header in headers] == [(1, 1), (3, 3), (5, 6)]


def test_a_head_knows_its_columns_by_meaning(as_document: Callable[[str], Document]) -> None:
    (header,) = found(as_document("Verksamhet\tRam 2027\tRam 2028\tBudget"))
    assert (header.index("budget"), header.index("year")) == (3, None)
    assert header.column("frame") == header.columns[1]
    assert header.column("year") is None
    assert [column.year for column in header.having("frame", "budget")] == [2027, 2028, None]


@given(between=st.lists(BETWEEN, min_size=7, max_size=7), inside=st.lists(INSIDE, min_size=4, max_size=4))
def test_a_head_is_found_however_it_is_wrapped(
    between: list[str], inside: list[str], as_document: Callable[[str], Document]
) -> None:
    words = [
        "Verk" + inside[0] + "samhet",
        "R" + inside[1] + "am",
        "2027",
        "(mn" + inside[2] + "kr)",
        "Bud" + inside[3] + "get",
        "2026",
    ]
    head = "".join(word + gap for word, gap in zip(words, between, strict=False)).rstrip()
    (header,) = found(as_document(f"En mening före tabellen.\n\n{head}\n\nSjukhusen 12,5 13,0\n"))
    assert meanings(header) == [("name", None, None), ("frame", "mnkr", 2027), ("budget", None, 2026)]
    assert header.first_line == 3
    assert header.last_line == 3 + head.count("\n")


INDICATORS = HeaderWords(
    column_words("indicators"), frozenset({"indicator", "target"}), leading=("perspective", "goal", "indicator")
)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Mål\tIndikator\tMålvärde 2027", ["goal", "indicator", "target"]),
        ("Mål\tIndikator\tMål", ["goal", "indicator", "target"]),
        ("Indikator\tMål\tUtfall 2025", ["indicator", "target", "baseline"]),
        ("Perspektiv\tMål\tIndikator\tMål 2027", ["perspective", "goal", "indicator", "target"]),
        ("Indikator Mål Utfall", ["indicator", "target", "baseline"]),
    ],
)
def test_a_word_with_two_meanings_is_told_by_where_it_stands(
    head: str, told: list[str], as_document: Callable[[str], Document]
) -> None:
    (header,) = found(as_document(f"{head}\n"), INDICATORS)
    assert [column.meaning for column in header.columns] == told


@given(
    cells=st.lists(
        st.lists(st.sampled_from(["Verksamhet", "Ram 2027", "ram", "Nämnden", "17,5", "-", "", "Mål ram"]), max_size=5),
        min_size=1,
        max_size=6,
    )
)
def test_no_head_is_passed_over_for_what_it_begins_with(
    cells: list[list[str]], as_document: Callable[[str], Document]
) -> None:
    document = as_document("Text före tabellen.\n" + "\n".join("\t".join(row) for row in cells))
    made = squeezed(document)
    begun = WORDS.begun_lines(made)
    assert [line for line in made.lines if WORDS.word_at(made, line[0])] == [
        line for line in begun if WORDS.word_at(made, line[0])
    ]
    for row, edges in made.rows:
        known = [bool(words_in(WORDS, made, *each)) for each in edges]
        unknown = [bool(cell) and not one for cell, one in zip(row.cells[1:], known[1:], strict=True)]
        assert sum(known) <= sum(unknown) or may_be_head(WORDS, row, edges, made)
