"""A plan of tabbed text, set with real tables in a web page and a Word document, gives the same things by the same names."""

import tomllib
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import docx
import pytest

from graph.writer import write
from loaders.corpus import Told
from loaders.facts import Facts
from loaders.run import read

EXAMPLE = Path(__file__).parents[3] / "examples" / "region-exempel"
PLAN = EXAMPLE / "forvaltningsplan-2027.txt"
#: Where a thing stands, and what the file is, differ from format to format.
OF_THE_FILE = ("/passage/", "/document/")

Block = str | list[str] | list[list[str]]


def blocks(text: str) -> Iterator[Block]:
    """A plan's paragraphs; of three lines or more in a row a paragraph and a list; rows of cells together as tables."""
    run: list[str] = []
    for line in [*text.split("\n"), ""]:
        if run and (not line.strip() or ("\t" in line) != ("\t" in run[0])):
            yield from parted(run)
            run = []
        run += [line] if line.strip() else []


def parted(run: list[str]) -> Iterator[Block]:
    """The blocks that a run of lines makes."""
    if "\t" in run[0]:
        yield [line.split("\t") for line in run]
    elif len(run) > 2:
        first = [] if run[0].startswith("- ") else run[:1]
        yield from first
        yield [line.removeprefix("- ").strip() for line in run[len(first) :]]
    else:
        yield from (line.strip() for line in run)


def is_table(block: Block) -> bool:
    return isinstance(block[0], list)


def as_page(text: str, path: Path) -> None:
    """The plan as a web page."""
    html = ""
    for block in blocks(text):
        if isinstance(block, str):
            html += f"<p>{escape(block)}</p>"
        elif is_table(block):
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block)
            html += "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        else:
            html += "<ul>" + "".join(f"<li>{escape(str(item))}</li>" for item in block) + "</ul>"
    path.write_text(
        f'<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>Plan</title><body>{html}</body></html>'
    )


def as_word(text: str, path: Path) -> None:
    """The plan as a Word document."""
    made = docx.Document()
    for block in blocks(text):
        if isinstance(block, str):
            made.add_paragraph(block)
        elif is_table(block):
            table = made.add_table(len(block), max(map(len, block)))
            for row, cells in zip(table.rows, block, strict=True):
                for at, cell in enumerate(cells):
                    row.cells[at].text = cell
        else:
            for item in block:
                made.add_paragraph(str(item), style="List Bullet")
    made.save(str(path))


def facts() -> Facts:
    """What the example's corpus file tells of the plan."""
    told = tomllib.loads((EXAMPLE / "corpus.toml").read_text("utf-8"))["document"]
    (one,) = (each for each in told if each.pop("file") == PLAN.name)
    return Facts(**{**one, "period": tuple(one["period"])})


def stated(path: Path) -> frozenset[tuple[str, str, str]]:
    """What a file states, but for places and files."""
    quads = write(read(Told(path, facts())).reading).quads
    told = ((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads)
    return frozenset(one for one in told if not any(part in one[0] or part in one[2] for part in OF_THE_FILE))


@pytest.mark.parametrize(("suffix", "set_as"), [("html", as_page), ("docx", as_word)])
def test_real_tables_give_what_tabbed_text_gives(
    suffix: str, set_as: Callable[[str, Path], None], tmp_path: Path
) -> None:
    path = tmp_path / f"{PLAN.stem}.{suffix}"
    set_as(PLAN.read_text("utf-8"), path)
    text, other = stated(PLAN), stated(path)
    assert len(text) > 3000
    assert sorted(other - text) == []
    assert sorted(text - other) == []
