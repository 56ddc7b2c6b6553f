"""What is to be done: assignments, focus areas, goals, activities, milestones, intentions."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from graph.records.plan import Organisation
from graph.records.record import ByNumber, Element, Inferred, joined
from ontology import rt
from ontology.iri import Iri
from ontology.vocab import Dcterms, Skos


@dataclass(frozen=True, kw_only=True)
class FocusArea(Element):
    """Insatsområde, målområde."""

    CLASS: ClassVar[Iri] = rt.FocusArea
    SEGMENT: ClassVar[str] = "focus-area"

    name: Annotated[str, Skos.prefLabel]
    notation: Annotated[str | None, Skos.notation] = None
    description: Annotated[str | None, Dcterms.description] = None

    @property
    def label(self) -> str:
        """Its name."""
        return self.name


@dataclass(frozen=True, kw_only=True)
class Assignment(Element):
    """Uppdrag from the council; one that is only referred to has no description."""

    CLASS: ClassVar[Iri] = rt.Assignment
    SEGMENT: ClassVar[str] = "assignment"

    notation: Annotated[str | None, Skos.notation] = None
    description: Annotated[str | None, Dcterms.description] = None
    issued_by: Annotated[Organisation | None, rt.issuedBy] = None
    focus_area: Annotated[FocusArea | None, rt.focusArea] = None

    @property
    def label(self) -> str:
        """ "RF12", or its text where it has no number."""
        return self.notation or self.description or "–"


@dataclass(frozen=True, kw_only=True)
class BoardAssignment(Assignment):
    """Nämndspecifikt uppdrag."""

    CLASS: ClassVar[Iri] = rt.BoardAssignment
    SEGMENT: ClassVar[str] = "board-assignment"


@dataclass(frozen=True, kw_only=True)
class Perspective(Element):
    """The heading that goals are grouped under."""

    CLASS: ClassVar[Iri] = rt.Perspective
    SEGMENT: ClassVar[str] = "perspective"

    name: Annotated[str, Skos.prefLabel]

    @property
    def label(self) -> str:
        """Its name."""
        return self.name


@dataclass(frozen=True, kw_only=True)
class Goal(Element):
    """Mål."""

    CLASS: ClassVar[Iri] = rt.Goal
    SEGMENT: ClassVar[str] = "goal"

    title: Annotated[str, Dcterms.title]
    notation: Annotated[str | None, Skos.notation] = None
    description: Annotated[str | None, Dcterms.description] = None
    perspective: Annotated[Perspective | None, rt.perspective] = None
    focus_area: Annotated[FocusArea | None, rt.focusArea] = None
    part_of: Annotated["Goal | None", rt.partOfGoal] = None

    @property
    def label(self) -> str:
        """Number and title."""
        return joined(self.notation, self.title)


@dataclass(frozen=True, kw_only=True)
class Activity(Element):
    """Aktivitet; the measures of an accessibility plan are activities without notation. `due` is as written."""

    CLASS: ClassVar[Iri] = rt.Activity
    SEGMENT: ClassVar[str] = "activity"

    title: Annotated[str, Dcterms.title]
    notation: Annotated[str | None, Skos.notation] = None
    description: Annotated[str | None, Dcterms.description] = None
    serves: Annotated[tuple[ByNumber, ...], rt.serves] = ()
    focus_area: Annotated[FocusArea | None, rt.focusArea] = None
    focus_area_by_order: Annotated[FocusArea | None, Inferred(rt.focusArea)] = None
    part_of: Annotated[tuple[ByNumber, ...], rt.partOfActivity] = ()
    coordinated_with: Annotated[tuple[ByNumber, ...], rt.coordinatedWith] = ()
    planned_year: Annotated[tuple[int, ...], rt.plannedYear] = ()
    due: Annotated[str | None, rt.due] = None
    due_by: Annotated[date | None, rt.dueBy] = None
    responsible: Annotated[tuple[str, ...], rt.responsible] = ()

    @property
    def label(self) -> str:
        """Number and title."""
        return joined(self.notation, self.title)


@dataclass(frozen=True, kw_only=True)
class Milestone(Element):
    """Milstolpe: what is to be reached in `year`."""

    CLASS: ClassVar[Iri] = rt.Milestone
    SEGMENT: ClassVar[str] = "milestone"

    title: Annotated[str, Dcterms.title]
    year: Annotated[int | None, rt.year] = None
    of_activity: Annotated[ByNumber | None, rt.ofActivity] = None
    focus_area: Annotated[FocusArea | None, rt.focusArea] = None

    @property
    def label(self) -> str:
        """Year and title."""
        return joined(self.year and str(self.year), self.title)


@dataclass(frozen=True, kw_only=True)
class Intention(Element):
    """What a board intends or asks its administration to do, in a prose plan; `group` is the sentence that says which."""

    CLASS: ClassVar[Iri] = rt.Intention
    SEGMENT: ClassVar[str] = "intention"

    description: Annotated[str, Dcterms.description]
    group: Annotated[str | None, rt.group] = None
    goal: Annotated[Goal | None, rt.goal] = None

    @property
    def label(self) -> str:
        """Its text."""
        return self.description
