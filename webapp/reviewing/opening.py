"""Letting people decide in an application: the addresses, who may come in, and what other pages show of it."""

from functools import partial

from flask import Flask
from flask_babel import lazy_gettext

from webapp.menu import Entry, menu
from webapp.reviewing import correction, login, pages
from webapp.reviewing.entrance import PAGE, furnish
from webapp.reviewing.queue import name_of
from webapp.reviewing.sessions import SecureWhereItCan, settings

ENTRY = Entry("review", 5, "review.queue", lazy_gettext("Granska"))
#: Modules that bring the addresses.
BRING = (correction, login, pages)


def let_people_decide(app: Flask, token: str) -> None:
    """Give an application its pages of reviews, for those who know a token."""
    app.config.from_mapping(settings())
    app.session_interface = SecureWhereItCan()
    furnish(app, token)
    app.jinja_env.globals.update(reviewing=True, review_name=name_of, menu=partial(menu, ENTRY))
    app.register_blueprint(PAGE, url_prefix="/<any(sv,en):lang>")
