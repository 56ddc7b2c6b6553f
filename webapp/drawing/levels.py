"""How far from its beginnings each node of a net stands: columns for `webapp.drawing.layers`."""

from collections import deque
from collections.abc import Iterable, Sequence

#: Columns beyond this are put together: a long chain is no picture.
DEEPEST = 12


def levels(keys: Sequence[str], links: Iterable[tuple[str, str]]) -> dict[str, int]:
    """A column (from 0) for each key: one more than the nearest that links to it; those that none links to begin.

    Nets that only go round begin with the first of their keys.
    """
    out: dict[str, list[str]] = {key: [] for key in keys}
    aimed = set[str]()
    for start, end in links:
        if start != end and start in out and end in out:
            out[start].append(end)
            aimed.add(end)
    found = dict.fromkeys((key for key in keys if key not in aimed), 0)
    _spread(found, out)
    for key in keys:
        if key not in found:
            found[key] = 0
            _spread(found, out, (key,))
    return found


def _spread(found: dict[str, int], out: dict[str, list[str]], begin: Iterable[str] | None = None) -> None:
    pending = deque(found if begin is None else begin)
    while pending:
        key = pending.popleft()
        for other in out[key]:
            if other not in found:
                found[other] = min(found[key] + 1, DEEPEST)
                pending.append(other)
