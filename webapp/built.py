"""The scripts and styles that browsers get, as the build bundled them; their addresses change when they do."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import url_for

FOLDER = Path(__file__).parent / "static" / "built"
#: For so many seconds may browsers keep them without asking.
KEPT_SECONDS = 30 * 24 * 3600


def asset(name: str) -> str:
    """The address of a bundled file, "rodatraden.css" or a script of `assets/js`; raises FileNotFoundError before the build."""
    return url_for("static", filename=f"built/{name}", v=_version(name))


@cache
def _version(name: str) -> str:
    return sha256((FOLDER / name).read_bytes()).hexdigest()[:12]
