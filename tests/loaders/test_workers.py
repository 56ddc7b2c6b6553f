"""Processes that read: what hangs, bloats or dies costs its own question alone."""

import ctypes
import os
import socket
import sys
import time
from collections.abc import Iterator

import pytest
from pebble import ProcessPool

from loaders.workers import MEGABYTE, Failed, ask, result, workers

#: What a process of these tests may take.
LITTLE = 200 * MEGABYTE
linux = pytest.mark.skipif(sys.platform != "linux", reason="limits are Linux's")


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPool]:
    with workers(1, LITTLE) as started:
        yield started


@pytest.mark.parametrize(
    ("seconds", "function", "given", "says"),
    [
        pytest.param(0.5, time.sleep, 600, "took longer than 0 seconds", id="hangs"),
        pytest.param(60, os._exit, 7, r"crash \(exit code 7\)", id="ends"),
        pytest.param(60, ctypes.string_at, 0, r"crash \(SIGSEGV\)", id="crashes"),
        pytest.param(60, bytearray, 2 * LITTLE, "more than 200 MB of memory", id="bloats", marks=linux),
    ],
)
def test_a_bad_question_fails_alone(pool: ProcessPool, seconds: float, function: type, given: int, says: str) -> None:
    bad = ask(pool, seconds, function, given)
    good = ask(pool, 60, abs, -3)
    with pytest.raises(Failed, match=says):
        result(bad, LITTLE)
    assert result(good) == 3


def test_what_a_question_raises_is_raised(pool: ProcessPool) -> None:
    with pytest.raises(ZeroDivisionError):
        result(ask(pool, 60, divmod, 1, 0))


@linux
def test_a_process_opens_no_sockets(pool: ProcessPool) -> None:
    with pytest.raises(PermissionError):
        result(ask(pool, 60, socket.create_connection, ("127.0.0.1", 9)))
