"""About the explorer: what it covers and how that was read, and how accessible it is."""

from datetime import date

from flask import Blueprint, Response, current_app, render_template
from flask_babel import gettext, lazy_gettext

from webapp.door import view
from webapp.editions import editions
from webapp.menu import Entry
from webapp.opendata.publisher import publisher, reached
from webapp.sheet import answered, sheet

PAGE = Blueprint("about", __name__)
MENU = (Entry("ask", 40, "about.about", lazy_gettext("Om")),)
#: When the accessibility statement was last looked through.
UPDATED = date(2026, 11, 26)


@PAGE.get("/about")
def about() -> str | Response:
    """What the data covers and how it was read."""
    seen = view()
    found = sheet(seen, "coverage", gettext("Dokumenten och hur de lästs"))
    missing = tuple(publisher(current_app.config).missing())
    return answered(
        found, lambda: render_template("pages/about.html", sheet=found, editions=editions(seen), missing=missing)
    )


@PAGE.get("/accessibility")
def accessibility() -> str:
    """The accessibility statement; `CONTACT` is where whoever runs the service takes reports of faults."""
    contact = str(current_app.config.get("CONTACT") or "")
    return render_template("pages/accessibility.html", contact=contact, to=reached(contact), updated=UPDATED)
