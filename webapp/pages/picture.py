"""A page of a source file as a picture. The file never changes, so the picture of a page never does."""

from typing import cast

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import NotFound

from webapp.door import pictures, view
from webapp.evidence.shots import drawable
from webapp.opendata.lasting import FOREVER
from webapp.serving.shelf import Shelf

PAGE = Blueprint("picture", __name__, url_prefix="/picture")
#: Pictures that are kept take at most so many bytes.
ROOM = 64_000_000

Drawn = Shelf[tuple[str, int], bytes]


@PAGE.get("/<string(length=64):sha256>/<int(min=1, max=100000):number>.png")
def page(sha256: str, number: int) -> Response:
    """The page, 1-based, of the file of that checksum; raises NotFound, and Busy where too many are asked for at once."""
    drawing = pictures()
    if drawing is None or sha256 not in drawable(view()):
        raise NotFound
    shelf = _shelf()
    drawn = shelf.take((sha256, number)) or drawing.picture(sha256, number)
    if drawn is None:
        raise NotFound
    shelf.put((sha256, number), drawn)
    response = Response(drawn, mimetype="image/png")
    response.headers["Cache-Control"] = FOREVER
    response.set_etag(f"{sha256[:32]}-{number}")
    response.make_conditional(request)
    return response


def _shelf() -> Drawn:
    """The pictures drawn last."""
    if "drawn" not in current_app.extensions:
        current_app.extensions.setdefault("drawn", Drawn(ROOM, lambda _, drawn: len(drawn)))
    return cast("Drawn", current_app.extensions["drawn"])
