"""Many files read abreast: by processes of their own where there is much to read, while others are written already."""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from graph.records import Reading
from loaders.corpus import Refused, Told
from loaders.run import read_or_refuse

#: To start processes takes as long as to read so many bytes.
WORTH_IT = 100_000


def readings(files: Sequence[Told]) -> Iterator[Reading | Refused]:
    """What each file states, or why it is refused, in the order of the files."""
    if len(files) < 2 or sum(map(_size, files)) < WORTH_IT:
        yield from map(reading, files)
        return
    # Started afresh: a copy of this process would share the open store with it.
    workers, context = min(len(files), _cores()), get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=gc.disable) as pool:
        for told, future in [(told, pool.submit(reading, told)) for told in files]:
            yield _result(told, future)


def reading(told: Told) -> Reading | Refused:
    """What one file states, or why it is refused."""
    found = read_or_refuse(told)
    return found if isinstance(found, Refused) else found.reading


def _result(told: Told, future: "Future[Reading | Refused]") -> Reading | Refused:
    try:
        return future.result()
    except BrokenProcessPool:
        return Refused(
            told.path,
            f"{told.path}: the process that read it, or another file, was ended, most likely for want of memory. "
            "Load fewer files at once.",
        )


def _size(told: Told) -> int:
    try:
        return told.path.stat().st_size
    except OSError:
        return 0


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
