"""All tables of a page."""

from collections.abc import Set as AbstractSet

from loaders.formats.pdf.across import tables_across
from loaders.formats.pdf.page import Page, Rule
from loaders.formats.pdf.ruled import lines_on, ruled_tables
from loaders.formats.pdf.rules import NEAR
from loaders.formats.pdf.table import PageTable
from loaders.formats.pdf.unruled import unruled_tables


def find_tables(page: Page, known: AbstractSet[str] = frozenset()) -> list[PageTable]:
    """The tables of a page, from above downwards; `known` are the document's words, which tell what hyphens are real."""
    found = ruled_tables(page, known)
    taken = frozenset(at for table in found for at in table.words)
    free = [rule for rule in lines_on(page)[0] if not any(is_of(rule, table) for table in found)]
    found += tables_across(page, free, taken, known)
    taken = taken.union(*(table.words for table in found))
    found += unruled_tables(page, taken, known)
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def is_of(rule: Rule, table: PageTable) -> bool:
    """Whether a line across is one of a table's."""
    left, top, right, bottom = table.box
    return top - NEAR <= rule.at <= bottom + NEAR and left - NEAR <= rule.start and rule.end <= right + NEAR
