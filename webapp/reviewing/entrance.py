"""What every page of reviews demands: one who has come in, and forms that come from our own pages."""

from dataclasses import dataclass
from hmac import compare_digest
from typing import cast
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, abort, current_app, redirect, request, session, url_for
from werkzeug.wrappers import Response as Answer

from graph.reviews.desk import Desk
from webapp.door import store
from webapp.reviewing.access import Access
from webapp.reviewing.following import Following
from webapp.reviewing.sessions import Session, Sessions

PAGE = Blueprint("review", __name__)
EXTENSION = "rodatraden-review"
KEY = "key"
#: The page for those who have not come in; it and its form are all that they get.
LOGIN = "review.login"
OPEN = (LOGIN, "review.come_in")
#: What these pages say otherwise than others do: nobody keeps them, and our own forms tell where they come from.
HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}


@dataclass(frozen=True)
class Room:
    """What an application needs that lets people decide."""

    access: Access
    sessions: Sessions
    following: Following


def room() -> Room:
    """The application's."""
    return cast("Room", current_app.extensions[EXTENSION])


def furnish(app: Flask, token: str) -> None:
    """Give an application its room."""
    app.extensions[EXTENSION] = Room(Access(token), Sessions(), Following())


def who() -> Session | None:
    """Who asks; None for who has not come in, or no longer is."""
    return room().sessions.find(str(session.get(KEY, "")))


def present() -> Session:
    """Who asks, where nobody gets here who has not come in; raises Unauthorized all the same."""
    return who() or abort(401)


def desk() -> Desk:
    """Where the person decides."""
    return Desk(store(), present().name)


@PAGE.before_request
def let_in() -> Answer | None:
    """Let nobody in without a session, and no form of another's; a person's words are carried to the login."""
    if request.method == "POST" and not _ours():
        abort(403)
    if request.endpoint in OPEN:
        return None
    found = who()
    if found is None:
        return redirect(url_for(LOGIN, next=_back()), 303)
    if request.method == "POST" and not compare_digest(request.form.get("csrf", "").encode(), found.csrf.encode()):
        abort(403)
    return None


@PAGE.after_request
def headed(response: Response) -> Response:
    """An answer with our headers."""
    response.headers.update(HEADERS)
    return response


def _ours() -> bool:
    """Whether a form was sent from a page of this host, by all that the browser tells of it, and it tells something."""
    told = [
        urlsplit(request.headers[name]).netloc == request.host
        for name in ("Origin", "Referer")
        if name in request.headers
    ]
    return bool(told) and all(told) and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def _back() -> str:
    """Where to go on once in: here, or where a form was filled in, with the comment that it holds."""
    if request.method != "POST":
        return request.full_path.rstrip("?")
    link, comment = (request.form.get(name) or None for name in ("link", "comment"))
    return url_for("review.queue", link=link, comment=comment)
