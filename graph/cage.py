"""What a worker may no longer do once it has opened what it needs: open sockets, start processes, take memory at will.

Linux only; elsewhere a worker has its time alone, and the refusal of SERVICE before a question is asked.
"""

import ctypes
import platform
import struct
import sys
from math import ceil
from pathlib import Path
from time import process_time

#: By machine: how the kernel names it to a filter, and the numbers of socket(2) and io_uring_setup(2).
MACHINES = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, MODE_FILTER = 22, 38, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000 | 13, 0x80000000


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def close(memory: int) -> None:
    """Close the cage around this process, which may take so many bytes more."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    most = least(_address_space() + memory, resource.getrlimit(resource.RLIMIT_AS)[1])
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    without_sockets()


def allow_processor(seconds: float) -> None:
    """Let this process use so many seconds more: its end where the server that should end it is gone."""
    if sys.platform != "linux":
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(process_time() + seconds) + 1, hard))


def least(wanted: int, allowed: int) -> int:
    """What is wanted, or the less that is allowed; a negative number allows all."""
    return wanted if allowed < 0 else min(wanted, allowed)


def without_sockets() -> bool:
    """Have the kernel refuse this process new sockets from now on; whether it will."""
    known = MACHINES.get(platform.machine())
    if known is None:
        return False
    machine, *refused = known
    steps = [(LOAD, 0, 0, 4), (EQUAL, 1, 0, machine), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0)]
    for number in refused:
        steps += [(EQUAL, 0, 1, number), (RETURN, 0, 0, REFUSE)]
    return _filtered(b"".join(struct.pack("HBBI", *step) for step in [*steps, (RETURN, 0, 0, ALLOW)]))


def _filtered(steps: bytes) -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    held = ctypes.create_string_buffer(steps, len(steps))
    program = _Program(len(steps) // 8, ctypes.cast(held, ctypes.c_void_p))
    wide = ctypes.c_ulong
    if libc.prctl(PR_SET_NO_NEW_PRIVS, wide(1), wide(0), wide(0), wide(0)):
        return False
    return not libc.prctl(PR_SET_SECCOMP, wide(MODE_FILTER), ctypes.byref(program), wide(0), wide(0))


def _address_space() -> int:
    import resource

    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * resource.getpagesize()
