"""Two kinds of things set against one another: what hangs together with what, and what with nothing."""

from collections import Counter
from typing import NoReturn

from flask import Blueprint, Response, abort, make_response, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.answer import Answer
from graph.view import View
from ontology import rt
from webapp.ask import Given
from webapp.door import view
from webapp.editions import Edition, editions, plans_of, stating
from webapp.evidence.grounds import ground_sign
from webapp.kinds import many
from webapp.menu import Entry
from webapp.paging import whole_number
from webapp.sheet import Sheet, answered, sheet
from webapp.threads.grid import Head, Matrix, matrix
from webapp.threads.relations import KINDS, REGIONS, RELATIONS, Kind, Relation, relation_of
from webapp.wishes import one_of, plan_wanted, with_suggested

PAGE = Blueprint("matrix", __name__)
MENU = (Entry("follow", 40, "matrix.page", lazy_gettext("Matris")),)
#: What is shown: all, only what has links, or only what has none.
SHOWN = ("all", "linked", "gaps")
SORTS = ("order", "number")
#: What is taken home: each pair on a row, or the matrix as it looks.
AS = ("pairs", "matrix")


@PAGE.get("/matrix")
def page() -> str | Response:
    """The kinds `rows` and `columns` of the plan `plan`; `show`, `sort`, `page` and `column_page` say which part and how."""
    names = (request.args.get("rows", "assignments"), request.args.get("columns", "activities"))
    relation = relation_of(*names)
    if relation is None:
        _refused(names)
    seen = view()
    offered = stating(seen, relation.row.iri, relation.across.iri)
    edition = None if relation.of_all_plans else plan_wanted(editions(seen), plans_of(offered) or offered)
    if edition is None and not relation.of_all_plans:
        return render_template("pages/matrix.html", relation=relation, edition=None, sheet=None, relations=RELATIONS)
    found = _sheet(seen, relation, edition)
    whole = matrix(found)
    turned = relation.row.name != names[0]
    whole = whole.turned() if turned else whole
    if one_of("as", AS) == "matrix" and request.args.get("format", "html") != "html":
        found = as_matrix(found, whole)
    rows, across = (relation.across, relation.row) if turned else (relation.row, relation.across)
    return answered(found, lambda: _drawn(found, whole, relation, rows, across, edition, offered))


def _drawn(
    found: Sheet,
    whole: Matrix,
    relation: Relation,
    rows: Kind,
    across: Kind,
    edition: Edition | None,
    offered: tuple[Edition, ...],
) -> str:
    show, sort = one_of("show", SHOWN), one_of("sort", SORTS)
    cut = whole.linked() if show == "linked" else whole
    cut = cut.by_number() if sort == "number" else cut
    number, column = (whole_number(request.args.get(name), 1) for name in ("page", "column_page"))
    return render_template(
        "pages/matrix.html",
        relation=relation,
        relations=RELATIONS,
        rows=rows,
        across=across,
        edition=edition,
        editions=offered,
        show=show,
        sort=sort,
        sheet=found,
        whole=whole,
        finding=shared(whole, rows) if relation.of_all_plans else finding(whole, rows, across),
        grid=cut.shown(number, column),
    )


def finding(whole: Matrix, rows: Kind, across: Kind) -> str:
    """What the matrix says in two sentences: how many of either kind lack the other."""
    return f"{_lack(whole.rows, rows, across)} {_lack(whole.across, across, rows)}"


def shared(whole: Matrix, rows: Kind) -> str:
    """What a matrix of all regions says: how many names more than one of them has, and how many are only alike."""
    whole = whole.turned() if rows == REGIONS else whole
    owners = Counter(row for (row, _), ground in whole.grounds().items() if ground == "stated")
    same = {head.key for head in whole.rows if owners[head.key] > 1}
    alike = sum(head.links > 1 and head.key not in same for head in whole.rows)
    return str(
        gettext(
            "%(same)s av %(all)s namn på insatsområden finns i mer än en region. %(alike)s till föreslås likna något i en annan region.",
            same=len(same),
            all=len(whole.rows),
            alike=alike,
        )
    )


def _lack(heads: tuple[Head, ...], kind: Kind, other: Kind) -> str:
    lacking = sum(not head.links for head in heads)
    return str(
        gettext(
            "%(count)s av %(all)s %(many)s saknar %(one)s.",
            count=lacking,
            all=len(heads),
            many=many(kind.iri),
            one=other.one,
        )
    )


def as_matrix(found: Sheet, whole: Matrix) -> Sheet:
    """A matrix as a sheet: a row for each row, a column for each column, signs in the cells, numbers at the edges."""
    cells = whole.grounds()
    total = gettext("antal")
    columns = ("", *(head.label for head in whole.across), total)
    body = tuple(
        (row.label, *(_sign(cells.get((row.key, head.key))) for head in whole.across), row.links) for row in whole.rows
    )
    foot = (total, *(head.links for head in whole.across), None)
    return Sheet(f"{found.name}-matrix", found.title, found.sparql, Answer(columns, (*body, foot)))


def _sign(ground: str | None) -> str | None:
    return ground_sign(ground) or None


def _sheet(seen: View, relation: Relation, edition: Edition | None) -> Sheet:
    values: dict[str, Given] = {
        **relation.values,
        "row_kind": relation.row.iri,
        "column_kind": relation.across.iri,
        "unreviewed": rt.Unreviewed if with_suggested() else rt.Accepted,
    }
    if edition:
        values["plan"] = edition.plan
    title = f"{many(relation.row.iri)} × {many(relation.across.iri)}"
    name = f"{relation.row.name}-{relation.across.name}"
    return sheet(seen, relation.question, title, name, **values)


def _refused(names: tuple[str, str]) -> NoReturn:
    """Say which pairs there are, where an address asks for another."""
    known = [KINDS.get(name) for name in names]
    abort(make_response(render_template("pages/matrix_none.html", known=known, relations=RELATIONS), 400))
