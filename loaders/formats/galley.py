"""A document's text as a format sets it: line by line, each run of signs with its spot.

A row of a table is one line with tabs between its cells; cells of a word processor and of a page come to the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.records import Doubt, Source
from loaders.document import Document, Line
from loaders.formats.cells import rows_of
from loaders.spots import Printed, Spot
from ontology import rt
from ontology.iri import Iri

#: What would end a line or part a cell, and signs that no text may hold (XML 1.0, 2.2).
ODD = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ufffe\uffff\ud800-\udfff]+")


class Ink(NamedTuple):
    """Some signs, blanks among them, and where they are printed; `hidden` where the file has them but does not show them."""

    text: str
    spot: Spot | None = None
    hidden: bool = False


#: Between two cells, and between two words.
TAB, BLANK = Ink("\t"), Ink(" ")


@dataclass(frozen=True)
class Oddity:
    """What a format found odd, in Swedish and in English."""

    kind: Iri
    sv: str
    en: str
    severity: Iri = rt.Warning_


@dataclass(frozen=True)
class Remark:
    """What is odd about the text between two offsets; becomes a doubt."""

    odd: Oddity
    start: int
    end: int


class Galley:
    """Text being set. `at` is the offset that the next line begins at."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.at = 0
        self._lines: list[Line] = []
        self._rows: list[int] = []
        self._margins: list[tuple[tuple[Ink, ...], Oddity | None]] = []
        self._printed: list[Printed] = []
        self._remarks: list[Remark] = []
        self._hidden: list[tuple[int, int]] = []

    def blank(self) -> None:
        """A blank line, unless one is just above or nothing is."""
        if self._lines and not self._lines[-1].blank:
            self._line(())

    def line(self, ink: Iterable[Ink]) -> Line:
        """A line, as it stands."""
        return self._line(ink)

    def row(self, cells: Iterable[Sequence[Ink]]) -> Line:
        """A row of a table: a line with tabs between its cells; an empty cell has no ink."""
        self._rows.append(len(self._lines))
        parted: list[Ink] = []
        for number, cell in enumerate(cells):
            parted += [TAB] if number else []
            parted += cell
        return self._line(parted)

    def margin(self, ink: Iterable[Ink], odd: Oddity | None = None) -> None:
        """A line that pages repeat or number, or that is not believed for something odd about it: behind all others."""
        self._margins.append((tuple(ink), odd))

    def remark(self, kind: Iri, start: int, end: int, sv: str, en: str, severity: Iri = rt.Warning_) -> None:
        """Something odd about what is set between two offsets."""
        self._remarks.append(Remark(Oddity(kind, sv, en, severity), start, end))

    def about_all(self, odd: Oddity) -> None:
        """Something odd about the whole document, told where its text begins."""
        first = next((line for line in self._lines if not line.blank), None)
        if first:
            self._remarks.append(Remark(odd, first.start, first.end))

    def document(self, name: str, sha256: str, media_type: str, read_by: str) -> Document:
        """All that was set, of a source file by its name, checksum and media type, read by a reader."""
        hidden = tuple(self._hidden)
        if self._margins:
            self.blank()
        told = len(self._lines)
        for ink, odd in self._margins:
            line = self._line(ink)
            if odd:
                self._remarks.append(Remark(odd, line.start, line.end))
        text = "".join(f"{line.text}\n" for line in self._lines)
        source = Source(name, sha256, media_type, text, len(self._lines), read_by)
        lines = tuple(self._lines)
        bare = Document(source, lines[:told], (), lines[told:], tuple(self._printed))
        rows = rows_of(bare, (lines[at] for at in self._rows))
        remarks = [*self._remarks, *(_hidden_text(*stretch) for stretch in _joined(text, hidden))]
        return replace(bare, rows=rows, doubts=tuple(_doubt(bare, remark) for remark in remarks))

    def _line(self, ink: Iterable[Ink]) -> Line:
        """A line, its runs with a spot noted."""
        texts, begin, page = list[str](), self.at, None
        for each in ink:
            texts.append(each.text if each is TAB else ODD.sub(" ", each.text))
            end = self.at + len(texts[-1])
            if each.spot and end > self.at:
                self._printed.append(Printed(self.at, end, each.spot))
                page = page or each.spot.page
            if each.hidden and texts[-1].strip():
                self._hidden.append((self.at, end))
            self.at = end
        line = Line(len(self._lines) + 1, begin, "".join(texts), page)
        self._lines.append(line)
        self.at += 1
        return line


def spaced(ink: Iterable[Ink]) -> list[Ink]:
    """Words with a blank between."""
    words: list[Ink] = []
    for each in ink:
        words += [BLANK, each] if words else [each]
    return words


def _joined(text: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches with nothing but blanks between made one."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        begin = joined.pop()[0] if joined and not text[joined[-1][1] : start].strip() else start
        joined.append((begin, end))
    return joined


def _hidden_text(start: int, end: int) -> Remark:
    sv = "Texten finns i filen men syns inte när den visas eller skrivs ut; den är läst som annan text."
    en = "The text is in the file but not seen where it is shown or printed; it is read as other text is."
    return Remark(Oddity(rt.HiddenText, sv, en), start, end)


def _doubt(document: Document, remark: Remark) -> Doubt:
    odd = remark.odd
    return Doubt(odd.kind, document.place(remark.start, remark.end), odd.sv, odd.en, None, odd.severity)
