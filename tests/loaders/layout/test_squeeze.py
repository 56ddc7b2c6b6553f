"""Squeezed text finds a heading however it is wrapped, and knows where each letter stands."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Document
from loaders.layout.squeeze import squeeze, squeezed

TEXTS = st.text(min_size=1).filter(lambda text: bool(text.strip()) and "\0" not in text)


def test_blanks_hyphens_and_punctuation_go_but_the_per_cent_sign_stays() -> None:
    assert squeeze(" Mål-\nvärde, År 2027 (%) ") == "målvärdeår2027%"


def test_markup_is_no_text(as_document: Callable[[str], Document]) -> None:
    assert squeeze("<b>Ram</b>") == "ram"
    assert squeezed(as_document("<b>Ram</b> 2027")).text == "ram2027"


def test_lines_begin_and_end_where_their_letters_do(as_document: Callable[[str], Document]) -> None:
    made = squeezed(as_document("Mål\n\n - \nIndi-\nkator\n"))
    assert made.text == "målindikator"
    assert made.line_starts == {0, 3, 7}
    assert [made.ends_line(at) for at in (1, 3, 7, 12, 13)] == [False, True, True, True, True]
    assert made.line(7).number == 5


def test_a_letter_that_grows_in_lower_case_is_one_letter(as_document: Callable[[str], Document]) -> None:
    made = squeezed(as_document("İstanbul"))
    assert (made.text, len(made.offsets)) == ("istanbul", 8)


@given(text=TEXTS)
def test_each_letter_is_found_where_it_stands(text: str, as_document: Callable[[str], Document]) -> None:
    document = as_document(text)
    made = squeezed(document)
    assert len(made.text) == len(made.offsets)
    assert list(made.offsets) == sorted(set(made.offsets))
    for char, at in zip(made.text, made.offsets, strict=True):
        assert document.source.text[at].lower()[0] == char
