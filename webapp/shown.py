"""What templates can say: addresses, words of the ontology, numbers, money, dates, and the other language's address."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

from flask import Flask, request
from jinja2 import pass_context
from jinja2.runtime import Context

from graph.answer import Value
from ontology import rt
from ontology.iri import Iri
from webapp import addresses, languages, signs
from webapp.built import asset
from webapp.door import view
from webapp.drawing.words import fitted
from webapp.evidence import grounds
from webapp.evidence.standing import on_lines, standing
from webapp.figures.judged import rests_on_suggestion, shown_verdict
from webapp.kinds import many
from webapp.menu import menu
from webapp.negotiation import NAMED, SENT
from webapp.order import order
from webapp.sheet import heading, in_words
from webapp.terms import terms
from webapp.threads import verdicts
from webapp.version import version_made
from webapp.wishes import with_suggested


def teach(app: Flask) -> None:
    """Give an application's templates their words."""
    app.jinja_env.globals.update(
        address=addresses.address,
        elsewhere=addresses.elsewhere,
        data_address=addresses.data_address,
        data_forms=NAMED,
        data_types={form: SENT[form].partition(";")[0] for form in NAMED},
        standing=lambda passage, first, last: standing(view(), passage, first, last),
        on_lines=on_lines,
        term=lambda iri: terms(view()).label(iri),
        comment=lambda iri: term.comment if (term := terms(view()).by_name.get(iri)) else "",
        language=languages.language,
        other_language=other_language,
        same_with=same_with,
        is_name=lambda value: isinstance(value, Iri),
        thread_address=addresses.thread_address,
        change_sign=signs.change_sign,
        status_sign=signs.status_sign,
        rt=rt,
        ground_word=grounds.ground_word,
        ground_sign=grounds.ground_sign,
        verdict_word=verdicts.said,
        verdict_sign=verdicts.sign,
        many=many,
        asset=asset,
        view_name=view_name,
        menu=menu,
        heading=heading,
        in_words=in_words,
        with_suggested=with_suggested,
        reviewing=False,
        fitted=fitted,
        version_made=version_made,
        shown_verdict=shown_verdict,
        rests_on_suggestion=rests_on_suggestion,
        finding_sign=signs.finding_sign,
        passage_sign=signs.passage_sign,
        grade_sign=signs.grade_sign,
    )
    app.jinja_env.filters.update(
        number=languages.number,
        plain_number=languages.plain_number,
        percent=languages.percent,
        kronor=languages.kronor,
        exact=languages.exact_kronor,
        day=languages.day,
        in_order=lambda found: sorted(found, key=order),
        value=shown_value,
        sentence=lambda text: text[:1].upper() + text[1:],
    )


@pass_context
def view_name(context: Context) -> str:
    """What the page's template is called, "flow" for `pages/flow.html`: style sheets of a view go by it."""
    return Path(context.name or "").stem


def other_language(lang: str) -> str:
    """The address of this page in another language; the start page's for what has none."""
    first, _, rest = request.path.removeprefix("/").partition("/")
    if first not in languages.LANGUAGES:
        return f"{request.script_root}/{lang}/"
    return _with_query(f"/{lang}/{rest}", request.query_string)


def same_with(**changes: str | int) -> str:
    """The page's own address with some of its parameters changed."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name not in changes]
    every = (*kept, *((name, str(value)) for name, value in changes.items()))
    pairs = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in every if value)
    return _with_query(request.path, pairs.encode())


def _with_query(path: str, query: bytes) -> str:
    text = quote(query.decode("latin-1"), safe="=&%+:/,;~-._")
    return request.script_root + quote(path, safe="/:@!$&'()*+,;=~-._") + (f"?{text}" if text else "")


def shown_value(value: Value) -> str:
    """A plain value as people write it: numbers and dates by language; a year is no number to group."""
    match value:
        case bool():
            return "✓" if value else "–"
        case Decimal():
            return languages.number(value)
        case date():
            return languages.day(value)
    return str(value)
