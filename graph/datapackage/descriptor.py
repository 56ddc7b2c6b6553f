"""`datapackage.json`: what each table and column of a package is, told as Frictionless asks, and how they hang together.

Titles and descriptions come from the ontology, in Swedish and English. What Frictionless has no word for stands beside
it: which predicate a column says (`predicate`, with `datatype` or `language`), which part of a document a table holds.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from graph.datapackage.names import Prefixes
from graph.datapackage.tables import KEY, Column, Table
from graph.vocabulary import called, family
from ontology.iri import Iri
from ontology.vocab import Dcterms, Rdf, Rdfs, Skos, Xsd

#: What JSON holds.
Json = dict[str, Any]

PROFILE = "tabular-data-package"
FOLDER = "data"
TYPES = {Xsd.integer: "integer", Xsd.decimal: "number", Xsd.boolean: "boolean", Xsd.date: "date"}
#: What others' terms are called here, in Swedish and English.
OTHERS: dict[str, tuple[str, str]] = {
    "document": ("dokumentet som säger detta", "the document that states this"),
    "iri": ("tingets namn", "the name of the thing"),
    Rdf.type: ("klass", "class"),
    Rdfs.label: ("benämning", "what a person would call it"),
    Skos.notation: ("nummer eller beteckning som tryckt", "number or code as printed"),
    Skos.prefLabel: ("namn", "name"),
    Skos.note: ("anmärkning som stod intill", "note that stood beside it"),
    Dcterms.title: ("titel", "title"),
    Dcterms.description: ("beskrivning", "description"),
    Dcterms.format: ("filformat", "file format"),
    Dcterms.source: ("dokumentet som det gäller", "the document that it is about"),
}


def resources(tables: Sequence[Table], prefixes: Prefixes) -> list[Json]:
    """All tables, described."""
    places = _places(tables)
    return [_resource(table, places, prefixes) for table in tables]


def _resource(table: Table, places: "Places", prefixes: Prefixes) -> Json:
    keys = [] if table.several else list(KEY)
    fields = [_key_field(name) for name in KEY] + [_field(column, prefixes) for column in table.columns]
    foreign = list(_foreign_keys(table, places))
    return {
        "name": table.name,
        "path": f"{FOLDER}/{table.name}.csv",
        "profile": "tabular-data-resource",
        **_called(*_words_of(table, prefixes)),
        "part": table.part.value,
        "several": table.several,
        **({"class": prefixes.short(table.kind)} if table.kind else {}),
        "of": table.of,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""], "primaryKey": keys, "foreignKeys": foreign},
    }


def _key_field(name: str) -> Json:
    return {"name": name, "type": "string", **_called(*OTHERS[name]), "constraints": {"required": True}}


def _field(column: Column, prefixes: Prefixes) -> Json:
    kind = {"language": column.kind.language} if column.kind.language else {}
    if column.kind.datatype:
        kind = {"datatype": prefixes.short(column.kind.datatype)}
    return {
        "name": column.name,
        "type": TYPES.get(Iri(column.kind.datatype), "string"),
        **_called(*_words(column.predicate)),
        "predicate": prefixes.short(column.predicate),
        **kind,
    }


def _called(swedish: str, english: str) -> Json:
    return {"title": f"{swedish} / {english}", "titles": {"sv": swedish, "en": english}}


def _words_of(table: Table, prefixes: Prefixes) -> tuple[str, str]:
    """What a table is called: as its things, or as what is said several times of them."""
    if table.several:
        (column,) = table.columns
        swedish, english = _words(column.predicate)
        return (f"{table.of}: {swedish}", f"{table.of}: {english}") if table.of else (swedish, english)
    if table.kind:
        return _words(table.kind)
    kinds = sorted(row[len(KEY)] for row in table.rows if table.columns[0].predicate == Rdf.type)
    return _words(family(prefixes.full(kinds[0]))) if kinds and kinds[0] else (table.name, table.name)


def _words(term: str) -> tuple[str, str]:
    return OTHERS.get(term) or (called(Iri(term), "sv"), called(Iri(term), "en"))


#: For each table of things, the names of those that it holds.
Places = dict[str, frozenset[str]]


def _places(tables: Sequence[Table]) -> Places:
    return {table.name: frozenset(row[1] for row in table.rows) for table in tables if not table.several}


def _foreign_keys(table: Table, places: Places) -> Iterator[Json]:
    """The keys that lead to another table, or back to this one: those of which every value is found there."""
    if table.of:
        yield _key(list(KEY), table.of, list(KEY))
    for number, column in enumerate(table.columns, len(KEY)):
        meant = {row[number] for row in table.rows if row[number]}
        found = [name for name, things in places.items() if meant and meant <= things]
        if found and not column.kind.datatype and not column.kind.language:
            yield _key([column.name], "" if found[0] == table.name else found[0], [KEY[1]])


def _key(fields: list[str], target: str, keys: list[str]) -> Json:
    return {"fields": fields, "reference": {"resource": target, "fields": keys}}
