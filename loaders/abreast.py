"""Many files read abreast, by processes of their own, while others are written already; a hostile file costs itself alone."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from tempfile import mkdtemp

from graph.records import Reading
from loaders.archive import ANEW, unpack
from loaders.corpus import Refused, Told
from loaders.errors import UnreadablePlan
from loaders.formats.registry import endings, format_of
from loaders.run import FOREIGN, Unpack, read_or_refuse
from loaders.workers import MEGABYTE, Failed, ask, cores, result, workers

#: To start processes takes as long as to read so many bytes of text.
WORTH_IT = 100_000
#: How long one file may take: so many seconds, and so many more for each megabyte.
SECONDS, FOR_A_MEGABYTE = 120.0, 4.0
#: How long an archive may take to be unpacked, in seconds.
FOR_AN_ARCHIVE = 600.0
#: So many files for each process are under way at once: no more readings than that are held.
AHEAD = 2


def readings(files: Sequence[Told]) -> Iterator[Reading | Refused]:
    """What each file states, or why it is refused, in the order of the files."""
    if all(map(_plain, files)) and (len(files) < 2 or sum(map(_size, files)) < WORTH_IT):
        yield from map(reading, files)
        return
    number = min(len(files), cores())
    with workers(number) as pool:
        under_way = deque[tuple[Told, Future[Reading | Refused]]]()
        for told in files:
            under_way.append((told, ask(pool, _seconds(told), reading, told)))
            if len(under_way) > AHEAD * number:
                yield _result(*under_way.popleft())
        while under_way:
            yield _result(*under_way.popleft())


def unpacking(room: Path) -> Unpack:
    """What unpacks archives to folders in a room of ours, by a process that has its limits, too."""

    def unpacked(archive: Path) -> tuple[Path, tuple[Refused, ...]]:
        folder = Path(mkdtemp(dir=room))
        with workers(1) as pool:
            try:
                return folder, result(
                    ask(pool, FOR_AN_ARCHIVE, unpack, archive, folder, FOREIGN | frozenset(endings()))
                )
            except Failed as failed:
                raise UnreadablePlan(f"{archive}: this archive {failed}. {ANEW}") from failed

    return unpacked


def reading(told: Told) -> Reading | Refused:
    """What one file states, or why it is refused."""
    found = read_or_refuse(told)
    return found if isinstance(found, Refused) else found.reading


def _result(told: Told, future: "Future[Reading | Refused]") -> Reading | Refused:
    try:
        return result(future)
    except Failed as failed:
        return Refused(told.path, f"{told.name}: this file {failed}. {ADVICE}")


def _plain(told: Told) -> bool:
    """Whether a file is text, or nothing at all: what can be read here, since it harms nobody."""
    try:
        return format_of(told.path).name == "text"
    except (UnreadablePlan, OSError):
        return True


def _seconds(told: Told) -> float:
    return SECONDS + FOR_A_MEGABYTE * _size(told) / MEGABYTE


def _size(told: Told) -> int:
    try:
        return told.path.stat().st_size
    except OSError:
        return 0


ADVICE = "Open it in its program and save it anew, or in parts; or give the plan in another format."
