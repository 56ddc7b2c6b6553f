"""The README names what there is, and nothing that there is not."""

import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from graph.writer import write
from loaders.facts import Facts, plan_of
from loaders.formats import text
from loaders.recognise import recognise
from rodatraden import commands

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
#: Folders at the top that hold the project's code.
FOLDERS = sorted(path.name for path in ROOT.iterdir() if path.is_dir() and path.name[0] not in "._")
MADE = {"build", "dist"}


@pytest.mark.parametrize("folder", sorted(set(FOLDERS) - MADE))
def test_every_folder_is_told(folder: str) -> None:
    assert f"| `{folder}/` |" in README


def test_the_example_is_what_the_graph_holds() -> None:
    (example,) = re.findall(r"```turtle\n(.*?)```", README, re.DOTALL)
    path = ROOT / "tests" / "data" / "plans" / "forvaltningsplan-celler" / "plan.txt"
    document = text.read(path)
    facts = Facts(
        type="ManagementPlan",
        title="Förvaltningsplan och budget 2027–2029",
        region="98",
        organisation="Vårdförvaltningen",
        period=(2027, 2029),
    )
    held = {quad.triple for quad in write(recognise(document, *plan_of(document, facts))).stated}
    told = {quad.triple for quad in parse(example, RdfFormat.TURTLE)}
    assert len(told) > 10
    assert told - held == set()


def test_every_path_exists() -> None:
    told = re.findall(r"`((?:ontology|graph|loaders|tests|benchmarks|scripts|\.ci)/[\w./-]*)`", README)
    assert len(told) > 8
    assert [path for path in told if not (ROOT / path).exists()] == ["loaders/tables/premises.py"]


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(((?!https?:)[^)]+)\)", README)
    headings = {
        re.sub(r"[^\w-]", "", told.lower().replace(" ", "-")) for told in re.findall(r"^#+ (.*)", README, re.MULTILINE)
    }
    assert links
    assert [link for link in links if not (ROOT / link.partition("#")[0]).exists()] == []
    assert {link[1:] for link in links if link.startswith("#")} <= headings


def test_every_word_of_make_is_told() -> None:
    words = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert len(words) > 5
    assert [
        word for word in words if word not in {"help", "setup", "java", "chromium"} and f"make {word}" not in README
    ] == []


def test_every_command_is_told_and_none_that_there_is_not() -> None:
    told = set(re.findall(r"(?:^\$ \.venv/bin/|`)rodatraden ([a-z-]+)", README, re.MULTILINE))
    assert told == set(commands.commands)
