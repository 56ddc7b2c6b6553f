"""What a place in a source is called: its page, its sheet and cells, or its lines."""

from flask_babel import gettext

from graph.leaf import has_leaves, leaf
from graph.view import View
from ontology.iri import Iri
from webapp.ask import once_a_version

_has_leaves = once_a_version(has_leaves)


def standing(view: View, passage: Iri, first: int, last: int) -> str:
    """ "sidan 12", "bladet Mål, B7", or "rad 250–252" where the source has but lines."""
    on = leaf(view, passage) if _has_leaves(view) else None
    if on and on.page:
        return str(gettext("sidan %(page)s", page=on.page))
    if on and on.sheet:
        where = f"{on.sheet}, {on.cell}" if on.cell else on.sheet
        return str(gettext("bladet %(where)s", where=where))
    return on_lines(first, last)


def on_lines(first: int, last: int) -> str:
    """ "rad 250", "rad 250–252"."""
    if first == last:
        return str(gettext("rad %(line)s", line=first))
    return str(gettext("rad %(first)s–%(last)s", first=first, last=last))
