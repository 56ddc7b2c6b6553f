"""Run the notebooks beside this file over a store, and write them with what came: `python -m docs.notebooks.execute STORE`."""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
#: Seconds that a cell may take.
PATIENCE = 300


def executed(path: Path, store: Path) -> NotebookNode:
    """A notebook with what its cells give, asked of a store; raises what a cell raises."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(notebook, timeout=PATIENCE, record_timing=False, resources={"metadata": {"path": ROOT}})
    client.execute(env={**os.environ, "RODATRADEN_STORE": str(store.absolute())})
    for cell in notebook.cells:
        cell.metadata = {}
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return notebook


def main() -> None:
    """Write all anew."""
    for path in NOTEBOOKS:
        nbformat.write(executed(path, Path(sys.argv[1])), path)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
