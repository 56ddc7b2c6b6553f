"""Which things of a region are one and the same in several of its plans, as far as comparing needs to know it."""

from collections import defaultdict
from collections.abc import Iterable

from graph.comparing.sorts import Sort, sort_of
from graph.comparing.wording import Wordings, name
from graph.derived.items import Item
from ontology.iri import Iri

#: Things with the same number whose wordings are so alike are the same.
ALIKE = 0.5


class Lasting:
    """The first edition of each thing that stands in several plans: by its name, or by its number and like words."""

    def __init__(self, items: Iterable[Item], wordings: Wordings) -> None:
        """Find what is the same among all things of each region."""
        self._first: dict[Iri, Iri] = {}
        named: dict[tuple[Iri, Sort | None, str], Item] = {}
        numbered: defaultdict[tuple[Iri, Sort | None, str], list[Item]] = defaultdict(list)
        for item in sorted(items, key=lambda each: (each.edition.year, each.iri)):
            of = item.edition.region, sort_of(item)
            same = named.setdefault((*of, name(item)), item)
            if same is item and item.notation:
                same = next(
                    (
                        other
                        for other in numbered[(*of, item.notation)]
                        if other.edition != item.edition and wordings.alike(item, other).score >= ALIKE
                    ),
                    item,
                )
                numbered[(*of, item.notation)].append(item)
            self._first[item.iri] = self._first.get(same.iri, item.iri)

    def of(self, item: Item) -> Iri:
        """The first edition of a thing: itself where there is no earlier one."""
        return self._first[item.iri]
