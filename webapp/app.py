"""The application: its parts put together. Nothing is opened and nothing asked before the first request."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any

from flask import Blueprint, Flask, current_app, g, redirect, request
from jinja2 import StrictUndefined
from werkzeug.wrappers import Response as Answer

from graph.pictures import Pictures
from graph.store import PlanStore
from webapp import languages
from webapp.built import KEPT_SECONDS
from webapp.door import hang
from webapp.failures import explain
from webapp.page import blueprints
from webapp.reviewing.opening import let_people_decide
from webapp.serving.headers import guard
from webapp.serving.kept import keep
from webapp.shown import teach
from webapp.thing import names

#: The most that may be sent to us, in bytes.
LARGEST_BODY = 128 * 1024
#: Folders whose modules may bring a `PAGE` that is a blueprint with addresses of its own.
OTHER_FOLDERS = ("webapp.endpoint", "webapp.opendata")


def create_app(
    store: PlanStore,
    review: str | None = None,
    pictures: Pictures | None = None,
    **config: Any,  # noqa: ANN401  Flask's own settings
) -> Flask:
    """The explorer over a store; `config` are settings of Flask's, such as `TESTING=True`.

    `pictures` shows the pages of source files; without it no page is shown.

    Who knows the token `review` may decide upon suggested links; without one no page writes.
    """
    app = Flask(__name__)
    app.config.from_mapping(MAX_CONTENT_LENGTH=LARGEST_BODY, SEND_FILE_MAX_AGE_DEFAULT=KEPT_SECONDS, **config)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    hang(app, store, pictures)
    languages.speak(app)
    teach(app)
    guard(app)
    explain(app)
    _register(app)
    if review:
        let_people_decide(app, review)
    keep(app)
    return app


def _register(app: Flask) -> None:
    """The addresses: pages begin with their language, other blueprints say themselves what they begin with."""
    app.before_request(_tell_language)
    app.url_value_preprocessor(_drop_language)
    app.url_defaults(_add_language)
    app.add_url_rule("/", "root", _root)
    app.register_blueprint(names)
    for page in (*blueprints(), *_others()):
        app.register_blueprint(page, url_prefix=page.url_prefix or "/<any(sv,en):lang>")


def _others() -> tuple[Blueprint, ...]:
    folders = [import_module(folder) for folder in OTHER_FOLDERS if find_spec(folder)]
    modules = [
        import_module(f"{each.__name__}.{found.name}") for each in folders for found in iter_modules(each.__path__)
    ]
    return tuple(module.PAGE for module in modules if hasattr(module, "PAGE"))


def _tell_language() -> None:
    first = request.path.split("/", 2)[1]
    liked = request.accept_languages.best_match(languages.LANGUAGES, "sv")
    g.lang = first if first in languages.LANGUAGES else liked


def _drop_language(endpoint: str | None, given: dict[str, Any] | None) -> None:  # noqa: ARG001
    if given:
        given.pop("lang", None)


def _add_language(endpoint: str, given: dict[str, Any]) -> None:
    if "lang" not in given and current_app.url_map.is_endpoint_expecting(endpoint, "lang"):
        given["lang"] = languages.language()


def _root() -> Answer:
    """From the bare address to the start page in the language that the browser asks for, Swedish where it doesn't."""
    answer = redirect(f"{request.script_root}/{languages.language()}/", 302)
    answer.vary.add("Accept-Language")
    return answer
