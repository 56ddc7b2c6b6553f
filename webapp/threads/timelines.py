"""A timeline out of the rows of one question: lines by thread, grouped by focus area; what is drawn is what the rows say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from graph.lineage.kinds import ORDER, in_order
from ontology import rt
from ontology.iri import Iri
from webapp.ask import made
from webapp.drawing import timeline as drawn
from webapp.drawing.strands import Knot, Tie, course
from webapp.drawing.timeline import Axis, Box
from webapp.drawing.times import Stretch, stretch, whole_year
from webapp.order import order
from webapp.sheet import Sheet
from webapp.threads.lives import BREAKS, SURE

#: Marks that stand for a time, under the bars.
TIMED = (rt.Milestone, rt.plannedYear, rt.due, rt.Target)


@dataclass(frozen=True)
class Told:
    """One row of the question: a mark of a thing in an edition, its year, and where it is stated or on what grounds."""

    area: Iri | None
    area_label: str | None
    thread: Iri
    thread_label: str
    edition: int
    thing: Iri
    thing_label: str
    mark: Iri
    year: int | None
    last_day: date | None
    text: str | None
    other: Iri | None
    other_label: str | None
    stated: bool
    confidence: Decimal | None
    evidence: str | None
    claimed: Iri | None
    passage: Iri | None
    file: str | None
    line: int | None


@dataclass(frozen=True)
class Bar:
    """A thing in an edition: `begins` where the thread begins with it as new, `open` where nobody knows how long it goes on."""

    told: Told
    box: Box
    begins: Told | None
    open: Box | None


@dataclass(frozen=True)
class Joint:
    """How one bar goes over into another: from the lane `top` to `bottom` in picture units, at `left` per cent."""

    told: Told
    kinds: tuple[Iri, ...]
    sure: bool
    left: float
    top: float
    bottom: float


@dataclass(frozen=True)
class End:
    """Where a thread ends; `claims` whether the plan says that it is done."""

    told: Told
    claims: bool
    left: float
    top: float


@dataclass(frozen=True)
class Mark:
    """A milestone, due time, planned year or target, as wide as what is told of its time; its words may take the `room`."""

    told: Told
    stretch: Stretch
    box: Box
    room: drawn.Room


@dataclass(frozen=True)
class Line:
    """A thread as drawn, with what it is called last; `kinds` are the changes on the way."""

    thread: Iri
    thing: Iri
    label: str
    area: tuple[Iri | None, str | None]
    bars: tuple[Bar, ...]
    joints: tuple[Joint, ...]
    ends: tuple[End, ...]
    marks: tuple[Mark, ...]
    kinds: tuple[Iri, ...]
    height: float

    @property
    def gone(self) -> bool:
        """Whether nothing of it stands in the last edition."""
        return all(bar.open is None for bar in self.bars)


@dataclass(frozen=True)
class Timeline:
    """All lines in the order in which they are shown, their axis, and how many threads each kind of change befell."""

    axis: Axis | None
    lines: tuple[Line, ...]
    counts: Mapping[Iri, int]
    silent: int
    editions: tuple[int, ...]


def timeline(sheet: Sheet, editions: Sequence[int]) -> Timeline:
    """The timeline that the rows of `timeline` tell; `editions` are the years of the plans, the earliest first."""
    told = made(sheet.answer, Told)
    if not told:
        return Timeline(None, (), {}, 0, tuple(editions))
    axis = drawn.axis(_years(told, editions))
    threads: defaultdict[Iri, list[Told]] = defaultdict(list)
    for each in told:
        threads[each.thread].append(each)
    lines = sorted((_line(axis, own, editions) for own in threads.values()), key=_place)
    counts = Counter(kind for line in lines for kind in line.kinds)
    silent = sum(any(not end.claims and end.told.mark == rt.Ended for end in line.ends) for line in lines)
    return Timeline(axis, tuple(lines), counts, silent, tuple(editions))


def _years(told: Iterable[Told], editions: Sequence[int]) -> Iterable[int]:
    yield from editions
    yield editions[-1] + 1
    for each in told:
        if each.mark in TIMED and each.year:
            yield each.year


def _place(line: Line) -> tuple[object, ...]:
    """By area, what has none last; what goes on before what has ended; then as people count."""
    return (line.area[1] is None, order(line.area[1] or ""), line.gone, order(line.label))


def _line(axis: Axis, own: Sequence[Told], editions: Sequence[int]) -> Line:
    stands = tuple({each.thing: each for each in reversed(own) if each.mark == rt.statedIn}.values())
    stands = tuple(sorted(stands, key=lambda each: (each.edition, order(each.thing_label))))
    lanes = _lanes(stands, own)
    ends = tuple(_ends(axis, own, stands, lanes, editions))
    bars = tuple(_bar(axis, each, own, lanes, editions) for each in stands)
    marks = _marks(axis, own, max(lanes.values(), default=0) + 1)
    last = stands[-1] if stands else own[-1]
    return Line(
        thread=last.thread,
        thing=last.thing,
        label=" / ".join(each.thing_label for each in stands if each.edition == last.edition) or last.thing_label,
        area=(last.area, last.area_label),
        bars=bars,
        joints=tuple(_joints(axis, own, lanes)),
        ends=ends,
        marks=marks,
        kinds=in_order(each.mark for each in own if each.mark in ORDER),
        height=drawn.height(max(lanes.values(), default=0) + 1, [mark.box for mark in marks]),
    )


def _lanes(stands: Sequence[Told], own: Sequence[Told]) -> dict[str, int]:
    knots = [Knot(each.thing, each.edition) for each in stands]
    ties = [
        Tie(each.other, each.thing) for each in own if each.mark in ORDER and each.other and each.mark not in BREAKS
    ]
    return {row.name: row.lane for row in course(knots, ties).rows if row.kind == "knot"}


def _until(edition: int, editions: Sequence[int]) -> int:
    """When the next edition takes over; a year later where there is none."""
    return next((each for each in editions if each > edition), edition + 1)


def _bar(axis: Axis, stand: Told, own: Sequence[Told], lanes: Mapping[str, int], editions: Sequence[int]) -> Bar:
    end, lane = _until(stand.edition, editions), lanes[stand.thing]
    new = next((each for each in own if each.thing == stand.thing and each.mark == rt.New), None)
    last = stand.edition == editions[-1]
    tail = drawn.bar(axis, end, end + drawn.OPEN, lane) if last else None
    return Bar(stand, drawn.bar(axis, stand.edition, end, lane), new, tail)


def _joints(axis: Axis, own: Sequence[Told], lanes: Mapping[str, int]) -> Iterable[Joint]:
    """One for each pair of things of which the later one carries on the earlier one."""
    pairs: defaultdict[tuple[Iri, Iri], list[Told]] = defaultdict(list)
    for each in own:
        carried = each.mark in ORDER and each.mark not in BREAKS
        if carried and each.other and each.other in lanes and each.thing in lanes:
            pairs[each.other, each.thing].append(each)
    for (earlier, later), told in pairs.items():
        top, bottom = (drawn.AIR + drawn.LANE * lanes[each] + 6 for each in (earlier, later))
        sure = (told[0].confidence or Decimal(0)) >= SURE
        yield Joint(told[0], in_order(each.mark for each in told), sure, axis.at(told[0].edition), top, bottom)


def _ends(
    axis: Axis, own: Sequence[Told], stands: Sequence[Told], lanes: Mapping[str, int], editions: Sequence[int]
) -> Iterable[End]:
    """Where things end: the link is told of the earlier thing, in the year from which it is missing."""
    here = {each.thing: each for each in stands}
    found = {
        (each.thing, each.mark): each
        for each in own
        if each.thing in here and each.mark in BREAKS and each.year != each.edition
    }
    for each in found.values():
        claims = any(one.claimed for one in own if one.thing == each.thing)
        top = drawn.AIR + drawn.LANE * lanes[each.thing] + 6
        yield End(each, claims, axis.at(_until(each.edition, editions)), top)


def _marks(axis: Axis, own: Sequence[Told], lanes: int) -> tuple[Mark, ...]:
    """Each time that is told, once where several editions tell the same."""
    found = {(each.mark, each.year, each.text): each for each in own if each.mark in TIMED and each.year}
    timed = [(each, _stretch(each)) for each in found.values()]
    boxes = drawn.marks(axis, [(each.start, each.end) for _, each in timed], lanes)
    return tuple(
        Mark(told, time, box, room) for (told, time), box, room in zip(timed, boxes, drawn.rooms(boxes), strict=True)
    )


def _stretch(told: Told) -> Stretch:
    return stretch(told.text or "", told.last_day) if told.last_day else whole_year(told.year or 0)
