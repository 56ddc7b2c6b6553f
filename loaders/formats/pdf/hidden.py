"""Text that a file holds and no page shows: kept, and told to be odd, but not believed."""

from graph.place import Box
from loaders.formats.galley import Oddity
from loaders.formats.pdf.page import Colour, Page, Word
from ontology import rt

#: Colours whose parts differ by no more than this cannot be told apart.
ALIKE = 24
#: Lines lower than this, in points, cannot be read.
LOWEST = 2.4
#: A picture over this part of a page is a scanned page, the words under it what a program recognised in it.
WHOLE = 0.5
#: On a page with more filled areas than this is not looked for the one under each word.
MOST_FILLS = 2_000
WHITE: Colour = (255, 255, 255)

UNSEEN = Oddity(
    rt.HiddenText,
    "Texten finns i filen men syns inte på sidan (samma färg som bakgrunden, utan färg, utanför sidan eller för liten). "
    "Den är sparad, men inget har lästs ur den.",
    "The text is in the file but the page does not show it (the background's colour, no ink, off the page or too small). "
    "It is kept, but nothing is read from it.",
)


def is_recognised(page: Page) -> bool:
    """Whether a page's text lies unseen over a picture of it: a program has recognised it."""
    unseen = sum(word.unseen for word in page.words)
    return 2 * unseen > len(page.words) and any(
        area_of(picture) > WHOLE * page.width * page.height for picture in page.pictures
    )


def is_hidden(word: Word, page: Page, *, recognised: bool) -> bool:
    """Whether the page does not show a word; what was recognised in a picture is shown by the picture."""
    if word.unseen and not recognised:
        return True
    off = word.right < 0 or word.bottom < 0 or word.left > page.width or word.top > page.height
    return off or word.size < LOWEST or (min(word.fill) > 255 - 2 * ALIKE and not word.unseen and is_pale(word, page))


def is_pale(word: Word, page: Page) -> bool:
    """Whether a light word stands on as light a ground; over a picture it may be seen."""
    middle = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    if len(page.fills) > MOST_FILLS or any(inside(middle, picture) for picture in page.pictures[:MOST_FILLS]):
        return False
    ground = next((fill.colour for fill in reversed(page.fills) if inside(middle, fill.box)), WHITE)
    return all(abs(one - other) <= ALIKE for one, other in zip(ground, word.fill, strict=True))


def inside(point: tuple[float, float], area: Box) -> bool:
    """Whether a point is in an area."""
    return area[0] <= point[0] <= area[2] and area[1] <= point[1] <= area[3]


def area_of(box: Box) -> float:
    """How large it is."""
    return (box[2] - box[0]) * (box[3] - box[1])
