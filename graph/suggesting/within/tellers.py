"""Figures that two things both tell: "högst 1,2 %" of the one, the target 1,2 % of the other."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.derived.items import Item
from graph.likeness import quantities
from ontology.iri import Iri
from ontology.vocab import Unit

#: A number and its unit: "%" or "kronor".
Number = tuple[Decimal, str]
KRONOR = {"kronor": Decimal(1), "tkr": Decimal(1_000), "mnkr": Decimal(1_000_000)}


@dataclass(frozen=True)
class Told:
    """A figure that two things tell: as the first one writes it, and how few others tell it (1 where none does)."""

    written: str
    alone: float


class Tellers:
    """Which of some measures and budget lines tell which figures."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Take in what they tell."""
        self._figures: dict[Iri, frozenset[Number]] = {item.iri: frozenset(_of_values(item)) for item in items}
        self._tellers = Counter(number for numbers in self._figures.values() for number in numbers)

    def figures(self, item: Item) -> Mapping[Number, str]:
        """The percentages and sums of money in what a thing is called and described by, and how they are written there."""
        return dict(_in_texts(item))

    def told(self, figures: Mapping[Number, str], item: Item) -> Told | None:
        """The figure, of some, that an item tells; that which fewest tell, where it is several."""
        shared = figures.keys() & self._figures[item.iri]
        if not shared:
            return None
        number = min(shared, key=lambda each: (self._tellers[each], each))
        return Told(figures[number], 1 / self._tellers[number])


def _in_texts(item: Item) -> Iterator[tuple[Number, str]]:
    for text in (item.title, item.description, *item.texts):
        for quantity in quantities(text):
            if quantity.unit == "%":
                yield (quantity.number, "%"), quantity.as_written
            elif quantity.unit in KRONOR:
                yield (quantity.number * KRONOR[quantity.unit], "kronor"), quantity.as_written


def _of_values(item: Item) -> Iterator[Number]:
    for figure in item.figures:
        if figure.number is not None and figure.unit == Unit.PERCENT:
            yield abs(figure.number), "%"
    yield from ((abs(each.sek), "kronor") for each in item.sums)
