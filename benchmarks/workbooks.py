"""How fast workbooks are read: cells as they show, and whole documents, beside openpyxl: `python -m benchmarks.workbooks`.

openpyxl reads the same workbook in its fast way (read-only): the bare values, and values with the formats that tell how they
show. All take their turns in each round; what counts is the ratio of processor times within a round.
"""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click
import openpyxl
import xlsxwriter

from loaders.formats.sheets import ooxml
from loaders.formats.workbook import read

ROWS = 10_005


def plain(path: Path) -> None:
    """A workbook of many rows: names, units, figures, shares, dates."""
    with xlsxwriter.Workbook(path) as book:
        sheet, share = book.add_worksheet("Indikatorer"), book.add_format({"num_format": "0.0 %"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(
            0, 0, ("Indikator", "Enhet", "Utfall 2029", "Utfall 2030", "Mål 2031", "Mål 2032", "Andel", "Klart")
        )
        for row in range(1, ROWS):
            sheet.write_row(row, 0, (f"Indikator {row}", f"Enhet {row % 40}", *(row * n * 0.37 for n in range(2, 6))))
            sheet.write(row, 6, 0.485, share)
            sheet.write(row, 7, 47_000 + row % 300, day)


def merged(path: Path) -> None:
    """The same with a head of two rows, and each area's name over twenty rows."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Indikatorer")
        for first, last, text in ((2, 3, "Utfall"), (4, 5, "Mål")):
            sheet.merge_range(0, first, 0, last, text)
        sheet.write_row(1, 0, ("Område", "Indikator", 2029, 2030, 2031, 2032))
        for row in range(2, ROWS):
            sheet.write_row(row, 1, (f"Indikator {row}", *(row * n * 0.37 for n in range(2, 6))))
        for row in range(2, ROWS - 20, 20):
            sheet.merge_range(row, 0, row + 19, 0, f"Område {row}")


def openpyxl_values(path: Path) -> None:
    """Bare values."""
    book = openpyxl.load_workbook(path, read_only=True)
    for sheet in book.worksheets:
        list(sheet.iter_rows(values_only=True))
    book.close()


def openpyxl_formats(path: Path) -> None:
    """Values, and the formats that tell how they show."""
    book = openpyxl.load_workbook(path, read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                _ = cell.value, cell.number_format
    book.close()


def cells(path: Path) -> None:
    """Cells as they show, with what is merged and odd."""
    list(ooxml.sheets(path, path.read_bytes()))


WAYS: dict[str, Callable[[Path], object]] = {
    "cells as they show": cells,
    "whole document": read,
    "openpyxl, bare values": openpyxl_values,
    "openpyxl, values and formats": openpyxl_formats,
}


def measured(path: Path) -> dict[str, float]:
    """The processor seconds of each way, in turn."""
    taken = {}
    for name, way in WAYS.items():
        begun = time.process_time()
        way(path)
        taken[name] = time.process_time() - begun
    return taken


@click.command()
@click.option("--rounds", default=5, show_default=True)
def main(rounds: int) -> None:
    """Print the median of each way, and how many times as long as ours it takes."""
    gc.disable()  # as in the processes that read many files
    with TemporaryDirectory() as folder:
        for make in (plain, merged):
            path = Path(folder) / f"{make.__name__}.xlsx"
            make(path)
            measured(path)
            taken = [measured(path) for _ in range(rounds)]
            click.echo(f"{make.__name__}, {ROWS} rows:")
            for name in WAYS:
                ratio = median(each[name] / each["cells as they show"] for each in taken)
                click.echo(f"  {name:30} {median(each[name] for each in taken):7.3f} s  {ratio:6.1f} ×")


if __name__ == "__main__":
    main()
