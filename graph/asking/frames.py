"""How a worker and its server talk: frames of one letter, a length and so many bytes, over two pipes."""

import json
import struct
from typing import IO

from graph.asking.outcome import Question
from graph.results import Form

HEAD = struct.Struct(">cI")

#: From the worker: ready to be asked; a part of the answer; its form, a line's end and its last part, with which it is
#: whole; there is none (JSON tells why).
READY, PART, WHOLE, NONE = b"R", b"P", b"W", b"N"
#: To the worker.
ASK = b"A"


def frame(letter: bytes, payload: bytes | bytearray = b"") -> bytes:
    """One frame as bytes."""
    return b"%s%s" % (HEAD.pack(letter, len(payload)), payload)


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
        self._held = b""

    def fed(self, data: bytes) -> list[tuple[bytes, bytes]]:
        """The frames that are whole now."""
        held, whole, at = self._held + data, list[tuple[bytes, bytes]](), 0
        while len(held) >= at + HEAD.size:
            letter, length = HEAD.unpack_from(held, at)
            begin = at + HEAD.size
            if len(held) < begin + length:
                break
            at = begin + length
            whole.append((letter, held[begin:at]))
        self._held = held[at:]
        return whole


def packed(question: Question, most: int, seconds: float) -> bytes:
    """A question, how large its answer may be and how long it may take, as one frame."""
    forms = [form and form.value for form in (question.rows, question.triples)]
    graphs = [question.default_graphs, question.named_graphs, question.names_graphs]
    return frame(ASK, json.dumps([question.text, *forms, *graphs, question.base, most, seconds]).encode())


def unpacked(payload: bytes) -> tuple[Question, int, float]:
    """What `packed` was given."""
    text, rows, triples, default, named, names_graphs, base, most, seconds = json.loads(payload)
    forms = rows and Form(rows), triples and Form(triples)
    return Question(text, *forms, tuple(default), tuple(named), names_graphs, base), most, seconds
