"""How much faster the embedded store answers than rdflib, on disk and in memory, as the data grow.

    python -m benchmarks.queries [--rounds 15] [--copies 1,4] [--json]

All three hold the same statements and are asked in turn, question by question, in one process; each answer is compared.
Times are from the question's text to Python values, the shortest of all rounds, which is the one that other programs on the
machine disturbed least; rdflib gets the union of all graphs as one plain graph, which is
the form it is fastest in.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import click

from benchmarks.documents import copies, documents, read
from benchmarks.figures import Times, table
from benchmarks.questions import Question, questions
from graph.memory import MemoryStore
from graph.records import Reading
from graph.shapes import copied
from graph.store import DirectoryStore, PlanStore
from graph.view import View

UNION = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

Ask = Callable[[str], list[tuple[object, ...]]]


@dataclass(frozen=True)
class Measured:
    """One question on so many copies of the documents: the times by who answered."""

    copies: int
    statements: int
    question: str
    rows: int
    times: dict[str, Times]

    def ratio(self, who: str) -> float:
        """How many times longer rdflib takes."""
        return self.times["rdflib"].least / self.times[who].least


@contextmanager
def stores(readings: tuple[Reading, ...], number: int) -> Iterator[tuple[View, dict[str, Ask], int]]:
    """Those who answer, all with the same statements: one view for looking about, all by name, how many statements."""
    with TemporaryDirectory() as folder:
        disk, memory = filled(DirectoryStore(Path(folder) / "store"), readings, number), MemoryStore()
        filled(memory, readings, number)
        union = copied(disk.view().triples(UNION))

        def by_rdflib(text: str) -> list[tuple[object, ...]]:
            return [tuple(row) for row in union.query(text)]  # type: ignore[arg-type]  # rows of a SELECT

        yield disk.view(), {"disk": by(disk), "memory": by(memory), "rdflib": by_rdflib}, len(union)


def filled(store: PlanStore, readings: tuple[Reading, ...], number: int) -> PlanStore:
    """The store with so many copies in it."""
    with store.writing() as draft:
        for each in copies(readings, number):
            draft.put(each)
    return store


def by(store: PlanStore) -> Ask:
    """Ask a store of ours."""
    view = store.view()
    return lambda text: list(view.select(text).rows)


def compared(answers: dict[str, list[tuple[object, ...]]], question: Question) -> int:
    """How many rows the answer has. Raises AssertionError where they differ."""
    plain = {who: sorted(tuple(map(spelled, row)) for row in rows) for who, rows in answers.items()}
    assert plain["disk"] == plain["memory"] == plain["rdflib"], f"answers to {question.name} differ"
    return len(plain["disk"])


def spelled(value: object) -> str:
    """A cell as text, numbers without regard to how they are written."""
    told = value.toPython() if hasattr(value, "toPython") else value
    return str(Decimal(told).normalize()) if isinstance(told, int | Decimal) else str(told)


def measured(readings: tuple[Reading, ...], number: int, rounds: int) -> Iterator[Measured]:
    """Each question's times on so many copies."""
    with stores(readings, number) as (view, asked, statements):
        listed = questions(view)
        rows = {each: compared({who: ask(each.text) for who, ask in asked.items()}, each) for each in listed}
        times: dict[Question, dict[str, list[float]]] = {each: {who: [] for who in asked} for each in listed}
        for _ in range(rounds):
            for each in listed:
                for who, ask in asked.items():
                    begun = perf_counter()
                    ask(each.text)
                    times[each][who].append(perf_counter() - begun)
        for each in listed:
            taken = {who: Times(tuple(seconds)) for who, seconds in times[each].items()}
            yield Measured(number, statements, each.name, rows[each], taken)


@click.command()
@click.option("--rounds", default=15, show_default=True, help="How many times to ask each question.")
@click.option("--copies", "numbers", default="1,4", show_default=True, help="On how many copies of the documents.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(rounds: int, numbers: str, *, as_json: bool) -> None:
    """Ask the same questions of three stores in turn, and print how they compare."""
    readings = tuple(read(told) for told in documents())
    found = [each for number in numbers.split(",") for each in measured(readings, int(number), rounds)]
    if as_json:
        return click.echo(json.dumps([as_dict(each) for each in found]))
    heads = ("Question", "copies", "statements", "rows", "disk ms", "memory ms", "rdflib ms", "disk", "memory")
    click.echo(f"The shortest of {rounds} rounds; the last two columns: how many times longer rdflib takes.\n")
    click.echo(table(heads, map(row, found)))
    for number in numbers.split(","):
        of = [each for each in found if each.copies == int(number)]
        medians = (f"{median(each.ratio(who) for each in of):.0f} ({who})" for who in ("disk", "memory"))
        click.echo(f"\n{number} × the documents, median of the questions: {', '.join(medians)}")
    return None


def row(found: Measured) -> tuple[str, ...]:
    """One question's figures as printed."""
    times = (f"{found.times[who].least * 1000:.2f}" for who in ("disk", "memory", "rdflib"))
    counts = map(str, (found.copies, found.statements, found.rows))
    return found.question, *counts, *times, f"{found.ratio('disk'):.1f}", f"{found.ratio('memory'):.1f}"


def as_dict(found: Measured) -> dict[str, object]:
    """One question's figures for other programs."""
    return {
        "question": found.question,
        "copies": found.copies,
        "statements": found.statements,
        "rows": found.rows,
        "seconds": {who: times.as_json() for who, times in found.times.items()},
        "ratios": {who: found.ratio(who) for who in ("disk", "memory")},
    }


if __name__ == "__main__":
    main()
