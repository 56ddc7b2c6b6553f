"""Lists, tables, definitions, fields of choice: elements whose parts stand in an order of their own."""

from collections.abc import Iterator
from itertools import islice

from loaders.formats.blocks import MOST_ROWS, Block, Box, Grid, Paragraph, TooLarge, is_large
from loaders.formats.element import Element
from loaders.formats.galley import Ink
from loaders.formats.labels import BULLET, written
from loaders.formats.web.flow import Flow, Look, Reader, structure_of

FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
CELLS = frozenset({"td", "th"})
#: No cell spans more than this; a table's rows are taken as many.
WIDEST = 10_000


def read_list(flow: Flow, one: Element, look: Look) -> None:
    """A list, its items marked or numbered; what stands in it and is no item as it is."""
    flow.flush()
    number, step = _number(one.get("start"), 1), 1
    if one.get("reversed") is not None:
        number, step = _number(one.get("start"), sum(1 for _ in one.iterchildren("li"))), -1
    for item in one:
        if item.tag != "li":
            flow.element(item, look) if isinstance(item.tag, str) else None
            continue
        number = _number(item.get("value"), number)
        numbered = one.tag == "ol" and "list-style: none" not in one.get("style", "")
        label = f"{written(number, FORMS.get(one.get('type', ''), 'decimal'))}. " if numbered else f"{BULLET} "
        number += step
        flow.item(item, label, flow.look(item, look))
    flow.flush()


def read_lone_item(flow: Flow, one: Element, look: Look) -> None:
    """An item that stands in no list."""
    flow.item(one, f"{BULLET} ", look)


def read_table(flow: Flow, one: Element, look: Look) -> None:
    """A table with its caption above, and above both what stands in it but in no cell."""
    flow.flush()
    rows = list(islice(_rows(flow, one, look), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise TooLarge
    if rows:
        head = next((at for at, (_, head) in enumerate(rows) if not head), 0)
        layout = one.get("role") in {"presentation", "none"}
        flow.blocks.append(Grid(tuple(row for row, _ in rows), head, layout))


def _rows(flow: Flow, table: Element, look: Look) -> Iterator[tuple[tuple[Box, ...], bool]]:
    """Each row, with whether it is a part of the head; those of the foot at the end."""
    feet = [one for one in table if one.tag == "tfoot"]
    for one in (*(one for one in table if one.tag != "tfoot"), *feet):
        if not isinstance(one.tag, str):
            continue
        match structure_of(one):
            case "tr":
                yield _row(flow, one, look)
            case "thead" | "tbody" | "tfoot" | "form":
                for row, head in _rows(flow, one, flow.look(one, look)):
                    yield row, head or one.tag == "thead"
            case "colgroup" | "col":
                continue
            case _:
                flow.element(one, look)
                flow.flush()


def _row(flow: Flow, row: Element, look: Look) -> tuple[tuple[Box, ...], bool]:
    look = flow.look(row, look)
    cells = list(_cells(row))
    boxes = tuple(_box(flow, cell, look) for cell in cells)
    named = [cell for cell, box in zip(cells, boxes, strict=True) if box.blocks]
    head = all(structure_of(cell) == "th" and cell.get("scope") != "row" for cell in named)
    return boxes, bool(named) and head


def _cells(row: Element) -> Iterator[Element]:
    for one in row:
        if isinstance(one.tag, str):
            if structure_of(one) in CELLS:
                yield one
            else:
                yield from _cells(one)


def _box(flow: Flow, cell: Element, look: Look) -> Box:
    inner = flow.flow()
    inner.inside(cell, flow.look(cell, look).in_part())
    inner.flush()
    if not inner.blocks and (words := (cell.get("aria-label") or cell.get("title", "")).strip()):
        inner.blocks.append(Paragraph((Ink(words, hidden=look.hidden),)))
    width = _number(cell.get("colspan") or cell.get("aria-colspan"), 1)
    height = _number(cell.get("rowspan") or cell.get("aria-rowspan"), 1)
    return Box(tuple(inner.blocks), min(width or 1, WIDEST), min(height or WIDEST, WIDEST), flow.colour(cell))


def read_definitions(flow: Flow, one: Element, look: Look) -> None:
    """Terms and what is said of them, as rows of two cells; where that is long, one below the other."""
    flow.flush()
    rows: list[list[list[Block]]] = []
    for part in _definitions(one):
        inner = flow.flow()
        inner.inside(part, flow.look(part, look).in_part())
        inner.flush()
        if part.tag == "dt" or not rows:
            rows.append([[], []])
        rows[-1][part.tag == "dd"] += inner.blocks
    long = any(len(said) > 3 or any(map(is_large, said)) for _, said in rows)
    flow.blocks.append(Grid(tuple((Box(tuple(term)), Box(tuple(said))) for term, said in rows), layout=long))


def _definitions(parent: Element) -> Iterator[Element]:
    for one in parent:
        if one.tag in {"dt", "dd"}:
            yield one
        elif isinstance(one.tag, str):
            yield from _definitions(one)


def read_choice(flow: Flow, one: Element, look: Look) -> None:
    """A field of choice: what is chosen, the first where nothing is."""
    options = list(one.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None] or options[:1]
    flow.text(", ".join("".join(option.itertext()).strip() for option in chosen), look)


def _number(text: str | None, usual: int) -> int:
    """A whole number as an attribute tells it."""
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 9 else usual


STRUCTURES: dict[str, Reader] = {
    "ul": read_list,
    "ol": read_list,
    "menu": read_list,
    "li": read_lone_item,
    "table": read_table,
    "dl": read_definitions,
    "select": read_choice,
}
