"""The values of a workbook's cells by calamine; what goes wrong in it is told as a refusal of the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from loaders.errors import UnreadablePlan
from loaders.formats.sheets.sheet import At

Values = list[list[Any]]


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[Any]:
    """A workbook, open as long as needed. Raises UnreadablePlan where it is none, or locked."""
    from python_calamine import CalamineWorkbook

    with _refusing(path):
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    with book:
        yield book


def values_of(path: Path, book: Any, name: str) -> tuple[Values, dict[At, tuple[int, int]]]:  # noqa: ANN401  calamine's
    """A sheet's values from A1 on, and what is merged: each upper left cell's columns and rows."""
    with _refusing(path):
        sheet = book.get_sheet_by_name(name)
        ranges = sheet.merged_cell_ranges or ()
        rows = sheet.to_python(skip_empty_area=False) if sheet.end else []
    return rows, {first: (last[1] - first[1] + 1, last[0] - first[0] + 1) for first, last in ranges}


def is_hidden(told: Any) -> bool:  # noqa: ANN401  calamine's
    """Whether a sheet is hidden, by what the workbook tells of it."""
    from python_calamine import SheetVisibleEnum

    return bool(told.visible != SheetVisibleEnum.Visible)


def is_plain(told: Any) -> bool:  # noqa: ANN401  calamine's
    """Whether a sheet has cells: it is no chart and no macro."""
    from python_calamine import SheetTypeEnum

    return bool(told.typ == SheetTypeEnum.WorkSheet)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Every failure of the library as a refusal; a fault of its own (a panic) too, which is no Exception."""
    from python_calamine import PasswordError

    try:
        yield
    except PasswordError as error:
        raise UnreadablePlan(f"{path}: {LOCKED}") from error
    except UnreadablePlan:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise UnreadablePlan(
            f"{path}: the workbook is damaged or was cut off ({str(error)[:200]}). Save it anew in the program that made it."
        ) from error


LOCKED = "the workbook is protected with a password. Save a copy without password and load that."
