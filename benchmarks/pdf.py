"""How fast tables of PDF pages are read, and how right, beside pdfplumber.

    python -m benchmarks.pdf [--runs 3] [--rows 330] [--json] [FOLDER]

Both read the same pages in turn, so that what else the machine does meets both; read the ratio. A row is right where all its
cells are, but for blanks and hyphens. With FOLDER other papers are read, too: each NAME.pdf with its rows in NAME.tsv.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click
import pdfplumber
import pypdfium2

from benchmarks.figures import Times, table
from benchmarks.papers import Paper, Row, papers
from loaders.formats.grids import expanded
from loaders.formats.pdf.sheet import read_page
from loaders.formats.pdf.stitching import WholeTable, stitched
from loaders.formats.pdf.tables import find_tables

Reader = Callable[[Paper], list[Row]]
#: What a user of pdfplumber would set where lines do not draw all cells.
STRATEGIES = {
    "lines across": {"vertical_strategy": "text"},
    "no lines": {"vertical_strategy": "text", "horizontal_strategy": "text"},
}


@dataclass(frozen=True)
class Measured:
    """A paper read by both: seconds of each round, and the share of rows that were right."""

    paper: str
    pages: int
    ours: Times
    theirs: Times
    right: float
    theirs_right: float

    @property
    def ratio(self) -> float:
        """How many times longer pdfplumber takes, by the middle of the rounds."""
        ratios = [one / other for one, other in zip(self.theirs.seconds, self.ours.seconds, strict=True)]
        return Times(tuple(ratios)).median


def ours(paper: Paper) -> list[Row]:
    """The rows of all tables, read by Röda tråden."""
    with pypdfium2.PdfDocument(paper.path) as document:
        pages = [read_page(document, number) for number in range(1, len(document) + 1)]
    tables = stitched([each for page in pages for each in find_tables(page)], lambda *_: False)
    return [tuple(cell) for each in tables for cell in texts(each)]


def texts(whole: WholeTable) -> Iterable[list[str]]:
    """A table's cells as text."""
    return ([slot.cell.text if slot.first else "" for slot in row] for row in expanded(whole.rows))


def theirs(paper: Paper) -> list[Row]:
    """The rows of all tables, read by pdfplumber; rows whose first cell is empty are put to those above."""
    rows: list[list[str]] = []
    settings = STRATEGIES.get(paper.name, {})
    with pdfplumber.open(paper.path) as document:
        for page in document.pages:
            for found in page.extract_tables(settings):
                for row in found:
                    cells = [cell or "" for cell in row]
                    if rows and not cells[0] and len(cells) == len(rows[-1]):
                        rows[-1] = [f"{above} {below}" for above, below in zip(rows[-1], cells, strict=True)]
                    else:
                        rows.append(cells)
    return [tuple(row) for row in rows]


def share_right(wanted: Iterable[Row], read: Iterable[Row]) -> float:
    """The share of rows that were read as they are, each as often as it is there."""
    want, got = (Counter(tuple(map(squeezed, row)) for row in rows) for rows in (wanted, read))
    return (want & got).total() / want.total()


def squeezed(text: str) -> str:
    """A cell without blanks and hyphens."""
    return re.sub(r"[\s-]", "", text)


def measured(paper: Paper, runs: int) -> Measured:
    """Both readers on a paper, in turn."""
    seconds: dict[Reader, list[float]] = {ours: [], theirs: []}
    read: dict[Reader, list[Row]] = {}
    for _ in range(runs):
        for reader, taken in seconds.items():
            begun = perf_counter()
            read[reader] = reader(paper)
            taken.append(perf_counter() - begun)
    with pypdfium2.PdfDocument(paper.path) as document:
        pages = len(document)
    right = {reader: share_right(paper.rows, rows) for reader, rows in read.items()}
    times = {reader: Times(tuple(taken)) for reader, taken in seconds.items()}
    return Measured(paper.name, pages, times[ours], times[theirs], right[ours], right[theirs])


def others(folder: Path) -> list[Paper]:
    """The papers in a folder, with their rows."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        rows = tuple(tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines())
        found.append(Paper(path.stem, path.with_suffix(".pdf"), rows))
    return found


def row(result: Measured) -> tuple[str, ...]:
    """A paper's figures as printed."""
    speeds = [f"{result.pages / times.median:.0f}" for times in (result.ours, result.theirs)]
    return (
        result.paper,
        str(result.pages),
        *speeds,
        f"{result.ratio:.1f}",
        f"{result.right:.3f}",
        f"{result.theirs_right:.3f}",
    )


@click.command()
@click.option("--runs", default=3, show_default=True, help="How many times each reads each paper.")
@click.option("--rows", default=330, show_default=True, help="How many rows each table has.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(runs: int, rows: int, folder: Path | None, *, as_json: bool) -> None:
    """Read invented plans with both, and print how fast and how right each is."""
    with TemporaryDirectory() as made:
        read = [measured(paper, runs) for paper in [*papers(Path(made), rows), *(others(folder) if folder else ())]]
    if as_json:
        return click.echo(
            json.dumps([{**vars(each), "ours": each.ours.as_json(), "theirs": each.theirs.as_json()} for each in read])
        )
    head = ("Table", "pages", "pages/s", "pdfplumber", "times", "rows right", "pdfplumber's")
    return click.echo(table(head, map(row, read)))


if __name__ == "__main__":
    main()
