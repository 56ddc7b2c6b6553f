"""Documents of texts of our own, and the plans of the corpus."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph.records import Reading
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
def facts() -> Facts:
    """What is told of a management plan of an invented region."""
    return Facts(
        type="ManagementPlan",
        title="Förvaltningsplan och budget 2027–2029",
        region="99",
        organisation="Vårdförvaltningen",
        period=(2027, 2029),
    )


@pytest.fixture(scope="session")
def invented(facts: Facts) -> Callable[[str], Source]:
    """A plan of our own, by the folder of its case."""

    def case(name: str) -> Source:
        return Source(name, (CASES / name / "plan.txt").read_text("utf-8"), facts)

    return case


@pytest.fixture(scope="session")
def corpus_plans(corpus: Path) -> tuple[Source, ...]:
    """The management plans of the corpus."""
    told = tomllib.loads((corpus / "corpus.toml").read_text("utf-8"))["document"]
    return tuple(source(corpus, entry) for entry in told if entry["type"] == "ManagementPlan")


def source(folder: Path, entry: dict[str, object]) -> Source:
    """One document of the corpus file."""
    period = entry["period"]
    assert isinstance(period, list)
    facts = Facts(
        type=str(entry["type"]),
        title=str(entry["title"]),
        region=str(entry["region"]),
        organisation=str(entry["organisation"]),
        period=(period[0], period[1]),
    )
    return Source(str(entry["file"]), (folder / str(entry["file"])).read_text("utf-8"), facts)
