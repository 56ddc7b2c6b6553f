"""The way from a connection to an answer: what is kept, what goes which way, and who is cut off."""

import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest
from pyoxigraph import Store

from graph.asking.limits import Limits
from graph.asking.outcome import Busy
from graph.view import View
from webapp.serving.answers import LARGEST, ROOM, Answers
from webapp.serving.messages import Answer
from webapp.serving.short import of_address
from webapp.serving.traffic import Traffic

END = "\r\n"


def answer(size: int = 1) -> Answer:
    return Answer(200, (), b"x" * size)


def test_answers_are_kept_for_one_version_only() -> None:
    first, second, answers = View(Store()), View(Store()), Answers()
    key = (b"query=ASK{}", b"", b"host")
    answers.put(first, key, answer())
    assert answers.take(first, key) == answer()
    assert answers.take(second, key) is None
    answers.put(second, key, answer(2))
    assert (answers.take(first, key), answers.take(second, key)) == (None, answer(2))


def test_only_small_answers_are_kept_and_the_least_used_go_first() -> None:
    seen, answers = View(Store()), Answers()
    answers.put(seen, (b"large", b"", b""), answer(LARGEST))
    assert answers.take(seen, (b"large", b"", b"")) is None
    size = LARGEST // 2
    for number in range(ROOM // size + 2):
        answers.put(seen, (f"{number:09}".encode(), b"", b""), answer(size))
        assert answers.take(seen, (b"000000000", b"", b""))
    assert answers.take(seen, (b"000000001", b"", b"")) is None


@pytest.mark.parametrize(
    "address",
    [b"", b"query=", b"query=a&query=b", b"query=a&update=b", b"query=a&default-graph-uri=b", b"format=csv"],
)
def test_what_is_not_ordinary_goes_the_long_way(address: bytes) -> None:
    assert of_address(address) is None


def test_an_ordinary_question_is_read_as_a_form_spells_it() -> None:
    found = of_address(b"query=ASK+%7B%7D+%23+%C3%A5&format=csv")
    assert found
    assert (found.query, found.format) == ("ASK {} # å", "csv")
    with pytest.raises(ValueError, match="utf-8"):
        of_address(b"query=%FF")


@dataclass(eq=False)
class Slow:
    """Someone who takes nothing."""

    unsent: int


def test_only_so_much_waits_to_be_taken() -> None:
    traffic = Traffic(Limits(answer=100))
    traffic.slow.add(Slow(400))
    traffic.refuse_more()
    traffic.slow.add(Slow(1))
    with pytest.raises(Busy):
        traffic.refuse_more()


def test_requests_in_one_piece_are_answered_in_their_order(site: str) -> None:
    """Questions and pages, by both ways over one connection."""
    found = urlsplit(site)
    paths = [f"/sparql?query={quote('ASK {}')}&format=json", "/static/none", f"/sparql?query={quote('ASK {?s ?p ?o}')}"]
    requests = "".join(f"GET {path} HTTP/1.1\r\nHost: {found.netloc}\r\n\r\n" for path in paths)
    with socket.create_connection((found.hostname or "", found.port or 0), timeout=60) as connection:
        connection.sendall(f"{requests.removesuffix(END)}Connection: close{END}{END}".encode())
        came = b"".join(iter(lambda: connection.recv(65536), b""))
    assert [part[:3] for part in came.split(b"HTTP/1.1 ")[1:]] == [b"200", b"404", b"200"]


def test_an_answer_is_dated_once(site: str) -> None:
    """By the server, though Flask dates what it sends under conditions."""
    with urlopen(f"{site}/context.jsonld") as answer:
        assert len(answer.headers.get_all("Date")) == 1
