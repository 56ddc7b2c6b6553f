"""Flask-Babel's two functions, with types."""

from flask_babel import gettext as _gettext
from flask_babel import ngettext as _ngettext


def gettext(text: str, **values: object) -> str:
    """A text in the request's language, with values for its `%(name)s`."""
    return str(_gettext(text, **values))


def ngettext(one: str, many: str, count: int, **values: object) -> str:
    """The same for one or for many; the count is `%(num)s`."""
    return str(_ngettext(one, many, count, **values))
