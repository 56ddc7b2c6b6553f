"""What a reader wishes to see, out of the address."""

from flask import abort, request
from werkzeug.exceptions import BadRequest

from webapp.editions import Edition


def with_suggested() -> bool:
    """Whether suggested links are shown: unless the address says `suggested=no`."""
    return request.args.get("suggested") != "no"


def plan_wanted(offered: tuple[Edition, ...], preferred: tuple[Edition, ...] = ()) -> Edition | None:
    """The plan of those offered that the address names as `plan`; else the newest of the preferred ones or of all.

    None where none is offered. Raises NotFound for a name of none.
    """
    if plan := request.args.get("plan"):
        return next((each for each in offered if each.plan == plan), None) or abort(404)
    return max(preferred or offered, key=lambda each: each.year, default=None)


def one_of(name: str, known: tuple[str, ...]) -> str:
    """What the address asks for under a name, the first known where it does not; raises BadRequest for what is not known."""
    found = request.args.get(name) or known[0]
    if found not in known:
        raise BadRequest(name)
    return found
