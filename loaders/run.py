"""The run over many files: files, folders and corpus files to readings. What is refused does not stop the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.records import Reading
from loaders.corpus import NAME, Refused, Told, entries, told_beside
from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.facts import Facts, plan_of
from loaders.formats.registry import accepted, endings, format_of
from loaders.recognise import recognise


@dataclass(frozen=True)
class Read:
    """One file as read: the document, and all that it states."""

    path: Path
    document: Document
    reading: Reading


def find(paths: Iterable[Path], flags: Facts | None = None) -> tuple[Told | Refused, ...]:
    """The files that some paths mean, each once, with what is told of them; `flags` have the last word."""
    found: dict[Path, Told | Refused] = {}
    refused: list[Refused] = []
    for path in paths:
        try:
            for each in _meant(path):
                if isinstance(each, Told):
                    found.setdefault(each.path.resolve(), Told(each.path, (flags or Facts()).over(each.facts)))
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
    plan, doubts = plan_of(document, told.facts)
    return Read(told.path, document, recognise(document, plan, doubts))


def read_or_refuse(told: Told) -> Read | Refused:
    """Read one of many files; a fault of ours in it is told, and costs that file alone."""
    try:
        return read(told)
    except UnreadablePlan as error:
        return Refused(told.path, str(error))
    except MemoryError:
        return Refused(
            told.path, f"{told.path}: reading it needs more memory than one file may take. Give it in parts."
        )
    except Exception as error:  # noqa: BLE001  the other files must be loaded whatever a family of tables trips on
        fault = f"{type(error).__name__}: {error}"
        advice = (
            "This is a fault in Röda tråden, not in the file: please report what `rodatraden show records` says of it"
        )
        return Refused(told.path, f"{told.path}: {fault}. {advice}.")


def _meant(path: Path) -> Iterator[Told | Refused]:
    """The files that one path means. Raises UnreadablePlan where it means none."""
    if path.is_dir():
        inside = tuple(_inside(path))
        if not inside:
            raise UnreadablePlan(f"{path}: no file in this folder ends in any of: {', '.join(endings())}.")
        yield from inside
    elif not path.exists():
        raise UnreadablePlan(f"{path}: there is no such file. Correct the path.")
    elif path.suffix.lower() == ".toml":
        yield from entries(path)
    else:
        yield Told(path, told_beside(path))


def _inside(folder: Path) -> Iterator[Told | Refused]:
    """The files that a folder's corpus file lists; without one, all of known formats in it and in its folders."""
    corpus = folder / NAME
    try:
        if corpus.exists():
            yield from entries(corpus)
            return
        for child in sorted(folder.iterdir()):
            if child.name.startswith("."):
                continue
            if child.is_dir() and not child.is_symlink():
                yield from _inside(child)
            elif child.is_file() and accepted(child):
                yield Told(child, Facts())
    except OSError as error:
        yield Refused(folder, f"{folder}: cannot be read: {error.strerror}.")
    except UnreadablePlan as error:
        yield Refused(corpus, str(error))
