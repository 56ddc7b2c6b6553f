"""What the graph quotes of a document: each passage, where it is said to stand, and its words."""

from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri

QUOTED = """
SELECT ?passage ?start ?end ?first ?last ?text WHERE {{
  GRAPH <{document}> {{
    ?passage <{start}> ?start ; <{end}> ?end ; <{first}> ?first ; <{last}> ?last .
    OPTIONAL {{ ?passage <{words}> ?text }} }} }} ORDER BY ?start ?end"""


@dataclass(frozen=True)
class Quoted:
    """A passage: its characters (0-based, end exclusive), its lines (1-based, both inclusive), its words.

    No words where the graph has only facts and figures of the document.
    """

    passage: Iri
    start: int
    end: int
    first: int
    last: int
    text: str | None


def quoted(view: View, document: Iri) -> tuple[Quoted, ...]:
    """The passages of a document, in the order of its text."""
    query = QUOTED.format(
        document=document,
        start=rt.startChar,
        end=rt.endChar,
        first=rt.firstLine,
        last=rt.lastLine,
        words=rt.exactText,
    )
    return tuple(
        Quoted(
            Iri(str(passage)),
            int(str(start)),
            int(str(end)),
            int(str(first)),
            int(str(last)),
            None if text is None else str(text),
        )
        for passage, start, end, first, last, text in view.select(query).rows
    )
