"""The names of other vocabularies that we use, a class each, spelled as they spell them."""

from typing import Final

from ontology.iri import Iri


class Rdf:
    """RDF 1.1 concepts."""

    NS: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    type: Final = Iri(NS + "type")
    value: Final = Iri(NS + "value")


class Rdfs:
    """RDF Schema 1.1."""

    NS: Final = "http://www.w3.org/2000/01/rdf-schema#"
    label: Final = Iri(NS + "label")
    comment: Final = Iri(NS + "comment")


class Skos:
    """SKOS Simple Knowledge Organization System."""

    NS: Final = "http://www.w3.org/2004/02/skos/core#"
    notation: Final = Iri(NS + "notation")
    prefLabel: Final = Iri(NS + "prefLabel")
    note: Final = Iri(NS + "note")


class Dcterms:
    """DCMI Metadata Terms."""

    NS: Final = "http://purl.org/dc/terms/"
    title: Final = Iri(NS + "title")
    description: Final = Iri(NS + "description")
    format: Final = Iri(NS + "format")
    source: Final = Iri(NS + "source")
    conformsTo: Final = Iri(NS + "conformsTo")
    identifier: Final = Iri(NS + "identifier")
    publisher: Final = Iri(NS + "publisher")
    license: Final = Iri(NS + "license")
    language: Final = Iri(NS + "language")
    modified: Final = Iri(NS + "modified")
    accessRights: Final = Iri(NS + "accessRights")
    spatial: Final = Iri(NS + "spatial")
    temporal: Final = Iri(NS + "temporal")
    relation: Final = Iri(NS + "relation")
    type: Final = Iri(NS + "type")
    Location: Final = Iri(NS + "Location")
    PeriodOfTime: Final = Iri(NS + "PeriodOfTime")
    Standard: Final = Iri(NS + "Standard")


class Org:
    """The Organization Ontology (W3C)."""

    NS: Final = "http://www.w3.org/ns/org#"
    subOrganizationOf: Final = Iri(NS + "subOrganizationOf")


class Unit:
    """Units of QUDT 2.1."""

    NS: Final = "http://qudt.org/vocab/unit/"
    PERCENT: Final = Iri(NS + "PERCENT")
    MIN: Final = Iri(NS + "MIN")
    HR: Final = Iri(NS + "HR")
    DAY: Final = Iri(NS + "DAY")
    PERSON: Final = Iri(NS + "PERSON")


class Xsd:
    """XML Schema 1.1 datatypes."""

    NS: Final = "http://www.w3.org/2001/XMLSchema#"
    string: Final = Iri(NS + "string")
    boolean: Final = Iri(NS + "boolean")
    integer: Final = Iri(NS + "integer")
    decimal: Final = Iri(NS + "decimal")
    double: Final = Iri(NS + "double")
    date: Final = Iri(NS + "date")
    anyURI: Final = Iri(NS + "anyURI")


class Oa:
    """Web Annotation Vocabulary (W3C)."""

    NS: Final = "http://www.w3.org/ns/oa#"
    hasSource: Final = Iri(NS + "hasSource")
    hasSelector: Final = Iri(NS + "hasSelector")
    TextQuoteSelector: Final = Iri(NS + "TextQuoteSelector")
    TextPositionSelector: Final = Iri(NS + "TextPositionSelector")
    FragmentSelector: Final = Iri(NS + "FragmentSelector")
    exact: Final = Iri(NS + "exact")
    start: Final = Iri(NS + "start")
    end: Final = Iri(NS + "end")


class Sh:
    """SHACL (W3C), its part on SPARQL among it."""

    NS: Final = "http://www.w3.org/ns/shacl#"
    SPARQLExecutable: Final = Iri(NS + "SPARQLExecutable")
    SPARQLSelectExecutable: Final = Iri(NS + "SPARQLSelectExecutable")
    PrefixDeclaration: Final = Iri(NS + "PrefixDeclaration")
    Parameter: Final = Iri(NS + "Parameter")
    IRI: Final = Iri(NS + "IRI")
    prefixes: Final = Iri(NS + "prefixes")
    declare: Final = Iri(NS + "declare")
    prefix: Final = Iri(NS + "prefix")
    namespace: Final = Iri(NS + "namespace")
    select: Final = Iri(NS + "select")
    parameter: Final = Iri(NS + "parameter")
    path: Final = Iri(NS + "path")
    datatype: Final = Iri(NS + "datatype")
    nodeKind: Final = Iri(NS + "nodeKind")
    optional: Final = Iri(NS + "optional")
    defaultValue: Final = Iri(NS + "defaultValue")
    name: Final = Iri(NS + "name")
    description: Final = Iri(NS + "description")


