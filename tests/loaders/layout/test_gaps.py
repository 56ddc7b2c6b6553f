"""Tables with empty cells: a figure is said to stand where it must, and nowhere else."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Document
from loaders.layout.gaps import cells_of, gap_row, may_stand, usual_gap

COLUMNS = 7


def anywhere(text: str, cell: int) -> bool:
    """Any figure may stand in any cell."""
    return True


def status_or_amount(text: str, cell: int) -> bool:
    """One digit may stand anywhere, more only in the last cell."""
    return len(text) == 1 or cell == COLUMNS - 1


def printed(cells: list[str]) -> str:
    """A row as text out of a page shows it: two blanks behind each cell, nothing else of an empty one."""
    return "Gemensam tvätt " + "".join(f"{cell}  " for cell in cells).rstrip() + " \n"


@given(st.lists(st.sampled_from(["", "0", "3", "4"]), min_size=COLUMNS - 1, max_size=COLUMNS - 1))
def test_the_true_cell_is_always_among_those_told(as_document: Callable[[str], Document], cells: list[str]) -> None:
    document = as_document(printed([*cells, "25"]))
    row = gap_row(document, [line for line in document.lines if not line.blank], 2)
    truth = [(cell, at) for at, cell in enumerate([*cells, "25"]) if cell]
    assert [figure.piece.text for figure in row.figures] == [cell for cell, _ in truth]
    told = may_stand(row, COLUMNS, status_or_amount)
    assert all(at in where for (_, at), where in zip(truth, told, strict=True))


def test_one_gap_tells_all_cells(as_document: Callable[[str], Document]) -> None:
    assert standing(as_document, "Samlade inköp 2    3  1  4  4  4  12 \n") == [{0}, {2}, {3}, {4}, {5}, {6}, {7}]


def test_a_row_that_begins_with_empty_cells_ends_where_the_table_does(as_document: Callable[[str], Document]) -> None:
    assert standing(as_document, "Färre formulär      3  1  4  4  4  12 \n") == [{2}, {3}, {4}, {5}, {6}, {7}]
    assert standing(as_document, "Samlade inköp                        12 \n") == [{7}]


def test_a_line_end_between_figures_tells_nothing_of_how_far_apart_they_are(
    as_document: Callable[[str], Document],
) -> None:
    told = standing(as_document, "Hyrda skeppsläkare 2  \n \n\n2  3      4  4  12 \n")
    assert told == [{0}, {1, 2}, {2, 3}, {5}, {6}, {7}]


def test_gaps_that_contradict_each_other_leave_the_order(as_document: Callable[[str], Document]) -> None:
    told = standing(as_document, "Nytt sjukhus 1  2  3    4    5 \n", count=6)
    assert told == [{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}]


def test_more_figures_than_cells_stand_nowhere(as_document: Callable[[str], Document]) -> None:
    assert standing(as_document, "Nytt sjukhus 1  2  3  4 \n", count=3) == [set()] * 4


def test_a_name_may_hold_figures_of_its_own(as_document: Callable[[str], Document]) -> None:
    line = as_document("Etapp 2 av ombyggnaden 3  4 \n").lines[0]
    end, cells = cells_of(line)
    assert line.text[:end] == "Etapp 2 av ombyggnaden"
    assert [line.text[start:end] for start, end in cells] == ["3", "4"]


def test_groups_of_digits_are_one_figure_where_cells_stand_further_apart(
    as_document: Callable[[str], Document],
) -> None:
    assert standing(as_document, "Hyrda skeppsläkare 3  4  4  3  4  4  4  1 250 \n") == [{at} for at in range(8)]
    assert standing(as_document, "Hyrda skeppsläkare 3 4 4 3 4 4 4 250 \n") == [{at} for at in range(8)]
    assert standing(as_document, "Totalt                     1 043 \n") == [{7}]


def standing(as_document: Callable[[str], Document], text: str, count: int = 8) -> list[set[int]]:
    """Where the figures of a row may stand."""
    document = as_document(text)
    lines = [line for line in document.lines if not line.blank]
    return may_stand(gap_row(document, lines, usual_gap(lines)), count, anywhere)
