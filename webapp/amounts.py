"""How much there is, as the version that is shown tells it of itself."""

from graph.describing.counts import Counts
from graph.describing.held import counts, described_in
from graph.view import View
from webapp.ask import once_a_version


@once_a_version
def told(seen: View) -> Counts | None:
    """The counts in a version's description; None where it has none, since an older program made it."""
    return counts(seen) if described_in(seen) else None


@once_a_version
def amounts(seen: View) -> Counts:
    """The same, counted where nothing is told: that goes over all there is."""
    return told(seen) or counts(seen)
