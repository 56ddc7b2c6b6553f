"""How long it takes from files to a published store that answers, and which stage takes which share.

    python -m benchmarks.load [--runs 5] [--json] [--profile]

Processor time is told beside the whole: it says more where others use the machine too.
"""

import cProfile
import json
import os
import pstats
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import ClassVar, ParamSpec, TypeVar
from unittest.mock import patch

import click
from pyoxigraph import Store

import graph.store
from benchmarks.documents import documents, named
from benchmarks.figures import Times, table
from graph.derived.derive import derive
from graph.store import DirectoryStore
from graph.writer import write
from loaders.abreast import readings
from loaders.corpus import Refused
from ontology import rt

STAGES = ("start", "read", "write quads", "store", "derive", "publish", "first answer")
PROCESSOR = "processor time"
#: The program's start, without which nothing is loaded.
START = "import graph.store, loaders.formats.text, loaders.recognise; loaders.recognise.families()"
QUESTION = f"SELECT (COUNT(?plan) AS ?plans) WHERE {{ ?plan <{rt.document}> ?document }}"

P = ParamSpec("P")
T = TypeVar("T")


class Clock:
    """Adds up what each stage takes."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.taken: defaultdict[str, float] = defaultdict(float)

    def timed(self, stage: str, step: Callable[P, T]) -> Callable[P, T]:
        """The same step, its time counted."""

        def counted(*args: P.args, **kwargs: P.kwargs) -> T:
            with self.during(stage):
                return step(*args, **kwargs)

        return counted

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Count what happens in a block."""
        begun = perf_counter()
        yield
        self.taken[stage] += perf_counter() - begun


class TimedEngine:
    """The store's engine, whose steps are counted as the stages that they are."""

    STEPS: ClassVar = {"bulk_extend": "store"}

    def __init__(self, clock: Clock, directory: str) -> None:
        """Open the engine in a directory."""
        self._clock, self._engine = clock, Store(directory)

    def __len__(self) -> int:
        """How many quads there are."""
        return len(self._engine)

    def __getattr__(self, name: str) -> object:
        """A step of the engine's."""
        step = getattr(self._engine, name)
        return self._clock.timed(self.STEPS[name], step) if name in self.STEPS else step


def load(clock: Clock, directory: Path) -> None:
    """All documents into a new store, and one question to it; “read” is what is waited for until a document is there."""
    whole, files = perf_counter(), documents()
    with patch.object(graph.store, "Store", lambda path: TimedEngine(clock, path)):
        store, found = DirectoryStore(directory), readings(files)
        timed = (("write", "write quads", write), ("derive", "derive", derive))
        with ExitStack() as stack:
            for name, stage, step in timed:
                stack.enter_context(patch(f"graph.draft.{name}", clock.timed(stage, step)))
            draft = stack.enter_context(store.writing())
            for told in files:
                with clock.during("read"):
                    reading = next(found)
                if isinstance(reading, Refused):
                    raise click.ClickException(f"{told.path}: {reading.reason}")
                draft.put(named(told, reading))
    clock.taken["publish"] = perf_counter() - whole - sum(clock.taken.values())
    with clock.during("first answer"):
        store.view().select(QUESTION)


def measured() -> dict[str, float]:
    """The seconds of each stage in one run, and what the processor was used for all."""
    clock, before = Clock(), processor_time()
    with TemporaryDirectory() as folder:
        load(clock, Path(folder) / "store")
    with clock.during("start"):
        run([sys.executable, "-c", START], check=True)
    return clock.taken | {PROCESSOR: processor_time() - before}


def processor_time() -> float:
    """What this process and those that it started have used of the processor."""
    return sum(os.times()[:4])


def profiled() -> None:
    """Print what costs most in one run."""
    with TemporaryDirectory() as folder, cProfile.Profile() as profile:
        load(Clock(), Path(folder) / "store")
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


@click.command()
@click.option("--runs", default=5, show_default=True, help="How many times to load.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--profile", is_flag=True, help="Print which functions cost most, and nothing else.")
def main(runs: int, *, as_json: bool, profile: bool) -> None:
    """Load the documents again and again, and print what each stage takes."""
    if profile:
        return profiled()
    measured()  # the first run warms what the machine keeps of the files
    rounds = [measured() for _ in range(runs)]
    stages = {stage: Times(tuple(each[stage] for each in rounds)) for stage in STAGES}
    total = Times(tuple(sum(each[stage] for stage in STAGES) for each in rounds))
    processor = Times(tuple(each[PROCESSOR] for each in rounds))
    if as_json:
        named = {"total": total, PROCESSOR: processor, **stages}
        return click.echo(json.dumps({name: times.as_json() for name, times in named.items()}))
    click.echo(f"{len(documents())} documents to a published store that answers, {runs} runs, seconds:\n")
    rows = [row(name, times, total) for name, times in {**stages, "total": total, PROCESSOR: processor}.items()]
    return click.echo(table(("Stage", "median", "min", "max", "share"), rows))


def row(name: str, times: Times, total: Times) -> tuple[str, ...]:
    """A stage's figures as printed."""
    share = sum(times.seconds) / sum(total.seconds)
    return name, f"{times.median:.3f}", f"{times.least:.3f}", f"{times.most:.3f}", f"{share:.0%}"


if __name__ == "__main__":
    main()
