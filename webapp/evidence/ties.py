"""What the cells of an answer lead to: the line of a file, and the thing that stands there by the cell's words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.answer import Answer, Value
from graph.view import View
from ontology.iri import Iri
from webapp.ask import ask, once_a_version
from webapp.editions import editions

#: The columns that may hold a line's number beside its file, the first that is there.
PLACES = ("at", "first_line", "line")
FILE = "file"
#: What such columns begin with where a row has a second place, that of what it is held against.
SIDES = ("", "other_", "earlier_")

Row = Sequence[Value]


@dataclass(frozen=True)
class Ties:
    """Which columns of an answer (0-based) tell lines: number by file; the documents by file; things by name and line."""

    files: Mapping[int, int] = field(default_factory=dict)
    documents: Mapping[str, Iri] = field(default_factory=dict)
    things: Mapping[tuple[str, int, str], Iri] = field(default_factory=dict)

    def document(self, row: Row, column: int) -> Iri | None:
        """The document whose line a cell tells; None where it tells none."""
        if column not in self.files or row[column] is None:
            return None
        return self.documents.get(str(row[self.files[column]]))

    def thing(self, row: Row, column: int) -> Iri | None:
        """The one thing on one of the row's lines that is called as a cell says; None where there is none, or several are."""
        cell = row[column]
        if isinstance(cell, Iri) or not isinstance(cell, str):
            return None
        places = ((str(row[file]), row[number]) for number, file in self.files.items())
        found = (self.things.get((file, line, str(cell))) for file, line in places if isinstance(line, int))
        return next((thing for thing in found if thing), None)


def ties(view: View, answer: Answer) -> Ties:
    """What the cells of an answer lead to."""
    files = dict(_files(answer.columns))
    if not files:
        return Ties()
    return Ties(files, {edition.file: edition.document for edition in editions(view)}, things(view))


def _files(columns: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The columns of numbers, each with that of its file."""
    for side in SIDES:
        number = next((side + name for name in PLACES if side + name in columns), None)
        if number and side + FILE in columns:
            yield columns.index(number), columns.index(side + FILE)


@once_a_version
def things(view: View) -> dict[tuple[str, int, str], Iri]:
    """All things by file, line and name; those that share all three are left out."""
    found: defaultdict[tuple[str, int, str], set[Iri]] = defaultdict(set)
    for file, line, name, thing in ask(view, "named_at").rows:
        found[str(file), int(str(line)), str(name)].add(Iri(str(thing)))
    return {place: called.pop() for place, called in found.items() if len(called) == 1}
