"""What one document brought into the graph: things by kind, findings by kind, and what became of its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms

#: The stronger claim first: a line that states something is that, whatever else stands on it.
KINDS = (rt.StatingPassage, rt.HeadingPassage, rt.UnreadPassage, rt.ProsePassage)

THINGS = """
SELECT ?kind (COUNT(DISTINCT ?thing) AS ?things) WHERE {{
  GRAPH <{document}> {{ ?thing a ?kind ; <{statedIn}> ?plan }}
}} GROUP BY ?kind ORDER BY DESC(?things) ?kind"""
FINDINGS = """
SELECT ?kind (COUNT(DISTINCT ?finding) AS ?findings) WHERE {{
  ?finding a <{finding}> ; <{source}> <{document}> ; <{is_kind}> ?kind
}} GROUP BY ?kind ORDER BY DESC(?findings) ?kind"""
PASSAGES = """
SELECT ?kind ?first ?last ?text WHERE {{
  GRAPH <{document}> {{
    ?passage <{passage_kind}> ?kind ; <{first}> ?first ; <{last}> ?last .
    OPTIONAL {{ ?passage <{text}> ?text }} }} }} ORDER BY ?first"""


@dataclass(frozen=True)
class Contents:
    """How many things and findings of each kind, the most frequent first."""

    things: dict[Iri, int]
    findings: dict[Iri, int]


@dataclass(frozen=True)
class Lines:
    """A document's printed lines by what was made of them; `unread` are those that look like a table's, with texts."""

    stating: int
    headings: int
    prose: int
    unread: tuple[tuple[int, str], ...]

    @property
    def printed(self) -> int:
        """All that are not blank."""
        return self.stating + self.headings + self.prose + len(self.unread)


def contents(view: View, document: Iri) -> Contents:
    """What a document brought into the graph."""
    things = THINGS.format(document=document, statedIn=rt.statedIn)
    findings = FINDINGS.format(document=document, finding=rt.Finding, source=Dcterms.source, is_kind=rt.kind)
    return Contents(_counted(view, things), _counted(view, findings))


def lines(view: View, document: Iri) -> Lines:
    """What became of the lines of a document that the store holds."""
    query = PASSAGES.format(
        document=document, passage_kind=rt.passageKind, first=rt.firstLine, last=rt.lastLine, text=rt.exactText
    )
    rows = view.select(query).rows
    found = became(
        (Iri(kind), int(str(first)), int(str(last)), None if text is None else str(text))
        for kind, first, last, text in rows
    )
    stating, headings, unread, prose = (found[kind] for kind in KINDS)
    return Lines(len(stating), len(headings), len(prose), tuple(sorted(unread.items())))


def became(passages: Iterable[tuple[Iri, int, int, str | None]]) -> dict[Iri, dict[int, str]]:
    """The printed lines with their words, by the strongest kind of passage that touches them.

    Of each passage comes its kind, its first and last line and its text; of an abridged document, which has no text,
    all lines of a passage count as printed.
    """
    by_kind: dict[Iri, dict[int, str]] = {kind: {} for kind in KINDS}
    for kind, number, text in _printed(passages):
        if not any(number in by_kind[stronger] for stronger in KINDS[: KINDS.index(kind)]):
            by_kind[kind][number] = text
    return by_kind


def _printed(passages: Iterable[tuple[Iri, int, int, str | None]]) -> Iterator[tuple[Iri, int, str]]:
    """Each line that a passage touches and that is not blank in it, the strongest kind of passage first."""
    for kind, first, last, text in sorted(passages, key=lambda each: KINDS.index(each[0])):
        printed = "\n".join(["…"] * (last - first + 1)) if text is None else text
        for number, line in enumerate(printed.split("\n"), first):
            if line.strip():
                yield kind, number, line.strip()


def _counted(view: View, query: str) -> dict[Iri, int]:
    return {Iri(kind): int(str(count)) for kind, count in view.select(query).rows}
