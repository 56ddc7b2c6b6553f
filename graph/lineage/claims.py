"""What a later plan says of what it leaves out, and what reports said of it."""

from dataclasses import dataclass, field
from collections.abc import Mapping
from graph.derived.items import Edition, Item
from ontology.iri import Iri


@dataclass(frozen=True)
class Claim:
    pass


@dataclass(frozen=True)
class Claims:
    def about(self, item: Item, edition: Edition) -> Claim | None:
        return None
