"""The parts of a zipped file, unpacked within bounds: sizes are those that come out, not those that are told."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from loaders.errors import UnreadablePlan

#: A part and all parts together may unpack to no more bytes than this; an archive has no more parts.
LARGEST, LARGEST_WHOLE, MOST_PARTS = 120_000_000, 250_000_000, 5_000
#: Parts that say something; pictures and macros are never unpacked.
TELLING = (".xml", ".rels")


def parts(path: Path, data: bytes) -> Mapping[str, bytes]:
    """The parts of an archive that are XML, by their names; raises UnreadablePlan for what is broken or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            if len({each.filename for each in listed}) < len(listed) or len(listed) > MOST_PARTS:
                raise UnreadablePlan(f"{path}: the file has parts twice over, or too many. Save it anew.")
            return _unpacked(path, archive, [each for each in listed if each.filename.endswith(TELLING)])
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise UnreadablePlan(
            f"{path}: the workbook is damaged or was cut off ({error}). Save it anew in the program that made it."
        ) from error


def _unpacked(path: Path, archive: zipfile.ZipFile, listed: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    """The parts, each read no further than its bound; a part that holds more than it tells fails its checksum."""
    found: dict[str, bytes] = {}
    left = LARGEST_WHOLE
    for each in listed:
        most = min(LARGEST, left)
        with archive.open(each) as part:
            found[each.filename] = part.read(most + 1)
        left -= len(found[each.filename])
        if len(found[each.filename]) > most:
            raise UnreadablePlan(
                f"{path}: {each.filename} unpacks to more than {most // 1_000_000} MB. Save only the plan's sheets."
            )
        _refuse_odd(path, each.filename, found[each.filename])
    return found


def _refuse_odd(path: Path, name: str, data: bytes) -> None:
    """Raise UnreadablePlan for what no office program writes: entities, and letters of two bytes."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadablePlan(f"{path}: {name} declares entities, which no workbook needs. It is not read.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        raise UnreadablePlan(f"{path}: {name} is not in UTF-8. Save the workbook anew in a current program.")
