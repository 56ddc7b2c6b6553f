"""Pages kept: a version of the store never changes, so a page of it is made once, packed once, and told to be unchanged.

Kept by address while their version is the current one, the least used go first. What belongs to one person (a request
with a cookie, an answer that sets one) is never kept.
"""

from dataclasses import dataclass
from gzip import compress
from hashlib import blake2b
from weakref import WeakKeyDictionary

from flask import Flask, Response, g, request, session

from graph.view import View
from webapp.door import view
from webapp.languages import LANGUAGES
from webapp.serving.shelf import Shelf
from webapp.sheet import SENT

#: All pages kept of a version, and one of them, take at most so many bytes.
ROOM, LARGEST = 96_000_000, 4_000_000
#: Smaller answers are sent as they are.
PACKED_FROM = 1_000
LEVEL = 6
#: Tables for Excel hold their whole address, with its host.
WORKBOOK = SENT["xlsx"]


@dataclass(frozen=True)
class Kept:
    """An answer as it was sent: its headers, its body and the same packed by gzip."""

    headers: tuple[tuple[str, str], ...]
    whole: bytes
    packed: bytes

    @property
    def size(self) -> int:
        """What it takes, in bytes."""
        return len(self.whole) + len(self.packed)


#: The pages of one version by their addresses.
Pages = Shelf[str, Kept]


def pages() -> Pages:
    """None yet."""
    return Shelf(ROOM, lambda _, page: page.size)


def keep(app: Flask) -> None:
    """Have an application keep its pages."""
    shelves: WeakKeyDictionary[View, Pages] = WeakKeyDictionary()
    # Asked first and told last, so that a page is kept with all its headers.
    app.before_request_funcs.setdefault(None, []).insert(0, lambda: _again(shelves))
    app.after_request_funcs.setdefault(None, []).insert(0, _told)


def _again(shelves: WeakKeyDictionary[View, Pages]) -> Response | None:
    """The page of this address, where it is kept; else where to keep it is noted."""
    if not _keepable():
        return None
    shelf = shelves.setdefault(view(), pages())
    kept = shelf.take(_place())
    if kept is None:
        g.shelf = shelf
        return None
    return _sent(kept)


def _keepable() -> bool:
    first = request.path.split("/", 2)[1]
    return request.method in ("GET", "HEAD") and first in LANGUAGES and not request.cookies


def _place() -> str:
    """What a page is kept under: its address without the host, which clients tell us and no page shows."""
    return request.script_root + request.full_path


def _told(response: Response) -> Response:
    """An answer, kept where it may be."""
    shelf = g.pop("shelf", None)
    if shelf is None or not _worth(response):
        return response
    whole = response.get_data()
    response.headers["ETag"] = f'W/"{_digest(whole)}"'
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept-Encoding")
    headers = tuple((name, value) for name, value in response.headers if name != "Content-Length")
    kept = Kept(headers, whole, compress(whole, LEVEL, mtime=0) if len(whole) >= PACKED_FROM else b"")
    shelf.put(_place(), kept)
    return _sent(kept)


def _worth(response: Response) -> bool:
    return (
        response.status_code == 200
        and not response.is_streamed
        and response.mimetype != WORKBOOK
        and "Set-Cookie" not in response.headers
        and not session
        and "no-store" not in response.headers.get("Cache-Control", "")
        and len(response.get_data()) <= LARGEST
    )


def _digest(whole: bytes) -> str:
    return blake2b(whole, digest_size=12).hexdigest()


def _sent(kept: Kept) -> Response:
    """A page once more: packed where the client takes that, without a body where the client has it."""
    packed = bool(kept.packed) and request.accept_encodings["gzip"] > 0
    response = Response(kept.packed if packed else kept.whole, headers=list(kept.headers))
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.make_conditional(request)
    return response
