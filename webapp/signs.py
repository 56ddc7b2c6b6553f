"""Signs that stand beside words and colours, so that nothing is told by colour alone."""

from collections.abc import Mapping

from ontology import rt
from ontology.iri import Iri

#: Statuses by how they go.
STATUSES: Mapping[Iri, str] = {
    rt.OnPlan: "✓", rt.Done: "✓", rt.Improved: "↗", rt.OffPlan: "!", rt.Worsened: "↘", rt.Unchanged: "→",
    rt.Ongoing: "…", rt.NotStarted: "○",
}  # fmt: skip
#: What became of a thing from one edition to the next.
CHANGES: Mapping[Iri, str] = {
    rt.New: "+", rt.Ended: "×", rt.Unchanged: "=", rt.Renamed: "Aa", rt.Reworded: "¶", rt.Moved: "⇄",
    rt.TargetChanged: "◎", rt.Split: "<", rt.Merged: ">", rt.Resumed: "↻", rt.MeaningChanged: "≠", rt.NumberReused: "#",
}  # fmt: skip
#: How grave findings are.
SEVERITIES: Mapping[Iri, str] = {rt.Error: "▲", rt.Warning_: "◆", rt.Info: "○"}
#: What the reading made of passages.
PASSAGES: Mapping[Iri, str] = {
    rt.StatingPassage: "●", rt.HeadingPassage: "§", rt.ProsePassage: "¶", rt.UnreadPassage: "?",
}  # fmt: skip
#: How comparable two things are.
GRADES: Mapping[Iri, str] = {rt.NotComparable: "≠", rt.SameMeasure: "="}


def status_sign(status: Iri | None) -> str:
    """The sign of a status; of none, or one of no sort, a dot."""
    return STATUSES.get(status, "·") if status else "·"


def change_sign(kind: Iri) -> str:
    """The sign of a kind of change."""
    return CHANGES.get(kind, "·")


def finding_sign(severity: Iri) -> str:
    """The sign of a severity."""
    return SEVERITIES.get(severity, "·")


def passage_sign(kind: Iri) -> str:
    """The sign of a kind of passage."""
    return PASSAGES.get(kind, "·")


def grade_sign(grade: Iri) -> str:
    """The sign of a grade: the same, not comparable, or something between."""
    return GRADES.get(grade, "≈")
