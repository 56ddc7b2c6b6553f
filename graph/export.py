"""The graph as a file, written as it is read, without a copy of the whole in memory.

N-Quads and TriG keep each document's graph apart; Turtle and JSON-LD hold the union of all graphs.
"""

import os
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from pyoxigraph import RdfFormat, serialize

from graph.derived.write import in_graph
from graph.failures import told
from graph.prefixes import DESCRIBING, PREFIXES
from graph.stretches import Triple
from graph.view import View
from graph.writer import Written
from ontology.iri import Iri

UNION = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

#: What triples are put in before they are written as triples.
NOWHERE = Iri("urn:x-none")


class Format(Enum):
    """The forms a graph can be written in."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"


ENGINE_FORMATS = {
    Format.NQUADS: RdfFormat.N_QUADS,
    Format.TRIG: RdfFormat.TRIG,
    Format.TURTLE: RdfFormat.TURTLE,
    Format.JSONLD: RdfFormat.JSON_LD,
}


def export(view: View, form: Format, out: IO[bytes]) -> None:
    """Write all that a view sees. Raises OSError where `out` cannot be written to."""
    if form in (Format.NQUADS, Format.TRIG):
        view.engine.dump(out, ENGINE_FORMATS[form], prefixes=_prefixes(form))
    else:
        serialize(view.triples(UNION), out, ENGINE_FORMATS[form], prefixes=_prefixes(form))


def export_file(view: View, form: Format, path: Path) -> None:
    """Write all that a view sees to a file, which appears when it is whole. Raises StoreError where that fails."""
    with told(str(path), "write"), NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
        part = Path(out.name)
        try:
            export(view, form, out)
            out.close()
            part.chmod(0o666 & ~_umask())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def export_written(written: Written, form: Format, out: IO[bytes]) -> None:
    """Write one document's quads, sorted, before any store holds them. Raises OSError as `export` does."""
    quads = sorted(written.quads, key=lambda quad: (str(quad.graph_name), str(quad)))
    said = quads if form in (Format.NQUADS, Format.TRIG) else [quad.triple for quad in quads]
    serialize(said, out, ENGINE_FORMATS[form], prefixes=_prefixes(form))


def export_triples(triples: Iterable[Triple], form: Format, out: IO[bytes]) -> None:
    """Write statements that no store holds. Raises OSError as `export` does."""
    said = (quad.triple for quad in in_graph(NOWHERE, triples))
    serialize(said, out, ENGINE_FORMATS[form], prefixes=PREFIXES | DESCRIBING)


def _prefixes(form: Format) -> dict[str, str] | None:
    return None if form is Format.NQUADS else PREFIXES
