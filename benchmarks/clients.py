"""Clients that ask as fast as they are answered: `python -m benchmarks.clients PORT PATH`, its questions as JSON on its input.

A process of its own with one thread and bare sockets, so that it takes little of the processors that the servers need: about
0.05 ms a request, a twentieth of what a client in `http.client` takes. It tells its answers a second and its own share of a
processor as JSON.
"""

import json
import select
import socket
import sys
import time
from dataclasses import dataclass, field
from random import randrange
from typing import IO
from urllib.parse import quote

OK, END = b"HTTP/1.1 200", b"0\r\n\r\n"
RECEIVED = 256 * 1024


@dataclass
class Client:
    """One that keeps its connection; what has come of its answer."""

    socket: socket.socket
    came: bytearray = field(default_factory=bytearray)


def whole(came: bytes | bytearray) -> bool:
    """Whether an answer is whole, with a length or in chunks."""
    end = came.find(b"\r\n\r\n")
    if end < 0:
        return False
    head = came[:end].lower()
    at = head.find(b"content-length:")
    if at < 0:
        return came.endswith(END)
    return len(came) - end - 4 >= int(head[at + 15 :].split(b"\r\n", 1)[0])


def request(path: str, question: str, accept: str, number: int) -> bytes:
    """A request; `{n}` in the question becomes a number, so that no two need be alike."""
    asked = quote(question.replace("{n}", str(number)).replace("{few}", str(number % 100)))
    return f"GET {path}?query={asked} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n".encode()


def asked_on(port: int, path: str, question: str, accept: str, clients: int, seconds: float) -> dict[str, float]:
    """Ask with so many clients for so long; raises RuntimeError for a refusal."""
    poll, waiting, number = select.epoll(), dict[int, Client](), randrange(10**12)
    for _ in range(clients):
        client = Client(socket.create_connection(("127.0.0.1", port)))
        client.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        waiting[client.socket.fileno()] = client
        poll.register(client.socket, select.EPOLLIN)
        client.socket.sendall(request(path, question, accept, number := number + 1))
    answers, begun, processor = 0, time.perf_counter(), time.process_time()
    while (taken := time.perf_counter() - begun) < seconds or not answers:
        for each, _ in poll.poll(1):
            client = waiting[each]
            client.came += client.socket.recv(RECEIVED)
            if whole(client.came):
                if not client.came.startswith(OK):
                    raise RuntimeError(bytes(client.came[:400]))
                answers += 1
                client.came.clear()
                client.socket.sendall(request(path, question, accept, number := number + 1))
    return {"rate": answers / taken, "share": (time.process_time() - processor) / taken}


def main(source: IO[str] = sys.stdin) -> None:
    """Ask what the input has, and tell."""
    print(json.dumps(asked_on(int(sys.argv[1]), sys.argv[2], **json.load(source))))  # noqa: T201


if __name__ == "__main__":
    main()
