"""Numbers that can be set beside each other: those of one unit."""

from collections import Counter
from collections.abc import Sequence

from webapp.languages import number
from webapp.workbench.columns import ANY_LABEL, LABELS, Column, Picker
from webapp.workbench.table import Table
from webapp.workbench.texts import gettext

#: What columns of units are called.
CALLED = frozenset({"unit", "unit_label", "enhet"})


def pick_unit(picker: Picker) -> None:
    """The column that tells in what the numbers are, where one is called so."""
    picker.pick(
        "unit", gettext("Enhet"), LABELS, offer=ANY_LABEL, optional=True, fits=lambda column: column.name in CALLED
    )  # fmt: skip


def of_one_unit(table: Table, rows: Sequence[int], unit: Column | None) -> tuple[list[int], tuple[str, ...]]:
    """The rows in the unit that most of them have, and what is to be told where others are left out."""
    counted = Counter(table.key(row, unit) for row in rows) if unit else Counter[str]()
    if unit is None or len(counted) < 2:
        return list(rows), ()
    most, count = counted.most_common(1)[0]
    kept = [row for row in rows if table.key(row, unit) == most]
    told = gettext(
        "Bara rader i enheten %(unit)s ritas, %(count)s av %(all)s: tal i olika enheter kan inte jämföras. Fråga efter en annan enhet för att se den.",
        unit=table.said(kept[0], unit) or gettext("obunden"), count=number(count), all=number(len(rows)),
    )  # fmt: skip
    return kept, (told,)
