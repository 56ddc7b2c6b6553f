"""The questions of the book as the workbench offers them: the list beside the editor, and each as a piece of the page."""

from flask import Blueprint, Response, abort, render_template, request

from graph.errors import StoreError
from queries.book import book
from webapp.door import view
from webapp.pages.questions import Topic, topics
from webapp.version import data_version
from webapp.workbench.examples import Preview, preview

PAGE = Blueprint("examples", __name__)


@PAGE.get("/sparql/examples/<name>")
def one(name: str) -> Response:
    """One question before it is asked, for the editor's script; 400 where the values cannot stand in it."""
    found = preview(view(), book().get(name) or abort(404), request.args)
    return Response(render_template("parts/example.html", example=found), 400 if found.wrong else 200)


@PAGE.app_template_global("question_topics")
def all_of_them() -> tuple[Topic, ...]:
    """All questions of the book by topic, for the workbench's page."""
    return topics()


@PAGE.app_template_global("chosen_example")
def chosen() -> Preview | None:
    """The question that the address names with `question`, before it is asked; None where it names none."""
    query = book().get(request.args.get("question", ""))
    return preview(view(), query, request.args) if query else None


@PAGE.app_template_global()
def vocabulary_version() -> str:
    """Which version's classes and properties the editor offers."""
    try:
        return data_version(view())
    except StoreError:
        return "0"
