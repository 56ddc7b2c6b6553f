"""How comparing grows with the number of regions: invented ones, each with two plans; measured, printed, never asserted.

python -m benchmarks.regions
"""

import random
import sys
from collections.abc import Iterator
from time import process_time

from benchmarks.figures import table
from graph.comparing.comparing import Comparing
from graph.derived.items import Edition, Item, Items
from graph.likeness import Likeness
from ontology import rt
from ontology.iri import Iri

REGIONS = (2, 4, 8, 16)
A_PLAN = 300
YEARS = (2026, 2027)
DOING = [
    "Öka",
    "Stärka",
    "Utreda",
    "Införa",
    "Samordna",
    "Utveckla",
    "Minska",
    "Säkra",
    "Pröva",
    "Bygga",
    "Förenkla",
    "Enas",
]
FIRST = [
    "vård",
    "hyr",
    "akut",
    "psykiatri",
    "tand",
    "barn",
    "skol",
    "bild",
    "läke",
    "sjuk",
    "hjälp",
    "rehab",
    "kost",
    "schema",
    "remiss",
    "journal",
    "rönt",
    "provtag",
    "sår",
    "fot",
    "hud",
    "öron",
    "ögon",
    "hjärt",
    "lung",
    "njur",
    "skelett",
    "mun",
    "lek",
    "städ",
    "tvätt",
    "kök",
    "park",
    "port",
    "sko",
    "tak",
    "fönster",
]
LAST = [
    "plats",
    "personal",
    "kö",
    "mottagning",
    "team",
    "plan",
    "samtal",
    "besök",
    "kedja",
    "bank",
    "tal",
    "skola",
    "register",
    "teknik",
    "lokal",
    "tid",
    "hälsa",
    "förråd",
    "grupp",
    "chef",
    "kontakt",
    "rum",
    "stöd",
    "väg",
    "vecka",
    "natt",
    "dag",
    "kort",
    "linje",
    "pool",
]
KINDS = (rt.Activity, rt.Activity, rt.Intention, rt.Goal, rt.Indicator, rt.Indicator, rt.AllocationLine, rt.SavingLine)


def main() -> None:
    """Print how long two to all of Sweden's regions take."""
    rows = []
    for regions in REGIONS:
        items = Items((), tuple(_invented(regions)))
        start = process_time()
        likeness = Likeness(items.all)
        learnt = process_time()
        links = len(Comparing(items, likeness).chosen())
        compared = process_time()
        things = len(items.all)
        rows.append(
            (
                str(regions),
                str(things),
                f"{learnt - start:.2f}",
                f"{compared - learnt:.2f}",
                f"{(compared - learnt) / things * 1000:.2f}",
                str(links),
                f"{links / things:.1f}",
            )
        )
    heads = ("regions", "things", "words learnt, s", "compared, s", "ms a thing", "links", "links a thing")
    sys.stdout.write(table(heads, rows) + "\n")


def _invented(regions: int) -> Iterator[Item]:
    """Plans whose things are called by words that all regions use, some often and most seldom."""
    chance = random.Random(7)
    for region in range(regions):
        home = Iri(f"urn:region:{region:02}")
        subjects = [_compound(chance) for _ in range(A_PLAN // 3)]
        titles = [f"{chance.choice(DOING)} {chance.choice(subjects)} och {_compound(chance)}" for _ in range(A_PLAN)]
        for year in YEARS:
            plan = Iri(f"{home}/{year}")
            edition = Edition(plan, plan, rt.ManagementPlan, "Plan", year, year, year, home, (), home)
            for number, title in enumerate(titles):
                kind = KINDS[number % len(KINDS)]
                family = rt.Measure if kind == rt.Indicator else kind
                yield Item(Iri(f"{plan}/{number}"), kind, family, edition, title, title)


def _compound(chance: random.Random) -> str:
    return chance.choice(FIRST) + chance.choice(LAST)


if __name__ == "__main__":
    main()
