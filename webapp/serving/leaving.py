"""Whether a client is still there: looked for only where an answer takes its time, since most come at once."""

import asyncio
from collections.abc import Callable

from webapp.serving.messages import Receive

#: Who waits for less than this is not watched, seconds.
GLANCE = 0.1


class Watch:
    """Watches one client, within the loop, until its request is `over`."""

    def __init__(self, receive: Receive) -> None:
        """Begin in a moment."""
        self.gone, self._receive, self._then = False, receive, list[Callable[[], object]]()
        self._loop = asyncio.get_running_loop()
        self._later = self._loop.call_later(GLANCE, self._begin)
        self._watching: asyncio.Task[None] | None = None

    def then(self, do: Callable[[], object]) -> None:
        """What to do when the client has gone."""
        self._then.append(do)

    def over(self) -> None:
        """Watch no more."""
        self._later.cancel()
        if self._watching:
            self._watching.cancel()

    def _begin(self) -> None:
        self._watching = self._loop.create_task(self._watch())

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self.gone = True
        for do in self._then:
            do()
