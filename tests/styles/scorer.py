"""How well a reading tells what a key says that its plan states: rows by family, their values, their passages."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any, TypeVar

from graph.records import (
    Activity,
    AllocationLine,
    Amount,
    Assignment,
    BudgetLine,
    ControlPoint,
    FocusArea,
    FrameChangeLine,
    FrameLine,
    Goal,
    GrantLine,
    IncomeStatementLine,
    Indicator,
    IndicatorValue,
    InvestmentLine,
    Perspective,
    PropertyInvestmentLine,
    Reading,
    Record,
    ResultLine,
    Risk,
    SavingLine,
    StatusReport,
)
from ontology import rt

R = TypeVar("R", bound=Record)
Row = Mapping[str, Any]
Checks = Iterator[tuple[str, bool]]
#: Rows are paired from this likeness of their texts on.
FLOOR = 0.82
REPORTING = {"Månad": rt.Monthly, "Delår": rt.Interim, "År": rt.Yearly}
KINDS = {"outcome": "Outcome", "budget": "Budget", "forecast": "Forecast"}
LINES: dict[str, tuple[type[BudgetLine], ...]] = {
    "allocations": (AllocationLine,),
    "frame_changes": (FrameChangeLine,),
    "grants": (GrantLine,),
    "income_statement": (IncomeStatementLine,),
    "investments": (InvestmentLine, PropertyInvestmentLine),
    "results": (ResultLine,),
    "savings": (SavingLine,),
}


@dataclass
class Score:
    """Rows found, rows that the key does not know, rows missed; how many values and passages are right, and of how many."""

    found: int = 0
    strange: int = 0
    missed: int = 0
    values: list[int] = field(default_factory=lambda: [0, 0])
    passages: list[int] = field(default_factory=lambda: [0, 0])
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The mean of precision and recall."""
        return 2 * self.found / max(1, 2 * self.found + self.strange + self.missed)

    @property
    def right(self) -> float:
        """The share of right values."""
        return self.values[0] / self.values[1] if self.values[1] else 1.0

    @property
    def placed(self) -> float:
        """The share of right passages."""
        return self.passages[0] / self.passages[1] if self.passages[1] else 1.0


def fold(text: str | None) -> str:
    """A text for comparing."""
    return re.sub(
        r"[^0-9a-zåäöé%/]+", " ", re.sub(r"[\u2010-\u2015\u2212\u00ad-]\s*", "", (text or "").lower())
    ).strip()


def alike(one: str | None, other: str | None) -> float:
    """How alike two texts are, from 0 to 1."""
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()


def score(reading: Reading, key: Mapping[str, Any]) -> dict[str, Score]:
    """A score for each family that the key or the reading has something of."""
    scorers: dict[str, Callable[[Reading, Sequence[Row]], Score]] = {
        "assignments": assignments,
        "focus_areas": focus_areas,
        "goals": goals,
        "indicators": indicators,
        "activities": activities,
        "activities_without_number": activities,
        "frames": frames,
        "risks": risks,
        "controls": controls,
        "assignments_status": reports,
    }
    scores = {name: scorer(reading, key[name]) for name, scorer in scorers.items() if key.get(name)}
    for name, kinds in LINES.items():
        if key.get(name) or any(isinstance(record, kinds) for record in reading.records):
            property_too = key.get("property_investments", []) if name == "investments" else []
            scores[name] = lines(reading, [*key.get(name, []), *property_too], kinds)
    return scores


