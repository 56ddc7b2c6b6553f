"""About the explorer: what it covers and how that was read, and how accessible it is."""

from flask import Blueprint, render_template
from flask_babel import lazy_gettext

from webapp.menu import Entry

PAGE = Blueprint("about", __name__)
MENU = (Entry("ask", 40, "about.about", lazy_gettext("Om")),)


@PAGE.get("/about")
def about() -> str:
    """What the data covers and how it was read."""
    return render_template("pages/about.html")


@PAGE.get("/accessibility")
def accessibility() -> str:
    """The accessibility statement."""
    return render_template("pages/accessibility.html")
