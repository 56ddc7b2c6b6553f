"""Where things stand: in which file, on which lines."""

from dataclasses import dataclass

from graph.terms import sparql
from graph.view import View
from ontology import rt
from ontology.iri import Iri

SOURCES = """
SELECT DISTINCT ?file ?first ?last WHERE {{
  {thing} <{passage}> ?passage . ?passage <{document}> ?document ; <{first}> ?first ; <{last}> ?last .
  ?document <{file}> ?file }} ORDER BY ?file ?first ?last"""


@dataclass(frozen=True, order=True)
class Stand:
    """Where something stands: a file and its lines, 1-based, both inclusive."""

    file: str
    first: int
    last: int

    def __str__(self) -> str:
        """ "plan.txt:250", "plan.txt:250-252"."""
        return f"{self.file}:{self.first}" + (f"-{self.last}" if self.last != self.first else "")


def stands(view: View, thing: Iri) -> tuple[Stand, ...]:
    """The places that state a thing."""
    query = SOURCES.format(
        thing=sparql(thing),
        passage=rt.passage,
        document=rt.inDocument,
        first=rt.firstLine,
        last=rt.lastLine,
        file=rt.fileName,
    )
    return tuple(Stand(str(file), int(str(first)), int(str(last))) for file, first, last in view.select(query).rows)
