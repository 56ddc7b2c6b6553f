"""What is near some things: asked of many at once, and of each once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.view import View
from ontology.iri import Iri
from webapp.ask import once_a_version, rows
from webapp.graphs.columns import COLUMNS, column_of
from webapp.graphs.links import DERIVED, STATED, against, along
from webapp.graphs.wish import Wish, suggestions_followed
from webapp.terms import terms


@dataclass(frozen=True)
class _Hop:
    thing: Iri
    relation: Iri
    forward: bool
    other: Iri
    kind: Iri | None


@dataclass(frozen=True)
class _Degree:
    thing: Iri
    links: int


class Near:
    """The neighbours of things as a wish allows: by thing, each with its links; and the columns of all that was met."""

    def __init__(self, view: View, asked: Wish) -> None:
        """Nothing is asked yet."""
        self._view, self._wish = view, asked
        self._asked: set[Iri] = set()
        self._found: defaultdict[Iri, dict[Iri, set[Iri]]] = defaultdict(dict)
        self.columns: dict[Iri, int] = {}

    def ask(self, things: Iterable[Iri]) -> None:
        """Look around some things; those that were asked of before are not asked of again."""
        new = tuple(sorted(set(things) - self._asked))
        if not new:
            return
        self._asked.update(new)
        suggested = self._wish.suggested
        found = rows(
            self._view, "graph_hop", _Hop, things=new, all=suggested, suggested=suggestions_followed(self._wish),
            along=along(suggested=suggested), against=against(suggested=suggested),
        )  # fmt: skip
        self._place(found)
        for each in found:
            if self._wanted(each):
                self._found[each.thing].setdefault(each.other, set()).add(each.relation)

    def _place(self, found: tuple[_Hop, ...]) -> None:
        known, kinds = terms(self._view), defaultdict[Iri, set[Iri]](set)
        for each in found:
            if each.kind:
                kinds[each.other].add(each.kind)
        columns: dict[frozenset[Iri], int] = {}
        for thing, those in kinds.items():
            same = frozenset(those)
            if same not in columns:
                columns[same] = column_of(known, known.specific(same)[0])
            self.columns[thing] = columns[same]

    def _wanted(self, each: _Hop) -> bool:
        if each.other == each.thing or each.other not in self.columns:
            return False
        kinds, relations = self._wish.kinds, self._wish.relations
        return (not kinds or COLUMNS[self.columns[each.other]].key in kinds) and (
            not relations or each.relation in relations
        )

    def of(self, thing: Iri) -> tuple[Iri, ...]:
        """A thing's neighbours, those with the most links first."""
        many = degrees(self._view)
        return tuple(sorted(self._found[thing], key=lambda other: (-many.get(other, 0), other)))


@once_a_version
def degrees(view: View) -> dict[Iri, int]:
    """How many links each thing has; what has none is not there."""
    return {each.thing: each.links for each in rows(view, "graph_degrees", _Degree, relations=STATED + DERIVED)}
