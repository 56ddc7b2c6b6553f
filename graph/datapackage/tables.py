"""Documents as tables, and tables as documents again: nothing is lost either way.

A family of classes makes a table (all budget lines together), a predicate a column. What may be said several times of
one thing makes a table of its own, with a row for each time. What a table holds is told by its columns alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import count

from pyoxigraph import Literal, NamedNode, Quad

from graph.datapackage.names import Prefixes, natural, table_name
from graph.fields import repeated_predicates
from graph.iris import names_in_turn
from graph.terms import node
from graph.vocabulary import family
from graph.writer import Written
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Rdfs, Skos

Subject = tuple[str, str]  # a document and a thing that it speaks of, both IRIs


#: Said of tables that tell the class of each thing.
NO_CLASS = Iri("")


class Part(Enum):
    """What of a document a table holds; each goes to another graph of a store."""

    STATED = "stated"
    INFERRED = "inferred"
    FINDINGS = "findings"


@dataclass(frozen=True, order=True)
class Kind:
    """What kind of values a column has: names of things, else values of a datatype, or text in a language."""

    datatype: str = ""
    language: str = ""

    @classmethod
    def of(cls, said: NamedNode | Literal) -> "Kind":
        """The kind of a term."""
        if isinstance(said, NamedNode):
            return cls()
        return cls(language=said.language) if said.language else cls(said.datatype.value)

    def cell(self, said: NamedNode | Literal, prefixes: Prefixes) -> str:
        """A term of this kind as it is spelled in a cell."""
        return prefixes.short(said.value) if isinstance(said, NamedNode) else said.value

    def term(self, cell: str, prefixes: Prefixes) -> NamedNode | Literal:
        """The term that a cell spells; raises ValueError for what is no name."""
        if self.language:
            return Literal(cell, language=self.language)
        return Literal(cell, datatype=node(self.datatype)) if self.datatype else node(prefixes.full(cell))


@dataclass(frozen=True)
class Column:
    """One column: its name, the predicate that it says, and the kind of its values."""

    name: str
    predicate: Iri
    kind: Kind


@dataclass(frozen=True)
class Table:
    """Rows of things; the first two cells of each are its document and its name.

    `several` where it has a row for each time that one thing is said; `of` is the table of the things, if there is one; `kind` is the
    class of all things in it, where there can be but one.
    """

    name: str
    part: Part
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    several: bool = False
    of: str = ""
    kind: Iri = NO_CLASS


#: The names of the columns that say which thing a row is about.
KEY = ("document", "iri")
#: The column that tells classes.
TYPE = (Rdf.type, Kind())
#: The columns that come first.
CALLED = (Rdf.type, Rdfs.label, Skos.notation, Skos.prefLabel, Dcterms.title, Dcterms.description)
#: What is said of things, by predicate and kind of value.
Said = Mapping[Subject, Mapping[tuple[Iri, Kind], tuple[NamedNode | Literal, ...]]]


def tables(documents: Iterable[Written], prefixes: Prefixes | None = None) -> tuple[Table, ...]:
    """All that some documents hold as tables, in an order of their own. Raises TypeError for what has no name."""
    listed = tuple(documents)
    made = [
        table
        for part in Part
        for family, said in _families(part, _said(part, listed)).items()
        for table in _tables_of(part, family, said, prefixes or Prefixes())
    ]
    names = dict(zip(((each.name, each.part) for each in made), names_in_turn(each.name for each in made), strict=True))
    return tuple(
        replace(each, name=names[each.name, each.part], of=names.get((each.of, each.part), "")) for each in made
    )


def quads(
    listed: Iterable[Table], graphs: Mapping[Part, Iri | None], prefixes: Prefixes
) -> Iterator[tuple[Iri, Part, Quad]]:
    """What tables say: for each statement its document, its part, and the quad in that part's graph.

    A part without a graph goes to the document's own. Raises ValueError for a cell that is no name where one must stand.
    """
    for table in listed:
        for document, thing, *cells in table.rows:
            source = prefixes.full(document)
            subject, graph = node(prefixes.full(thing)), node(graphs[table.part] or source)
            if table.kind:
                yield source, table.part, Quad(subject, node(Rdf.type), node(table.kind), graph)
            for column, cell in zip(table.columns, cells, strict=True):
                if cell or table.several:
                    said = column.kind.term(cell, prefixes)
                    yield source, table.part, Quad(subject, node(column.predicate), said, graph)


def _said(part: Part, documents: Iterable[Written]) -> Said:
    """What is said of each thing, by predicate and kind of value."""
    said: defaultdict[Subject, defaultdict[tuple[Iri, Kind], list[NamedNode | Literal]]]
    said = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for quad in _of_part(part, document):
            if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
                raise TypeError(f"{quad} has no name that a table could hold")
            column = Iri(quad.predicate.value), Kind.of(quad.object)
            said[document.document, quad.subject.value][column].append(quad.object)
    return {thing: {column: tuple(terms) for column, terms in its.items()} for thing, its in said.items()}


def _of_part(part: Part, document: Written) -> Iterable[Quad]:
    match part:
        case Part.STATED:
            return document.stated
        case Part.INFERRED:
            return document.inferred
        case Part.FINDINGS:
            return document.findings


def _families(part: Part, said: Said) -> dict[str, Said]:
    """The things by the table that they belong to, in the tables' order."""
    by_family: defaultdict[str, dict[Subject, Mapping[tuple[Iri, Kind], tuple[NamedNode | Literal, ...]]]]
    by_family = defaultdict(dict)
    for thing in sorted(said, key=lambda each: (each[0], natural(each[1]))):
        classes = sorted(Iri(each.value) for each in said[thing].get((Rdf.type, Kind()), ()))
        by_family[family(classes[0]).local if classes else part.value][thing] = said[thing]
    return dict(sorted(by_family.items()))


