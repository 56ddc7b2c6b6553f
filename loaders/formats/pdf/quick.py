"""PDFium's functions called as fast as Python can: a page asks thousands of times for a few numbers.

Arguments are not checked or turned into C's kinds as pypdfium2's are: hand in integers, handles and references only.
"""

import ctypes
from collections.abc import Callable
from typing import Any


class Handle(ctypes.c_void_p):
    """A thing of PDFium's."""


def quick(function: Any, gives: Any = ctypes.c_int) -> Callable[..., Any]:  # noqa: ANN401  # a function of C, a kind of C's
    """A function of `pypdfium2.raw`, called without checks of its arguments; the interpreter waits, as the calls are short."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(gives)(address or 0)


def handle(thing: Any) -> Handle:  # noqa: ANN401  # a pointer of C
    """A thing that one of pypdfium2's own functions gave."""
    return Handle(ctypes.cast(thing, ctypes.c_void_p).value)
