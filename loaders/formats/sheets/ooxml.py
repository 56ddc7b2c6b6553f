"""Sheets of a workbook as Office Open XML has them (.xlsx, .xlsm): values by calamine, all else from the parts."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from loaders.errors import UnreadablePlan
from loaders.formats.grids import on_one_line
from loaders.formats.sheets.archive import parts
from loaders.formats.sheets.scan import Scanned, column, scan
from loaders.formats.sheets.sheet import At, Odd, Sheet, error_in, hidden, hidden_parts, not_reckoned
from loaders.formats.sheets.shown import BUILT_IN, plain, shown
from loaders.formats.sheets.values import is_hidden, opened, values_of

#: Cells that hold something, in all sheets; the area that those of one sheet may lie in.
MOST_FILLED, MOST_AREA = 1_000_000, 6_000_000
#: A cell holds no more signs than this, all cells no more than so many times a million.
LONGEST_CELL, MOST_SIGNS = 250_000, 100_000_000
BOOK, STYLES, STRINGS = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
SHARED = re.compile(rb"<(?:\w{1,20}:)?si[\s>/]")
SHARED_CELL = re.compile(rb"\bt=\"s\"")


def sheets(path: Path, data: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook in their order. Raises UnreadablePlan for what is broken or beyond all bounds."""
    held = parts(path, data)
    if BOOK not in held:
        raise UnreadablePlan(f"{path}: this is no workbook, though it is called one. Give it the ending that it has.")
    codes = formats_of(held.get(STYLES, b""))
    telling = frozenset(style for style, code in enumerate(codes) if code)
    scanned = {name: scan(held.get(part, b""), telling) for name, part in sheet_parts(held).items()}
    _refuse_beyond(path, held, scanned)
    with opened(path, data) as book:
        for told in book.sheets_metadata:
            if told.name in scanned:
                concealed = (hidden(told.name),) if is_hidden(told) else ()
                yield _sheet(path, book, told.name, scanned[told.name], codes, held, concealed)


def _sheet(
    path: Path,
    book: Any,  # noqa: ANN401  calamine's
    name: str,
    scanned: Scanned,
    codes: list[str],
    held: Mapping[str, bytes],
    concealed: tuple[Odd, ...],
) -> Sheet:
    values, merged = values_of(path, book, name)
    rows = [[plain(value) if type(value) is float else _text(value) for value in row] for row in values]
    for (row, at), style in scanned.styles.items():
        if row < len(rows) and at < len(rows[row]) and style < len(codes) and codes[style]:
            rows[row][at] = _text(values[row][at], codes[style])
    for (row, at), error in scanned.errors.items():
        _put(rows, (row, at), error)
    odd = [*concealed, *hidden_parts(scanned.hidden_rows, scanned.hidden_columns)]
    odd += [error_in(at, error) for at, error in scanned.errors.items()]
    odd += [not_reckoned(at) for at in scanned.not_reckoned]
    return Sheet(name, rows, merged, tuple(odd), tuple(comments(held, name)))


def _text(value: object, code: str = "") -> str:
    return (on_one_line(value) if "\n" in value else value) if isinstance(value, str) else shown(value, code)


def _put(rows: list[list[str]], at: At, text: str) -> None:
    """Set a cell that may lie outside the block of values."""
    rows.extend([] for _ in range(at[0] + 1 - len(rows)))
    rows[at[0]].extend([""] * (at[1] + 1 - len(rows[at[0]])))
    rows[at[0]][at[1]] = text


def _refuse_beyond(path: Path, held: Mapping[str, bytes], scanned: Mapping[str, Scanned]) -> None:
    """Raise UnreadablePlan where the cells are too many, too far apart, or repeat too long a text."""
    if sum(each.filled for each in scanned.values()) > MOST_FILLED:
        raise UnreadablePlan(f"{path}: more than {MOST_FILLED} cells are filled. Save only the plan's sheets.")
    for name, each in scanned.items():
        if each.area > MOST_AREA:
            raise UnreadablePlan(
                f"{path}, sheet {name}: its cells lie too far apart, down to row {each.last[0] + 1}, column "
                f"{each.last[1] + 1}. Delete what stands far outside the tables and save the workbook anew."
            )
    strings = held.get(STRINGS, b"")
    edges = [match.start() for match in SHARED.finditer(strings)] + [len(strings)]
    longest = max((end - start for start, end in pairwise(edges)), default=0)
    repeated = sum(len(SHARED_CELL.findall(held.get(part, b""))) for part in sheet_parts(held).values())
    if longest > LONGEST_CELL or (longest > 10_000 and longest * repeated > MOST_SIGNS):
        raise UnreadablePlan(f"{path}: a cell holds {longest} signs, more than any cell can. It is not read.")


def sheet_parts(held: Mapping[str, bytes]) -> dict[str, str]:
    """The part that each sheet is in, by the sheet's name."""
    targets = related(held, BOOK)
    found = {}
    for each in _tree(held[BOOK]).iter("{*}sheet"):
        key = next((value for name, value in each.attrib.items() if name.endswith("}id")), "")
        kind, target = targets.get(key, ("", ""))
        if kind == "worksheet":
            found[each.get("name", "")] = target
    return found


def related(held: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """What a part is related to, by key: the kind of relation, and the other part's name."""
    folder, name = posixpath.split(part)
    data = held.get(f"{folder}/_rels/{name}.rels")
    if not data:
        return {}
    return {
        each.get("Id", ""): (
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
        )
        for each in _tree(data).iter("{*}Relationship")
    }


def formats_of(data: bytes) -> list[str]:
    """The number format of each cell style, empty for General."""
    if not data:
        return []
    tree = _tree(data)
    own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in tree.iter("{*}numFmt")}
    listed = next(tree.iter("{*}cellXfs"), None)
    keys = [each.get("numFmtId", "0") for each in listed.iterchildren("{*}xf")] if listed is not None else []
    codes = [own.get(key) or BUILT_IN.get(int(key) if key.isdecimal() else 0, "") for key in keys]
    return ["" if code.lower() in ("general", "standard", "@") else code for code in codes]


def comments(held: Mapping[str, bytes], sheet: str) -> Iterator[tuple[At, str]]:
    """The comments beside a sheet's cells."""
    for kind, target in related(held, sheet_parts(held)[sheet]).values():
        if kind == "comments" and target in held:
            for each in _tree(held[target]).iter("{*}comment"):
                told = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", each.get("ref", ""))
                text = on_one_line("".join(run.text or "" for run in each.iter("{*}t")))
                if told and text:
                    yield (int(told[2]) - 1, column(told[1].encode())), text


def has_macros(data: bytes) -> bool:
    """Whether a workbook brings macros; they are not even unpacked."""
    return b"vbaProject.bin" in data


def _tree(data: bytes) -> Any:  # noqa: ANN401  lxml has no types
    """A part's XML. Raises UnreadablePlan's cause, an XMLSyntaxError, where it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)