def pair(
    score: Score,
    keys: Sequence[Row],
    found: Sequence[R],
    wanted: Callable[[Row], str],
    given: Callable[[R], str | None],
    checks: Callable[[Row, R], Checks],
    reading: Reading,
) -> Score:
    """Pair keys and records, most alike first, and check each pair."""
    ways = sorted(
        (
            (alike(wanted(key), given(record)), -at, -of)
            for at, key in enumerate(keys)
            for of, record in enumerate(found)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for likeness, at, of in ways:
        if likeness >= FLOOR and -at not in pairs and -of not in pairs.values():
            pairs[-at] = -of
    score.found += len(pairs)
    score.missed += len(keys) - len(pairs)
    score.strange += len(found) - len(pairs)
    score.faults += [f"missing: {wanted(key)}" for at, key in enumerate(keys) if at not in pairs]
    score.faults += [f"strange: {given(record)}" for of, record in enumerate(found) if of not in pairs.values()]
    for at, of in pairs.items():
        check(score, wanted(keys[at]), checks(keys[at], found[of]))
        said = found[of].as_written if isinstance(found[of], StatusReport) else given(found[of])
        passage(score, found[of], said or "", reading)
    return score


def check(score: Score, name: str, checks: Checks) -> None:
    """Count the values of a pair."""
    for what, right in checks:
        score.values[0] += right
        score.values[1] += 1
        if not right:
            score.faults.append(f"wrong {what}: {name}")


def passage(score: Score, record: Record, text: str, reading: Reading) -> None:
    """Whether a record's passage has its words."""
    spans = " ".join(reading.source.text[span.start : span.end] for span in record.place.spans)
    right = fold(text) in fold(spans)
    score.passages[0] += right
    score.passages[1] += 1
    if not right:
        score.faults.append(f"passage: {text} not in {spans[:80]!r}")


def of_kind(reading: Reading, *kinds: type[R]) -> list[R]:
    """The records of some kinds."""
    return [record for record in reading.records if isinstance(record, kinds)]


def assignments(reading: Reading, keys: Sequence[Row]) -> Score:
    """Assignments by their id."""

    def checks(key: Row, record: Assignment) -> Checks:
        yield "id", record.notation == key["id"]
        if key.get("focus_area"):
            yield (
                "focus area",
                record.focus_area is not None and alike(key["focus_area"], record.focus_area.name) > 0.75,
            )

    known = [record for record in of_kind(reading, Assignment) if record.notation]
    return pair(Score(), keys, known, lambda key: str(key["text"]), lambda record: record.description, checks, reading)


def focus_areas(reading: Reading, keys: Sequence[Row]) -> Score:
    """Focus areas, or perspectives, each once."""
    known = {fold(area.name): area for area in of_kind(reading, FocusArea)}
    names = {fold(area.name) for area in known.values()}
    for perspective in of_kind(reading, Perspective):
        if fold(perspective.name) not in names and any(key.get("perspective") for key in keys):
            known[fold(perspective.name)] = perspective  # type: ignore[assignment]
    return pair(
        Score(),
        keys,
        list(known.values()),
        lambda key: str(key["name"]),
        lambda area: area.name,
        lambda *_: iter(()),
        reading,
    )


def goals(reading: Reading, keys: Sequence[Row]) -> Score:
    """Goals, each once."""

    def checks(key: Row, record: Goal) -> Checks:
        if key.get("focus_area"):
            area = (
                record.focus_area.name if record.focus_area else record.perspective.name if record.perspective else ""
            )
            yield "focus area", alike(key["focus_area"], area) > 0.75
        if key.get("perspective"):
            yield (
                "perspective",
                record.perspective is not None and alike(key["perspective"], record.perspective.name) > 0.75,
            )
        if key.get("number"):
            yield "number", record.notation == key["number"]

    known = {fold(goal.title): goal for goal in of_kind(reading, Goal)}
    return pair(
        Score(), keys, list(known.values()), lambda key: str(key["goal"]), lambda goal: goal.title, checks, reading
    )


def indicators(reading: Reading, keys: Sequence[Row]) -> Score:
    """Indicators with their values; no other number may be given."""
    values = of_kind(reading, IndicatorValue)

    def checks(key: Row, record: Indicator) -> Checks:
        mine = [value for value in values if value.of is record]
        targets = key.get("targets") or [{"year": key["target_year"], "value": key["target_value"]}]
        wanted = [(rt.Target, each["year"], each["value"]) for each in targets]
        wanted += [(rt.Outcome, each["year"], each["value"]) for each in key["baseline"]]
        wanted += [(rt.Forecast, each["year"], each["value"]) for each in key.get("forecast", ())]
        for role, year, number in wanted:
            has = any((value.role, value.year, value.number) == (role, year, decimal(number)) for value in mine)
            yield f"{role.local} {year}", has
        known = {decimal(number) for _, _, number in wanted}
        yield from (("stated", value.number in known) for value in mine if value.number is not None)
        if key.get("goal"):
            yield "goal", record.goal is not None and alike(key["goal"], record.goal.title) > 0.75
        yield "reporting", {REPORTING[word] for word in key["reporting"]} == set(record.reporting)

    known = of_kind(reading, Indicator)
    return pair(Score(), keys, known, lambda key: str(key["name"]), lambda record: record.title, checks, reading)


def activities(reading: Reading, keys: Sequence[Row]) -> Score:
    """Activities, with a number or without."""
    statuses = of_kind(reading, StatusReport)

    def checks(key: Row, record: Activity) -> Checks:
        yield "number", record.notation == key.get("number")
        yield "responsible", [fold(name) for name in record.responsible] == [fold(name) for name in key["responsible"]]
        yield "due", fold(record.due) == fold(key["due"])
        yield "due by", (record.due_by.isoformat() if record.due_by else None) == key["due_by"]
        yield "description", fold(record.description) == fold(key.get("description"))
        yield "serves", [link.notation for link in record.serves] == list(key.get("assignments", []))
        if key.get("focus_area"):
            yield (
                "focus area",
                record.focus_area is not None and alike(key["focus_area"], record.focus_area.name) > 0.75,
            )
        if key.get("status"):
            mine = [report.as_written for report in statuses if report.reports_on is record]
            yield "status", mine == [key["status"]]

    known = of_kind(reading, Activity)
    return pair(Score(), keys, known, lambda key: str(key["title"]), lambda record: record.title, checks, reading)


def reports(reading: Reading, keys: Sequence[Row]) -> Score:
    """Status reports on what their rows name."""

    def name(report: StatusReport) -> str | None:
        thing = report.reports_on
        return thing.title if isinstance(thing, Activity | Goal) else getattr(thing, "description", None)

    def checks(key: Row, record: StatusReport) -> Checks:
        yield "status", record.status is not None and record.status.local == key["status"]
        yield "comment", alike(record.description, key["comment"]) > 0.95

    known = [report for report in of_kind(reading, StatusReport) if not isinstance(report.reports_on, Goal | Indicator)]
    score = Score()
    return pair(score, keys, known, lambda key: str(key["title"]), name, checks, reading)


def frames(reading: Reading, keys: Sequence[Row]) -> Score:
    """The amounts of frames by year."""
    given = {(amount.year, amount.sek) for amount in of_kind(reading, Amount) if isinstance(amount.of, FrameLine)}
    wanted = {(key["year"], kronor(key["amount_mnkr"])) for key in keys}
    faults = [f"frame {each}" for each in given ^ wanted]
    return Score(len(given & wanted), len(given - wanted), len(wanted - given), faults=faults)


def risks(reading: Reading, keys: Sequence[Row]) -> Score:
    """Risks."""
    known = of_kind(reading, Risk)
    return pair(
        Score(), keys, known, lambda key: str(key["title"]), lambda risk: risk.title, lambda *_: iter(()), reading
    )


def controls(reading: Reading, keys: Sequence[Row]) -> Score:
    """Control points."""

    def checks(key: Row, record: ControlPoint) -> Checks:
        yield "risk", alike(key["risk"], record.risk) > 0.95
        yield "method", alike(key["method"], record.method) > 0.95
        yield "likelihood", record.likelihood == key["likelihood"]
        yield "consequence", record.consequence == key["severity"]
        yield "risk value", record.risk_value == key["risk_value"]
        yield "due", (record.due_by.isoformat() if record.due_by else None) == key["done_date"]
        yield "responsible", list(record.responsible) == [key["responsible"]]

    known = of_kind(reading, ControlPoint)
    return pair(Score(), keys, known, lambda key: str(key["area"]), lambda record: record.title, checks, reading)


def lines(reading: Reading, keys: Sequence[Row], kinds: tuple[type[BudgetLine], ...]) -> Score:
    """Budget lines with their amounts, sums left out of both."""
    amounts = of_kind(reading, Amount)

    def checks(key: Row, record: BudgetLine) -> Checks:
        mine = {(amount.role.local, amount.year, amount.sek) for amount in amounts if amount.of is record}
        wanted = set(wanted_amounts(key))
        for each in sorted(wanted, key=str):
            yield f"amount {each}", each in mine
        yield from ((f"stated {each}", False) for each in mine - wanted if each[2] not in {sek for _, _, sek in wanted})
        if "parent" in key:
            yield (
                "parent",
                alike(key["parent"], record.parent.title if record.parent else None) > 0.75
                or not (key["parent"] or record.parent),
            )
        if key.get("responsible"):
            yield "responsible", list(record.responsible) == [key["responsible"]]

    known = [record for record in of_kind(reading, *kinds) if not record.is_total]
    wanted = [key for key in keys if not key.get("is_subtotal")]
    return pair(
        Score(),
        wanted,
        known,
        lambda key: str(key.get("name") or key["line"]),
        lambda line: line.title,
        checks,
        reading,
    )


def wanted_amounts(key: Row) -> Iterator[tuple[str, int, Decimal]]:
    """The amounts that a key tells of a line: role, year, kronor."""
    for each in key.get("amounts") or key.get("values") or ():
        yield each.get("role") or KINDS.get(each.get("kind"), "Budget"), each["year"], kronor(each["mnkr"])


def decimal(number: float) -> Decimal:
    """A key's number."""
    return Decimal(str(number))


def kronor(mnkr: float) -> Decimal:
    """A key's amount in kronor."""
    return (decimal(round(mnkr, 6)) * 1_000_000).quantize(Decimal(1))
