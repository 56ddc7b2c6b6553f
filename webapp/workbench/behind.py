"""Where the things of a row stand: the passages that they were read from, with their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from graph.answer import Value
from graph.view import View
from ontology.iri import Iri
from webapp.ask import ask, records
from webapp.evidence.citation import passage
from webapp.evidence.standing import standing
from webapp.evidence.ties import ties
from webapp.terms import terms
from webapp.workbench.labels import labels, short, spellable
from webapp.workbench.table import Table

#: So many passages of a thing are shown; so many things of a row are looked up.
EACH, THINGS = 8, 60
LETTERS = 600


@dataclass(frozen=True)
class Stands:
    """A passage: its name, file, lines (from 1) and page, its words, through which thing, and how it is cited."""

    passage: Iri
    file: str
    first: int
    last: int
    page: int | None
    text: str
    through: str
    cited: str


@dataclass(frozen=True)
class Thing:
    """A thing of a row with its passages; `more` are not shown."""

    iri: Iri
    label: str
    passages: tuple[Stands, ...]
    more: int


@dataclass(frozen=True)
class Behind:
    """All that stands behind a row (from 1): its things; the line of a file that the row itself tells; those that nothing states."""

    row: int
    things: tuple[Thing, ...]
    file: str
    line: int | None
    document: Iri | None
    without: tuple[str, ...]


def behind(view: View, table: Table, number: int) -> Behind | None:
    """What stands behind a row (from 1) of those that were read; None where there is no such row."""
    if not 0 < number <= len(table.cells.rows):
        return None
    row = number - 1
    names = tuple(dict.fromkeys(Iri(cell.text) for cell in table.cells.rows[row] if cell and cell.kind == "name"))
    asked = tuple(name for name in names if spellable(name) and not terms(view).knows(name))[:THINGS]
    found = records(ask(view, "behind", things=asked)) if asked else ()
    called = labels(view, (*asked, *(str(each["through"]) for each in found if each["through"])))
    things = tuple(
        _thing(view, Iri(str(thing)), list(each), called)
        for thing, each in groupby(found, key=lambda one: one["thing"])
    )
    stated = {thing.iri for thing in things}
    file, line, document = _told(view, table, row)
    without = tuple(called.get(name) or short(name) for name in asked if name not in stated)
    return Behind(number, things, file, line, document, without)


def _thing(view: View, iri: Iri, found: list[dict[str, Value]], names: Mapping[str, str]) -> Thing:
    return Thing(
        iri=iri,
        label=names.get(iri) or short(iri),
        passages=tuple(_stands(view, each, names) for each in found[:EACH]),
        more=max(len(found) - EACH, 0),
    )


def _stands(view: View, told: dict[str, Value], names: Mapping[str, str]) -> Stands:
    first, last = int(str(told["line"])), int(str(told["last_line"]))
    text, page = str(told["text"] or ""), told["page"]
    through = str(told["through"] or "")
    return Stands(
        passage=Iri(str(told["passage"])),
        file=str(told["file"]),
        first=first,
        last=last,
        page=page if isinstance(page, int) else None,
        text=text[:LETTERS] + ("…" if len(text) > LETTERS else ""),
        through=names.get(through, short(through)) if through else "",
        cited=passage(view, Iri(str(told["document"])), standing(view, Iri(str(told["passage"])), first, last), text),
    )


def _told(view: View, table: Table, row: int) -> tuple[str, int | None, Iri | None]:
    """The file, line and document that a row's own columns tell."""
    values = table.cells.values()
    known = ties(view, values)
    if not known.files:
        return "", None, None
    number, file = next(iter(known.files.items()))
    cells = values.rows[row]
    line = cells[number]
    return str(cells[file] or ""), line if isinstance(line, int) else None, known.document(cells, number)
