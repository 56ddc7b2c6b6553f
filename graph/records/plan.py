"""The plan and who owns it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from graph.place import Place
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Org, Skos


@dataclass(frozen=True, kw_only=True)
class Region:
    """A regional authority; `code` is SCB's county code, kept as printed where it is unknown."""

    CLASS: ClassVar[Iri] = rt.Region

    code: Annotated[str, Skos.notation]
    name: Annotated[str, Skos.prefLabel]

    @property
    def label(self) -> str:
        """ "Region Västmanland"."""
        return self.name


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """Nämnd (board), förvaltning (administration), område or enhet; `slug` is its part of the IRI ("hsf")."""

    CLASS: ClassVar[Iri] = rt.Organisation

    name: Annotated[str, Skos.prefLabel]
    slug: str
    region: Annotated[Region, rt.region]
    parent: Annotated["Organisation | None", Org.subOrganizationOf] = None

    @property
    def label(self) -> str:
        """ "Hälso- och sjukvårdsförvaltningen"."""
        return self.name


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One edition of a plan or report; `year` is its first plan year or the year reported on.

    `place` is where the text gives its title; None where only the corpus file tells.
    """

    kind: Iri
    title: Annotated[str, Dcterms.title]
    year: Annotated[int, rt.year]
    period_start: Annotated[int, rt.periodStart]
    period_end: Annotated[int, rt.periodEnd]
    organisation: Annotated[Organisation, rt.organisation]
    region: Annotated[Region, rt.region]
    based_on: Annotated["Plan | None", rt.basedOn] = None
    place: Annotated[Place | None, rt.passage] = None

    @property
    def label(self) -> str:
        """Its title."""
        return self.title
