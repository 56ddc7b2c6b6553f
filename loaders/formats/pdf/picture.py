"""A page of a PDF as a picture: as it is shown, twice as fine as its points, without any mark."""

import struct
import zlib
from pathlib import Path
from typing import Any

from loaders.formats.pdf.opening import opened

#: Dots for a point, and the most dots of a side.
FINENESS, LARGEST = 2.0, 2000
#: Lines of the picture are packed this hard: text packs well at once.
LEVEL = 5
MAGIC = b"\x89PNG\r\n\x1a\n"
#: Bits of a colour, and how colours go in PNG: one of grey, three of red, green and blue.
BITS, GREY, COLOURS = 8, 0, 2


def sizes(path: Path) -> tuple[tuple[float, float], ...]:
    """Width and height of each page as it is shown, in points. Raises UnreadablePlan."""
    with opened(path) as pdf:
        return tuple(pdf.get_page_size(number) for number in range(len(pdf)))


def picture(path: Path, number: int) -> bytes | None:
    """A page, 1-based, as PNG; None where there is none, or it has no size. Raises UnreadablePlan."""
    with opened(path) as pdf:
        if not 1 <= number <= len(pdf):
            return None
        page = pdf[number - 1]
        longest = max(page.get_size())
        if not longest >= 1:
            return None
        return png(page.render(scale=min(FINENESS, LARGEST / longest), rev_byteorder=True))


def png(bitmap: Any) -> bytes:  # noqa: ANN401  # pypdfium2 has no types
    """A bitmap of grey or of red, green and blue as PNG."""
    width, height, channels = bitmap.width, bitmap.height, bitmap.n_channels
    kind, raw = {1: GREY, 3: COLOURS}[channels], memoryview(bitmap.buffer).cast("B")
    lines = b"".join(b"\0" + raw[at : at + width * channels] for at in range(0, height * bitmap.stride, bitmap.stride))
    head = struct.pack(">IIBBBBB", width, height, BITS, kind, 0, 0, 0)
    return MAGIC + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, LEVEL)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
