"""The explorer over one view: a store that has this one version, and nothing to write."""

from flask import Flask

from graph.versions import Version
from graph.view import View
from webapp.app import create_app


class OneVersion:
    """A store with one version."""

    def __init__(self, view: View) -> None:
        """Hold it."""
        self._view = view

    def view(self) -> View:
        """The version."""
        return self._view

    def versions(self) -> tuple[Version, ...]:
        """None is kept by a number."""
        return ()


def explorer(view: View) -> Flask:
    """The explorer over a view."""
    return create_app(OneVersion(view), TESTING=True)  # type: ignore[arg-type]
