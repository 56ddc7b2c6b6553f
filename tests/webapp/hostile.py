"""Region Exempel with names that try to be something else: HTML, script, a formula, right-to-left signs, 10,000 letters."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from graph.memory import MemoryStore
from graph.records import ByNumber, Reading
from graph.store import PlanStore
from loaders.corpus import Told
from loaders.run import find, read

FOLDER = Path(__file__).parents[2] / "examples" / "region-exempel"
#: What they try: each text begins with one of these, in turn.
TRICKS = (
    '<script>document.title="run"</script>',
    '"><img src=x onerror="document.title=\'run\'">',
    "'; }); document.title='run'; //",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnul\N{RIGHT-TO-LEFT EMBEDDING}\N{ARABIC LETTER ALEF}",
    '=HYPERLINK("http://evil.invalid","x")',
    "</title></svg></style><svg onload=\"document.title='run'\">",
    "{{ 7*7 }} {% raw %} %s %(x)s $thing ?x \\",
    "&lt;b&gt; <b>fet</b> <!-- --> ]]>",
)
#: In one of so many texts stands a word of 10,000 letters.
LONG, SELDOM = "W" * 10_000, 97
#: Texts that are links or codes, and no names.
KEPT = frozenset({"notation", "code", "slug", "sha256", "format", "text"})


@dataclass
class Forger:
    """Makes texts hostile; each record once, since records point to each other."""

    made: dict[int, Any] = field(default_factory=dict)
    held: list[object] = field(default_factory=list)
    count: int = 0

    def forged(self, one: Any) -> Any:
        """A value with hostile texts in it."""
        if isinstance(one, tuple):
            return tuple(map(self.forged, one))
        if (
            not is_dataclass(one)
            or isinstance(one, type | ByNumber)
            or (not hasattr(one, "CLASS") and not hasattr(one, "period_start"))
        ):
            return one
        if id(one) not in self.made:
            self.held.append(one)
            self.made[id(one)] = replace(one, **self._texts(one))
        return self.made[id(one)]

    def _texts(self, one: Any) -> dict[str, Any]:
        given = {each.name: getattr(one, each.name) for each in fields(one) if each.name not in KEPT}
        return {
            name: self._text(value) if isinstance(value, str) and type(value) is str else self.forged_all(value)
            for name, value in given.items()
        }

    def forged_all(self, value: Any) -> Any:
        """A field's value: texts in a tuple, too."""
        if isinstance(value, tuple) and all(type(each) is str for each in value):
            return tuple(map(self._text, value))
        return self.forged(value)

    def _text(self, text: str) -> str:
        self.count += 1
        return f"{TRICKS[self.count % len(TRICKS)]} {LONG if self.count % SELDOM == 0 else ''}{text}"


def hostile(reading: Reading, forger: Forger) -> Reading:
    """A document whose every text is hostile, its file's name, too."""
    return Reading(
        replace(reading.source, name=f'<img src=x onerror="x"> {reading.source.name}'),
        forger.forged(reading.plan),
        forger.forged(reading.records),
        tuple(replace(doubt, about=forger.forged(doubt.about)) for doubt in reading.doubts),
        reading.kept,
    )


def hostile_store(documents: Iterable[Path] = (FOLDER,)) -> PlanStore:
    """A store with all of it, and all that is derived."""
    store, forger = MemoryStore(), Forger()
    with store.writing() as draft:
        for told in find(tuple(documents)):
            if isinstance(told, Told):
                draft.put(hostile(read(told).reading, forger))
    assert draft.faults == ()
    return store
