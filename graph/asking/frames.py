"""How a worker and its server talk: frames of one letter, a length and so many bytes, over two pipes."""

import json
import struct
from dataclasses import asdict
from typing import IO

from graph.asking.outcome import Question
from graph.results import Form

HEAD = struct.Struct(">cI")

#: From the worker: ready to be asked; the answer's form; a part of it; it is whole; there is none (JSON tells why).
READY, FORM, PART, WHOLE, NONE = b"R", b"F", b"P", b"W", b"N"
#: To the worker.
ASK = b"A"


def frame(letter: bytes, payload: bytes = b"") -> bytes:
    """One frame as bytes."""
    return HEAD.pack(letter, len(payload)) + payload


def send(out: IO[bytes], letter: bytes, payload: bytes = b"") -> None:
    """Send one frame at once."""
    out.write(frame(letter, payload))
    out.flush()


def read_frame(source: IO[bytes]) -> tuple[bytes, bytes] | None:
    """The next frame from a pipe that may be waited for; None where the other side has ended."""
    head = source.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    letter, length = HEAD.unpack(head)
    payload = source.read(length)
    return (letter, payload) if len(payload) == length else None


class Frames:
    """Frames out of bytes as they come."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self._held = bytearray()

    def fed(self, data: bytes) -> list[tuple[bytes, bytes]]:
        """The frames that are whole now."""
        self._held += data
        whole, at = list[tuple[bytes, bytes]](), 0
        while len(self._held) >= at + HEAD.size:
            letter, length = HEAD.unpack_from(self._held, at)
            begin = at + HEAD.size
            if len(self._held) < begin + length:
                break
            whole.append((letter, bytes(self._held[begin : begin + length])))
            at = begin + length
        del self._held[:at]
        return whole


def packed(question: Question, most: int, seconds: float) -> bytes:
    """A question, how large its answer may be and how long it may take, as one frame."""
    facts = asdict(question) | {"rows": _name(question.rows), "triples": _name(question.triples)}
    return frame(ASK, json.dumps([facts, most, seconds]).encode())


def unpacked(payload: bytes) -> tuple[Question, int, float]:
    """What `packed` was given."""
    facts, most, seconds = json.loads(payload)
    forms = {key: facts[key] and Form(facts[key]) for key in ("rows", "triples")}
    graphs = {key: tuple(facts[key]) for key in ("default_graphs", "named_graphs")}
    return Question(**(facts | forms | graphs)), most, seconds


def _name(form: Form | None) -> str | None:
    return form and form.value
