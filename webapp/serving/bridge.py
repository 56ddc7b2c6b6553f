"""From the event loop to Flask: each request is answered in a thread, its answer sent as it comes."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from wsgiref.types import WSGIApplication

from webapp.serving.messages import Environ, Message, Send, part, start


class Bridge:
    """A WSGI application as coroutines have it."""

    def __init__(self, app: WSGIApplication, threads: int) -> None:
        """Answer so many requests at once, the others in turn."""
        self._app, self._threads = app, ThreadPoolExecutor(threads, "web")

    async def answer(self, environ: Environ, send: Send) -> tuple[Message, ...]:
        """The answer to a request, as messages still to be sent. A long one's beginning is sent already, as it was taken."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._answered, environ, send, loop)

    def close(self) -> None:
        """Take no more; what is being answered is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _answered(self, environ: Environ, send: Send, loop: asyncio.AbstractEventLoop) -> tuple[Message, ...]:
        """The messages that are still to be sent."""
        head = list[Message]()

        def started(status: str, headers: list[tuple[str, str]], _: Any = None) -> Any:  # noqa: ANN401  as WSGI has it
            head[:] = [start(int(status.split(" ", 1)[0]), headers)]

        body = self._app(environ, started)
        try:
            parts = iter(body)
            first, second = next(parts, b""), next(parts, None)
            if second is None:
                return (*head, part(first))
            for message in (*head, part(first, more=True), part(second, more=True), *_each(parts)):
                asyncio.run_coroutine_threadsafe(_sent(send, message), loop).result()
            return (part(b""),)
        finally:
            if hasattr(body, "close"):
                body.close()


def _each(parts: Iterator[bytes]) -> Iterator[Message]:
    return (part(each, more=True) for each in parts if each)


async def _sent(send: Send, message: Message) -> None:
    await send(message)
