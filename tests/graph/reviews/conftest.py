"""Decisions of all kinds, and a store in which links are suggested."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import strategies as st

from graph.derived.items import Items
from graph.iris import BASE
from graph.memory import MemoryStore
from graph.records import Reading
from graph.reviews.cells import GRADES
from graph.reviews.decision import RELATIONS, Decision, Reviews, one_line
from graph.reviews.desk import Desk
from graph.suggesting.suggestion import Suggestion
from ontology import rt
from ontology.iri import Iri

PLAN = f"{BASE}97/of/forvaltningsplan-2031"
ACTIVITY = Iri(f"{PLAN}/activity/7-nattpatruller-i-varje-ort")
INDICATOR = Iri(f"{PLAN}/indicator/svarstid-i-telefon")
LINE = Iri(f"{PLAN}/allocation/hemtjanst")

TEXTS = st.text(max_size=40).map(one_line)
NAMES = st.one_of(
    st.from_regex(r"[a-z0-9/._~-]{1,30}[a-z0-9]", fullmatch=True).map(lambda path: Iri(BASE + path)),
    st.from_regex(r"(https?://[a-z]{1,5}[.]se/[a-z]{0,5}#?|urn:[a-z]{1,5}:)[a-z/]{1,5}", fullmatch=True).map(Iri),
)
FINGERPRINTS = st.one_of(st.just(""), st.from_regex("[0-9a-f]{16}", fullmatch=True))


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """A decision on any two things."""
    subject, other = draw(st.lists(NAMES, min_size=2, max_size=2, unique=True))
    return Decision(
        subject=subject,
        relation=draw(st.sampled_from(RELATIONS)),
        object=other,
        accepted=draw(st.booleans()),
        by_hand=draw(st.booleans()),
        subject_label=draw(TEXTS),
        object_label=draw(TEXTS),
        author=draw(TEXTS),
        made=draw(st.none() | st.dates(date(1900, 1, 1))),
        confidence=draw(st.none() | st.decimals(0, 1, places=2).map(lambda share: share.normalize() + Decimal(0))),
        comment=draw(TEXTS),
        subject_fingerprint=draw(FINGERPRINTS),
        object_fingerprint=draw(FINGERPRINTS),
        grade=draw(st.none() | st.sampled_from(GRADES)),
        method=draw(TEXTS),
        evidence=draw(TEXTS),
    ).straight()


#: Any number of decisions, one on each link.
REVIEWS = st.lists(decisions(), max_size=4).map(lambda each: Reviews().having(each))


def made(**facts: object) -> Decision:
    """A yes to the activity being measured by the indicator, but for what is said otherwise."""
    usual: dict[str, object] = {
        "subject": ACTIVITY,
        "relation": rt.MeasuredBy,
        "object": INDICATOR,
        "accepted": True,
        "author": "Kim",
        "made": date(2031, 5, 1),
    }
    return Decision(**{**usual, **facts})  # type: ignore[arg-type]


def suggested(items: Items, *_: object) -> tuple[Suggestion, ...]:
    """What is suggested where the small plan is loaded: a measure that is as likely as not, a budget line surely."""
    found = (
        Suggestion(subject=ACTIVITY, object=INDICATOR, relation=rt.MeasuredBy, confidence=Decimal("0.5"),
                   method="shared-words", evidence="Gemensamma ord: svarstid."),
        Suggestion(subject=ACTIVITY, object=LINE, relation=rt.FundedBy, confidence=Decimal("0.9"),
                   method="same-number", evidence="Samma tal: 120,5."),
    )  # fmt: skip
    return tuple(each for each in found if {each.subject, each.object} <= items.by_iri.keys())


@pytest.fixture
def suggesting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have these links suggested, and no others."""
    monkeypatch.setattr("graph.derived.derive.suggest", suggested)


@pytest.fixture
def desk(suggesting: None, plan: Callable[..., Reading]) -> Desk:
    """Where somebody decides upon the small plan's links."""
    store = MemoryStore()
    with store.writing() as draft:
        draft.put(plan())
    return Desk(store, "Kim")
