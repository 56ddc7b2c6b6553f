"""A piece is told from exactly the place that it names."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Document, blocks

TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"], include_characters="\n\t -"), min_size=1).filter(
    str.strip
)


def test_a_span_leaves_out_the_blanks_at_its_ends(as_document: Callable[[str], Document]) -> None:
    span = as_document("ett\n  två tre  \nfyra\n").place(3, 16).spans[0]
    assert (span.start, span.end, span.first_line, span.last_line) == (6, 13, 2, 2)


def test_a_stretch_of_blanks_stays_where_it_is(as_document: Callable[[str], Document]) -> None:
    span = as_document("a\t  \tb\n").place(2, 4).spans[0]
    assert (span.start, span.end, span.first_line) == (2, 4, 1)


def test_a_piece_over_several_lines_is_cleaned_by_the_documents_own_words(
    as_document: Callable[[str], Document],
) -> None:
    document = as_document("Vår HME-index är bra\n\nIndex (HME-\nindex)\n")
    piece = document.cut_lines(document.between(3, 4))
    assert (piece.text, piece.line, piece.place.spans[0].last_line) == ("Index (HME-index)", 3, 4)


def test_a_piece_without_text_is_false(as_document: Callable[[str], Document]) -> None:
    document = as_document("a\t\tb")
    assert [bool(cell) for cell in (document.cut(0, 1), document.cut(2, 2))] == [True, False]


def test_a_stretch_goes_from_the_first_piece_to_the_last(as_document: Callable[[str], Document]) -> None:
    document = as_document("ett\ntvå\ntre\nfyra\n")
    place = document.stretch([document.cut(8, 11), document.cut(4, 7)])
    assert [(span.first_line, span.last_line) for span in place.spans] == [(2, 3)]


def test_lines_beyond_the_document_are_none(as_document: Callable[[str], Document]) -> None:
    document = as_document("ett\ntvå\n")
    assert [line.number for line in document.between(-3, 9)] == [1, 2]
    assert document.between(5, 9) == ()
    assert document.between(2, 1) == ()


def test_blocks_are_runs_of_lines_without_a_blank_one(as_document: Callable[[str], Document]) -> None:
    runs = blocks(as_document("\na\nb\n \n\nc\n").lines)
    assert [[line.text for line in run] for run in runs] == [["a", "b"], ["c"]]
    assert blocks(()) == []


@given(text=TEXTS, ends=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_what_is_cut_stands_on_the_lines_that_it_names(
    text: str, ends: tuple[float, float], as_document: Callable[[str], Document]
) -> None:
    document = as_document(text)
    whole = document.source.text
    start, end = sorted(int(share * len(whole)) for share in ends)
    piece = document.cut(start, end)
    (span,) = piece.place.spans
    assert start <= span.start <= span.end <= end
    assert letters(piece.text) == letters(whole[span.start : span.end])
    named = "\n".join(line.text for line in document.between(span.first_line, span.last_line))
    assert whole[span.start : span.end].strip("\n") in named


def letters(text: str) -> str:
    """A text's letters and digits."""
    return "".join(char for char in text if char.isalnum())


@given(TEXTS)
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    from loaders.formats.text import lines_of

    lines = lines_of(text)
    assert "\n".join(line.text for line in lines) == text.removesuffix("\n")
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(text[line.start : line.end] == line.text for line in lines)
