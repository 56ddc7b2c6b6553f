"""Lines and tables set one after the other, with blank lines where the page shows a gap or a heading."""

from collections.abc import Iterable, Mapping, Sequence

from loaders.formats.galley import Galley
from loaders.formats.grids import set_table
from loaders.formats.pdf.printed import Printed, goes_on, parted
from loaders.formats.pdf.stitching import WholeTable
from loaders.formats.pdf.table import PageTable

#: From line to line where no line tells it, in line heights.
USUAL_LEADING = 1.0


class Flow:
    """The text of all pages as it runs on: paragraphs, lists and tables go on over columns and pages."""

    def __init__(self, galley: Galley, leadings: Mapping[int, float], tables: Iterable[WholeTable]) -> None:
        """Set on a galley; `leadings` tell for each height of lines how far they usually are from foot to foot."""
        self._galley, self._leadings = galley, leadings
        self._tables = {id(table.parts[0]): table for table in tables}
        self._above: Printed | None = None
        self._listed: Printed | None = None
        self._notes: list[Printed] = []

    def column(self, parts: Sequence[Printed | PageTable]) -> None:
        """Lines and tables below each other; the first may go on what the column before ended with."""
        for at, part in enumerate(parts):
            if isinstance(part, Printed):
                self._line(part, begins=not at)
            elif whole := self._tables.get(id(part)):
                self._table(whole)

    def notes(self, notes: Sequence[Printed]) -> None:
        """A page's footnotes: they wait until the paragraph ends that may go on over the page."""
        self._notes += notes

    def end(self) -> None:
        """Nothing goes on from here."""
        self._above = self._listed = None
        self._set_notes()

    def _table(self, table: WholeTable) -> None:
        """All of a table where it begins; its head is told once."""
        self.end()
        set_table(self._galley, table.rows)
        for head in table.heads:
            self._galley.margin(head)

    def _line(self, line: Printed, *, begins: bool) -> None:
        above = self._above
        blank = above is None or self._is_parted(above, line, begins=begins)
        if blank:
            self._set_notes()
            self._galley.blank()
        self._galley.line(line.ink())
        self._listed = line if line.marked else None if blank else self._listed
        self._above = line

    def _is_parted(self, above: Printed, line: Printed, *, begins: bool) -> bool:
        if begins:
            return not goes_on(above, line, listed=self._listed is not None)
        leading = self._leadings.get(round(line.size), USUAL_LEADING)
        return parted(above, line, leading, self._listed)

    def _set_notes(self) -> None:
        notes, self._notes = self._notes, []
        if notes:
            self._galley.blank()
        for note in notes:
            self._galley.line(note.ink())