def _tables_of(part: Part, family_name: str, said: Said, prefixes: Prefixes) -> Iterator[Table]:
    """The table of a family, then those of what is said several times."""
    kind = _kind(said)
    told = {column for its in said.values() for column in its} - ({TYPE} if kind else set())
    columns = sorted(told, key=lambda each: (_rank(each[0]), each))
    several = {column for column in columns if part is Part.INFERRED or _several(column, said)}
    single = [column for column in columns if column not in several]
    main = table_name(family_name)
    if single or kind:
        yield Table(main, part, _named(single), tuple(_rows(single, said, prefixes)), kind=kind)
    for column, named in zip(columns, _named(columns), strict=True):
        if column in several:
            rows = (
                (prefixes.short(document), prefixes.short(thing), cell)
                for (document, thing), its in said.items()
                for cell in sorted((column[1].cell(term, prefixes) for term in its.get(column, ())), key=natural)
            )
            yield Table(table_name(f"{main} {named.name}"), part, (named,), tuple(rows), several=True, of=main)


def _kind(said: Said) -> Iri:
    """The class of all things, where it is the only one that things of their table can have."""
    kinds = {tuple(term.value for term in its.get(TYPE, ())) for its in said.values()}
    match sorted(kinds):
        case [(kind,)] if kind in sole_classes():
            return Iri(kind)
    return NO_CLASS


def _several(column: tuple[Iri, Kind], said: Said) -> bool:
    """Whether a column is, or may be, said several times of a thing, or is said to be empty, which no cell can tell."""
    found = [its[column] for its in said.values() if column in its]
    return column[0] in repeated_predicates() or any(len(terms) > 1 or not terms[0].value for terms in found)


def _rows(columns: Sequence[tuple[Iri, Kind]], said: Said, prefixes: Prefixes) -> Iterator[tuple[str, ...]]:
    for (document, thing), its in said.items():
        cells = (column[1].cell(its[column][0], prefixes) if column in its else "" for column in columns)
        yield prefixes.short(document), prefixes.short(thing), *cells


def _named(columns: Sequence[tuple[Iri, Kind]]) -> tuple[Column, ...]:
    """Columns with names that tell them apart, and apart from the key's."""
    wanted = [f"{predicate.local}_{kind.language}" if kind.language else predicate.local for predicate, kind in columns]
    names = [name.replace("-", "_") for name in names_in_turn((*KEY, *wanted))[len(KEY) :]]
    return tuple(Column(name, *column) for name, column in zip(names, columns, strict=True))


@cache
def sole_classes() -> frozenset[str]:
    """The classes that have a table of their own, with no other class in it."""
    ours = [each for each in vars(rt).values() if isinstance(each, Iri) and each.local[0].isupper()]
    counted = Counter(map(family, ours))
    return frozenset(kind for kind in ours if counted[family(kind)] == 1)


@cache
def _order() -> dict[Iri, int]:
    """Where columns stand: what a thing is called, terms that are not ours, then ours in the ontology's order."""
    ours = (each for each in vars(rt).values() if isinstance(each, Iri))
    return dict(zip(ours, count(len(CALLED) + 1), strict=False)) | dict(zip(CALLED, count(), strict=False))


def _rank(predicate: Iri) -> int:
    return _order().get(predicate, len(CALLED))
