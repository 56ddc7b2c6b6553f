"""Pages whose text cannot be read: pictures of pages, fonts that do not tell their signs; and text out of pictures."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from loaders.errors import UnreadablePlan
from loaders.formats.galley import Oddity
from loaders.formats.pdf.hidden import area_of, is_recognised
from loaders.formats.pdf.page import Page
from ontology import rt

#: A page of which more words than this say nothing is garbled.
GARBLED = 0.3
#: Pictures over this part of a page may hold text that is not there as text.
LARGE = 0.25


def oddities(path: Path, pages: Sequence[Page]) -> Iterator[Oddity]:
    """What is odd about the text of whole pages; raises UnreadablePlan where none can be read.

    Where most is garbled, nothing is read: the signs would be believed.
    """
    empty = [page.number for page in pages if not page.words and holds_picture(page)]
    if not any(page.words for page in pages):
        raise UnreadablePlan(
            f"{path}, {named([page.number for page in pages], 'page', 'pages')}: no text that shows, only pictures of it at best. "
            "Have the text recognised first: ocrmypdf -l swe IN OUT"
        )
    garbled = [page.number for page in pages if page.unmapped > GARBLED]
    if 2 * len(garbled) > sum(bool(page.words) for page in pages):
        raise UnreadablePlan(
            f"{path}, {named(garbled, 'page', 'pages')}: the fonts do not tell which signs they print. Save the plan as PDF "
            "once more from the program that made it, or have the text recognised: ocrmypdf --force-ocr -l swe IN OUT"
        )
    if empty:
        yield _no_text(empty)
    if garbled:
        yield _garbled(garbled)
    recognised = [page.number for page in pages if is_recognised(page)]
    if recognised:
        yield _recognised(recognised)


def holds_picture(page: Page) -> bool:
    """Whether pictures fill a good part of a page."""
    return sum(map(area_of, page.pictures)) > LARGE * page.width * page.height


def named(numbers: Sequence[int], one: str, many: str) -> str:
    """ "page 3", "pages 1–4, 7"."""
    gaps = [(left, right) for left, right in pairwise(numbers) if right - left > 1]
    begins, ends = [numbers[0], *(right for _, right in gaps)], [*(left for left, _ in gaps), numbers[-1]]
    runs = [f"{begin}–{end}" if begin < end else f"{begin}" for begin, end in zip(begins, ends, strict=True)]
    return f"{one if len(numbers) == 1 else many} {', '.join(runs)}"


def _no_text(numbers: list[int]) -> Oddity:
    return Oddity(
        rt.PageNotRead,
        f"{named(numbers, 'Sida', 'Sidorna')} har inget textlager, bara bild: inget har lästs där. "
        "Texttolka filen först (till exempel ocrmypdf -l swe) om sidorna har text.",
        f"{named(numbers, 'Page', 'Pages')}: no text layer, only pictures: nothing was read there. "
        "Where they hold text, have it recognised first (for instance ocrmypdf -l swe).",
    )


def _garbled(numbers: list[int]) -> Oddity:
    return Oddity(
        rt.TextGarbled,
        f"{named(numbers, 'Sida', 'Sidorna')}: typsnitten säger inte vilka tecken som trycks, så texten kan vara fel.",
        f"{named(numbers, 'Page', 'Pages')}: the fonts do not tell which signs they print, so the text may be wrong.",
    )


def _recognised(numbers: list[int]) -> Oddity:
    return Oddity(
        rt.TextFromPicture,
        f"{named(numbers, 'Sida', 'Sidorna')}: texten är tolkad ur en bild av sidan, så enstaka tecken kan vara fel.",
        f"{named(numbers, 'Page', 'Pages')}: the text was recognised in a picture of the page; signs may be wrong.",
        rt.Info,
    )
