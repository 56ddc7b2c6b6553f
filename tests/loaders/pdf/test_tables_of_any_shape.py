"""A table laid out with columns, texts and borders of whatever kind comes back cell for cell."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from .tabled import TOP, set_out, whole_tables

SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=8, leading=9.6)
WORDS = st.sampled_from(["Vården", "ökar", "i", "länet", "2031", "12,5", "%", "8", "dagar", "•", "(nu)", "av"])
CELLS = st.lists(WORDS, min_size=0, max_size=9).map(" ".join).map(str.capitalize)
#: Each column is so wide that no word is too long for it.
WIDTHS = st.integers(40, 120)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[str]], list[int]]:
    """Rows of cells, the first of each row filled; the columns' widths."""
    widths = draw(st.lists(WIDTHS, min_size=2, max_size=4))
    body = st.lists(st.tuples(WORDS, *[CELLS] * (len(widths) - 1)).map(list), min_size=1, max_size=25)
    head = [f"Kolumn {number}" for number, _ in enumerate(widths)]
    return [head, *draw(body)], widths


BORDERS = st.builds(
    lambda thick, grey, dash, double: [("GRID", (0, 0), (-1, -1), thick, grey, 0, dash, None, double, 1.2)],
    st.sampled_from([0.25, 0.5, 1, 2]),
    st.sampled_from([colors.black, colors.grey, colors.lightgrey]),
    st.sampled_from([None, (1, 2), (3, 3)]),
    st.sampled_from([1, 2]),
)
GRID = [("GRID", (0, 0), (-1, -1), 1, colors.grey, 0, None, None, 1, 1.2)]
FILLS = st.lists(st.integers(0, 40), max_size=4)


@settings(
    max_examples=20, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
@given(tables(), BORDERS, FILLS)
@example(
    ([["Kolumn 0", "Kolumn 1"], ["av", ""], ["%", "Dagar % dagar av"], ["•", ""], ["8", "Ökar"]], [110, 75]), GRID, []
)
def test_ruled_tables_come_back(made: tuple[list[list[str]], list[int]], borders: list[Any], fills: list[int]) -> None:
    rows, widths = made
    style = [*borders, TOP, *(("BACKGROUND", (0, row), (-1, row), colors.lavender) for row in fills if row < len(rows))]
    cells = [[Paragraph(cell, SMALL) for cell in row] for row in rows]
    with TemporaryDirectory() as folder:
        read = whole_tables(set_out(Path(folder), cells, style, colWidths=widths, repeatRows=1))
    filled = [at for at, column in enumerate(zip(*rows, strict=True)) if any(column)]
    assert [[[row[at] for at in filled] for row in table] for table in read] == [
        [[row[at] for at in filled] for row in rows]
    ]
