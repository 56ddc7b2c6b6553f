"""The process that answers: `python -m graph.asking.worker DIR MEMORY`, asked over standard input and output.

It holds a store read-only, answers one question after the other, and ends with its input.
"""

import gc
import json
import os
import re
import sys
from threading import Thread, stack_size
from typing import IO

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

from graph.asking.frames import ASK, NONE, PART, READY, WHOLE, frame, read_frame, send, unpacked
from graph.asking.outcome import Question, TooLarge, Unanswered, Unwritable, Wrong
from graph.cage import allow_processor, close
from graph.results import Form, write_found

#: Parts are sent when they have gathered to this many bytes.
GATHERED = 64 * 1024
PLACE = re.compile(r"error at (\d+):(\d+): ")
#: The engine reads and plans by recursion. Bytes of address space; memory only where they are used.
STACK = 256 * 1024 * 1024
#: The engine lists all characters that may begin a name, which helps nobody.
LONGEST = 400

Found = QuerySolutions | QueryBoolean | QueryTriples


class Sent:
    """A file that sends what is written to it in parts, and raises TooLarge at the limit.

    The last part, of a small answer the only one, is sent with the answer's form and its end.
    """

    def __init__(self, out: IO[bytes], most: int) -> None:
        """Send over `out`, at most so many bytes."""
        self._out, self._most = out, most
        self._held, self._total = bytearray(), 0

    def write(self, data: bytes) -> int:
        """Take some bytes."""
        self._total += len(data)
        if self._total > self._most:
            raise TooLarge("")
        self._held += data
        if len(self._held) >= GATHERED:
            self._out.write(frame(PART, self._held))
            self._held.clear()
        return len(data)

    def flush(self) -> None:
        """Keep what has gathered for the next part, or the end; the engine asks for this when it is done."""

    def end(self, form: Form) -> None:
        """Send what is left, and that it is all."""
        send(self._out, WHOLE, b"%s\n%s" % (form.value.encode(), self._held))


def answer(store: Store, question: Question, most: int, out: IO[bytes]) -> None:
    """Answer over `out`: parts and the end, or why there is no answer."""
    try:
        found = asked(store, question)
        form = question.triples if isinstance(found, QueryTriples) else question.rows
        if form is None:
            raise Unwritable("triples" if isinstance(found, QueryTriples) else "rows")
        sent = Sent(out, most)
        write_found(found, form, sent)
        sent.end(form)
    except BrokenPipeError:
        raise
    except Unanswered as error:
        send(out, NONE, told(error))
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        send(out, NONE, told(wrong(error)))


def asked(store: Store, question: Question) -> Found:
    """What the engine finds: in the dataset that is told, else in the question's own, else in the union of all graphs."""
    if question.default_graphs or question.named_graphs:
        default: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(each) for each in question.default_graphs]
        named: list[NamedNode | BlankNode] = [NamedNode(each) for each in question.named_graphs]
        return store.query(question.text, base_iri=question.base, default_graph=default, named_graphs=named)
    union = not question.names_graphs
    return store.query(question.text, base_iri=question.base, use_default_graph_as_union=union)


def wrong(error: Exception) -> Wrong:
    """The engine's words, and the line and column that they name."""
    words = " ".join(str(error).split())
    place = PLACE.match(words)
    words = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return Wrong(words.removeprefix(place[0]), int(place[1]), int(place[2])) if place else Wrong(words)


def told(error: Unanswered) -> bytes:
    """Why there is no answer, as JSON."""
    facts: dict[str, object] = {"kind": type(error).__name__, "message": str(error)}
    if isinstance(error, Wrong):
        facts |= {"line": error.line, "column": error.column}
    return json.dumps(facts).encode()


def serve(store: Store, source: IO[bytes], out: IO[bytes]) -> None:
    """Answer until the source ends."""
    send(out, READY)
    while (came := read_frame(source)) and came[0] == ASK:
        question, most, seconds = unpacked(came[1])
        allow_processor(seconds)
        answer(store, question, most, out)


def main() -> None:
    """Answer on a stack that is deep enough for questions of a public server's length, however they are nested."""
    stack_size(STACK)
    answering = Thread(target=work, args=(sys.argv[1], int(sys.argv[2])))
    answering.start()
    answering.join()


def work(directory: str, memory: int) -> None:
    """Open the store, close the cage, answer."""
    store = Store.read_only(directory)
    close(memory)
    try:
        gc.freeze()
        serve(store, sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        os._exit(1)  # nobody listens: nothing is left to be flushed


if __name__ == "__main__":
    main()
