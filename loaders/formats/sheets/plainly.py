"""A workbook in the form that Röda tråden writes: every row as it stands, so that each cell keeps its column."""

from graph.workbook.forms import MARK
from loaders.formats.galley import Galley, Ink
from loaders.formats.sheets.sheet import Sheet

#: The mark without the version.
MARKED = MARK.rpartition(" ")[0]


def is_marked(sheet: Sheet) -> bool:
    """Whether a sheet's first cell says that its workbook is in that form."""
    return bool(sheet.rows and sheet.rows[0] and sheet.rows[0][0].startswith(MARKED))


def set_plainly(galley: Galley, sheet: Sheet) -> None:
    """Set a sheet: its name, and every row that is not blank with all its cells."""
    galley.blank()
    galley.line([Ink(sheet.name, sheet.spot((0, 0)))])
    for row, texts in enumerate(sheet.rows):
        if any(text.strip() for text in texts):
            galley.row([(Ink(text, sheet.spot((row, at))),) if text.strip() else () for at, text in enumerate(texts)])