class Schema:
    """Schema.org."""

    NS: Final = "https://schema.org/"
    keywords: Final = Iri(NS + "keywords")
    target: Final = Iri(NS + "target")


class Void:
    """VoID, the Vocabulary of Interlinked Datasets (W3C)."""

    NS: Final = "http://rdfs.org/ns/void#"
    Dataset: Final = Iri(NS + "Dataset")
    DatasetDescription: Final = Iri(NS + "DatasetDescription")
    triples: Final = Iri(NS + "triples")
    entities: Final = Iri(NS + "entities")
    distinctSubjects: Final = Iri(NS + "distinctSubjects")
    distinctObjects: Final = Iri(NS + "distinctObjects")
    classes: Final = Iri(NS + "classes")
    properties: Final = Iri(NS + "properties")
    vocabulary: Final = Iri(NS + "vocabulary")
    uriSpace: Final = Iri(NS + "uriSpace")
    subset: Final = Iri(NS + "subset")
    classPartition: Final = Iri(NS + "classPartition")
    class_: Final = Iri(NS + "class")
    propertyPartition: Final = Iri(NS + "propertyPartition")
    property: Final = Iri(NS + "property")
    Linkset: Final = Iri(NS + "Linkset")
    linkPredicate: Final = Iri(NS + "linkPredicate")
    subjectsTarget: Final = Iri(NS + "subjectsTarget")
    objectsTarget: Final = Iri(NS + "objectsTarget")
    sparqlEndpoint: Final = Iri(NS + "sparqlEndpoint")
    dataDump: Final = Iri(NS + "dataDump")


class VoidExt:
    """What VoID generators add to it: literals by their datatypes."""

    NS: Final = "http://ldf.fi/void-ext#"
    datatypePartition: Final = Iri(NS + "datatypePartition")
    datatype: Final = Iri(NS + "datatype")


class Dcat:
    """Data Catalog Vocabulary, version 3 (W3C)."""

    NS: Final = "http://www.w3.org/ns/dcat#"
    Catalog: Final = Iri(NS + "Catalog")
    Dataset: Final = Iri(NS + "Dataset")
    Distribution: Final = Iri(NS + "Distribution")
    DataService: Final = Iri(NS + "DataService")
    dataset: Final = Iri(NS + "dataset")
    service: Final = Iri(NS + "service")
    distribution: Final = Iri(NS + "distribution")
    themeTaxonomy: Final = Iri(NS + "themeTaxonomy")
    theme: Final = Iri(NS + "theme")
    keyword: Final = Iri(NS + "keyword")
    contactPoint: Final = Iri(NS + "contactPoint")
    landingPage: Final = Iri(NS + "landingPage")
    version: Final = Iri(NS + "version")
    startDate: Final = Iri(NS + "startDate")
    endDate: Final = Iri(NS + "endDate")
    accessURL: Final = Iri(NS + "accessURL")
    downloadURL: Final = Iri(NS + "downloadURL")
    mediaType: Final = Iri(NS + "mediaType")
    compressFormat: Final = Iri(NS + "compressFormat")
    accessService: Final = Iri(NS + "accessService")
    endpointURL: Final = Iri(NS + "endpointURL")
    endpointDescription: Final = Iri(NS + "endpointDescription")
    servesDataset: Final = Iri(NS + "servesDataset")


class Foaf:
    """Friend of a Friend."""

    NS: Final = "http://xmlns.com/foaf/0.1/"
    Agent: Final = Iri(NS + "Agent")
    name: Final = Iri(NS + "name")
    homepage: Final = Iri(NS + "homepage")
    page: Final = Iri(NS + "page")
    primaryTopic: Final = Iri(NS + "primaryTopic")


class Vcard:
    """vCard ontology (W3C)."""

    NS: Final = "http://www.w3.org/2006/vcard/ns#"
    Organization: Final = Iri(NS + "Organization")
    fn: Final = Iri(NS + "fn")
    hasEmail: Final = Iri(NS + "hasEmail")
    hasURL: Final = Iri(NS + "hasURL")
