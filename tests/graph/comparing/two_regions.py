"""Things of two invented regions, made in a line each, and the two invented regions that have documents."""

from decimal import Decimal
from functools import cache
from pathlib import Path

from graph.comparing.comparing import Comparing
from graph.comparing.judging import judge
from graph.comparing.verdict import Verdict
from graph.derived.items import Edition, Figure, Item, Items
from graph.likeness import Likeness
from graph.memory import MemoryStore
from graph.view import View
from loaders.corpus import Told
from loaders.run import find, read
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Unit

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "tests" / "data" / "regions" / "pahitt", ROOT / "examples" / "region-exempel")
FAMILIES = {rt.Indicator: rt.Measure, rt.SavingLine: rt.BudgetLine, rt.AllocationLine: rt.BudgetLine}


def edition(region: str, year: int = 2031, kind: Iri = rt.ManagementPlan) -> Edition:
    """A region's plan of a year."""
    name = f"i:{region}/{kind.local}-{year}"
    of = Iri(f"i:{region}/of")
    return Edition(Iri(f"{name}/plan"), Iri(name), kind, name, year, year, year, of, (), Iri(f"i:{region}"))


HERE, THERE = edition("11"), edition("12")


def item(of: Edition, title: str, kind: Iri = rt.Indicator, **more: object) -> Item:
    """A thing that a plan states."""
    name = Iri(f"{of.document}/{kind.local}/{title}")
    return Item(name, kind, FAMILIES.get(kind, kind), of, title, title=title, **more)  # type: ignore[arg-type]


def figure(number: str, unit: Iri | None = Unit.PERCENT, year: int = 2031, *, part: bool = False) -> Figure:
    """What was measured in a year, whole or part of it."""
    return Figure(Iri(f"o:{year}-{number}"), rt.Outcome, year, Decimal(number), unit, None, None, number, part)


def comparing(*items: Item) -> Comparing:
    """What there is to compare, among other things: only many texts tell which words are rare."""
    others = tuple(item(edition("13"), f"Fyllnad nr{number} x{number}y", rt.Statement) for number in range(80))
    return Comparing(Items((), tuple(items)), Likeness((*items, *others)))


def verdict(here: Item, there: Item) -> Verdict | None:
    """What is said of two things."""
    return judge(comparing(here, there).pair(here, there))


def grade(here: Item, there: Item) -> Iri | None:
    """How comparable two things are said to be; None where nothing is said."""
    found = verdict(here, there)
    return found.grade if found else None


@cache
def invented() -> View:
    """What the documents of the two regions state, and all that is derived of them."""
    store = MemoryStore()
    with store.writing() as draft:
        for told in find(FOLDERS):
            if isinstance(told, Told):
                draft.put(read(told).reading)
    return store.view()
