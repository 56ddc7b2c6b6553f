"""Which verdicts are worth telling: the surest, few for each thing, one for the editions of the same two things."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.comparing.lasting import Lasting
from graph.comparing.sorts import DOINGS, sort_of
from graph.comparing.verdict import Pair, Verdict
from ontology import rt
from ontology.iri import Iri

#: A thing has no more links to another region: to things of its kind, of other kinds, to what is not comparable.
ROOM = {"alike": 5, "themed": 2, "apart": 2}
#: And no more to all other regions together.
TO_ALL = 15
#: How sure: what two share counts, and whether neither shares more with another thing of that region.
LEAST, SHARED, FIRST = 0.33, 0.47, 0.25
#: Each year between two editions makes less sure, and so does a plan beside a report.
YEAR, OTHER_KIND = 0.03, 0.05
REPORTS = frozenset({rt.AnnualReport, rt.InterimReport})
#: What is less sure is not told.
TOLD = {"alike": 0.45, "themed": 0.55, "apart": 0.4}


@dataclass(frozen=True)
class Chosen:
    """A verdict worth telling, and how sure it is (0–1)."""

    verdict: Verdict
    likely: float


def chosen(verdicts: Iterable[Verdict], lasting: Lasting) -> tuple[Chosen, ...]:
    """The verdicts worth telling, the surest first; the same in whatever order they come."""
    listed = list(verdicts)
    best = _best(listed)
    sure = (told for each in listed if _worth_telling(told := Chosen(each, likely(each, best))))
    return tuple(_few(sorted(_nearest_editions(sure, lasting), key=_order)))


def _worth_telling(each: Chosen) -> bool:
    return each.likely >= TOLD[_how(each.verdict)]


def _nearest_editions(sure: Iterable[Chosen], lasting: Lasting) -> Iterable[Chosen]:
    """Of the verdicts on the same two things in several editions, the one on those nearest in time, else the latest."""
    nearest: dict[frozenset[Iri], Chosen] = {}
    for each in sorted(sure, key=lambda each: (round(_apart(each.verdict.pair), 6), -_latest(each), *_order(each))):
        pair = each.verdict.pair
        nearest.setdefault(frozenset({lasting.of(pair.here), lasting.of(pair.there)}), each)
    return nearest.values()


def likely(verdict: Verdict, best: Mapping[tuple[Iri, Iri, str], float]) -> float:
    """How sure a verdict is: more where neither thing shares more with another."""
    pair = verdict.pair
    lead = min(pair.strength / best[key] for key in _sides(verdict))
    told = LEAST + SHARED * min(1.0, pair.strength) + FIRST * lead * lead
    return max(0.0, min(verdict.most, told) - _apart(pair))


def _apart(pair: Pair) -> float:
    """How much the editions of two things are apart: in years, and as a plan and a report."""
    here, there = pair.here.edition, pair.there.edition
    return YEAR * abs(here.year - there.year) + OTHER_KIND * ((here.kind in REPORTS) != (there.kind in REPORTS))


def _best(verdicts: Iterable[Verdict]) -> Mapping[tuple[Iri, Iri, str], float]:
    """The most that a thing shares with anything of another region, by what the two are together."""
    best: defaultdict[tuple[Iri, Iri, str], float] = defaultdict(float)
    for verdict in verdicts:
        for key in _sides(verdict):
            best[key] = max(best[key], verdict.pair.strength)
    return best


def _sides(verdict: Verdict) -> Iterator[tuple[Iri, Iri, str]]:
    here, there = verdict.pair.here, verdict.pair.there
    together = "/".join(sorted({"doing" if sort_of(each) in DOINGS else str(sort_of(each)) for each in (here, there)}))
    yield here.iri, there.edition.region, together
    yield there.iri, here.edition.region, together


def _order(each: Chosen) -> tuple[object, ...]:
    pair = each.verdict.pair
    return -round(each.likely, 6), -round(_weight(each.verdict), 6), -_latest(each), pair.here.iri, pair.there.iri


def _weight(verdict: Verdict) -> float:
    """What decides between verdicts that are as sure: all that is shared; of what only looks alike the most telling word."""
    if verdict.grade == rt.NotComparable:
        return max((each.much for each in verdict.pair.alike.shared), default=0.0)
    return verdict.pair.strength


def _latest(each: Chosen) -> int:
    return each.verdict.pair.here.edition.year + each.verdict.pair.there.edition.year


def _few(sure: Iterable[Chosen]) -> Iterator[Chosen]:
    to_a_region: Counter[tuple[Iri, Iri, str]] = Counter()
    to_all: Counter[Iri] = Counter()
    for each in sure:
        here, there = each.verdict.pair.here, each.verdict.pair.there
        how = _how(each.verdict)
        sides = ((here.iri, there.edition.region, how), (there.iri, here.edition.region, how))
        full = (
            any(to_a_region[side] >= ROOM[how] for side in sides) or max(to_all[here.iri], to_all[there.iri]) >= TO_ALL
        )
        # Where both have their like in the other's region, nobody wonders about this one.
        settled = how == "apart" and all(to_a_region[(*side[:2], "alike")] for side in sides)
        if full or settled:
            continue
        to_a_region.update(sides)
        to_all.update((here.iri, there.iri))
        yield each


def _how(verdict: Verdict) -> str:
    """Which links of a thing a verdict is counted among."""
    if verdict.grade == rt.NotComparable:
        return "apart"
    return "alike" if verdict.of_a_kind else "themed"
