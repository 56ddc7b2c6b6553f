"""`/dcat`: the data as an entry for catalogues of data, by DCAT-AP-SE 3, the profile of Sveriges dataportal.

What only whoever runs the service can tell (who publishes, the licence, whom to ask) is left out where nobody told it, and
a comment says what is missing. No node is blank: the portal takes none.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from urllib.parse import quote

from flask import Blueprint, Response, current_app, redirect, url_for
from werkzeug.wrappers import Response as Answer

from graph.answer import Text
from graph.describing.served import written
from graph.iris import BASE
from graph.results import Form
from graph.stretches import Triple
from graph.view import View
from graph.vocabulary import VOCABULARY, labels
from ontology.iri import Iri
from ontology.vocab import Dcat, Dcterms, Foaf, Rdf, Rdfs, Skos, Vcard
from webapp.door import version, view
from webapp.editions import editions
from webapp.languages import spoken
from webapp.opendata.describing import told
from webapp.opendata.places import county
from webapp.opendata.publisher import TYPE, Publisher, publisher, reached
from webapp.opendata.void import ADDRESS as VOID
from webapp.public import public
from webapp.version import data_version

ADDRESS = "/dcat"
PAGE = Blueprint("dcat", __name__, url_prefix="/")
#: The portal reads RDF/XML.
FORMS = (Form.RDFXML, Form.TURTLE, Form.JSONLD, Form.NTRIPLES)
AUTHORITY = "http://publications.europa.eu/resource/authority/"
MEDIA = "https://www.iana.org/assignments/media-types/"
CC0 = Iri("http://creativecommons.org/publicdomain/zero/1.0/")
PROTOCOL = Iri("https://www.w3.org/TR/sparql11-protocol/")
PUBLIC = Iri(AUTHORITY + "access-right/PUBLIC")
THEMES = (Iri(AUTHORITY + "data-theme/HEAL"), Iri(AUTHORITY + "data-theme/GOVE"))
SWEDISH, ENGLISH = Iri(AUTHORITY + "language/SWE"), Iri(AUTHORITY + "language/ENG")
#: In Swedish and English.
TITLES = {
    "catalog": ("Röda tråden: öppna data", "Röda tråden: open data"),
    "dataset": (
        "Regioners planer och uppföljning som länkade data",
        "Plans and follow-up of Swedish regions as linked data",
    ),
    "service": ("Frågetjänst för SPARQL", "SPARQL query service"),
    "nq": ("Hela datamängden som N-Quads", "The whole dataset as N-Quads"),
    "trig": ("Hela datamängden som TriG", "The whole dataset as TriG"),
    "sparql": ("Datamängden genom frågetjänsten", "The dataset by way of the query service"),
}
DESCRIPTIONS = {
    "catalog": (
        "De data som den här installationen av Röda tråden ger ut.",
        "The data that this installation of Röda tråden publishes.",
    ),
    "dataset": (
        "Vad regioners planer och redovisningar säger: uppdrag, aktiviteter, mål, indikatorer med mål och utfall, "
        "pengar och uppföljning, var och en med den rad där den står, och hur de hänger ihop genom åren.",
        "What plans and reports of regions state: assignments, activities, goals, indicators with targets and outcomes, "
        "money and follow-up, each with the line where it stands, and how they hang together through the years.",
    ),
    "service": (
        "Frågor i SPARQL 1.1 till hela datamängden, utan inloggning. Bara läsning.",
        "Questions in SPARQL 1.1 to the whole dataset, without login. Reading only.",
    ),
    "nq": ("En packad fil med alla påståenden, dokument för dokument.", "One packed file of all statements, document by document."),
    "trig": ("En packad fil med alla påståenden, dokument för dokument.", "One packed file of all statements, document by document."),
    "sparql": ("Svar som JSON, XML, CSV eller RDF.", "Answers as JSON, XML, CSV or RDF."),
}  # fmt: skip
KEYWORDS = (
    ("verksamhetsplan", "operational plan"), ("uppdrag", "assignment"), ("aktivitet", "activity"),
    ("indikator", "indicator"), ("budget", "budget"), ("uppföljning", "follow-up"),
    ("hälso- och sjukvård", "health care"), ("region", "region"), ("länkade data", "linked data"),
)  # fmt: skip
MISSING = ("Här saknas", "Missing here")


@PAGE.get(ADDRESS)
def catalog() -> Response:
    """The entry for the version that is shown."""
    seen = view()
    response = told(seen, FORMS, lambda form: written(_entry(seen), form))
    response.headers["Link"] = f'<{public(VOID)}>; rel="related"'
    return response


@PAGE.get("/datasets/dcat")
def harvested() -> Answer:
    """Where the portal looks at first: it follows to the entry."""
    return redirect(url_for("dcat.catalog"), 303)


def _entry(seen: View) -> Iterator[Triple]:
    who = publisher(current_app.config)
    yield from _catalog(seen, who)
    yield from _dataset(seen, who)
    yield from _covered(seen)
    yield from _distributions(who)
    yield from _service(who)
    yield from _people(who)


def named(part: str) -> Iri:
    """What a part of the entry is called."""
    return public(f"{ADDRESS}#{part}")


def _called(subject: Iri, part: str) -> Iterator[Triple]:
    for said, texts in ((Dcterms.title, TITLES), (Dcterms.description, DESCRIPTIONS)):
        for text, language in zip(texts[part], ("sv", "en"), strict=True):
            yield subject, said, Text(text, language)


def _catalog(seen: View, who: Publisher) -> Iterator[Triple]:
    catalog = named("catalog")
    yield catalog, Rdf.type, Dcat.Catalog
    yield from _called(catalog, "catalog")
    yield from _published(catalog, who)
    yield catalog, Dcterms.license, CC0
    yield catalog, Dcterms.language, SWEDISH
    yield catalog, Dcterms.language, ENGLISH
    yield catalog, Dcat.themeTaxonomy, Iri(AUTHORITY + "data-theme")
    yield catalog, Foaf.homepage, public("/")
    yield catalog, Dcat.dataset, named("dataset")
    yield catalog, Dcat.service, named("service")
    yield from _changed(catalog, seen)
    if missing := tuple(who.missing()):
        for language, before in zip(("sv", "en"), MISSING, strict=True):
            with spoken(language):
                yield catalog, Rdfs.comment, Text(f"{before}: {', '.join(map(str, missing))}.", language)


def _changed(subject: Iri, seen: View) -> Iterator[Triple]:
    if found := version(seen):
        yield subject, Dcterms.modified, found.made.date()


def _dataset(seen: View, who: Publisher) -> Iterator[Triple]:
    dataset = named("dataset")
    yield dataset, Rdf.type, Dcat.Dataset
    yield from _called(dataset, "dataset")
    yield from _found(dataset)
    yield from _published(dataset, who)
    yield from _answered(dataset, who)
    yield dataset, Dcterms.accessRights, PUBLIC
    yield dataset, Dcterms.language, SWEDISH
    yield dataset, Dcterms.conformsTo, VOCABULARY
    yield VOCABULARY, Rdf.type, Dcterms.Standard
    for language, text in sorted(labels()[VOCABULARY].items()):
        yield VOCABULARY, Dcterms.title, Text(text, language)
    yield dataset, Dcat.landingPage, public("/")
    yield dataset, Dcterms.relation, public(VOID)
    yield dataset, Dcat.version, data_version(seen)
    yield from _changed(dataset, seen)
    for part in ("nq", "trig", "sparql"):
        yield dataset, Dcat.distribution, named(part)


def _found(subject: Iri) -> Iterator[Triple]:
    """What it is found by."""
    for theme in THEMES:
        yield subject, Dcat.theme, theme
    for swedish, english in KEYWORDS:
        yield subject, Dcat.keyword, Text(swedish, "sv")
        yield subject, Dcat.keyword, Text(english, "en")


def _covered(seen: View) -> Iterator[Triple]:
    """The counties and years that plans are about."""
    dataset, plans = named("dataset"), editions(seen)
    for region, label in sorted({(each.region, each.region_label) for each in plans}):
        code = region.removeprefix(BASE)
        if place := county(code):
            yield dataset, Dcterms.spatial, place
            yield place, Rdf.type, Dcterms.Location
            yield place, Skos.prefLabel, Text(label, "sv")
            yield place, Dcterms.identifier, code
    start, end = (min((each.start for each in plans), default=0), max((each.end for each in plans), default=0))
    if MINYEAR <= start <= end <= MAXYEAR:
        period = named("period")
        yield dataset, Dcterms.temporal, period
        yield period, Rdf.type, Dcterms.PeriodOfTime
        yield period, Dcat.startDate, date(start, 1, 1)
        yield period, Dcat.endDate, date(end, 12, 31)


def _distributions(who: Publisher) -> Iterator[Triple]:
    for part, kind in (("nq", "application/n-quads"), ("trig", "application/trig")):
        file = public(f"/dump/rodatraden.{part}.gz")
        yield from _distribution(part, kind, file, who)
        yield named(part), Dcat.downloadURL, file
        yield named(part), Dcat.compressFormat, Iri(MEDIA + "application/gzip")
    yield from _distribution("sparql", "application/sparql-results+json", public("/sparql"), who)
    yield named("sparql"), Dcat.accessService, named("service")


def _distribution(part: str, kind: str, address: Iri, who: Publisher) -> Iterator[Triple]:
    distribution = named(part)
    yield distribution, Rdf.type, Dcat.Distribution
    yield from _called(distribution, part)
    yield distribution, Dcat.accessURL, address
    yield distribution, Dcterms.format, kind
    yield distribution, Dcat.mediaType, Iri(MEDIA + kind)
    yield distribution, Dcterms.language, SWEDISH
    yield from _licensed(distribution, who)


def _service(who: Publisher) -> Iterator[Triple]:
    service = named("service")
    yield service, Rdf.type, Dcat.DataService
    yield from _called(service, "service")
    yield from _found(service)
    yield from _published(service, who)
    yield from _answered(service, who)
    yield from _licensed(service, who)
    yield service, Dcat.endpointURL, public("/sparql")
    yield service, Dcat.endpointDescription, public("/sparql")
    yield service, Dcat.servesDataset, named("dataset")
    yield service, Dcterms.conformsTo, PROTOCOL
    yield PROTOCOL, Rdf.type, Dcterms.Standard
    yield PROTOCOL, Dcterms.title, Text("SPARQL 1.1 Protocol", "en")
    yield service, Dcterms.format, "application/sparql-results+json"
    yield service, Dcterms.accessRights, PUBLIC
    yield service, Dcat.landingPage, public("/sv/sparql")


def _publisher(who: Publisher) -> Iri:
    return Iri(who.uri) if who.uri else named("publisher")


def _published(subject: Iri, who: Publisher) -> Iterator[Triple]:
    if who.name:
        yield subject, Dcterms.publisher, _publisher(who)


def _answered(subject: Iri, who: Publisher) -> Iterator[Triple]:
    if reached(who.contact):
        yield subject, Dcat.contactPoint, named("contact")


def _licensed(subject: Iri, who: Publisher) -> Iterator[Triple]:
    if who.license:
        yield subject, Dcterms.license, Iri(who.license)


def _people(who: Publisher) -> Iterator[Triple]:
    """Who publishes, and whom to ask."""
    if who.name:
        agent = _publisher(who)
        yield agent, Rdf.type, Foaf.Agent
        yield agent, Foaf.name, who.name
        if who.type:
            yield agent, Dcterms.type, Iri(TYPE + who.type)
        if who.homepage:
            yield agent, Foaf.homepage, Iri(who.homepage)
    if to := reached(who.contact):
        contact = named("contact")
        yield contact, Rdf.type, Vcard.Organization
        yield contact, Vcard.fn, who.name or who.contact
        yield (
            contact,
            Vcard.hasEmail if to.startswith("mailto:") else Vcard.hasURL,
            Iri(quote(to, safe=":@/?&=#%+~!$'()*,;")),
        )
