"""The forms in which a name's data can be had, and what every answer with data says beside it."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from flask import Response, json, redirect, request
from werkzeug.wrappers import Response as Answer

from graph.answer import Answer as Table
from graph.answer import Value
from graph.jsonld import jsonld
from graph.output import as_csv
from graph.results import Form, write_answer
from graph.view import View
from ontology.iri import Iri
from webapp.addresses import data_addresses
from webapp.negotiation import SENT, accepted
from webapp.opendata.context import address as context_address
from webapp.sheet import MARK
from webapp.terms import terms

#: Forms that the engine writes.
RDF = {"ttl": Form.TURTLE, "nt": Form.NTRIPLES, "rdf": Form.RDFXML}
COLUMNS = (
    "subject", "subject_label", "property", "property_label", "value", "value_label", "language", "datatype",
    "stated", "passage", "file", "line",
)  # fmt: skip


def as_rdf(view: View, question: str, roots: tuple[Iri, ...], form: str) -> bytes:
    """What a CONSTRUCT gives as Turtle, N-Triples, RDF/XML or JSON-LD, which begins with the things of `roots`."""
    if form == "jsonld":
        return json.dumps(jsonld(view, question, roots, context_address()), indent=1).encode()
    out = BytesIO()
    write_answer(view, question, RDF[form], out)
    return out.getvalue()


def as_table(rows: Iterable[tuple[Value, ...]]) -> bytes:
    """Statements (of COLUMNS) as CSV that Excel opens rightly and takes for no formulas."""
    return (MARK + as_csv(Table(COLUMNS, tuple(rows)))).encode()


def told(view: View, question: str) -> Iterator[tuple[Value, ...]]:
    """What a CONSTRUCT gives as rows of COLUMNS, for what no document states."""
    known = terms(view)
    for subject, property_, value in sorted(view.construct(question).rows, key=str):
        called = [known.label(Iri(str(each))) if known.knows(each) else None for each in (subject, property_, value)]
        language = getattr(value, "language", None)
        yield subject, called[0], property_, called[1], value, called[2], language, None, False, None, None, None


def sent(body: bytes, form: str) -> Response:
    """Data in a form of SENT: open to pages of other hosts, and not sent again to who has it."""
    response = Response(body, content_type=SENT[form])
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept-Language")
    response.add_etag()
    response.make_conditional(request)
    return response


def lead(name: Iri, page: str) -> Answer:
    """From a name to its page or its data, by what the client accepts (303 See Other); raises NotAcceptable."""
    form, data = accepted(), data_addresses(name)
    answer = redirect(page if form == "html" else data[form], 303)
    answer.vary.update(("Accept", "Accept-Language"))
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return linked(answer, name, page, data, "")


def linked(response: Answer, name: Iri, page: str, data: dict[str, str], here: str) -> Answer:
    """An answer that tells, in its `Link` header, of what name it is and in which other forms that can be had.

    `data` are the addresses by form, `page` the page's; `here` is the form that this is: "" leads to them.
    """
    relation = "describedby" if not here else "alternate"
    links = [f'<{address}>; rel="{relation}"; type="{_type(form)}"' for form, address in data.items() if form != here]
    links += [f'<{page}>; rel="{relation}"; type="text/html"'] if here != "html" else []
    links += [f'<{name}>; rel="canonical"'] if here else []
    response.headers["Link"] = ", ".join(links)
    return response


def _type(form: str) -> str:
    return SENT[form].partition(";")[0]
