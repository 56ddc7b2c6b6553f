"""A real server for tests."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask

from webapp.serving.server import Served, server

THREADS = 4


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Where an application answers, on a port of its own, until the block ends."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # whoever is told where it is may come at once
        loop = asyncio.new_event_loop()
        behind = Served(app, THREADS, loop)
        serving = server(behind)
        serving.config.timeout_graceful_shutdown = 0  # connections that a client keeps open need not be waited for
        thread = Thread(target=loop.run_until_complete, args=(serving.serve([listening]),), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            serving.should_exit = True
            thread.join()
            behind.close()
            loop.close()
