"""Processes that read hostile files: each question within its time, each process within its memory and without sockets.

One that hangs, bloats or dies costs its own question; another takes its place.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from graph.cage import allow_processor, close

if TYPE_CHECKING:
    from pebble import ProcessPool

MEGABYTE = 1024 * 1024
#: What a process may take beyond what it begins with, in bytes.
MEMORY = 1536 * MEGABYTE
#: A process is renewed after so many questions: what libraries leave behind does not pile up.
RENEWED_AFTER = 50

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Failed(Exception):
    """Why there is no result, as what the file did: "took longer than 120 seconds and was stopped"."""


@contextmanager
def workers(number: int, memory: int = MEMORY) -> Iterator["ProcessPool"]:
    """Some processes, started afresh: a copy of this one would share what it holds open. They end with the block."""
    from pebble import ProcessPool

    pool = ProcessPool(number, RENEWED_AFTER, _enter, (memory,), get_context("spawn"))
    try:
        yield pool
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def ask(
    pool: "ProcessPool", seconds: float, function: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs
) -> "Future[Result]":
    """Have a process call a function of ours, which may take so many seconds."""
    future: Future[Result] = pool.schedule(_within, (seconds, function, args, kwargs), timeout=seconds)
    return future


def result(future: "Future[Result]", memory: int = MEMORY) -> Result:
    """What came of a question. Raises Failed, or what the function raises."""
    from pebble import ProcessExpired

    try:
        return future.result()
    except TimeoutError as error:
        raise Failed(f"took longer than {error.args[1]:.0f} seconds and was stopped") from error
    except MemoryError as error:
        raise Failed(f"needed more than {memory // MEGABYTE} MB of memory and was stopped") from error
    except ProcessExpired as error:
        raise Failed(
            f"made its reader crash ({_ended(error.exitcode)}), since it is broken or needs too much memory"
        ) from error
    except BrokenProcessPool as error:
        raise Failed("could not be read, since no process could be started for it") from error


def cores() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _enter(memory: int) -> None:
    """Make this process one of ours: silent, in its cage, its garbage seen to between questions."""
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(silence, stream.fileno())
    close(memory)
    gc.disable()


def _within(
    seconds: float, function: Callable[..., Result], args: tuple[object, ...], kwargs: dict[str, object]
) -> Result:
    """Call a function; this process ends by itself some time after its time, should nobody be there to end it."""
    gc.collect()
    allow_processor(2 * seconds)
    return function(*args, **kwargs)


def _ended(code: int | None) -> str:
    """How a process ended, by its exit code."""
    try:
        return signal.Signals(-(code or 0)).name
    except ValueError:
        return f"exit code {code}"
