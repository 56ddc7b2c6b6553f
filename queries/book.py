"""Questions with their facts: title and purpose in Swedish and English, parameters, how the answer is drawn.

The facts are TOML on top (`graph.headings`):

    #: title.sv = "Aktiviteter för ett uppdrag"
    #: title.en = "Activities of an assignment"
    #: purpose.sv = "Vad svaret ger, och vad som räknas."
    #: purpose.en = "What the answer gives, and what counts."
    #: limits.sv = "Vad svaret inte kan veta."
    #: limits.en = "What the answer cannot know."
    #: draw = { as = "table" }
    #: parameters.year = { type = "integer", sv = "Upplaga", en = "Edition", default = 2031 }

In the question `$year` stands for the parameter's value; one without value or default stands there as UNDEF, so
that `VALUES ?year { $year }` leaves it open.
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

from graph.errors import QueryError, UnknownThing
from graph.headings import MARK, InTwo, below_facts, facts_on_top, in_two
from queries.tokens import selected

FOLDER = Path(__file__).parent
#: What a parameter may be.
TYPES = ("string", "integer", "decimal", "boolean", "iri")
#: How an answer may be drawn; every drawing has its table beside it.
DRAWINGS = ("table", "bars", "lines", "matrix", "sankey")


@dataclass(frozen=True)
class Parameter:
    """What a question takes: its name, one of TYPES, what it is called, and its value where none is given (or None)."""

    name: str
    type: str
    label: InTwo
    default: str | None


@dataclass(frozen=True)
class Drawing:
    """How an answer is drawn: one of DRAWINGS; the columns on its axes, and the one that tells series apart.

    In a matrix x are the columns, y the rows and `value` what stands in the cells; a Sankey flows from x to y.
    """

    kind: str = "table"
    x: str | None = None
    y: str | None = None
    series: str | None = None
    value: str | None = None

    @property
    def columns(self) -> frozenset[str]:
        """All columns that it names."""
        return frozenset({self.x, self.y, self.series, self.value} - {None})  # type: ignore[arg-type]  # mypy keeps None


@dataclass(frozen=True)
class Query:
    """A question: its name and topic (file and folder), its facts, and its text as SPARQL with `$parameters`.

    One that comes from outside may have no facts: then title, purpose and limits are None, and no parameters are
    declared.
    """

    name: str
    topic: str
    title: InTwo | None
    purpose: InTwo | None
    limits: InTwo | None
    parameters: tuple[Parameter, ...]
    drawing: Drawing
    text: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its answer; none where it is no SELECT or asks for all (`*`)."""
        return selected(self.text)

    @property
    def comment(self) -> InTwo | None:
        """All that it says of itself, for those who see no more of it; None where it tells nothing."""
        told = [each for each in (self.title, self.purpose, self.limits) if each]
        if not told:
            return None
        return InTwo(
            *(". ".join(text.rstrip(".") for text in texts) + "." for texts in zip(*map(astuple, told), strict=True))
        )


@cache
def book() -> Mapping[str, Query]:
    """All questions of ours by name, topic by topic."""
    paths = sorted(FOLDER.glob("*/*.rq"))
    return {path.stem: parsed(path.read_text("utf-8"), path.stem, path.parent.name) for path in paths}


def named(name: str) -> Query:
    """A question of ours by name, with its topic before it or without; raises UnknownThing, naming those there are."""
    found = book().get(name.rpartition("/")[2])
    if found is None or name not in (found.name, f"{found.topic}/{found.name}"):
        raise UnknownThing(f"There is no file and no question of ours named {name}. Ours are: {', '.join(book())}.")
    return found


def parsed(text: str, name: str, topic: str = "") -> Query:
    """A question from its text; raises QueryError where its facts are not as they should be."""
    try:
        facts = facts_on_top(text)
        return Query(
            name=name,
            topic=topic,
            title=_in_two(facts.get("title")),
            purpose=_in_two(facts.get("purpose")),
            limits=_in_two(facts.get("limits")),
            parameters=tuple(_parameter(*each) for each in facts.get("parameters", {}).items()),
            drawing=_drawing(facts.get("draw", {})),
            text=below_facts(text),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise QueryError(f"{name}: the facts on top, which begin with {MARK}, are not right: {error}.") from error


def _in_two(told: Mapping[str, str] | None) -> InTwo | None:
    return in_two(told) if told else None


def _parameter(name: str, told: Mapping[str, object]) -> Parameter:
    kind, default = str(told["type"]), told.get("default")
    if kind not in TYPES:
        raise ValueError(f"parameter {name} is of type {kind}, which is none of {', '.join(TYPES)}")
    return Parameter(name, kind, InTwo(str(told["sv"]), str(told["en"])), None if default is None else str(default))


def _drawing(told: Mapping[str, str]) -> Drawing:
    kind = told.get("as", "table")
    if kind not in DRAWINGS:
        raise ValueError(f"it is drawn as {kind}, which is none of {', '.join(DRAWINGS)}")
    return Drawing(kind, told.get("x"), told.get("y"), told.get("series"), told.get("value"))
