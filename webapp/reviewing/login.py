"""Coming in with the token and a name, and going out again."""

from flask import redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as Answer

from graph.reviews.decision import one_line
from webapp.reviewing.entrance import KEY, PAGE, room, who

#: A name and a token have so many characters at most.
LONGEST = 100


@PAGE.get("/review/login", endpoint="login")
def login() -> str | Answer:
    """The form; who is in already goes on."""
    if who():
        return redirect(_next(), 303)
    return _form()


@PAGE.post("/review/login", endpoint="come_in")
def come_in() -> str | Answer | tuple[str, int] | tuple[str, int, dict[str, str]]:
    """Let in who knows the token and gives a name; who guesses has to wait."""
    access, address = room().access, request.remote_addr or ""
    if wait := access.wait(address):
        return _form("wait", wait), 429, {"Retry-After": str(wait)}
    if not access.admits(request.form.get("token", "").strip()[:LONGEST], address):
        return _form("token"), 403
    name = one_line(request.form.get("name", ""))[:LONGEST]
    if not name:
        return _form("name"), 400
    session.clear()
    session.permanent = True
    session[KEY] = room().sessions.begin(name)
    return redirect(_next(), 303)


@PAGE.post("/review/logout", endpoint="logout")
def go_out() -> Answer:
    """End the session, here and in the browser."""
    room().sessions.end(str(session.get(KEY, "")))
    session.clear()
    return redirect(url_for("review.login"), 303)


def _form(wrong: str = "", wait: int = 0) -> str:
    return render_template(
        "reviewing/login.html",
        wrong=wrong,
        minutes=-(-wait // 60),
        next=request.values.get("next", ""),
        name=request.form.get("name", "")[:LONGEST],
        longest=LONGEST,
    )


def _next() -> str:
    """Where to go on: to a page of reviews, wherever else an address would lead."""
    home = url_for("review.queue")
    wanted = request.values.get("next", "").removeprefix(request.script_root)
    ours = wanted.partition("?")[0] in (home.removeprefix(request.script_root), url_for("review.correct"))
    return request.script_root + wanted if ours else home
