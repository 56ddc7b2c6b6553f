"""Data to take along."""

from flask import Blueprint, render_template

PAGE = Blueprint("downloads", __name__)


@PAGE.get("/data")
def page() -> str:
    """What there is."""
    return render_template("pages/about.html")
