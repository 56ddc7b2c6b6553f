"""The life of one thing through its editions, out of the rows of one question: what is drawn and told is what they say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.answer import Value
from graph.lineage.kinds import ORDER, in_order
from graph.wording import Stretch, differing
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Skos
from webapp.ask import made
from webapp.drawing.strands import Course, Knot, Row, Tie, course
from webapp.order import order
from webapp.sheet import Sheet

#: From here on a link is drawn as an unbroken thread: hardly anything differs, or a person said it.
SURE = Decimal("0.9")
NAMES, TEXT = (Dcterms.title, Skos.prefLabel), Dcterms.description
#: What breaks the thread: it ended, or something else bears the name.
BREAKS = (rt.Ended, rt.MeaningChanged)


@dataclass(frozen=True)
class Line:
    """One row of the question. `stated` where a document says it; `backwards` where `other` says it of the thing."""

    edition: int
    thing: Iri
    thing_label: str
    aspect: Iri
    backwards: bool | None
    other: Iri | None
    other_label: str | None
    text: Value
    year: int | None
    status: Iri | None
    stated: bool
    confidence: Decimal | None
    evidence: str | None
    passage: Iri | None
    file: str | None
    line: int | None


@dataclass(frozen=True)
class Edition:
    """A thing in one edition: its lines by what they tell."""

    iri: Iri
    label: str
    year: int
    lines: tuple[Line, ...]

    def told(self, *aspects: Iri, backwards: bool = False, stated: bool | None = None) -> tuple[Line, ...]:
        """What is told under some aspects, each thing or text once, in the order of years."""
        found: dict[object, Line] = {}
        for each in self.lines:
            if each.aspect in aspects and bool(each.backwards) == backwards and stated in (None, each.stated):
                found.setdefault((each.aspect, each.other or each.text), each)
        return tuple(sorted(found.values(), key=lambda each: each.year or 0))

    @property
    def name(self) -> str:
        """What it is called, without its number."""
        return str(next((each.text for each in self.told(*NAMES)), self.label))

    @property
    def text(self) -> str:
        """Its words; empty where it has none beside its name."""
        return str(next((each.text for each in self.told(TEXT)), ""))

    @property
    def figures(self) -> tuple[Line, ...]:
        """Its targets, outcomes and other values or amounts, by year and role."""
        found = {each.other: each for each in self.lines if each.backwards and each.stated and each.aspect in ROLES}
        return tuple(sorted(found.values(), key=lambda each: (each.year or 0, ROLES.index(each.aspect))))

    @property
    def sources(self) -> tuple[Line, ...]:
        """Where it is stated, each passage once."""
        found = {each.passage: each for each in self.lines if each.aspect in (*NAMES, TEXT) and each.passage}
        return tuple(found.values())

    @property
    def new(self) -> bool:
        """Whether it came as something new, so that the thread begins with it."""
        return any(each.aspect in (rt.New, rt.MeaningChanged) and not each.backwards for each in self.lines)

    @property
    def break_(self) -> "Break | None":
        """How the thread ends with it, if it does."""
        lines = [each for each in self.lines if each.backwards and each.aspect in BREAKS]
        return _break(lines) if lines else None


@dataclass(frozen=True)
class Break:
    """How a thread ends: what kinds of break, how sure that is and why.

    `claims` are the passages in which the later plan says what became of it, none if it went silently; `others` are what
    reports say, or what bears the name now.
    """

    kinds: tuple[Iri, ...]
    confidence: Decimal
    evidence: str
    claims: tuple[Line, ...]
    others: tuple[Line, ...]


@dataclass(frozen=True)
class Joint:
    """How a thing of one edition carries on one of an earlier edition, with names and texts word by word where they differ."""

    earlier: Edition
    later: Edition
    kinds: tuple[Iri, ...]
    confidence: Decimal
    evidence: str
    names: tuple[Stretch, ...]
    texts: tuple[Stretch, ...]

    @property
    def sure(self) -> bool:
        """Whether it is drawn as an unbroken thread."""
        return self.confidence >= SURE


@dataclass(frozen=True)
class Life:
    """A thing through its editions, and how the thread is drawn through them."""

    editions: tuple[Edition, ...]
    joints: tuple[Joint, ...]
    course: Course

    def edition(self, name: str) -> Edition:
        """The thing of a name."""
        return next(each for each in self.editions if each.iri == name)

    def to(self, year: int) -> tuple[Joint, ...]:
        """The joints that lead to the things of an edition."""
        return tuple(each for each in self.joints if each.later.year == year)

    def after(self, year: int) -> int:
        """The edition of the thread that comes after another."""
        return min(each.year for each in self.editions if each.year > year)

    def open(self, row: Row) -> tuple[int, ...]:
        """The lanes beside a row in which nobody knows whether the thread goes on: those of the last edition before it."""
        rows = [each for each in self.course.rows if each.kind == "knot" and each.group == self.last and not each.below]
        before = self.course.rows[: self.course.rows.index(row)]
        return tuple(each.lane for each in rows if each in before)

    @property
    def last(self) -> int:
        """The last edition that it stands in."""
        return max(each.year for each in self.editions)


#: Roles of values and amounts in the order in which they are told.
ROLES = (rt.Target, rt.Outcome, rt.Benchmark, rt.Forecast, rt.Budget, rt.RegionalPlanBudget, rt.Decided, rt.Change,
         rt.PriceChange, rt.VolumeChange, rt.ExpectedEffect, rt.RealisedEffect, rt.Remaining, rt.Assumption)  # fmt: skip


def life(sheet: Sheet) -> Life:
    """The life that the rows of `thread` tell."""
    lines = made(sheet.answer, Line)
    editions = tuple(
        Edition(thing, own[0].thing_label, own[0].edition, tuple(own))
        for thing in dict.fromkeys(each.thing for each in lines)
        if (own := [each for each in lines if each.thing == thing])
    )
    editions = tuple(sorted(editions, key=lambda each: (each.year, order(each.label))))
    joints = tuple(_joints(editions))
    knots = [Knot(each.iri, each.year, each.break_ is not None) for each in editions]
    ties = [Tie(each.earlier.iri, each.later.iri, each.sure) for each in joints]
    return Life(editions, joints, course(knots, ties))


def _joints(editions: Sequence[Edition]) -> Iterable[Joint]:
    known = {each.iri: each for each in editions}
    for later in editions:
        changes = [each for each in later.lines if each.aspect in ORDER and not each.backwards and each.other in known]
        for name in dict.fromkeys(each.other for each in changes if each.other):
            own = [each for each in changes if each.other == name]
            kinds = in_order(each.aspect for each in own)
            if rt.MeaningChanged not in kinds:
                yield _joint(known[name], later, kinds, own[0])


def _joint(earlier: Edition, later: Edition, kinds: tuple[Iri, ...], line: Line) -> Joint:
    renamed, reworded = earlier.name != later.name, earlier.text != later.text
    return Joint(
        earlier,
        later,
        kinds,
        line.confidence or Decimal(0),
        line.evidence or "",
        differing(earlier.name, later.name) if renamed else (),
        differing(earlier.text, later.text) if reworded else (),
    )


def _break(lines: Sequence[Line]) -> Break:
    first = lines[0]
    return Break(
        in_order(each.aspect for each in lines),
        first.confidence or Decimal(0),
        first.evidence or "",
        tuple({each.passage: each for each in lines if each.passage}.values()),
        tuple({each.other: each for each in lines if each.other}.values()),
    )
