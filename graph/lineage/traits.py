"""What of a thing is compared from one edition to the next: its name, its text, its number, and what it is tied to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice

from graph.derived.items import Item, Items
from graph.lineage.folding import YEAR, folded
from graph.lineage.words import content
from graph.references import fold_number
from ontology import rt
from ontology.iri import Iri

#: The texts of what has no description.
TEXTS = (rt.risk, rt.method, rt.regulation)
#: What a thing lies under, by which equals are told apart.
CONTEXTS = (rt.parentLine, rt.goal, rt.partOfGoal, rt.partOfMeasure, rt.perspective, rt.partOfActivity)
GRAM = 4
#: What is called by its text is known by so many of its first words.
NAME_WORDS = 60
#: A saying of so many letters is hardly said twice of different things.
SAYING = 25
REPORT_YEAR = re.compile(r"(?<=[a-zåäö])(\d\d)(?=-\d)")


@dataclass(frozen=True, eq=False)
class Traits:
    """A thing as it is compared. What has no title (an assignment) is named by its text: it is `titleless`.

    `number` is the printed one, folded; `context` and `serves` are what it lies under and serves, as folded names.
    """

    item: Item
    name: str
    variant: str
    text: str
    titleless: bool
    number: str | None
    context: frozenset[str]
    serves: frozenset[str]

    @cached_property
    def full_name(self) -> str:
        """The name with the variant."""
        return f"{self.name} {self.variant}".strip()

    @cached_property
    def folded_name(self) -> str:
        """The full name without what does not tell names apart."""
        return folded(YEAR.sub("", self.full_name))

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The words of its name without inflection."""
        return frozenset(islice(content(self.name), NAME_WORDS))

    @cached_property
    def variant_stems(self) -> frozenset[str]:
        """The words of its variant without inflection."""
        return frozenset(content(self.variant))

    @cached_property
    def name_grams(self) -> frozenset[str]:
        """The words of its full name in pieces of four letters."""
        return frozenset(gram for word in self.name_stems | self.variant_stems for gram in _grams(word))

    @cached_property
    def text_stems(self) -> frozenset[str]:
        """The words of its text without inflection."""
        return frozenset(content(self.text))

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """The words of its name and text without inflection."""
        return self.text_stems | self.name_stems | self.variant_stems

    @cached_property
    def sayings(self) -> frozenset[str]:
        """Its longer texts, each as a whole."""
        texts = (self.item.description, *(each for predicate in TEXTS for each in self.item.said.get(predicate, ())))
        return frozenset(saying for each in texts if len(saying := folded(each)) >= SAYING)

    @cached_property
    def values(self) -> dict[tuple[Iri, int], frozenset[Decimal]]:
        """What it tells of each role and year, targets aside: they are what a plan changes."""
        found: dict[tuple[Iri, int], frozenset[Decimal]] = {}
        told = [(each.role, each.year, each.sek) for each in self.item.sums]
        told += [(each.role, each.year, each.number) for each in self.item.figures if each.number is not None]
        for role, year, number in told:
            if year is not None and number and role not in (rt.Target, rt.Benchmark):
                found[role, year] = found.get((role, year), frozenset()) | {number}
        return found

    @cached_property
    def units(self) -> frozenset[Iri]:
        """The units of its figures."""
        return frozenset(each.unit for each in self.item.figures if each.unit)


def traits(item: Item, items: Items) -> Traits:
    """What of a thing is compared."""
    name, text = item.title, item.description
    if not name:
        name, text = text or ("" if item.notation else item.label), ""
    elif folded(name) == folded(text):
        text = ""
    if not text:
        text = ". ".join(each for predicate in TEXTS for each in item.said.get(predicate, ()))
    return Traits(
        item=item,
        name=name,
        variant=item.variant or "",
        text=text,
        titleless=not item.title,
        number=number_of(item),
        context=frozenset(_names(item, items, CONTEXTS)),
        serves=frozenset(_names(item, items, (rt.serves,))),
    )


def number_of(item: Item) -> str | None:
    """The printed number, folded; the year in a report's number is that of the report ("RF24-1")."""
    if not item.notation:
        return None
    year = f"{item.edition.year % 100:02}"
    return REPORT_YEAR.sub(lambda found: "" if found[1] == year else found[1], fold_number(item.notation))


def _names(item: Item, items: Items, predicates: tuple[Iri, ...]) -> Iterator[str]:
    for predicate in predicates:
        for each in item.linked(predicate):
            if found := items.by_iri.get(each):
                yield folded(found.label)


def _grams(word: str) -> Iterator[str]:
    framed = f"^{word}$"
    for start in range(max(1, len(framed) - GRAM + 1)):
        yield framed[start : start + GRAM]
