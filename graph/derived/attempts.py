"""Steps of a derivation that may fail: a fault of ours in one costs what it would have found, never the documents."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

Found = TypeVar("Found")


@dataclass
class Attempts:
    """Which steps failed, and with what."""

    faults: list[str] = field(default_factory=list)

    def of(self, name: str, step: Callable[[], Iterable[Found]]) -> tuple[Found, ...]:
        """All that a step gives; where it fails, nothing, and the fault is kept."""
        try:
            return tuple(step())
        except Exception as error:  # noqa: BLE001  what documents state must be stored whatever a step trips on
            self.faults.append(f"{name}: {type(error).__name__}: {error}")
            return ()
