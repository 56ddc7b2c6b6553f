"""Zip archives unpacked to a folder of ours: nothing outside it, so many files and so large at most, no bombs.

What is no plan (hidden files, what a Mac adds, other kinds) stays in the archive; an archive within one is unpacked, too.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from loaders.corpus import NAME, Refused
from loaders.workers import MEGABYTE

#: The most files, the most bytes of one and of all of an archive.
MOST_FILES, LARGEST, MOST = 5000, 200 * MEGABYTE, 2000 * MEGABYTE
#: What is packed tighter than this is no document; what is smaller than `SMALL` may be.
TIGHTEST, SMALL = 300, 10 * MEGABYTE
ENDING = ".zip"
#: Bytes copied at once.
CHUNK = 256 * 1024
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
    OSError,
)


class Unfit(Exception):
    """Why something in an archive is not unpacked, and what to do."""


@dataclass
class Room:
    """What may still be unpacked."""

    files: int = MOST_FILES
    bytes: int = MOST


def unpack(archive: Path, folder: Path, wanted: frozenset[str]) -> tuple[Refused, ...]:
    """Unpack the files with some endings, and corpus files, to a new folder; what was not unpacked, and why."""
    return tuple(_unpacked(archive, archive, folder, wanted, Room()))


def is_litter(name: str) -> bool:
    """Whether a file or folder of that name is nobody's document: hidden, of a Mac's archiver, an open document's lock."""
    return name.startswith((".", "~$", "__MACOSX")) and name != ".."


def _unpacked(
    archive: Path, shown: Path, folder: Path, wanted: frozenset[str], room: Room, *, within: bool = False
) -> Iterator[Refused]:
    try:
        with zipfile.ZipFile(archive) as packed:
            for entry in packed.infolist():
                path = PurePosixPath(readable_name(entry))
                if entry.is_dir() or any(map(is_litter, path.parts)) or not _is_wanted(path, wanted):
                    continue
                try:
                    _take(packed, entry, target := folder / _inside(path), room)
                    if path.suffix.lower() == ENDING:
                        yield from _unpacked_within(target, shown / path, wanted, room, within=within)
                except Unfit as unfit:
                    yield Refused(shown / path, f"{shown / path}: {unfit}.")
                except BROKEN as error:
                    yield Refused(shown / path, f"{shown / path}: cannot be unpacked: {error}. {ANEW}")
    except BROKEN as error:
        yield Refused(shown, f"{shown}: is no zip archive, or a broken one: {error}. {ANEW}")


def _unpacked_within(
    archive: Path, shown: Path, wanted: frozenset[str], room: Room, *, within: bool
) -> Iterator[Refused]:
    """Unpack an archive that was in another, to a folder of its name."""
    packed = archive.rename(archive.with_name(f"{archive.name}.packed"))
    try:
        if within:
            raise Unfit("is a zip archive in one in another. Unpack it, and load what is in it")
        archive.mkdir()
        yield from _unpacked(packed, shown, archive, wanted, room, within=True)
    finally:
        packed.unlink()


def readable_name(entry: zipfile.ZipInfo) -> str:
    """The name of what is packed: in UTF-8, whether that is said or not, else in Latin-1 or the letters of old PCs."""
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp437" if any(0x80 <= byte < 0xA0 for byte in raw) else "latin-1")
    return name.replace("\\", "/")


def _is_wanted(path: PurePosixPath, wanted: frozenset[str]) -> bool:
    return path.suffix.lower() in wanted or path.suffix.lower() == ENDING or path.name == NAME


def _inside(path: PurePosixPath) -> Path:
    """The path below our folder; raises Unfit where it leads out of it."""
    if path.is_absolute() or ".." in path.parts or any(":" in part or "\0" in part for part in path.parts):
        raise Unfit("its name leads out of the archive. Pack it anew")
    return Path(*path.parts)


def _take(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, room: Room) -> None:
    """Unpack one file; raises Unfit where it must not be."""
    _refuse(entry, room)
    target.parent.mkdir(parents=True, exist_ok=True)
    with packed.open(entry) as source, target.open("xb") as file:
        room.files -= 1
        _copy(source, file, room)


def _refuse(entry: zipfile.ZipInfo, room: Room) -> None:
    """Raise Unfit for what must not be unpacked."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Unfit("is a link to another file. Pack the file itself")
    if entry.flag_bits & 1:
        raise Unfit("is protected by a password. Unpack it, and load what was in it")
    if room.files <= 0:
        raise Unfit(f"the archive holds more than {MOST_FILES} files. Pack them in several")
    if entry.file_size > LARGEST:
        raise Unfit(f"is larger than {LARGEST // MEGABYTE} MB. Give the plan alone")
    if entry.file_size > max(SMALL, TIGHTEST * entry.compress_size):
        raise Unfit("is packed so tightly that it is no document. Unpack it, and see what it is")


def _copy(source: IO[bytes], file: IO[bytes], room: Room) -> None:
    """Copy as much as there is room for; raises Unfit where it is more, whatever the archive says of its size."""
    left = LARGEST
    while chunk := source.read(CHUNK):
        left -= len(chunk)
        room.bytes -= len(chunk)
        if left < 0 or room.bytes < 0:
            raise Unfit(f"the archive holds more than {MOST // MEGABYTE} MB. Pack it in several")
        file.write(chunk)


ANEW = "Pack it anew, or unpack it and load the files."
