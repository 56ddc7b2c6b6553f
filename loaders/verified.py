"""How documents stand up to their source files, as lines to read and as a table."""

from collections.abc import Iterator, Sequence

from graph.answer import Answer
from graph.network import Thing
from graph.suspect import Suspicion
from graph.terminal import short
from loaders.verify import Fault, State, Verified

#: So many faults and things are listed of a document; the other forms give all.
SHOWN = 20
#: So much of a passage is shown.
WIDEST = 100
#: And so much of that before the first sign that differs.
BEFORE = 30
COLUMNS = ("file", "state", "what", "iri", "line", "line_now", "expected", "instead")
SAID = {
    State.PROVED: "all {passages} passages stand where the graph says",
    State.FACTS_ONLY: "the graph has only facts and figures of it: no words to hold against a file",
    State.CHANGED: "the file is not the one that was loaded (checksum), but all {passages} passages stand",
    State.MOVED: "{astray} of {passages} passages have moved, none is lost",
    State.LOST: "{lost} of {passages} passages are lost, {moved} have moved",
    State.UNREADABLE: "{reason}",
    State.MISSING: "no file of this name is at hand: nothing was proved",
}


def as_answer(found: Sequence[Verified], suspicions: Sequence[Suspicion]) -> Answer:
    """A row a document, then a row for each passage that went astray and for each thing that is suspect (by its label)."""
    rows = (row for each, suspect in zip(found, suspicions, strict=True) for row in _rows(each, suspect))
    return Answer(COLUMNS, tuple(rows))


def _rows(each: Verified, suspect: Suspicion) -> Iterator[tuple[str | int | None, ...]]:
    document = each.document.file_name, each.state.value
    yield *document, _said(each), each.document.document, None, None, None, None
    for fault in each.faults:
        quoted, what = fault.quoted, "moved" if fault.moved else "lost"
        yield *document, what, quoted.passage, quoted.first, fault.line or None, quoted.text, fault.instead
    for what, things in (("suspect", suspect.changed), ("rests on suspect", suspect.resting)):
        yield from ((*document, what, thing.iri, None, None, thing.label, None) for thing in things)
    for link, label in suspect.links:
        yield *document, "derived from suspect", link, None, None, label, None
    for decision in suspect.decisions:
        yield *document, "decided of suspect", decision.subject, None, None, decision.object, None


def as_lines(found: Sequence[Verified], suspicions: Sequence[Suspicion]) -> str:
    """What became of each document, the passages that are lost, and what is suspect."""
    return "\n".join(line for each, suspect in zip(found, suspicions, strict=True) for line in _lines(each, suspect))


def _lines(each: Verified, suspect: Suspicion) -> Iterator[str]:
    yield f"{each.document.file_name}: {_said(each)}"
    if each.same and each.faults:
        yield "  The file is the one that was loaded, but it is read otherwise now: load it again."
    for fault in each.lost[:SHOWN]:
        yield from _fault(each.document.file_name, fault)
    if len(each.lost) > SHOWN:
        yield f"  … and {len(each.lost) - SHOWN} more; --format csv lists all"
    if suspect:
        yield from _suspect(suspect)


def _said(each: Verified) -> str:
    return SAID[each.state].format(
        passages=each.passages,
        astray=len(each.faults),
        lost=len(each.lost),
        moved=len(each.faults) - len(each.lost),
        reason=each.reason,
    )


def _fault(name: str, fault: Fault) -> Iterator[str]:
    """A lost passage, from just before the first sign that differs; its line is that sign's."""
    expected = fault.quoted.text or ""
    differs = _common(expected, fault.instead)
    line = fault.quoted.first + expected[:differs].count("\n")
    yield f"  {name}:{line}: expected “{_cut(expected, differs)}”"
    yield f"  {' ' * len(f'{name}:{line}:')} instead  “{_cut(fault.instead, differs)}”"


def _common(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _cut(text: str, at: int) -> str:
    """Some words of a text on one line, those around a sign."""
    begins = max(at - BEFORE, 0)
    line = " ".join(text[begins : begins + WIDEST].split())
    return ("…" if begins else "") + line + ("…" if begins + WIDEST < len(text) else "")


def _suspect(suspect: Suspicion) -> Iterator[str]:
    yield from _things("Suspect, since their words have changed", suspect.changed)
    yield from _things("Suspect, since they rest on those", suspect.resting)
    for title, labels in (
        ("Derived from them", [label for _, label in suspect.links]),
        ("Decided of them", [f"{each.subject_label} – {each.object_label}" for each in suspect.decisions]),
    ):
        if labels:
            yield f"  {title}: {len(labels)}"
            yield from (f"    {short(label)}" for label in labels[:SHOWN])


def _things(title: str, things: Sequence[Thing]) -> Iterator[str]:
    if things:
        yield f"  {title}: {len(things)}"
        yield from (f"    {thing.kind.local} {short(thing.label)}" for thing in things[:SHOWN])
    if len(things) > SHOWN:
        yield f"    … and {len(things) - SHOWN} more"
