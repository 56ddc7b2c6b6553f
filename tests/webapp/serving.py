"""A real server for tests."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from flask import Flask
from waitress import create_server


@contextmanager
def served(app: Flask, **options: object) -> Iterator[str]:
    """Where an application answers, on a port of its own, until the block ends."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4, **options)

    def run() -> None:
        with suppress(OSError):  # it ends by its sockets being closed under it
            server.run()

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(5)  # connections that a client keeps open keep it longer
