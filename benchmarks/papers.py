"""Invented plans as PDF, drawn in the ways that tables in plans are, with the rows that stand in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

TEXT = """vårdens kvalitet ska utvecklas med en ny modell för samverkan mellan kommun och sjukhus under året
patienter medarbetare kompetensförsörjning hälsofrämjande digitalisering uppföljning verksamhetsplan delaktighet i av
tillgänglighet regionens läkemedelsförsörjning ekonomi primärvården tandvården kollektivtrafik kultur"""
WORDS = TEXT.split()
HEAD = ("Nr", "Uppdrag", "Aktivitet", "Ansvarig", "Utfall", "Mål")
SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=8, leading=9.6)
BOLD = ParagraphStyle("bold", parent=SMALL, fontName="Helvetica-Bold")

Row = tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A PDF with one long table, and the rows of its body."""

    name: str
    path: Path
    rows: tuple[Row, ...]


def papers(folder: Path, rows: int = 330) -> list[Paper]:
    """One of each sort, written into a folder."""
    sorts: dict[str, Callable[[Path, list[Row]], None]] = {
        "ruled": ruled,
        "banded": banded,
        "lines across": lines_across,
        "no lines": no_lines,
        "merged heads": merged_heads,
    }
    made = []
    for number, (name, draw) in enumerate(sorts.items()):
        told, path = body(rows, Random(number)), folder / f"{name.replace(' ', '-')}.pdf"
        draw(path, told)
        made.append(Paper(name, path, tuple(told)))
    return made


def body(rows: int, chance: Random) -> list[Row]:
    """Rows of a table: texts that wrap, and figures; now and then a cell is empty."""
    return [
        (
            str(number),
            phrase(chance, 2, 14),
            phrase(chance, 3, 22),
            phrase(chance, 1, 3) if chance.random() < 0.9 else "",
            f"{chance.randint(1, 99)},{chance.randint(0, 9)}",
            f"{chance.randint(1, 99)} %",
        )
        for number in range(1, rows + 1)
    ]


def phrase(chance: Random, fewest: int, most: int) -> str:
    """Some words."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(fewest, most))]
    return " ".join(words).capitalize()


def ruled(path: Path, rows: list[Row]) -> None:
    """All cells framed; rows go on over page breaks, narrow cells break words; the head on every page."""
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), *BASE]
    drawn(path, [HEAD], rows, (28, 140, 190, 62, 40, 40), style)


def banded(path: Path, rows: list[Row]) -> None:
    """Landscape: every second row filled and with lines between its columns, the others without."""
    style = [("BACKGROUND", (0, 0), (-1, 0), colors.darkblue), *BASE]
    for row in range(1, len(rows) + 1, 2):
        style += [
            ("BACKGROUND", (0, row), (-1, row), colors.lavender),
            ("INNERGRID", (0, row), (-1, row), 0.4, colors.grey),
        ]
    drawn(path, [HEAD], rows, (30, 200, 330, 90, 50, 50), style, landscape(A4))


def lines_across(path: Path, rows: list[Row]) -> None:
    """Lines above and below the head and between rows, none between columns."""
    style = [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.black), *BASE]
    drawn(path, [HEAD], rows, (28, 140, 190, 62, 40, 40), style)


def no_lines(path: Path, rows: list[Row]) -> None:
    """No lines at all; short cells, a row a line."""
    rows[:] = [(row[0], *(" ".join(cell.split()[:4]) for cell in row[1:3]), *row[3:]) for row in rows]
    drawn(path, [HEAD], rows, (28, 170, 170, 82, 40, 40), BASE)


def merged_heads(path: Path, rows: list[Row]) -> None:
    """A head of two rows, whose cells span columns and rows; group rows across the whole table."""
    head = [
        ("Nr", "Uppdrag och aktivitet", "", "Ansvarig", "2027", ""),
        ("", "Uppdrag", "Aktivitet", "", "Utfall", "Mål"),
    ]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (3, 1)), ("SPAN", (4, 0), (5, 0))]
    groups = [("SPAN", (0, row), (-1, row)) for row in range(2, len(rows) + 2, 9)]
    for at in range(0, len(rows), 9):
        rows[at] = (f"Mål {at // 9 + 1}: " + " ".join(rows[at][1].split()[:5]), *[""] * 5)
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), *BASE, *spans, *groups]
    drawn(path, head, rows, (28, 140, 190, 62, 40, 40), style)


BASE: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
]


def drawn(
    path: Path,
    head: Sequence[Row],
    rows: Sequence[Row],
    widths: Sequence[float],
    style: Sequence[tuple[Any, ...]],
    size: tuple[float, float] = A4,
) -> None:
    """Draw a table between two paragraphs."""
    cells = [[Paragraph(cell, BOLD) for cell in row] for row in head]
    cells += [[Paragraph(cell, SMALL) for cell in row] for row in rows]
    table = Table(cells, colWidths=list(widths), repeatRows=len(head), splitInRow=1, style=TableStyle(list(style)))
    text = getSampleStyleSheet()["BodyText"]
    paper = SimpleDocTemplate(
        str(path), pagesize=size, leftMargin=40, rightMargin=40, topMargin=50, bottomMargin=50, invariant=1
    )
    before, after = ([Paragraph(" ".join(WORDS * 3).capitalize() + ".", text)] for _ in range(2))
    paper.build([*before, table, *after])
