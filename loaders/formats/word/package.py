"""A Word file as a package: its parts as XML trees, and what each part points at; all of it taken for hostile."""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from loaders.errors import UnreadablePlan
from loaders.formats.element import Element
from loaders.formats.refusals import refuse_other_kinds

#: A package has no more parts, and a part no more bytes, than this; packed, no part is smaller than a part of it.
MOST_PARTS, MOST_BYTES, MOST_UNPACKED = 20_000, 100_000_000, 200_000_000
SMALL, LEAST_SHARE = 10_000_000, 1 / 250
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: The names that Word's strict form has for the same things.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


class Package:
    """The parts of one file. Everything that is asked of it raises UnreadablePlan where a part is broken."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Open the file's bytes."""
        self._path = path
        refuse_other_kinds(path, data, "Word")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise self.broken("the file is damaged or cut off") from error
        self._unpacked = 0
        self._known: dict[str, dict[str, tuple[str, str]]] = {}
        self._parts = {info.filename: info for info in self._zip.infolist()[: MOST_PARTS + 1]}
        if len(self._parts) > MOST_PARTS:
            raise self.broken(f"it has more than {MOST_PARTS} parts")

    def broken(self, why: str, part: str = "") -> UnreadablePlan:
        """The error that tells what is wrong with the file, or a part of it."""
        where = f"{self._path}, {part}" if part else f"{self._path}"
        return UnreadablePlan(f"{where}: {why}. Open it in Word and save it anew as .docx.")

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        pointed = (name for kind, name in self._targets("").values() if kind == "officeDocument")
        return next(pointed, "word/document.xml")

    @property
    def has_macros(self) -> bool:
        """Whether there are macros in it."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._parts)

    def tree(self, part: str) -> Element | None:
        """A part's root element; none where there is no such part."""
        from lxml import etree

        data = self._bytes(part)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.broken(f"this part is no proper XML ({error.msg})", part) from error
        if root.getroottree().docinfo.doctype:
            raise self.broken("this part declares a document type, which Word never does", part)
        return root

    def of_kind(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part points at."""
        return next((name for each, name in self._targets(part).values() if each == kind), None)

    def target(self, part: str, mark: str) -> str | None:
        """The part that a part points at by a mark; none where that lies outside the file."""
        found = self._targets(part).get(mark)
        return found[1] if found else None

    def _targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Kind and name of each part that a part points at; what lies outside the file is left out."""
        if part not in self._known:
            folder, name = posixpath.split(part)
            root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._known[part] = dict(_inner(root, folder)) if root is not None else {}
        return self._known[part]

    def _bytes(self, part: str) -> bytes | None:
        info = self._parts.get(part)
        if info is None:
            return None
        self._check_size(info)
        try:
            with self._zip.open(info) as opened:
                data = opened.read(MOST_BYTES + 1)
        except (BadZipFile, EOFError, OSError, RuntimeError, ValueError, NotImplementedError) as error:
            raise self.broken("this part is damaged, cut off or locked", part) from error
        except Exception as error:
            if type(error).__module__ not in {"zlib", "lzma", "_lzma"}:
                raise
            raise self.broken("this part is damaged", part) from error
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        return data

    def _check_size(self, info: ZipInfo) -> None:
        self._unpacked += info.file_size
        bomb = info.file_size > SMALL and info.compress_size < info.file_size * LEAST_SHARE
        if info.file_size > MOST_BYTES or bomb or self._unpacked > MOST_UNPACKED:
            size = info.file_size // 1_000_000
            raise self.broken(f"this part would be {size} MB unpacked, more than any plan is", info.filename)


def _inner(root: Element, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for one in root:
        target, mode = one.get("Target", ""), one.get("TargetMode")
        if mode != "External" and target:
            name = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            yield one.get("Id", ""), (one.get("Type", "").rpartition("/")[2], name)
