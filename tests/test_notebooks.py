"""What analysts are shown runs over the examples: notebooks say what they said, programs in the documents are programs."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docs.notebooks.execute import NOTEBOOKS, ROOT, executed
from graph.export import Format, export
from graph.store import DirectoryStore
from tests.webapp.serving import served
from webapp.app import create_app

#: Where the documents say that the examples are.
ADDRESS, STORE = "http://127.0.0.1:8000", '".store"'
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)

#: nbclient and the kernel speak over sockets that are closed when they are forgotten.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, loaded."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    told = ["load", "--store", str(folder), "examples/facts", "examples/region-exempel"]
    subprocess.run([sys.executable, "-m", "rodatraden", *told], cwd=ROOT, check=True, capture_output=True)
    return folder


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_gives_what_it_gave(path: Path, store: Path) -> None:
    """What cells print is equal, to the letter; of tables and pictures, how they look depends on the libraries."""
    assert given(executed(path, store)) == given(written(path)), "make notebooks writes them anew"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_nothing_of_the_machine_that_wrote_it(path: Path) -> None:
    notebook = written(path)
    assert set(notebook["metadata"]) == {"kernelspec"}
    said = json.dumps([cell.get("outputs") for cell in notebook["cells"]])
    assert (
        re.findall(r"/(?:home|tmp|root|work|Users)/|[^\w]\d\d:\d\d:\d\d", re.sub(r'"image/png": "[^"]*"', "", said))
        == []
    )
    assert all(cell["metadata"] == {} for cell in notebook["cells"])
    assert sum(len(cell.get("outputs", ())) for cell in notebook["cells"]) > 5


@pytest.mark.parametrize("name", ["docs/analys.md", "README.md"])
def test_programs_in_the_documents_run(name: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each goes on where the one before it ended."""
    held = DirectoryStore(store)
    with (tmp_path / "plans.nq").open("wb") as out:
        export(held.view(), Format.NQUADS, out)
    monkeypatch.chdir(tmp_path)
    programs = PYTHON.findall((ROOT / name).read_text("utf-8"))
    ours = [each for each in programs if "HeaderWords" not in each]
    names: dict[str, Any] = {}
    with served(create_app(held, TESTING=True)) as address:
        for program in ours:
            exec(program.replace(ADDRESS, address).replace(STORE, repr(str(store))), names)
    assert len(names["frame"]) == 16
    assert all(len(frame) for frame in (names.get("money", "-"), names.get("risks", "-"), names.get("grants", "-")))


def written(path: Path) -> Any:
    """A notebook as it is in its file."""
    return json.loads(path.read_text("utf-8"))


def given(notebook: Any) -> list[Any]:
    """By cell: what was printed; of the other outputs their forms."""
    cells = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return [[_given(output) for output in outputs] for outputs in cells]


def _given(output: Any) -> Any:
    if output["output_type"] == "stream":
        return (output["name"], "".join(output["text"]))
    return (output["output_type"], sorted(output["data"]))
