"""The findings of a store: every kind's question asked, its rows gathered, each group worded and named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain

from pyoxigraph import Store

from graph.answer import Answer, Text, Value
from graph.derived.attempts import Attempts
from graph.derived.write import described, in_graph
from graph.findings.extract import extract
from graph.findings.finding import Finding
from graph.findings.kind import Kind, kinds
from graph.findings.told import SEVERITIES
from graph.findings.wording import worded
from graph.iris import Minter, slug
from graph.view import View
from ontology.iri import Iri

#: The columns of an answer that are no part of a text.
APART = ("about", "key", "passage", "passages", "severity")
Row = Mapping[str, Value]


def findings(view: View, attempts: Attempts) -> tuple[Finding, ...]:
    """All that is odd in what a view sees, kind by kind. The same store gives the same findings under the same names.

    A kind that fails for a fault of ours is told to `attempts`.
    """
    small = extract(view)
    each_kind = ((kind, view if kind.of_passages else small) for kind in kinds().values())
    every = (attempts.of(kind.name, partial(found, asked, kind)) for kind, asked in each_kind)
    return tuple(chain.from_iterable(every))


def found(view: View, kind: Kind) -> tuple[Finding, ...]:
    """The findings of one kind."""
    groups = gathered(view.select(kind.query))
    return tuple(_finding(kind, about, key, rows) for (about, key), rows in groups.items())


def gathered(answer: Answer) -> dict[tuple[Iri, str], list[Row]]:
    """The rows of an answer by what they are about and their key, in the answer's order."""
    groups: defaultdict[tuple[Iri, str], list[Row]] = defaultdict(list)
    for values in answer.rows:
        row = dict(zip(answer.columns, values, strict=True))
        if isinstance(about := row["about"], Iri):  # an aggregate over nothing is about nothing
            groups[about, str(row.get("key") or "")].append(row)
    return groups


def write_findings(engine: Store, minter: Minter, attempts: Attempts) -> tuple[Finding, ...]:
    """Write the findings of all that an engine holds, which has none yet, beside the loaders' doubts."""
    made = findings(View(engine), attempts)
    engine.extend(in_graph(minter.graph("findings"), (triple for each in made for triple in described(each))))
    return made


def _finding(kind: Kind, about: Iri, key: str, rows: list[Row]) -> Finding:
    said = {name: [row[name] for row in rows] for name in rows[0] if name not in APART}
    sv, en = worded(kind.text, said)
    return Finding(
        iri=Iri(f"{about}/finding/{slug(f'{kind.name} {key}', 120)}"),
        label=str.__str__(sv),
        fault=kind.fault,
        about=about,
        severity=min((_severity(row, kind) for row in rows), key=SEVERITIES.index),
        sv=Text(sv, "sv"),
        en=Text(en, "en"),
        passages=tuple(dict.fromkeys(chain.from_iterable(map(_passages, rows)))),
        method=kind.name,
    )


def _passages(row: Row) -> Iterator[Iri]:
    return map(Iri, str(row.get("passage") or row.get("passages") or "").split())


def _severity(row: Row, kind: Kind) -> Iri:
    told = row.get("severity")
    return told if isinstance(told, Iri) else kind.severity
