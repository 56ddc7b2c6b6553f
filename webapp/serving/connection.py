"""A client's connection: uvicorn's, but that a question for the endpoint is answered where it is read.

And nobody holds what is everybody's by sending or taking too slowly, or too much.
"""

import asyncio
from functools import lru_cache, partial
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from webapp.serving.messages import Answer, Scope
from webapp.serving.short import Leave, Short
from webapp.serving.traffic import Traffic

#: A client that has not sent its headers whole by then, or has taken nothing since, is cut off: seconds.
PATIENCE = 30.0
#: The headers of a request, with its address, that come in several pieces take at most so many bytes.
HEADERS = 256 * 1024
#: Bodies from here on are not copied to go out with their headers.
LARGE = 64 * 1024
#: What has no body is read whole with its headers.
BODILESS = ("GET", "HEAD")


class Connection(HttpToolsProtocol):
    """One connection."""

    def __init__(self, short: Short, traffic: Traffic, **given: Any) -> None:  # noqa: ANN401  as uvicorn has it
        """Answer questions by `short`, and count in `traffic`."""
        super().__init__(**given)
        self._short, self._traffic = short, traffic
        self._leave: Leave | None = None
        self._reading, self._head, self._before = True, 0, 0
        self._due: asyncio.TimerHandle | None = None

    @property
    def unsent(self) -> int:
        """How many bytes the client has not taken yet."""
        return self.transport.get_write_buffer_size()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client has come."""
        super().connection_made(transport)
        self._wait_for_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        """A client has gone: what it asked is asked no more."""
        self._wait_no_more()
        self._traffic.slow.discard(self)
        if self._leave:
            self._leave()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A client sends something."""
        self._head += len(data) if self._reading else 0
        if self._head > HEADERS:
            self.send_400_response("The headers are too long.")
            return
        super().data_received(data)
        if self._reading and self._due is None:
            self._wait_for_headers()

    def on_message_begin(self) -> None:
        """A request begins."""
        self._reading = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """A request's headers are whole."""
        self._reading, self._head = False, 0
        self._wait_no_more()
        super().on_headers_complete()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:  # noqa: ANN401
        """It is a request's turn to be answered."""
        if app is self.app and cycle.scope["method"] in BODILESS:
            self._leave = self._short.begin(cast("Scope", cycle.scope), partial(self._answer, cycle))
            if self._leave:
                return
        super()._start_asgi_task(cycle, app)

    def _answer(self, cycle: RequestResponseCycle, answer: Answer) -> None:
        """Send a whole answer in one piece, as uvicorn sends one in several."""
        self._leave = None
        if cycle.disconnected:
            return
        head = self._headed(cycle, answer)
        body = b"" if cycle.scope["method"] == "HEAD" else answer.body
        if len(body) < LARGE:
            self.transport.write(head + body)
        else:
            self.transport.write(head)
            self.transport.write(body)
        cycle.response_started = cycle.response_complete = True
        cycle.message_event.set()
        if not cycle.keep_alive:
            self.transport.close()
        cycle.on_response()

    def _headed(self, cycle: RequestResponseCycle, answer: Answer) -> bytes:
        own = _block((*self.server_state.default_headers, *answer.headers))
        last = b"" if cycle.keep_alive else b"connection: close\r\n"
        return b"%s%scontent-length: %d\r\n%s\r\n" % (STATUS_LINE[answer.status], own, len(answer.body), last)

    def pause_writing(self) -> None:
        """The client takes more slowly than it is sent to."""
        super().pause_writing()
        self._traffic.slow.add(self)
        self._before = self.unsent
        self._due = self.loop.call_later(PATIENCE, self._look)

    def resume_writing(self) -> None:
        """The client has taken nearly all."""
        self._traffic.slow.discard(self)
        self._wait_no_more()
        super().resume_writing()

    def _look(self) -> None:
        """Cut off a client that has taken nothing since."""
        if self.unsent >= self._before:
            self.transport.abort()
            return
        self._before = self.unsent
        self._due = self.loop.call_later(PATIENCE, self._look)

    def _wait_for_headers(self) -> None:
        self._due = self.loop.call_later(PATIENCE, self.transport.abort)

    def _wait_no_more(self) -> None:
        if self._due:
            self._due.cancel()
            self._due = None


@lru_cache(maxsize=200)
def _block(headers: tuple[tuple[bytes, bytes], ...]) -> bytes:
    """Headers as they stand in an answer."""
    return b"".join(b"%s: %s\r\n" % header for header in headers)
