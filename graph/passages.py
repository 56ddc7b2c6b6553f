"""Stretches of a text: trimmed to what is printed, and named by their lines."""

from graph.place import Box, Span


def trimmed(span: Span, text: str) -> Span:
    """The span without the blanks at its ends, so that one stretch has one name; a blank span stays as it is."""
    slice_ = text[span.start : span.end]
    before = len(slice_) - len(slice_.lstrip())
    after = len(slice_) - len(slice_.rstrip())
    if before == len(slice_) or before == after == 0:
        return span
    return span._replace(
        start=span.start + before,
        end=span.end - after,
        first_line=span.first_line + slice_[:before].count("\n"),
        last_line=span.last_line - slice_[len(slice_) - after :].count("\n"),
    )


def passage_name(span: Span, text: str) -> str:
    """What a trimmed span is called: "l250", "l250-252" for whole lines, else with the line's characters, "l118c5-12".

    Lines and characters are 1-based and inclusive. Where the stretch ends on another line, its end says which:
    "l118c5-119c7".
    """
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    around = text[line_start : span.start] + text[span.end : len(text) if line_end < 0 else line_end]
    one_line = span.first_line == span.last_line
    if not around.strip() and text[span.start : span.end].strip():
        return f"l{span.first_line}" if one_line else f"l{span.first_line}-{span.last_line}"
    first = f"l{span.first_line}c{span.start - line_start + 1}"
    if one_line:
        return f"{first}-{span.end - line_start}"
    return f"{first}-{span.last_line}c{span.end - text.rfind(chr(10), 0, span.end) - 1}"


def as_box(box: Box) -> str:
    """A box as the graph has it: four numbers of points, at most two decimals."""
    return " ".join(f"{round(edge, 2):g}" for edge in box)


def box_in(text: str) -> Box | None:
    """The box that such a text tells; None where it tells none."""
    try:
        left, top, right, bottom = (float(edge) for edge in text.split())
    except ValueError:
        return None
    return left, top, right, bottom


def passage_label(span: Span) -> str:
    """What a person would call a passage: "rad 250", "rad 250–252", "sidan 12, rad 250", "bladet Mål, B7:D7"."""
    if span.sheet is not None:
        return f"bladet {span.sheet}, {span.cell}" if span.cell else f"bladet {span.sheet}"
    lines = f"{span.first_line}" if span.first_line == span.last_line else f"{span.first_line}–{span.last_line}"
    return f"sidan {span.page}, rad {lines}" if span.page else f"rad {lines}"
