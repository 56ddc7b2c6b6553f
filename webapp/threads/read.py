"""Follow-up and chains of the version that is shown, read once a version."""

from graph.chains.chains import Chains
from graph.follow_up.follow_up import Following
from graph.view import View
from webapp.ask import once_a_version


@once_a_version
def chains(view: View) -> Chains:
    """The chains of a version, with the suggestions that are followed where nothing else is said."""
    return Chains(view)


def following(view: View) -> Following:
    """The follow-up of a version."""
    return chains(view).following
