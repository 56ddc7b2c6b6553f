"""A comparison as a table: a row a figure of each thing found, and a row a pair."""

from collections.abc import Iterator

from graph.answer import Answer, Value
from graph.compare import Comparison, Side
from graph.comparing.beside import Beside, Found
from graph.comparing.told import Told
from graph.stands import stands
from graph.view import View
from ontology.iri import Iri

COLUMNS = (
    "part", "region", "edition", "organisation", "class", "thing", "iri", "about_year", "role", "as_written", "number", "unit",
    "sek", "part_of_year", "sek_per_inhabitant_computed", "other_region", "other_edition", "other_class", "other_thing",
    "other_iri", "grade", "confidence", "why", "review", "source",
)  # fmt: skip
Row = dict[str, Value]


def table(view: View, found: Comparison) -> Answer:
    """What regions state, then what of it is comparable."""
    rows = [row for side in found.sides for row in _side_rows(view, side)] + [_pair_row(pair) for pair in found.beside]
    return Answer(COLUMNS, tuple(tuple(row.get(column) for column in COLUMNS) for row in rows))


def _side_rows(view: View, side: Side) -> Iterator[Row]:
    """A row for each figure of each thing; one for a thing without figures."""
    for found in side.found:
        own = {"part": "thing", **_thing(found), "source": source(view, found.iri)}
        yield from ({**own, **_figure(told)} for told in found.figures or ())
        if not found.figures:
            yield own


def _thing(found: Found) -> Row:
    return {
        "region": found.edition.region, "edition": found.edition.year, "organisation": found.edition.organisation,
        "class": found.kind.local, "thing": found.label, "iri": found.iri,
    }  # fmt: skip


def _figure(told: Told) -> Row:
    return {
        "about_year": told.year, "role": told.role.local, "as_written": told.as_written, "number": told.number,
        "unit": told.unit, "sek": told.sek, "part_of_year": told.part_of_year,
        "sek_per_inhabitant_computed": told.per_inhabitant,
    }  # fmt: skip


def _pair_row(pair: Beside) -> Row:
    other = {f"other_{name}": value for name, value in _thing(pair.there).items()}
    return {
        "part": "pair", **_thing(pair.here), **other, "grade": pair.grade.local, "confidence": pair.confidence,
        "why": pair.evidence, "review": pair.review.local,
    }  # fmt: skip


def source(view: View, thing: Iri) -> str | None:
    """Where a thing stands, in words; None where nothing states it."""
    return ", ".join(map(str, stands(view, thing))) or None
