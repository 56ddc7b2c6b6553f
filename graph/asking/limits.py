"""What a question from outside may take."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Time, sizes in bytes, and how many at once; `memory` is what a worker may take above what it has when it is ready."""

    seconds: float = 10
    answer: int = 20 * MEGABYTE
    query: int = 64 * 1024
    memory: int = 512 * MEGABYTE
    running: int = 2
    waiting: int = 8
    patience: float = 60


#: For a server that strangers reach.
PUBLIC = Limits()
#: For a person's own machine.
LOCAL = Limits(seconds=60, answer=500 * MEGABYTE, query=1024 * 1024, memory=2000 * MEGABYTE, running=4, waiting=32)
