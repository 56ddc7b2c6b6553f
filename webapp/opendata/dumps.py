"""`/dump/…`: all statements of the version that is shown, as N-Quads and TriG, packed or as they are.

A file is made once for a version, by a process of its own, and sent from disk: nothing of it is held in memory.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flask import Blueprint, Response, request, send_file
from flask_babel import lazy_gettext

from graph.dump import dump
from graph.export import Format
from graph.made import whole
from graph.view import View
from webapp.ask import once_a_version
from webapp.door import version, view
from webapp.failures import Help, answer
from webapp.opendata.making import making
from webapp.version import data_version

PAGE = Blueprint("dumps", __name__, url_prefix="/dump")
FORMATS = {"nq": Format.NQUADS, "trig": Format.TRIG}
TYPES = {"nq": "application/n-quads", "trig": "application/trig"}
#: What all files are called, before their ending.
NAME = "rodatraden"
#: Seconds that a request waits for its file, and after which who was told so may come again.
PATIENCE, AGAIN = 20.0, "15"
CHUNK = 1 << 18
#: Up to so many statements are written in some seconds: whoever reads of the files has them made, so as to know their sizes.
SMALL = 300_000
KIND = "dump-"
# fmt: off
BEING_MADE = Help(lazy_gettext("Filen görs just nu"), lazy_gettext("Hela datamängden skrivs till en fil, vilket kan ta någon minut första gången. Försök igen om en stund."))
# fmt: on


@once_a_version
def statements(seen: View) -> int:
    """How many statements a version has."""
    return seen.statements


@dataclass(frozen=True)
class Dump:
    """A file to take along: its ending, and how many bytes it is, None where it is not made yet."""

    ending: str
    size: int | None


@PAGE.get(f"/{NAME}.<any(nq,trig):form>.gz")
def packed(form: str) -> Response:
    """The packed file, or a part of it."""
    seen = view()
    path = making().wait(_name(seen, form), PATIENCE, lambda: made(seen, form))
    if path is None:
        return _told_to_wait()
    response = send_file(
        path, "application/gzip", as_attachment=True, download_name=f"{_called(seen)}.{form}.gz",
        conditional=True, etag=f"{data_version(seen)}.{form}.gz", last_modified=_made_at(seen),
    )  # fmt: skip
    return _open(response)


@PAGE.get(f"/{NAME}.<any(nq,trig):form>")
def plain(form: str) -> Response:
    """The file as it is: packed on its way where the client takes that."""
    seen = view()
    path = making().wait(_name(seen, form), PATIENCE, lambda: made(seen, form))
    if path is None:
        return _told_to_wait()
    takes_packed = request.accept_encodings["gzip"] > 0
    response = Response(_chunks(path, packed=takes_packed), content_type=TYPES[form])
    if takes_packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Disposition"] = f'attachment; filename="{_called(seen)}.{form}"'
    response.set_etag(f"{data_version(seen)}.{form}", weak=True)
    response.last_modified = _made_at(seen)
    response.vary.add("Accept-Encoding")
    response.make_conditional(request)
    return _open(response)


def made(seen: View, form: str) -> Path | None:
    """The packed file; None where it is being made now. Raises StoreError."""
    name, current = _name(seen, form), _begin(seen)
    making().forget(lambda each: not each.startswith(KIND) or each.startswith(current))
    if seen.directory:
        return making().begin(name, "graph.dump", str(seen.directory), FORMATS[form].value)
    if making().there(name) is None:
        with whole(making().place(name)) as part:
            dump(seen, FORMATS[form], part)
    return making().there(name)


def dumps(seen: View) -> tuple[Dump, ...]:
    """The files, with what is known of them; of small ones the making begins with that."""
    small = statements(seen) <= SMALL
    paths = {form: made(seen, form) if small else making().there(_name(seen, form)) for form in FORMATS}
    return tuple(Dump(form, path.stat().st_size if path else None) for form, path in paths.items())


def _name(seen: View, form: str) -> str:
    return f"{_begin(seen)}{form}.gz"


def _begin(seen: View) -> str:
    """What the names of a version's files begin with."""
    return f"{KIND}{data_version(seen)}."


def _called(seen: View) -> str:
    """What a file is called where it is kept: it tells which version it is."""
    return f"{NAME}-{data_version(seen)}"


def _made_at(seen: View) -> datetime | None:
    found = version(seen)
    return found.made if found else None


def _chunks(path: Path, *, packed: bool) -> Iterator[bytes]:
    with path.open("rb") if packed else gzip.open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _told_to_wait() -> Response:
    response = answer(503, BEING_MADE)
    response.headers["Retry-After"] = AGAIN
    return response


def _open(response: Response) -> Response:
    """Open to pages of other hosts; asked for anew each time, since the next version has the same address."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-cache"
    response.headers.pop("Expires", None)
    return response
