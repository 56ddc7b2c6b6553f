"""The HTTP server: uvicorn, in this process, with one event loop; and the application as it asks it."""

import asyncio
import gc
import socket
import sys
from functools import partial
from typing import cast

from flask import Flask
from uvicorn import Config, Server

from graph.asking.limits import PUBLIC, Limits
from graph.asking.pool import Pool
from webapp.endpoint.protocol import BESIDE, SPELLED
from webapp.serving.bridge import Bridge
from webapp.serving.connection import Connection
from webapp.serving.leaving import Watch
from webapp.serving.messages import Answer, Environ, Left, Message, Receive, Scope, Send, body_of, environ_of, messages
from webapp.serving.short import Short
from webapp.serving.traffic import Traffic

#: So many connections at once; more are told that it is too busy.
CONNECTIONS = 500
#: A connection on which nothing is asked is closed after so many seconds.
IDLE = 30
#: So many new objects are made before rubbish is collected: requests make many, and leave hardly any.
COLLECTED = 20_000
#: So long does a page that is being made keep the loop waiting, seconds.
SWITCHED = 0.001
#: How long those that are answered may take until the end, seconds.
FAREWELL = 2


class Served:
    """An application behind one event loop."""

    def __init__(self, app: Flask, threads: int, loop: asyncio.AbstractEventLoop) -> None:
        """Make pages in so many threads, and answer questions in the loop."""
        limits = cast("Limits", app.config.get("LIMITS", PUBLIC))
        self.pool, self.traffic = Pool(limits, loop), Traffic(limits)
        app.extensions["pool"] = self.pool
        self.short = Short(app, self.pool, self.traffic)
        self._bridge = Bridge(app, threads)
        self._largest = max(app.config["MAX_CONTENT_LENGTH"], SPELLED * limits.query + BESIDE) + 1

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        watch = Watch(receive)
        try:
            environ = environ_of(scope, await body_of(receive, self._largest), lambda: watch.gone)
            for message in await self._asked(environ, watch) or await self._bridge.answer(environ, send):
                await send(message)
        except Left:
            return
        finally:
            watch.over()

    def close(self) -> None:
        """End the workers; pages that are being made are not waited for."""
        self._bridge.close()
        self.pool.close()

    async def _asked(self, environ: Environ, watch: Watch) -> tuple[Message, ...]:
        """The answer to a question that came in a body, where it can be had the short way. Raises Left."""
        if environ["REQUEST_METHOD"] != "POST":
            return ()
        found: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        leave = self.short.begin_form(environ, found.set_result)
        if leave is None:
            environ["wsgi.input"].seek(0)
            return ()

        def gone() -> None:
            if not found.done():
                leave()
                found.set_exception(Left())

        watch.then(gone)
        return messages(await found)


def server(served: Served) -> Server:
    """The server, to be run in the loop with sockets that it listens on."""
    config = Config(
        served,
        http=cast("type[asyncio.Protocol]", partial(Connection, served.short, served.traffic)),
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        backlog=1024,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE,
        timeout_graceful_shutdown=FAREWELL,
    )
    return Server(config)


async def serve(served: Served, listening: socket.socket) -> None:
    """Serve on a socket until a signal ends it."""
    gc.freeze()  # what is there now stays: it need not be looked through again and again for what could go
    gc.set_threshold(COLLECTED)
    sys.setswitchinterval(SWITCHED)
    try:
        await server(served).serve(sockets=[listening])
    finally:
        served.close()
