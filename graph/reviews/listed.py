"""Links with what was decided of them, as a table and as lines to read."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from graph.answer import Answer, Value
from graph.reviews.decision import Decision, Key, Reviews
from graph.reviews.links import Link
from graph.terminal import short

COLUMNS = (
    "state", "suspect", "relation", "subject_label", "object_label", "confidence", "grade", "value", "evidence", "method",
    "author", "date", "comment", "subject", "object",
)  # fmt: skip


def as_answer(found: Sequence[Link], reviews: Reviews, suspect: Collection[Key]) -> Answer:
    """One row a link."""
    return Answer(COLUMNS, tuple(_row(link, reviews.by_key.get(link.key), link.key in suspect) for link in found))


def _row(link: Link, decision: Decision | None, suspect: bool) -> tuple[Value, ...]:
    return (
        link.review.local.lower(),
        suspect,
        link.relation.local,
        link.subject_label,
        link.object_label,
        link.confidence,
        link.grade.local if link.grade else None,
        Decimal(f"{link.value:.2f}"),
        link.evidence,
        link.method,
        decision.author if decision else None,
        decision.made if decision else None,
        decision.comment if decision else None,
        link.subject,
        link.object,
    )


def as_lines(found: Sequence[Link], reviews: Reviews, suspect: Collection[Key]) -> str:
    """Some lines a link, and how many there are."""
    lines = [line for link in found for line in _lines(link, reviews.by_key.get(link.key), link.key in suspect)]
    return "\n".join([*lines, f"({len(found)} link{'' if len(found) == 1 else 's'})"])


def _lines(link: Link, decision: Decision | None, suspect: bool) -> Iterator[str]:
    state = link.review.local.lower() + (", suspect: the words have changed since" if suspect else "")
    grade = f", {link.grade.local}" if link.grade else ""
    yield f"{link.relation.local}  {link.confidence}{grade}  {state}"
    (_, first), (_, last) = link.ends
    yield f"   {short(first)}"
    yield f"   → {short(last)}"
    if link.evidence:
        yield f"   {link.evidence}"
    if decision:
        yield f"   {told(decision)}"


def told(decision: Decision) -> str:
    """Who decided, when and why."""
    who = " ".join(part for part in (decision.author, decision.made and decision.made.isoformat()) if part)
    verdict = decision.verdict.local.lower()
    return f"{verdict} by {who or 'someone'}" + (f": {decision.comment}" if decision.comment else "")
