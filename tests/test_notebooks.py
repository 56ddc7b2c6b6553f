"""The notebooks run over the examples, and say what they said when they were written."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docs.notebooks.execute import NOTEBOOKS, ROOT, executed

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
