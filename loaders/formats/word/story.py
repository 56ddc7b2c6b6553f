"""What is known while a document is read from its beginning on: the page, open fields, notes met, changes seen."""

from dataclasses import dataclass, field

from loaders.formats.element import Element
from loaders.formats.galley import Ink
from loaders.formats.labels import written
from loaders.formats.word.numbering import Numbering
from loaders.formats.word.package import Package
from loaders.formats.word.styles import Styles
from loaders.spots import Spot

#: Fields that print a page's number, which is no text.
PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
SOFT_HYPHEN = "\u00ad"


@dataclass
class Field:
    """An open field: what it is told to print, and whether what it printed has begun."""

    told: str = ""
    result: bool = False

    @property
    def silent(self) -> bool:
        """Whether what stands here is no text."""
        name = self.told.split(maxsplit=1)[0].upper() if self.told.strip() else ""
        return not self.result or name in PAGE_FIELDS


@dataclass
class Notes:
    """The notes of one sort, in the order that the text refers to them; each by its mark in the file."""

    form: str = "decimal"
    met: dict[str, str] = field(default_factory=dict)
    counted: int = 0

    def mark(self, which: str, *, own: bool) -> str:
        """What is printed for a note; nothing where the text has a mark of its own."""
        if which not in self.met:
            self.counted += not own
            self.met[which] = "" if own else written(self.counted, self.form)
        return self.met[which]


@dataclass
class Story:
    """The state of the reading. `boxes` are the frames with text, and the parts with a drawing's, met in a paragraph."""

    package: Package
    styles: Styles
    numbering: Numbering
    footnotes: Notes
    endnotes: Notes
    part: str
    page: int | None = None
    fields: list[Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    drawn: set[str] = field(default_factory=set)
    inserted: int = 0
    deleted: int = 0
    comments: int = 0
    sections: list[Element] = field(default_factory=list)
    _spots: dict[int, Spot] = field(default_factory=dict)

    @property
    def spot(self) -> Spot | None:
        """Where what is read now is printed, if pages are known."""
        if self.page is None:
            return None
        if self.page not in self._spots:
            self._spots[self.page] = Spot(self.page)
        return self._spots[self.page]

    @property
    def silent(self) -> bool:
        """Whether what is read now is a field's instruction, or a page's number."""
        return any(one.silent for one in self.fields)

    def turn(self) -> None:
        """A page ends here."""
        if self.page is not None:
            self.page += 1

    def close_silent_fields(self) -> None:
        """A paragraph ends: no instruction and no page number goes on behind it, whatever the file says."""
        while self.fields and self.fields[-1].silent:
            self.fields.pop()


class Pot:
    """Ink of a paragraph being read, runs that look alike joined."""

    def __init__(self, story: Story) -> None:
        """Begin with none."""
        self._story = story
        self._ink: list[Ink] = []
        self._texts: list[str] = []
        self._look: tuple[Spot | None, bool] = (None, False)

    def add(self, text: str, *, hidden: bool = False) -> None:
        """Put a text behind the others."""
        story = self._story
        if not text or (story.fields and story.silent):
            return
        look = (None if story.page is None else story.spot, hidden)
        if look != self._look:
            self._flush()
            self._look = look
        self._texts.append(text.replace(SOFT_HYPHEN, ""))

    def part(self, sign: str) -> None:
        """Put a tabulator or a line end behind the others."""
        if not self._story.silent:
            self._flush()
            self._ink.append(Ink(sign, self._story.spot))

    def ink(self) -> tuple[Ink, ...]:
        """All of it."""
        self._flush()
        return tuple(self._ink)

    def _flush(self) -> None:
        if self._texts:
            self._ink.append(Ink("".join(self._texts), *self._look))
            self._texts = []
