"""Kinds of finding, each a file: what is wrong, in SPARQL, with its texts on top.

    #: kind = "NumberUsedTwice"
    #: severity = "Warning"
    #: text.sv = "Numret {number} bärs av flera: {things}."
    #: text.en = "Number {number} is carried by several: {things}."

`kind` is a fault of the ontology, `severity` Info, Warning or Error. A row of the answer gives `?about` (the thing that
is odd) and `?passage` (a place that shows it) or `?passages` (several, as text with blanks between); `?key`, where one thing may have several findings of a kind;
`?severity`, where it hangs on the row; all else fills the texts. Rows of one thing and key are one finding, and what
differs between them is listed. `passages = true` is said by kinds that ask what passages are and say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.headings import InTwo, below_facts, facts_on_top, in_two
from ontology.iri import Iri
from ontology.rt import RT

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Kind:
    """A kind of finding: its file's name, the fault that it is, how grave it is, its text, and its question.

    `of_passages` where it asks what passages are and say, and not only which they are.
    """

    name: str
    fault: Iri
    severity: Iri
    text: InTwo
    query: str
    of_passages: bool = False


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name."""
    return {path.stem: kind(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.rq"))}


def kind(name: str, text: str) -> Kind:
    """A kind from its file; raises ValueError or KeyError where its facts are not as they should be."""
    facts = facts_on_top(text)
    return Kind(
        name=name,
        fault=Iri(RT + facts["kind"]),
        severity=Iri(RT + facts["severity"]),
        text=in_two(facts["text"]),
        query=below_facts(text),
        of_passages=facts.get("passages", False),
    )
