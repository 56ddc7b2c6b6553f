"""Signs for kinds of change, beside their words: never by colour alone."""

from ontology import rt
from ontology.iri import Iri

SIGNS: dict[Iri, str] = {
    rt.New: "+", rt.Ended: "×", rt.Unchanged: "=", rt.Renamed: "Aa", rt.Reworded: "¶", rt.Moved: "⇄",
    rt.TargetChanged: "◎", rt.Split: "<", rt.Merged: ">", rt.Resumed: "↻", rt.MeaningChanged: "≠", rt.NumberReused: "#",
}  # fmt: skip


def sign(kind: Iri) -> str:
    """The sign of a kind of change."""
    return SIGNS.get(kind, "·")
