"""Which version of the store is shown."""

from datetime import datetime

from flask import current_app

from graph.errors import StoreError
from graph.view import View
from webapp.ask import once_a_version
from webapp.door import store, version, view


def data_version(seen: View) -> str:
    """What is served, in one short string that names nothing else: that of the version, where the store keeps it."""
    found = version(seen)
    if found is not None:
        return found.name
    return seen.directory.parent.name if seen.directory else "0"


def version_made() -> datetime | None:
    """When what is shown was made of the documents; None where there is nothing to show."""
    try:
        return _made(view())
    except StoreError as error:
        current_app.logger.debug("No version to tell of: %s", error)
        return None


@once_a_version
def _made(_: View) -> datetime | None:
    return next((each.made for each in store().versions() if each.current), None)
