"""What is odd in the documents, the gravest first: counted by kind, narrowed by severity, kind and plan."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext, lazy_gettext

from graph.answer import Answer
from graph.findings.told import SEVERITIES, Told, told
from graph.view import View
from ontology.iri import Iri
from webapp.ask import Given, filled, once_a_version
from webapp.data import described
from webapp.door import view
from webapp.editions import editions
from webapp.languages import language
from webapp.menu import Entry
from webapp.paging import page, whole_number
from webapp.sheet import Sheet, answered

PAGE = Blueprint("findings", __name__)
MENU = (Entry("review", 10, "findings.every", lazy_gettext("Avvikelser")),)
SHOWN = 100
#: Kinds that are drawn before the rest is folded away.
DRAWN = 12


@dataclass(frozen=True)
class Wish:
    """What the address asks for: a document (its name), a severity and a kind (their last parts); empty for all."""

    document: str
    severity: str
    kind: str

    def fits(self, one: Told, *, but: str = "") -> bool:
        """Whether a finding is asked for, one of the three left aside."""
        return (
            (but == "document" or not self.document or self.document in one.documents)
            and (but == "severity" or self.severity in ("", one.severity.local))
            and (but == "kind" or self.kind in ("", one.fault.local))
        )


@dataclass(frozen=True)
class Segment:
    """A part of a bar: a severity, how many findings, and where it lies between 0 and 100."""

    severity: Iri
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """How many findings of a kind there are, by severity, as parts of the largest kind's width."""

    kind: Iri
    count: int
    segments: tuple[Segment, ...]


@PAGE.get("/findings")
def every() -> str | Response:
    """The findings; of the document `document` (its name), the severity `severity`, the fault `kind` where they are given."""
    seen = view()
    wish = Wish(*(request.args.get(name, "") for name in ("document", "severity", "kind")))
    every_one = findings(seen)
    found = [each for each in every_one if wish.fits(each)]
    shown = page(found, whole_number(request.args.get("page"), 1), SHOWN)
    if request.args.get("format") in ("ttl", "jsonld"):
        return described(seen, tuple(each.iri for each in shown.items), request.args["format"])
    table = _sheet(seen, wish, every_one)
    return answered(
        table,
        lambda: render_template(
            "pages/findings.html",
            shown=shown,
            sheet=table,
            wish=wish,
            bars=bars([each for each in every_one if wish.fits(each, but="kind")]),
            drawn=DRAWN,
            gravities=SEVERITIES,
            severities=_counted(every_one, wish, "severity", lambda one: (one.severity,)),
            documents=_counted(every_one, wish, "document", lambda one: one.documents),
            kinds=_counted(every_one, wish, "kind", lambda one: (one.fault,)),
            editions=editions(seen),
        ),
    )


def _counted(every_one: tuple[Told, ...], wish: Wish, name: str, of: Callable[[Told], object]) -> Mapping[Iri, int]:
    """How many findings each choice would give, the other choices as they are."""
    return Counter(each for one in every_one if wish.fits(one, but=name) for each in of(one))  # type: ignore[attr-defined]


def bars(found: list[Told]) -> tuple[Bar, ...]:
    """The kinds by how many findings each has, the most frequent first."""
    counts = Counter((each.fault, each.severity) for each in found)
    kinds = Counter(each.fault for each in found).most_common()
    largest = kinds[0][1] if kinds else 1
    return tuple(Bar(kind, count, _segments(counts, kind, largest)) for kind, count in kinds)


def _segments(counts: Mapping[tuple[Iri, Iri], int], kind: Iri, largest: int) -> tuple[Segment, ...]:
    segments, x = [], 0.0
    for severity in SEVERITIES:
        if count := counts.get((kind, severity), 0):
            width = count * 100 / largest
            segments.append(Segment(severity, count, round(x, 2), round(width, 2)))
            x += width
    return tuple(segments)


def _sheet(seen: View, wish: Wish, every_one: tuple[Told, ...]) -> Sheet:
    """The same findings as a table; asked only where it is taken along."""
    documents = {document for each in every_one for document in each.documents}
    faults = {each.fault for each in every_one}
    values: dict[str, Given] = {
        "documents": tuple(sorted(each for each in documents if wish.document in ("", each))),
        "severities": tuple(each for each in SEVERITIES if wish.severity in ("", each.local)),
        "faults": tuple(sorted(each for each in faults if wish.kind in ("", each.local))),
        "language": language(),
    }
    text = filled("findings", **values)
    asked = Answer((), ()) if request.args.get("format", "html") == "html" else seen.select(text)
    return Sheet("findings", gettext("Avvikelser"), text, asked)


def findings(seen: View) -> tuple[Told, ...]:
    """All findings in the request's language, the gravest first, then as they stand in the documents."""
    return _in_both(seen)[language()]


@once_a_version
def _in_both(seen: View) -> dict[str, tuple[Told, ...]]:
    return {each: told(seen, each) for each in ("sv", "en")}
