"""What the cells of an answer lead to: the line of a file, and the thing that stands there by the cell's words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.answer import Answer, Value
from graph.view import View
from ontology.iri import Iri
from webapp.ask import ask, once_a_version
from webapp.editions import editions

#: The columns that may hold a line's number beside its file, the first that is there.
PLACES = ("at", "first_line", "line")
FILE = "file"

Row = Sequence[Value]


@dataclass(frozen=True)
class Ties:
    """Which columns of an answer (0-based) tell a line: its file and number; the documents by file; things by name and line."""

    file: int = -1
    number: int = -1
    documents: Mapping[str, Iri] = field(default_factory=dict)
    things: Mapping[tuple[str, int, str], Iri] = field(default_factory=dict)

    def document(self, row: Row, column: int) -> Iri | None:
        """The document whose line a cell tells; None where it tells none."""
        if column != self.number or row[column] is None:
            return None
        return self.documents.get(str(row[self.file]))

    def thing(self, row: Row, column: int) -> Iri | None:
        """The one thing on the row's line that is called as a cell says; None where there is none, or several are."""
        cell, line = row[column], row[self.number] if self.number >= 0 else None
        if isinstance(cell, Iri) or not isinstance(cell, str) or not isinstance(line, int):
            return None
        return self.things.get((str(row[self.file]), line, str(cell)))


def ties(view: View, answer: Answer) -> Ties:
    """What the cells of an answer lead to."""
    number = next((name for name in PLACES if name in answer.columns), None)
    if number is None or FILE not in answer.columns:
        return Ties()
    documents = {edition.file: edition.document for edition in editions(view)}
    return Ties(answer.columns.index(FILE), answer.columns.index(number), documents, things(view))


@once_a_version
def things(view: View) -> dict[tuple[str, int, str], Iri]:
    """All things by file, line and name; those that share all three are left out."""
    found: defaultdict[tuple[str, int, str], set[Iri]] = defaultdict(set)
    for file, line, name, thing in ask(view, "named_at").rows:
        found[str(file), int(str(line)), str(name)].add(Iri(str(thing)))
    return {place: called.pop() for place, called in found.items() if len(called) == 1}
