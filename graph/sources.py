"""The source files of documents, kept beside the versions by their checksum, so that a page of one can be shown.

They belong to no version and never change; what no version speaks of any more is removed.
"""

import hashlib
import re
import shutil
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

CHECKSUM = re.compile(r"[0-9a-f]{64}")
#: What the folder is called.
NAME = "sources"


@dataclass(frozen=True)
class Sources:
    """The source files in a store's directory."""

    directory: Path

    def keep(self, file: Path, sha256: str) -> bool:
        """Keep a file under its checksum; whether it is there now, which it is not if it was changed since it was read."""
        kept = self.directory / sha256
        if kept.is_file() and kept.stat().st_size == file.stat().st_size:
            return True
        self.directory.mkdir(exist_ok=True)
        part = kept.with_name(f"{sha256}.part")
        shutil.copyfile(file, part)
        if checksum(part) != sha256:
            part.unlink()
            return False
        part.replace(kept)
        return True

    def find(self, sha256: str) -> Path | None:
        """Where the file of a checksum is, if it is kept."""
        kept = self.directory / sha256
        return kept if CHECKSUM.fullmatch(sha256) and kept.is_file() else None

    def prune(self, wanted: Set[str]) -> None:
        """Remove all but the files of some checksums, and what a load that was killed left behind."""
        for file in self.directory.iterdir() if self.directory.is_dir() else ():
            if file.name not in wanted:
                file.unlink()


def checksum(file: Path) -> str:
    """The SHA-256 of a file, as it names documents."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
