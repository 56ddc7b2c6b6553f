"""Follow-up and chains of the version that is shown, read once a version."""

from flask import abort

from graph.chains.chains import Chains
from graph.follow_up.follow_up import Following
from graph.view import View
from webapp.ask import once_a_version
from webapp.editions import Edition


@once_a_version
def chains(view: View) -> Chains:
    """The chains of a version, with the suggestions that are followed where nothing else is said."""
    return Chains(view)


def following(view: View) -> Following:
    """The follow-up of a version."""
    return chains(view).following


def wanted(plan: str | None, offered: tuple[Edition, ...], preferred: tuple[Edition, ...] = ()) -> Edition | None:
    """The plan of those offered that an address names; else the newest of the preferred ones or of all.

    None where none is offered. Raises NotFound for a name of none.
    """
    if plan:
        return next((each for each in offered if each.plan == plan), None) or abort(404)
    return max(preferred or offered, key=lambda each: each.year, default=None)
