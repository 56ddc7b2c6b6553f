"""Modules of ours run as processes of their own."""

import os
import sys
from pathlib import Path


def command(module: str, *words: str) -> list[str]:
    """What starts a module with some words."""
    return [sys.executable, "-m", module, *words]


def environment() -> dict[str, str]:
    """Nothing of the parent's environment but where modules are."""
    return {"PYTHONPATH": os.pathsep.join(str(Path(each).absolute()) for each in sys.path)}
