"""How plans show in a notebook: where they are, in which version, and which there are."""

from collections.abc import Iterable
from html import escape

from graph.assignments import Edition


def as_html(place: str, version: str | None, editions: Iterable[Edition]) -> str:
    """A line and a table; all texts are escaped, whatever they hold."""
    told = f"Röda tråden: {escape(place)}" + (f", version {escape(version)}" if version else "")
    rows = "".join(
        f"<tr><td>{each.year}</td><td>{escape(each.region_name)}</td><td>{escape(each.organisation)}</td>"
        f"<td>{escape(each.title)}</td></tr>"
        for each in editions
    )
    return f"<p>{told}</p><table>{rows}</table>"
