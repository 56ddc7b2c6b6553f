"""Documents of a store as workbooks, one for each."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from graph.errors import UnknownDocument
from graph.failures import told
from graph.stated import stated
from graph.view import StoredDocument, View
from graph.workbook.rows import sheets_of
from graph.workbook.written import write_workbook


def chosen(view: View, names: Sequence[str]) -> tuple[StoredDocument, ...]:
    """The documents of some names: file names with or without ending, or IRIs; all where none is named.

    Raises UnknownDocument, naming those there are.
    """
    held = view.documents()
    found = tuple(_named(held, name) for name in dict.fromkeys(names)) if names else tuple(held)
    if not found:
        raise UnknownDocument("The store has no documents. Load some with `rodatraden load`.")
    return found


def _named(held: Sequence[StoredDocument], name: str) -> StoredDocument:
    for each in held:
        if name in (each.document, each.file_name, PurePath(each.file_name).stem):
            return each
    raise UnknownDocument(f"There is no document {name}. There are: {', '.join(each.file_name for each in held)}.")


def export_workbooks(view: View, documents: Sequence[StoredDocument], out: Path) -> Iterator[Path]:
    """Write each document to a workbook: to `out` where that ends in .xlsx, else to a file of its name in the folder `out`.

    Raises StoreError where a file cannot be written.
    """
    folder = out.suffix.lower() != ".xlsx" or out.is_dir()
    if folder:
        with told(str(out), "write"):
            out.mkdir(parents=True, exist_ok=True)
    for each in documents:
        path = out / f"{PurePath(each.file_name).stem}.xlsx" if folder else out
        write_workbook(path, sheets_of(stated(view, each)))
        yield path
