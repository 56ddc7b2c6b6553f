"""Requests and answers as ASGI has them, and the same as WSGI does."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]
Headers = tuple[tuple[bytes, bytes], ...]

#: A body that takes longer to come is not waited for, seconds.
BODY_SECONDS = 30.0
#: Headers that have names of their own in WSGI.
BARE = {b"content-type": "CONTENT_TYPE", b"content-length": "CONTENT_LENGTH"}


class Answer(NamedTuple):
    """A whole answer: its status, its headers but for its length, its body."""

    status: int
    headers: Headers
    body: bytes


class Left(Exception):
    """The client has gone, or sends too slowly."""


async def body_of(receive: Receive, most: int) -> bytes:
    """The body of a request, of a longer one so much that its length shows. Raises Left."""
    whole, more = bytearray(), True
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while more and len(whole) <= most:
                message = await receive()
                if message["type"] != "http.request":
                    raise Left
                whole += message.get("body", b"")
                more = message.get("more_body", False)
    except TimeoutError as error:
        raise Left from error
    return bytes(whole)


def environ_of(scope: Scope, body: bytes, left: Callable[[], bool]) -> Environ:
    """A request as WSGI has it; `rodatraden.left` tells whether its client has gone."""
    host, port = scope["server"] or ("", 0)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "REMOTE_ADDR": scope["client"][0] if scope["client"] else "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": BytesIO(body),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "rodatraden.left": left,
    }
    for name, value in scope["headers"]:
        if b"_" not in name:  # which could be taken for another header's
            _add(environ, _key(name), value.decode("latin-1"))
    return environ


@lru_cache(maxsize=500)
def _key(name: bytes) -> str:
    return BARE.get(name) or f"HTTP_{name.decode('latin-1').upper().replace('-', '_')}"


def _add(environ: Environ, key: str, value: str) -> None:
    """A header; one that comes several times is one list."""
    between = "; " if key == "HTTP_COOKIE" else ","
    environ[key] = f"{environ[key]}{between}{value}" if key in environ else value


def start(status: int, headers: list[tuple[str, str]]) -> Message:
    """The beginning of an answer."""
    return {"type": "http.response.start", "status": status, "headers": encoded(headers)}


def encoded(headers: list[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """Headers as they are sent; the server dates what it sends itself."""
    sent = ((name.lower(), value) for name, value in headers)
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent if name != "date"]


def part(body: bytes, *, more: bool = False) -> Message:
    """A part of an answer's body, or all of it."""
    return {"type": "http.response.body", "body": body, "more_body": more}


def messages(answer: Answer) -> tuple[Message, ...]:
    """A whole answer as messages."""
    headers = [*answer.headers, (b"content-length", str(len(answer.body)).encode())]
    return {"type": "http.response.start", "status": answer.status, "headers": headers}, part(answer.body)
