"""Follow-up and chains of the version that is shown, read once a version."""

from graph.chains.chains import Chains
from graph.follow_up.follow_up import Following
from graph.view import View
from webapp.ask import once_a_version
from webapp.editions import Edition, editions


@once_a_version
def chains(view: View) -> Chains:
    """The chains of a version, with the suggestions that are followed where nothing else is said."""
    return Chains(view)


def following(view: View) -> Following:
    """The follow-up of a version."""
    return chains(view).following


def wanted(view: View, plan: str | None, preferred: tuple[Edition, ...] = ()) -> Edition | None:
    """The plan that an address names; else the newest of the preferred ones or of all; None where there is none."""
    every = editions(view)
    if plan:
        return next((each for each in every if each.plan == plan), None)
    return max(preferred or every, key=lambda each: each.year, default=None)
