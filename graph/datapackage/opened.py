"""A data package read back: its folder to tables, its tables to documents. What is not as it must be is refused.

Whoever hands in a package is a stranger: nothing outside its folder is read, every cell must be what its column says,
and it can speak of its own documents only.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.datapackage.names import Prefixes
from graph.datapackage.package import DESCRIPTOR
from graph.datapackage.tables import KEY, NO_CLASS, Column, Kind, Part, Table, quads
from graph.errors import RefusedDocument
from graph.iris import Minter
from graph.selectors import implied_in
from graph.terms import Term, node, spelled
from graph.view import StoredDocument
from graph.writer import Written
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Xsd

DOCUMENT = node(rt.document)
LARGEST_CELL = 1_000_000
#: What a cell of a datatype must look like; other datatypes are text.
FORMS = {
    Xsd.integer: re.compile(r"-?[0-9]{1,30}"),
    Xsd.decimal: re.compile(r"-?[0-9]{1,60}(\.[0-9]{1,60})?"),
    Xsd.boolean: re.compile("true|false"),
    Xsd.date: re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}


def is_package(path: Path) -> bool:
    """Whether a path is a data package: its folder, or its `datapackage.json`."""
    return path.name == DESCRIPTOR or (path / DESCRIPTOR).is_file()


def open_package(path: Path, minter: Minter | None = None) -> tuple[tuple[Written, StoredDocument], ...]:
    """The documents in a data package, with what each is. Raises RefusedDocument, which says where what is wrong."""
    folder = path.parent if path.name == DESCRIPTOR else path
    minter = minter or Minter()
    content = _content(folder / DESCRIPTOR)
    prefixes = Prefixes(_prefixes(folder / DESCRIPTOR, content, minter))
    graphs: dict[Part, Iri | None] = {
        Part.STATED: None,
        Part.INFERRED: minter.graph("inference"),
        Part.FINDINGS: minter.graph("findings"),
    }
    said: defaultdict[Iri, defaultdict[Part, set[Quad]]] = defaultdict(lambda: defaultdict(set))
    for table in _tables(folder, content, prefixes):
        try:
            for document, part, quad in quads((table,), graphs, prefixes):
                said[document][part].add(quad)
        except ValueError as error:
            raise RefusedDocument(f"{folder}, table {table.name}: {error}. Correct it there.") from error
    return tuple(_document(folder, name, its, minter) for name, its in said.items())


def _content(path: Path) -> Mapping[str, object]:
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise RefusedDocument(f"{path}: there is no such file.") from error
    except OSError as error:
        raise RefusedDocument(f"{path}: cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise RefusedDocument(f"{path}: not JSON in UTF-8: {error}. Export the package again.") from error
    if not isinstance(content, Mapping):
        raise RefusedDocument(f"{path}: describes no data package. Export it again.")
    return content


def _prefixes(path: Path, content: Mapping[str, object], minter: Minter) -> tuple[tuple[str, str], ...]:
    """The package's short names; its own things go under the base of the store that they go into."""
    told = content.get("prefixes")
    if not isinstance(told, Mapping) or not all(isinstance(base, str) for base in told.values()):
        raise RefusedDocument(
            f"{path}: has no prefixes, so it is no package of Röda tråden. Load one that it exported."
        )
    return tuple({**told, "id": minter.base}.items())


def _tables(folder: Path, content: Mapping[str, object], prefixes: Prefixes) -> Iterator[Table]:
    listed = content.get("resources")
    if not isinstance(listed, list):
        raise RefusedDocument(f"{folder / DESCRIPTOR}: lists no resources. Export the package again.")
    for number, told in enumerate(listed, 1):
        try:
            yield _table(folder, told, prefixes)
        except (KeyError, TypeError, ValueError) as error:
            where = f"{folder / DESCRIPTOR}, resource {number}"
            raise RefusedDocument(f"{where}: {_reason(error)}. Export the package again.") from error
        except (OSError, csv.Error) as error:
            raise RefusedDocument(f"{folder}, {told['path']}: cannot be read: {error}.") from error


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _table(folder: Path, told: Mapping[str, object], prefixes: Prefixes) -> Table:
    """One table of a package. Raises KeyError, TypeError or ValueError for what is not as it must be."""
    schema = told["schema"]
    if not isinstance(schema, Mapping) or not isinstance(schema["fields"], list):
        raise TypeError("its schema has no fields")
    columns = tuple(_column(field, prefixes) for field in schema["fields"][len(KEY) :])
    path = _inside(folder, str(told["path"]))
    rows = tuple(_rows(path, columns))
    kind = prefixes.full(str(told["class"])) if told.get("class") else NO_CLASS
    return Table(str(told["name"]), Part(told["part"]), columns, rows, told["several"] is True, kind=kind)


