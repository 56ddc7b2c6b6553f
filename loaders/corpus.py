"""The corpus file: which files there are and what is told of each, in TOML.

    [[document]]
    file = "plan-2031.txt"        # relative to the corpus file; all else may be left out where the text tells it
    type = "ManagementPlan"
    title = "Omsorgsplan 2031–2033"
    region = "97"                 # SCB county code
    region_name = "Region Sjövik" # its name, where the code is not a county's
    organisation = "Omsorgsförvaltningen"
    parent_organisation = "Omsorgsnämnden"
    abbreviation = "of"
    period = [2031, 2033]

A fault names the corpus file and the entry, and costs that entry alone.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from loaders.errors import UnreadablePlan
from loaders.facts import KINDS, Facts

#: What a corpus file in a folder is called.
NAME = "corpus.toml"
#: The most bytes of one.
LARGEST = 4_000_000
KEYS = tuple(field.name for field in fields(Facts))


class Fault(Exception):
    """What is wrong with one entry, and what to do."""


@dataclass(frozen=True)
class Told:
    """A file, and what is told of it from outside; `shown` is its name where that is not its path."""

    path: Path
    facts: Facts
    shown: str = ""

    @property
    def name(self) -> str:
        """What persons are told that it is called."""
        return self.shown or str(self.path)


@dataclass(frozen=True)
class Refused:
    """What cannot be loaded, and why: the reason names it and says what to do."""

    path: Path
    reason: str


def entries(corpus: Path) -> Iterator[Told | Refused]:
    """The files that a corpus file lists, or what is wrong with each. Raises UnreadablePlan where it is no corpus file."""
    seen: set[Path] = set()
    for number, entry in enumerate(_listed(corpus), 1):
        try:
            told = _told(corpus, entry)
            if told.path in seen:
                raise Fault("the file is listed twice. Remove one of the entries")
        except Fault as fault:
            yield _refused(corpus, number, entry, fault)
        else:
            seen.add(told.path)
            yield told


def told_beside(path: Path) -> Facts:
    """What the corpus file in a file's own folder tells of it; nothing where there is none, or it does not list it.

    Raises UnreadablePlan where there is a corpus file that cannot be read, or its entry of the file is faulty.
    """
    corpus = path.parent / NAME
    for entry in entries(corpus) if corpus.is_file() else ():
        if entry.path.name == path.name:
            if isinstance(entry, Refused):
                raise UnreadablePlan(entry.reason)
            return entry.facts
    return Facts()


def facts_from(entry: Mapping[str, object]) -> Facts:
    """The facts in a table of them; raises Fault for a value of the wrong kind."""
    words = {key: _text(key, entry[key]) for key in KEYS if key in entry and key != "period"}
    if (kind := words.get("type")) and kind not in KINDS:
        raise Fault(f"type {kind} is unknown. The types are: {', '.join(KINDS)}")
    return Facts(**words, period=_period(entry["period"]) if "period" in entry else None)


def _refused(corpus: Path, number: int, entry: object, fault: Fault) -> Refused:
    name = entry.get("file") if isinstance(entry, Mapping) else None
    if not isinstance(name, str):
        return Refused(corpus, f"{corpus}, entry {number}: {fault}.")
    return Refused(corpus.parent / name, f"{corpus}, entry {number} ({name}): {fault}.")


def _listed(corpus: Path) -> list[object]:
    try:
        if corpus.stat().st_size > LARGEST:
            raise UnreadablePlan(f"{corpus}: is too large for a corpus file. Load its folders one by one.")
        content = tomllib.loads(corpus.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise UnreadablePlan(f"{corpus}: there is no such file.") from error
    except OSError as error:
        raise UnreadablePlan(f"{corpus}: cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnreadablePlan(f"{corpus}: not UTF-8. Save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadablePlan(
            f"{corpus}: not a corpus file, since it is not TOML: {error}. Correct it there."
        ) from error
    listed = content.get("document")
    if not isinstance(listed, list) or not listed:
        raise UnreadablePlan(f'{corpus}: lists no documents. Give each an entry: [[document]], then file = "…".')
    return listed


def _told(corpus: Path, entry: object) -> Told:
    if not isinstance(entry, Mapping):
        raise Fault("is no table. Write [[document]] above it")
    if unknown := sorted(entry.keys() - {"file", *KEYS}):
        raise Fault(f"unknown key {', '.join(unknown)}. The keys are: file, {', '.join(KEYS)}")
    return Told(_path(corpus, entry.get("file")), facts_from(entry))


def _path(corpus: Path, name: object) -> Path:
    if not isinstance(name, str) or not name.strip():
        raise Fault('needs the name of a file: file = "…"')
    path = corpus.parent / name
    try:
        outside = not path.resolve().is_relative_to(corpus.parent.resolve())
        there = path.is_file()
    except (OSError, ValueError) as error:
        raise Fault("this cannot be the name of a file. Correct it") from error
    if outside:
        raise Fault(f"{name} lies outside the corpus file's folder. Move it there, or the corpus file up")
    if not there:
        raise Fault(f"there is no file {path}. Correct the name, which is relative to the corpus file")
    return path


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Fault(f'{key} must be text in quotes, like {key} = "…"; it is {value!r}')
    return value.strip()


def _period(value: object) -> tuple[int, int]:
    match value:
        case [int(first), int(last)] if 1900 < first <= last < 2200:
            return first, last
    raise Fault(f"period must be its first and last year, like [2026, 2028]; it is {value!r}")
