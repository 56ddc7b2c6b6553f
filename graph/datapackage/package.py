"""A data package as a folder: `datapackage.json` and a CSV file for each table under `data/`.

Written whole or not at all, the same bytes for the same documents. Files in the folder that are not the package's own
stay as they are.
"""

import csv
import io
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.datapackage.descriptor import FOLDER, PROFILE, Json, resources
from graph.datapackage.facts import facts
from graph.datapackage.names import Prefixes
from graph.datapackage.tables import KEY, Table, tables
from graph.errors import StoreError
from graph.failures import told
from graph.selectors import implied_in
from graph.stated import stated
from graph.view import View
from graph.writer import Written

DESCRIPTOR = "datapackage.json"
#: What the package says of itself, with texts and without.
WHOLE = {
    "name": "rodatraden",
    "title": "Röda tråden: regioners planer, med text / regions' plans, with their text",
    "description": "Allt som planerna säger, och var det står. / All that the plans state, and where it is said.",
}
FACTS = {
    "name": "rodatraden-facts",
    "title": "Röda tråden: fakta och siffror ur regioners planer / facts and figures of regions' plans",
    "description": "Nummer, namn, samband, värden och radnummer. Texter är avhuggna efter tolv ord; kommentarer, "
    "ordalydelser och personnamn är utelämnade. / Numbers, names, links, values and line numbers. Texts are cut after "
    "twelve words; comments, exact words and names of persons are left out.",
    "licenses": [
        {
            "name": "CC0-1.0",
            "title": "CC0 1.0 Universal",
            "path": "https://creativecommons.org/publicdomain/zero/1.0/",
        }
    ],
}


def export_package(view: View, folder: Path, *, only_facts: bool = False) -> None:
    """Write all documents of a store to a folder, in place of a package that was there.

    Raises StoreError where the folder holds other things or cannot be written.
    """
    documents = [stated(view, document) for document in view.documents()]
    titles = [f"{document.title} ({document.file_name})" for document in view.documents()]
    write_package(map(facts, documents) if only_facts else documents, titles, folder, FACTS if only_facts else WHOLE)


def write_package(documents: Iterable[Written], sources: Sequence[str], folder: Path, about: Json) -> None:
    """Write documents to a folder; `sources` are their titles, `about` what the package says of itself."""
    _refuse_other(folder)
    listed = tables(map(bare, documents))
    descriptor = _descriptor(listed, sources, about)
    with told(str(folder), "write"):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".new-") as new:
            aside = Path(new)
            (aside / FOLDER).mkdir()
            for table in listed:
                (aside / FOLDER / f"{table.name}.csv").write_text(_csv(table), "utf-8", newline="")
            (aside / DESCRIPTOR).write_text(descriptor, "utf-8", newline="")
            _swap(aside, folder)


def bare(document: Written) -> Written:
    """A document without what follows of its passages from the rest of it."""
    return replace(document, stated=document.stated - implied_in(document.stated))


def _swap(aside: Path, folder: Path) -> None:
    """Put the new files where the old ones are, which go away with the folder aside."""
    old = aside / "old"
    if (folder / FOLDER).exists():
        (folder / FOLDER).rename(old)
    (aside / FOLDER).rename(folder / FOLDER)
    (aside / DESCRIPTOR).replace(folder / DESCRIPTOR)
    shutil.rmtree(old, ignore_errors=True)


def _refuse_other(folder: Path) -> None:
    """Raise StoreError where the folder is none, or has things in it but no package."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file. A data package is a folder: name another with --out.")
    if (folder / FOLDER).exists() and not (folder / DESCRIPTOR).exists():
        raise StoreError(
            f"{folder / FOLDER} is there and is no part of a data package. Name another folder with --out."
        )


def _csv(table: Table) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*KEY, *(column.name for column in table.columns)))
    writer.writerows(table.rows)
    return out.getvalue()


def _descriptor(listed: Sequence[Table], sources: Sequence[str], about: Json) -> str:
    prefixes = Prefixes()
    content = {
        "profile": PROFILE,
        **about,
        "languages": ["sv", "en"],
        "sources": [{"title": source} for source in sources],
        "prefixes": dict(prefixes.known),
        "resources": resources(listed, prefixes),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
