"""A load of hundreds of plans: how long, how much memory, and what it costs when nothing or one has changed.

    python -m benchmarks.many 300

Plans of invented units, two of three as text, the third as PDF, a broken file among them.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import click
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SYLLABLES = ("al", "ber", "dal", "ek", "fors", "gran", "hav", "lund", "mo", "näs", "sund", "tuna", "vik", "å", "ö")
FACTS = '[[document]]\nfile = "{file}"\ntype = "UnitPlan"\norganisation = "{unit}"\nregion = "{region}"\nperiod = [2031, 2031]\n'
#: What a unit does: an activity a row.
ACTIVITIES = ("Provsmakning", "Fler bord", "Ny spis", "Grönare gård", "Kortare kö", "Tidbok", "Handlett", "Samtal")
TWICE = 2


def main() -> None:
    """Load them thrice: all new, none changed, one changed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        plans = Path(folder) / "plans"
        plans.mkdir()
        files = [plan(plans, number) for number in range(count)]
        (plans / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
        corpus = plans / "corpus.toml"
        corpus.write_text(corpus.read_text("utf-8") + FACTS.format(file="broken.pdf", unit="X", region="97"), "utf-8")
        click.echo(f"{count} plans and a broken file, {sum(file.stat().st_size for file in files) // 1000} kB")
        told("all new", plans)
        told("none changed", plans)
        files[0].write_text(files[0].read_text("utf-8") + "\nMer.\n", "utf-8")
        told("one changed", plans)


def plan(folder: Path, number: int) -> Path:
    """A plan of a unit of its own, and what is told of it."""
    unit = (
        "".join(SYLLABLES[number // len(SYLLABLES) ** at % len(SYLLABLES)] for at in range(3)).capitalize() + "enheten"
    )
    rows = [
        f"{unit}s plan 2031",
        "",
        "Uppdrag från fullmäktige och nämnd",
        "",
        "Id\tRegionfullmäktige och styrelse/nämnd",
    ]
    rows += [f"U-{at}\t{unit} ska 2031 göra {name.lower()} bättre för alla" for at, name in enumerate(ACTIVITIES, 1)]
    rows += ["", "Aktiviteter per område", "", "Gott och nära", ""]
    rows += ["Aktiviteter\tBeskrivning\tKoppling till uppdrag\t2031"]
    rows += [
        f"{at}. {name} på {unit}\t{name} ordnas så att fler har nytta av det.\tU-{at}\tX"
        for at, name in enumerate(ACTIVITIES, 1)
    ]
    file = folder / f"{number:03d}-{unit.lower()}.{'pdf' if number % 3 == TWICE else 'txt'}"
    (printed if file.suffix == ".pdf" else written)(file, rows)
    with (folder / "corpus.toml").open("a", encoding="utf-8") as told_:
        told_.write(FACTS.format(file=file.name, unit=unit, region=f"{number % 21 + 1:02d}"))
    return file


def written(file: Path, rows: list[str]) -> None:
    """The plan as text."""
    file.write_text("\n".join(rows) + "\n", "utf-8")


def printed(file: Path, rows: list[str]) -> None:
    """The plan as a PDF page, cells in columns between lines."""
    canvas, y = Canvas(str(file), pagesize=A4), 800
    for row in rows:
        canvas.setFont("Helvetica", 9)
        for cell, x in zip(row.split("\t"), (40, 180, 440, 520), strict=False):
            canvas.drawString(x, y, cell)
        if "\t" in row:
            canvas.grid([37, 177, 437, 517, 570] if row.count("\t") > 1 else [37, 177, 570], [y - 4, y + 10])
        y -= 14
    canvas.save()


def told(what: str, plans: Path) -> None:
    """Load them, and tell seconds, the most memory of any process, and what came of it."""
    store = plans.parent / "store"
    command = [
        "/usr/bin/env",
        "time",
        "-v",
        sys.executable,
        "-m",
        "rodatraden",
        "load",
        str(plans),
        "--store",
        str(store),
    ]
    begin = perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = perf_counter() - begin
    most = re.search(r"Maximum resident set size \(kbytes\): (\d+)", done.stderr)
    came = next((line for line in reversed(done.stderr.splitlines()) if " loaded" in line), done.stderr[-500:])
    click.echo(
        f"{what}: {seconds:.1f} s, {int(most[1]) // 1000 if most else '?'} MB at most; {came}; load {os.getloadavg()[0]:.0f}"
    )


if __name__ == "__main__":
    main()
