"""Word documents and web pages: how long reading takes, beside python-docx telling the same of a Word document.

    python -m benchmarks.word [--sections 40] [--runs 5] [--json]

The document is made here: headings, paragraphs, lists and a table with merged cells in each section, about a page. All
are read in turn in one process. python-docx is asked twice: for no more than the text of paragraphs and cells, each cell
once; and also for what else reading needs, each paragraph's style and whether its runs are hidden.
"""

import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import click

from benchmarks.figures import Times, table
from loaders.formats import web, word

PROSE = "Nämnden ska under året arbeta med tillgänglighet i hela länet och följa upp utfallet varje månad. " * 3
ROWS, COLUMNS = 12, 6


def make_word(path: Path, sections: int) -> None:
    """A Word document of so many sections."""
    import docx

    made: Any = docx.Document()
    for number in range(sections):
        made.add_heading(f"{number + 1} Mål", 1)
        for _ in range(6):
            made.add_paragraph(PROSE)
        for _ in range(5):
            made.add_paragraph("nå alla invånare", style="List Bullet")
        grid = made.add_table(ROWS, COLUMNS)
        for at, cell in enumerate(grid._cells):
            cell.text = f"Värde {at} för året"
        grid.cell(0, 1).merge(grid.cell(0, 2))
        grid.cell(1, 0).merge(grid.cell(3, 0))
    made.save(str(path))


def make_page(path: Path, sections: int) -> None:
    """A web page that says the same."""
    rows = "".join(f"<tr>{''.join(f'<td>Värde {at} för året</td>' for at in range(COLUMNS))}</tr>" for _ in range(ROWS))
    body = f"{6 * f'<p>{escape(PROSE)}</p>'}<ul>{5 * '<li>nå alla invånare</li>'}</ul><table>{rows}</table>"
    path.write_text("".join(f"<h1>{number + 1} Mål</h1>{body}" for number in range(sections)), "utf-8")


def texts(path: Path) -> list[object]:
    """What python-docx has of a document's text: paragraphs, and tables with each cell once."""
    import docx

    return list(_blocks(docx.Document(str(path)), lambda paragraph: paragraph.text))


def fully(path: Path) -> list[object]:
    """The same with each paragraph's style, and whether some of it is hidden."""
    import docx

    def told(paragraph: Any) -> object:  # noqa: ANN401  python-docx has no types
        return paragraph.style.name, paragraph.text, any(run.font.hidden for run in paragraph.runs)

    return list(_blocks(docx.Document(str(path)), told))


def _blocks(parent: Any, told: Callable[[Any], object]) -> Iterator[object]:  # noqa: ANN401
    for block in parent.iter_inner_content():
        if not hasattr(block, "rows"):
            yield told(block)
            continue
        seen: dict[object, object] = {}
        for row in block.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen[cell._tc] = list(_blocks(cell, told))
        yield list(seen.values())


def measured(sections: int, runs: int) -> dict[str, Times]:
    """Processor seconds of each way, in turn."""
    with TemporaryDirectory() as folder:
        document, page = Path(folder) / "plan.docx", Path(folder) / "plan.html"
        make_word(document, sections)
        make_page(page, sections)
        ways: dict[str, Callable[[], object]] = {
            "Word": lambda: word.read(document),
            "python-docx, text": lambda: texts(document),
            "python-docx, text, styles, hidden": lambda: fully(document),
            "web page": lambda: web.read(page),
        }
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(runs):
            for name, way in ways.items():
                begun = process_time()
                way()
                taken[name].append(process_time() - begun)
    return {name: Times(tuple(seconds)) for name, seconds in taken.items()}


@click.command()
@click.option("--sections", default=40, show_default=True, help="How many sections the document has.")
@click.option("--runs", default=5, show_default=True, help="How many times each is read.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def main(sections: int, runs: int, as_json: bool) -> None:
    """Measure and tell."""
    times = measured(sections, runs)
    if as_json:
        click.echo(json.dumps({name: each.as_json() for name, each in times.items()}))
        return
    ours = times["Word"].least
    rows = ((name, f"{1000 * each.least:.0f}", f"{each.least / ours:.1f}") for name, each in times.items())
    click.echo(table(("read by", "ms of the processor", "times ours"), rows))


if __name__ == "__main__":
    main()
