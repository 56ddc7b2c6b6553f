"""What stands on top of a file of SPARQL: its facts, as TOML in the comments that begin with `#:`.

    #: title.sv = "Aktiviteter för ett uppdrag"
    #: title.en = "Activities of an assignment"

The query book and the findings are such files.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MARK = "#:"


@dataclass(frozen=True)
class InTwo:
    """A text in Swedish and in English."""

    sv: str
    en: str


def facts_on_top(text: str) -> dict[str, Any]:
    """The facts of a file; raises tomllib.TOMLDecodeError, a ValueError, where they are none."""
    lines = (line.strip() for line in text.splitlines())
    return tomllib.loads("\n".join(line.removeprefix(MARK) for line in lines if line.startswith(MARK)))


def below_facts(text: str) -> str:
    """The file without its facts."""
    return "\n".join(line for line in text.splitlines() if not line.strip().startswith(MARK)).strip() + "\n"


def in_two(told: Mapping[str, str]) -> InTwo:
    """A text from what a file tells; raises KeyError where a language is missing."""
    return InTwo(told["sv"], told["en"])
