"""In which forms an answer may come: as `format=` names it, else as the Accept header has it."""

from collections.abc import Iterable
from dataclasses import dataclass

from werkzeug.datastructures import MIMEAccept

from graph.results import Form
from webapp.accept import best, liked
from webapp.endpoint.problem import Odd

#: By what a client may accept, the best first; what is sent is named the same, with its charset where it is text.
ROWS: dict[str, Form] = {
    "application/sparql-results+json": Form.JSON,
    "application/sparql-results+xml": Form.XML,
    "text/csv": Form.CSV,
    "text/tab-separated-values": Form.TSV,
    "application/json": Form.JSON,
    "application/xml": Form.XML,
}
TRIPLES: dict[str, Form] = {
    "text/turtle": Form.TURTLE,
    "application/ld+json": Form.JSONLD,
    "application/n-triples": Form.NTRIPLES,
    "application/rdf+xml": Form.RDFXML,
    "application/trig": Form.TRIG,
    "application/n-quads": Form.NQUADS,
    "application/json": Form.JSONLD,
}
HTML = ("text/html", "application/xhtml+xml")
#: By what `format=` may say, for rows and for triples.
NAMES: dict[str, tuple[str | None, str | None]] = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv", None),
    "tsv": ("text/tab-separated-values", None),
    "turtle": (None, "text/turtle"),
    "ttl": (None, "text/turtle"),
    "n3": (None, "text/turtle"),
    "nt": (None, "application/n-triples"),
    "ntriples": (None, "application/n-triples"),
    "jsonld": (None, "application/ld+json"),
    "json-ld": (None, "application/ld+json"),
    "rdf": (None, "application/rdf+xml"),
    "rdf+xml": (None, "application/rdf+xml"),
    "trig": (None, "application/trig"),
    "nquads": (None, "application/n-quads"),
}
CHARSETS = {"text/csv": "charset=utf-8; header=present"}


@dataclass(frozen=True)
class Types:
    """The media types that rows (and yes or no) and triples are to be sent as; None where none would be accepted."""

    rows: str | None
    triples: str | None

    @property
    def forms(self) -> tuple[Form | None, Form | None]:
        """The forms behind them."""
        return ROWS.get(self.rows or ""), TRIPLES.get(self.triples or "")

    def of(self, form: Form) -> str:
        """The Content-Type of an answer in one of these forms."""
        name = self.rows if self.rows and ROWS[self.rows] is form else self.triples
        return content_type(name or "")


def content_type(name: str) -> str:
    """A media type as it is sent."""
    charset = CHARSETS.get(name, "charset=utf-8" if name.startswith("text/") else "")
    return f"{name}; {charset}" if charset else name


def types(accepted: MIMEAccept, named: str | None) -> Types:
    """The types that a request wants; raises Odd with 406 where neither rows nor triples could be sent."""
    found = _named(named) if named else Types(best(accepted, ROWS), best(accepted, TRIPLES))
    if found == Types(None, None):
        raise Odd(406, f"None of the forms that are accepted can be written. {known()}")
    return found


def triples(accepted: MIMEAccept, named: str | None, what: str) -> tuple[str, Form]:
    """The media type and form in which triples are wanted; raises Odd with 406, saying what they are."""
    found = types(accepted, named).triples
    if found is None:
        raise Odd(406, f"{what}, which comes as {', '.join(TRIPLES)}.")
    return found, TRIPLES[found]


def prefers_html(accepted: MIMEAccept) -> bool:
    """Whether HTML is liked better than anything that a program can read: a browser asks."""
    return _most(accepted, HTML) > _most(accepted, [*ROWS, *TRIPLES])


def _most(accepted: MIMEAccept, names: Iterable[str]) -> float:
    return max(liked(accepted, name)[0] for name in names)


def _named(name: str) -> Types:
    """What `format=` says: a short name or a media type."""
    name = name.lower()
    short = NAMES.get(name)
    if short is None and name not in ROWS.keys() | TRIPLES.keys():
        raise Odd(406, f"There is no form named {name[:60]}. There are: {', '.join(NAMES)}.")
    return Types(*short) if short else Types(name if name in ROWS else None, name if name in TRIPLES else None)


def known() -> str:
    """The forms there are, told to who asked for another."""
    return f"Rows come as {', '.join(ROWS)}; triples as {', '.join(TRIPLES)}."