def _column(field: Mapping[str, str], prefixes: Prefixes) -> Column:
    datatype = prefixes.full(field["datatype"]) if "datatype" in field else ""
    return Column(field["name"], prefixes.full(field["predicate"]), Kind(datatype, field.get("language", "")))


def _inside(folder: Path, name: str) -> Path:
    """A file of the package; raises ValueError for one outside."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{name} lies outside the package")
    return path


def _rows(path: Path, columns: tuple[Column, ...]) -> Iterator[tuple[str, ...]]:
    """The rows of a file. Raises ValueError, naming file and line, for one that is not as its columns say."""
    csv.field_size_limit(LARGEST_CELL)
    head = [*KEY, *(column.name for column in columns)]
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        if (found := next(reader, None)) != head:
            raise ValueError(f"{path.name} begins with {found}, its schema with {head}")
        for row in reader:
            if len(row) != len(head):
                raise ValueError(f"{path.name}, line {reader.line_num}: {len(row)} cells, not {len(head)}")
            for column, cell in zip(columns, row[len(KEY) :], strict=True):
                _check(cell, column, f"{path.name}, line {reader.line_num}")
            yield tuple(row)


def _check(cell: str, column: Column, where: str) -> None:
    form = FORMS.get(Iri(column.kind.datatype))
    if form is None or not cell:
        return
    if not form.fullmatch(cell) or not _can_be(cell, column.kind.datatype):
        raise ValueError(f"{where}: {column.name} cannot be “{cell[:40]}”")


def _can_be(cell: str, datatype: str) -> bool:
    """Whether a cell of the right form means something: 2026-02-31 does not."""
    try:
        return datatype != Xsd.date or bool(date.fromisoformat(cell))
    except ValueError:
        return False


def _document(
    folder: Path, name: Iri, said: Mapping[Part, set[Quad]], minter: Minter
) -> tuple[Written, StoredDocument]:
    """One document of a package. Raises RefusedDocument where the package does not say what it must of it."""
    stated = frozenset(said[Part.STATED])
    plan = _one(
        folder, name, [quad.subject for quad in stated if quad.predicate == DOCUMENT and quad.object == node(name)]
    )
    its = [quad for quad in stated if quad.subject == node(name)]
    file_name, sha256, title = (
        _one(folder, name, [quad.object for quad in its if quad.predicate == node(predicate)])
        for predicate in (rt.fileName, rt.sha256, Dcterms.title)
    )
    if minter.document(file_name) != name:
        raise RefusedDocument(f"{folder}: {name} is not what {file_name} is called. Export the package again.")
    _refuse_strangers(folder, name, said[Part.FINDINGS])
    inferred, findings = frozenset(said[Part.INFERRED]), frozenset(said[Part.FINDINGS])
    written = Written(name, Iri(plan), file_name, stated | implied_in(stated), inferred, findings)
    return written, StoredDocument(name, file_name, sha256, Iri(plan), title)


def _one(folder: Path, document: Iri, found: Sequence[Term]) -> str:
    if len(found) != 1 or not isinstance(found[0], NamedNode | Literal):
        raise RefusedDocument(
            f"{folder}: {document} must be one plan, with one file name, checksum and title. Export the package again."
        )
    return found[0].value


def _refuse_strangers(folder: Path, name: Iri, findings: set[Quad]) -> None:
    """Raise RefusedDocument where a finding does not say that it is about the document that it stands by."""
    about = {
        spelled(quad.subject)
        for quad in findings
        if quad.predicate.value == Dcterms.source and quad.object == node(name)
    }
    if strangers := {spelled(quad.subject) for quad in findings} - about:
        raise RefusedDocument(
            f"{folder}: {min(strangers)} is a finding about another document. Export the package again."
        )
