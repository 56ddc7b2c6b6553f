"""Documents of texts of our own, and the plans of the corpus."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph.records import Reading
from loaders.corpus import Told, entries, facts_from
from loaders.document import Document
from loaders.facts import Facts, plan_of
from loaders.formats import text
from loaders.recognise import recognise

CASES = Path(__file__).parents[1] / "data" / "plans"


@dataclass(frozen=True)
class Source:
    """A text with what is told of it from outside."""

    name: str
    text: str
    facts: Facts


@pytest.fixture(scope="session")
def as_document() -> Iterator[Callable[[str], Document]]:
    """The document that a text is, read from a file as any other."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"

        def made(content: str) -> Document:
            path.write_text(content, "utf-8", newline="")
            return text.read(path)

        yield made


@pytest.fixture(scope="session")
def read_as(as_document: Callable[[str], Document]) -> Callable[[str, Facts], Reading]:
    """What a text states, with what is told of it."""

    def read(content: str, facts: Facts) -> Reading:
        document = as_document(content)
        plan, doubts = plan_of(document, facts)
        return recognise(document, plan, doubts)

    return read


@pytest.fixture(scope="session")
def facts_of() -> Callable[[str], Facts]:
    """What is told from outside of the plan in the folder of a case."""

    def told(case: str) -> Facts:
        return facts_from(tomllib.loads((CASES / case / "facts.toml").read_text("utf-8")))

    return told


@pytest.fixture(scope="session")
def facts(facts_of: Callable[[str], Facts]) -> Facts:
    """What is told of a management plan of an invented region."""
    return facts_of("forvaltningsplan-celler")


@pytest.fixture(scope="session")
def invented(facts_of: Callable[[str], Facts]) -> Callable[[str], Source]:
    """A plan of our own, by the folder of its case."""

    def case(name: str) -> Source:
        return Source(name, (CASES / name / "plan.txt").read_text("utf-8"), facts_of(name))

    return case


@pytest.fixture(scope="session")
def corpus_of(corpus: Path) -> Callable[[str], tuple[Source, ...]]:
    """The documents of the corpus by their type ("UnitPlan")."""
    told = [each for each in entries(corpus / "corpus.toml") if isinstance(each, Told)]
    return lambda kind: tuple(source(each) for each in told if each.facts.type == kind)


@pytest.fixture(scope="session")
def corpus_plans(corpus_of: Callable[[str], tuple[Source, ...]]) -> tuple[Source, ...]:
    """The management plans of the corpus."""
    return corpus_of("ManagementPlan")


def source(told: Told) -> Source:
    """One document of the corpus file."""
    return Source(told.path.name, told.path.read_text("utf-8"), told.facts)
