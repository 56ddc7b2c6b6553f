"""A store on this machine, asked in a worker that is ended when its time is up or you press Ctrl-C."""

from dataclasses import replace

from client.source import question
from graph.asking.limits import LOCAL
from graph.asking.outcome import Written, Wrong
from graph.asking.place import directory_of
from graph.asking.pool import Pool
from graph.store import PlanStore


class Near:
    """A store at the version that is current now: later loads don't show until it is opened again."""

    def __init__(self, store: PlanStore, place: str, seconds: float) -> None:
        """Raises EmptyStore, StoreError."""
        store.view()  # which raises what is wrong
        current = next(each for each in store.versions() if each.current)
        self._view, self._pool = store.at(current.number), Pool(replace(LOCAL, seconds=seconds, running=1))
        self.place, self.version = place, current.name

    def ask(self, text: str) -> Written:
        """See Source."""
        try:
            return self._pool.ask(directory_of(self._view), question(text))
        except Wrong as error:
            raise located(error) from error


def located(error: Wrong) -> Wrong:
    """The error with its place in what it says, as endpoints tell it."""
    if error.line is None:
        return error
    return Wrong(f"Line {error.line}, column {error.column}: {error}", error.line, error.column)
