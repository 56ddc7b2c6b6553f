"""The answer's own form: a table and no picture."""

from flask_babel import lazy_gettext

from webapp.workbench.columns import Picker
from webapp.workbench.table import Table
from webapp.workbench.view import Chosen, Picture, View


def choose(picker: Picker) -> bool:
    """Every answer is a table."""
    return picker is not None


def draw(table: Table, chosen: Chosen) -> Picture:  # noqa: ARG001  views are drawn alike
    """Nothing but the table."""
    return Picture("", None, "")


VIEW = View("table", 10, lazy_gettext("Tabell"), "", choose, draw)
