"""Render each plan here from its web page: as tabbed text, and with LibreOffice (where it is) as Word and PDF.

python tests/data/styles/render.py [part of a region's name …]
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import html

HERE = Path(__file__).parent
#: What LibreOffice makes of the page: the suffix, the filter that reads it, the one that writes.
RENDERED = [("docx", "MS Word 2007 XML"), ("pdf", "writer_pdf_Export")]


def words(node: html.HtmlElement) -> str:
    """What a node says, on one line."""
    return " ".join(" ".join(node.itertext()).split())


def table_lines(table: html.HtmlElement) -> list[str]:
    """A table's rows with tabs between their cells: a merged cell stands in its first place, the others are empty.

    Rows of heads are one; a row keeps a tab behind a lone first cell.
    """
    covered: dict[tuple[int, int], str] = {}
    heads = 0
    for row, line in enumerate(table.iter("tr")):
        heads += line.find("td") is None
        column = 0
        for cell in line.iter("th", "td"):
            while (row, column) in covered:
                column += 1
            for down in range(int(cell.get("rowspan", 1))):
                for right in range(int(cell.get("colspan", 1))):
                    spread = cell.tag == "th" and not down
                    covered[row + down, column + right] = words(cell) if spread or not (down or right) else ""
    width = 1 + max(column for _, column in covered)
    head = [" ".join(filter(None, (covered.get((at, column), "") for at in range(heads)))) for column in range(width)]
    rows = [[covered.get((at, column), "") for column in range(width)] for at in range(heads, row + 1)]
    lines = ["\t".join(cells).rstrip("\t") for cells in ([head] if heads else []) + rows]
    return [line if "\t" in line or width == 1 else line + "\t" for line in lines]


def text(page: Path) -> str:
    """The page's text: a line a paragraph, a blank line before headings, paragraphs, lists and tables."""
    lines: list[str] = []
    for node in html.fromstring(page.read_bytes()).find("body"):
        if node.tag == "table":
            lines += ["", *table_lines(node)]
        elif node.tag in ("ul", "ol"):
            lines += ["", *(f"• {words(item)}" for item in node.iter("li"))]
        else:
            lines += ["", words(node)]
    return "\n".join(lines).strip() + "\n"


def with_lines(page: Path, folder: Path) -> Path:
    """The page as LibreOffice prints it with lines around cells: on wide paper, no table parted by a page's end."""
    tree = html.fromstring(page.read_bytes())
    tree.find(".//style").text += "\n@page { size: A4 landscape; margin: 1.5cm }"
    for table in tree.iter("table"):
        table.attrib.update(
            {"border": "1", "cellspacing": "0", "cellpadding": "3", "style": "page-break-inside: avoid"}
        )
    made = folder / page.name
    made.write_bytes(html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>"))
    return made


def office(page: Path) -> None:
    """Let LibreOffice write the page's other formats beside it."""
    with tempfile.TemporaryDirectory() as profile:
        for suffix, writer in RENDERED:
            source = with_lines(page, Path(profile)) if suffix == "pdf" else page
            command = [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--infilter=HTML (StarWriter)",
            ]
            command += ["--convert-to", f"{suffix}:{writer}", "--outdir", str(page.parent), str(source)]
            subprocess.run(command, check=True, capture_output=True, timeout=120)


def main() -> None:
    """Render the pages asked for, all where none are."""
    for page in sorted(HERE.glob("*/*.html")):
        if not sys.argv[1:] or any(part in page.parent.name for part in sys.argv[1:]):
            page.with_suffix(".txt").write_text(text(page), encoding="utf-8")
            if shutil.which("soffice"):
                office(page)


if __name__ == "__main__":
    main()
