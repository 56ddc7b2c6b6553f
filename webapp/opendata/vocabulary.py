"""`/sparql/vocabulary.json`: the classes and properties that the data has, counted, for editors of questions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from gzip import compress

from flask import Blueprint, Response, json, request

from graph.describing.counts import Counts
from graph.describing.names import KNOWN, short
from graph.view import View
from ontology.iri import Iri
from webapp.amounts import amounts
from webapp.ask import once_a_version
from webapp.door import view
from webapp.languages import LANGUAGES, spoken
from webapp.opendata.lasting import lasting
from webapp.terms import FOREIGN, Terms, terms
from webapp.version import data_version

PAGE = Blueprint("vocabulary", __name__, url_prefix="/sparql/vocabulary.json")
Told = dict[str, object]


@PAGE.get("")
def vocabulary() -> Response:
    """The vocabulary of the version that is shown; who names another in `v` gets this one, and is told not to keep it."""
    seen = view()
    packed = request.accept_encodings["gzip"] > 0
    response = Response(written(seen)[packed], content_type="application/json")
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return lasting(response, data_version(seen), weak=True)


@once_a_version
def written(seen: View) -> tuple[bytes, bytes]:
    """The vocabulary as it is sent: plain and packed."""
    found, known = amounts(seen), terms(seen)
    text = {
        "version": data_version(seen),
        "prefixes": KNOWN,
        "classes": _classes(found, known),
        "properties": _properties(found, known),
    }
    plain = json.dumps(text, separators=(",", ":")).encode()
    return plain, compress(plain, mtime=0)


def _classes(found: Counts, known: Terms) -> list[Told]:
    used: defaultdict[Iri, list[tuple[Iri, int]]] = defaultdict(list)
    for (kind, property_), count in found.uses.items():
        used[kind].append((property_, count))
    return [
        _term(kind, count, known) | {"properties": _in_order(used[kind])} for kind, count in _falling(found.classes)
    ]


def _properties(found: Counts, known: Terms) -> list[Told]:
    classes, ranges, datatypes = (defaultdict[Iri, defaultdict[Iri, int]](lambda: defaultdict(int)) for _ in range(3))
    for (kind, property_), count in found.uses.items():
        classes[property_][kind] += count
    for gathered, each in ((ranges, found.links), (datatypes, found.texts)):
        for (_, property_, end), count in each.items():
            gathered[property_][end] = max(gathered[property_][end], count)
    return [
        _term(property_, count, known)
        | {
            "classes": _in_order(classes[property_].items()),
            "ranges": _in_order(ranges[property_].items()),
            "datatypes": _in_order(datatypes[property_].items()),
        }
        for property_, count in _falling(found.properties)
    ]


def _falling(counted: Mapping[Iri, int]) -> list[tuple[Iri, int]]:
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def _in_order(counted: Iterable[tuple[Iri, int]]) -> list[str]:
    return [short(term) for term, _ in _falling(dict(counted))]


def _term(iri: Iri, count: int, known: Terms) -> Told:
    term = known.by_name.get(iri)
    return {
        "iri": iri,
        "curie": short(iri),
        "count": count,
        "label": term.labels if term else _foreign(iri),
        "comment": term.comments if term else {},
    }


def _foreign(iri: Iri) -> dict[str, str]:
    """What a term of another vocabulary is called here, in each language."""
    called: dict[str, str] = {}
    for language in LANGUAGES if iri in FOREIGN else ():
        with spoken(language):
            called[language] = str(FOREIGN[iri])
    return called
