"""Where things stand: in which file, on which lines, and on which page or in which cells where the file has such."""

from dataclasses import dataclass

from graph.answer import Value
from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri

#: What a question asks of a ?passage, and the columns that `stand` takes in their order.
PLACED = f"""?passage <{rt.inDocument}> ?document ; <{rt.firstLine}> ?first ; <{rt.lastLine}> ?last .
  ?document <{rt.fileName}> ?file
  OPTIONAL {{ ?passage <{rt.page}> ?page }} OPTIONAL {{ ?passage <{rt.sheet}> ?sheet }}
  OPTIONAL {{ ?passage <{rt.cell}> ?cell }}"""
COLUMNS = "?file ?first ?last ?page ?sheet ?cell"
SOURCES = f"""
SELECT DISTINCT {COLUMNS} WHERE {{ $thing <{rt.passage}> ?passage . {PLACED} }} ORDER BY ?file ?first ?last"""


@dataclass(frozen=True, order=True)
class Stand:
    """Where something stands: a file and its lines, 1-based, both inclusive; 0 and "" where it has no pages or sheets."""

    file: str
    first: int
    last: int
    page: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """ "plan.txt:250", "plan.txt:250-252", "plan.pdf:250 (page 12)", "plan.xlsx:9 (Mål!B7)"."""
        lines = f"{self.file}:{self.first}" + (f"-{self.last}" if self.last != self.first else "")
        if self.sheet:
            return f"{lines} ({self.sheet}!{self.cell})" if self.cell else f"{lines} ({self.sheet})"
        return f"{lines} (page {self.page})" if self.page else lines


def stand(columns: tuple[Value, ...]) -> Stand:
    """The place that a row tells in COLUMNS."""
    file, first, last, page, sheet, cell = columns
    return Stand(str(file), int(str(first)), int(str(last)), int(str(page or 0)), str(sheet or ""), str(cell or ""))


def stands(view: View, thing: Iri) -> tuple[Stand, ...]:
    """The places that state a thing."""
    return tuple(map(stand, view.select(SOURCES.replace("$thing", sparql(thing))).rows))
