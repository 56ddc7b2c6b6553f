"""The run over many files: files, folders, archives and corpus files to readings. What is refused stops nothing else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.records import Reading
from loaders.archive import ENDING, is_litter
from loaders.corpus import NAME, Refused, Told, entries, told_beside
from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.facts import Facts, plan_of
from loaders.form.reading import read_form
from loaders.form.table import is_form
from loaders.formats.content import KINDS, kind_of
from loaders.formats.registry import SAVE, accepted, endings, format_of
from loaders.recognise import recognise

#: Unpacks an archive: gives the folder in which what it holds is now, and what was not unpacked, and why.
Unpack = Callable[[Path], tuple[Path, tuple[Refused, ...]]]
#: Documents of kinds that cannot be read: in a folder they are refused rather than passed over in silence.
FOREIGN = frozenset({".doc", ".odt", ".ppt", ".pptx", ".rtf"})


@dataclass(frozen=True)
class Read:
    """One file as read: the document, and all that it states."""

    path: Path
    document: Document
    reading: Reading


def find(paths: Iterable[Path], flags: Facts | None = None, unpack: Unpack | None = None) -> tuple[Told | Refused, ...]:
    """The files that some paths mean, each once, with what is told of them; `flags` have the last word.

    Without `unpack`, archives are refused.
    """
    found: dict[Path, Told | Refused] = {}
    refused: list[Refused] = []
    for path in paths:
        try:
            for each in _meant(path, unpack or _packed):
                if isinstance(each, Told):
                    told = replace(each, facts=(flags or Facts()).over(each.facts))
                    found.setdefault(each.path.resolve(), told)
                else:
                    refused.append(each)
        except UnreadablePlan as error:
            refused.append(Refused(path, str(error)))
        except (OSError, ValueError) as error:
            refused.append(Refused(path, f"{path}: cannot be read: {error}."))
    return (*found.values(), *refused)


def read(told: Told) -> Read:
    """Read one file. Raises UnreadablePlan, which names it and says what to do."""
    try:
        document = format_of(told.path).read(told.path)
    except OSError as error:
        raise UnreadablePlan(f"{told.path}: cannot be read: {error.strerror}.") from error
    if is_form(document):
        return Read(told.path, document, read_form(document, told.facts))
    plan, doubts = plan_of(document, told.facts)
    return Read(told.path, document, recognise(document, plan, doubts))


def read_or_refuse(told: Told) -> Read | Refused:
    """Read one of many files; a fault of ours in it is told, and costs that file alone."""
    try:
        return read(told)
    except UnreadablePlan as error:
        return Refused(told.path, str(error).replace(str(told.path), told.name))
    except MemoryError:
        return Refused(
            told.path, f"{told.name}: reading it needs more memory than one file may take. Give it in parts."
        )
    except Exception as error:  # noqa: BLE001  the other files must be loaded whatever a family of tables trips on
        fault = f"{type(error).__name__}: {error}"
        advice = (
            "This is a fault in Röda tråden, not in the file: please report what `rodatraden show records` says of it"
        )
        return Refused(told.path, f"{told.name}: {fault}. {advice}.")


def _meant(path: Path, unpack: Unpack) -> Iterator[Told | Refused]:
    """The files that one path means. Raises UnreadablePlan where it means none."""
    if path.is_dir():
        inside = tuple(_inside(path, unpack))
        if not inside:
            raise UnreadablePlan(f"{path}: no file in this folder ends in any of: {', '.join(endings())}.")
        yield from inside
    elif not path.exists():
        raise UnreadablePlan(f"{path}: there is no such file. Correct the path.")
    elif path.suffix.lower() == ".toml":
        yield from entries(path)
    elif _is_archive(path):
        yield from _in_archive(path, unpack)
    else:
        yield Told(path, told_beside(path))


def _is_archive(path: Path) -> bool:
    """Whether a file is an archive of files by its name, and no document by its content."""
    return path.suffix.lower() == ENDING and kind_of(path) in (None, ENDING)


def _inside(folder: Path, unpack: Unpack) -> Iterator[Told | Refused]:
    """The files that a folder's corpus file lists; without one, all of known formats in it and in its folders."""
    corpus = folder / NAME
    try:
        if corpus.exists():
            yield from entries(corpus)
            return
        for child in sorted(folder.iterdir()):
            if is_litter(child.name):
                continue
            if child.is_dir() and not child.is_symlink():
                yield from _inside(child, unpack)
            elif child.is_file():
                yield from _in_folder(child, unpack)
    except OSError as error:
        yield Refused(folder, f"{folder}: cannot be read: {error.strerror}.")
    except UnreadablePlan as error:
        yield Refused(corpus, str(error))


def _in_folder(path: Path, unpack: Unpack) -> Iterator[Told | Refused]:
    """What a file among others is: nothing where it is no document."""
    ending = path.suffix.lower()
    if _is_archive(path):
        yield from _in_archive(path, unpack)
    elif accepted(path) or ending == ENDING:
        yield Told(path, Facts())
    elif ending in FOREIGN:
        yield Refused(path, f"{path}: this is {KINDS[ending]}, which cannot be read. {SAVE}")


def _in_archive(archive: Path, unpack: Unpack) -> Iterator[Told | Refused]:
    """What an archive holds, each named as in the archive; raises UnreadablePlan where that is nothing."""
    folder, refused = unpack(archive)
    yield from refused
    inside = tuple(_inside(folder, unpack))
    if not inside and not refused:
        raise UnreadablePlan(f"{archive}: no file in this archive ends in any of: {', '.join(endings())}.")
    for each in inside:
        shown = archive / each.path.relative_to(folder)
        if isinstance(each, Told):
            yield replace(each, shown=str(shown))
        else:
            yield Refused(shown, each.reason.replace(str(folder), str(archive)))


def _packed(archive: Path) -> tuple[Path, tuple[Refused, ...]]:
    raise UnreadablePlan(
        f"{archive}: this is a zip archive. Unpack it, and give what is in it; or `rodatraden load` it."
    )
