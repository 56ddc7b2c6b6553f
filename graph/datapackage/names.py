"""IRIs as they are spelled in a package, short and readable, and the names of its tables and columns."""

import re
from dataclasses import dataclass
from functools import cached_property

from graph.iris import BASE
from graph.prefixes import PREFIXES
from ontology.iri import Iri

#: What short names begin with; `id:` is what the store's own things are under.
KNOWN: dict[str, str] = {"id": BASE, **PREFIXES}


@dataclass(frozen=True)
class Prefixes:
    """Short names and what they stand for."""

    known: tuple[tuple[str, str], ...] = tuple(KNOWN.items())

    def short(self, iri: str) -> str:
        """`id:19/hsf`, `rt:Target`; in angle brackets where nothing short fits."""
        for prefix, base in self.known:
            if iri.startswith(base):
                return f"{prefix}:{iri.removeprefix(base)}"
        return f"<{iri}>"

    def full(self, name: str) -> Iri:
        """What a short name stands for; raises ValueError for one of an unknown prefix."""
        if name.startswith("<") and name.endswith(">"):
            return Iri(name[1:-1])
        prefix, colon, local = name.partition(":")
        base = self._bases.get(prefix)
        if base is None or not colon:
            raise ValueError(f"“{name}” is no short name of a thing; they begin with {self._listed}")
        return Iri(base + local)

    @cached_property
    def _bases(self) -> dict[str, str]:
        return dict(self.known)

    @property
    def _listed(self) -> str:
        return ", ".join(f"{prefix}:" for prefix, _ in self.known)


def table_name(local: str) -> str:
    """ "budget-line" of `BudgetLine`, "activity-coordinated-with" of `activity coordinatedWith`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", local).lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-") or "unnamed"


def natural(text: str) -> list[tuple[int, str]]:
    """What sorts texts so that 9 comes before 10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"([0-9]+)", text)]
