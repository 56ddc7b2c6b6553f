"""What became of each file of a load, and the report of it."""

import csv
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from graph.made import whole

#: What may become of a file, in the order in which it is told; the first two are what is called loaded.
LOADED = ("added", "replaced")
WORDS = {
    "added": "new",
    "replaced": "changed",
    "unchanged": "unchanged",
    "double": "the same as another",
    "refused": "refused",
}
#: The endings of a report.
ENDINGS = (".csv", ".json")
#: What a cell must not begin with, lest a sheet take it for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Outcome:
    """What became of a file: one of WORDS, why or what should be known, and how much it states."""

    file: str
    outcome: str
    reason: str = ""
    document: str = ""
    records: int = 0
    doubts: int = 0


def counts(outcomes: Sequence[Outcome], seconds: float) -> str:
    """How many of each, and how long it took: "280 loaded (275 new, 5 changed), 3 refused, in 4 min 12 s"."""
    found = Counter(each.outcome for each in outcomes)
    loaded = [f"{found[word]} {WORDS[word]}" for word in LOADED if found[word]]
    others = [f"{found[word]} {WORDS[word]}" for word in WORDS if word not in LOADED and found[word]]
    kinds = f" ({', '.join(loaded)})" if loaded else ""
    return f"{', '.join([f'{sum(found[word] for word in LOADED)} loaded{kinds}', *others])}, in {lasting(seconds)}"


def lasting(seconds: float) -> str:
    """A time in words: "12 s", "4 min 12 s", "1 h 5 min"."""
    whole_ = round(seconds)
    if whole_ < 60:
        return f"{whole_} s"
    minutes, rest = divmod(whole_, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def report(outcomes: Sequence[Outcome], path: Path) -> None:
    """Write all outcomes to a file, as CSV or JSON by its ending; it appears when it is whole."""
    with whole(path) as part:
        if path.suffix.lower() == ".json":
            part.write_text(json.dumps([asdict(each) for each in outcomes], ensure_ascii=False, indent=1), "utf-8")
            return
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([field.name for field in fields(Outcome)])
            writer.writerows([_cell(value) for value in asdict(each).values()] for each in outcomes)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
