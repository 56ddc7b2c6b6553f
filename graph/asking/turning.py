"""The event loop that a pool works in: one that turns already, such as a server's, or one in a thread of its own."""

import asyncio
from threading import Lock, Thread, current_thread


class Turning:
    """A loop, started when it is first needed."""

    def __init__(self, loop: asyncio.AbstractEventLoop | None = None) -> None:
        """Use a loop that turns already, or none yet."""
        self._loop, self._thread, self._starting = loop, Thread(target=lambda: None), Lock()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop."""
        with self._starting:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = Thread(target=_turn, args=(self._loop,), name="asking", daemon=True)
                self._thread.start()
            return self._loop

    def stop(self) -> None:
        """Have a loop that was started here turn no more."""
        if self._loop and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            if self._thread is not current_thread():
                self._thread.join()


def _turn(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    for each in asyncio.all_tasks(loop):
        each.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
