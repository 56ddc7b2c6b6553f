"""How what stands in a document is cited: so that whoever reads it finds the same words in the same file."""

from dataclasses import dataclass

from flask_babel import gettext

from graph.view import View
from ontology import rt
from ontology.iri import Iri
from webapp.ask import once_a_version
from webapp.door import version
from webapp.editions import Edition, editions
from webapp.evidence.standing import standing
from webapp.languages import day
from webapp.things import Head, Source

#: So many digits of a checksum tell a file from others; so many places are told; so many letters are quoted.
DIGITS, PLACES, QUOTED = 12, 6, 160


@dataclass(frozen=True)
class Cited:
    """A file as it is cited."""

    edition: Edition
    sha256: str


@once_a_version
def files(view: View) -> dict[str, Cited]:
    """The files by name."""
    sums = {each.document: each.sha256 for each in view.documents()}
    return {each.file: Cited(each, sums[each.document]) for each in editions(view) if each.document in sums}


def citation(view: View, head: Head) -> str:
    """How a thing is cited, by what it is called; empty for what no document states."""
    found = files(view)
    names = [name for name in dict.fromkeys(source.file for source in head.sources) if name in found]
    places = "; ".join(document(found[name], lines(view, head.sources, name)) for name in names)
    called = "" if head.kind == rt.Finding else f"”{cut(head.label)}”. "  # what is odd is said by us, not there
    return f"{called}{places}. {ours(view)}" if places else ""


def passage(view: View, document_: Iri, where: str, text: str | None) -> str:
    """How what stands somewhere is cited, its words too where they are here; empty where no plan is known of its document."""
    cited = next((each for each in files(view).values() if each.edition.document == document_), None)
    if cited is None:
        return ""
    quoted = f"”{cut(text)}”. " if text else ""
    return f"{quoted}{document(cited, where)}. {ours(view)}"


def document(cited: Cited, where: str) -> str:
    """A document and where in it."""
    one = cited.edition
    whose = ", ".join(dict.fromkeys(each for each in (one.organisation_label, one.region_label) if each))
    return f"{one.title}, {whose}, {one.year}. {one.file} (sha256 {cited.sha256[:DIGITS]}), {where}"


def lines(view: View, sources: tuple[Source, ...], file: str) -> str:
    """The pages, cells or lines of a file where something stands."""
    here = (source for source in sources if source.file == file)
    places = dict.fromkeys(standing(view, source.passage, source.first, source.last) for source in here)
    told = list(places)[:PLACES]
    return ", ".join(told) + (f", {gettext('med flera')}" if len(places) > PLACES else "")


def ours(view: View) -> str:
    """Which data it was read in."""
    found = version(view)
    if found is None:
        return str(gettext("Läst med Röda tråden."))
    told = gettext(
        "Läst med Röda tråden, data i version %(number)s av den %(day)s.", number=found.number, day=day(found.made)
    )
    return str(told)


def cut(text: str) -> str:
    """A text on one line, cut at QUOTED letters."""
    whole = " ".join(text.split())
    return whole if len(whole) <= QUOTED else whole[: QUOTED - 1].rstrip() + "…"
