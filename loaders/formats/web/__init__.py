"""Web pages (.html, .htm, .xhtml) and saved pages (.mht, .mhtml): what a page tells, and behind it what frames it.

Pictures are read as the words that the page has for them. Nothing is fetched, no script is run.
"""

import hashlib
from pathlib import Path

from loaders.document import Document
from loaders.errors import UnreadablePlan
from loaders.formats.blocks import TooLarge, all_lines, bare, set_blocks
from loaders.formats.element import Element
from loaders.formats.format import Format, printable_name
from loaders.formats.galley import Galley
from loaders.formats.legend import Legend
from loaders.formats.refusals import refuse_empty, refuse_other_than_text
from loaders.formats.web.archive import page_in
from loaders.formats.web.chrome import Frame
from loaders.formats.web.decoding import decoded
from loaders.formats.web.flow import Flow, Look, Page
from loaders.formats.web.structures import STRUCTURES
from loaders.formats.web.styles import Sheet

TYPES = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml"}
ARCHIVES = {".mht": "multipart/related", ".mhtml": "multipart/related"}
READ_BY = "rodatraden web page reader 1"
#: A page is no larger than this, pictures in it counted.
MOST_BYTES = 100_000_000


def read(path: Path) -> Document:
    """The document in a web page.

    Raises UnreadablePlan where it is none, empty, nested deeper or larger than any page is.
    """
    data = path.read_bytes()
    ending = path.suffix.lower()
    text = text_of(path, data)
    galley = Galley()
    try:
        set_page(parsed(path, text), galley)
    except TooLarge as error:
        raise UnreadablePlan(f"{path}: a table in it is larger than any plan's. Give the page without it.") from error
    if not galley.at:
        raise UnreadablePlan(f"{path}: there is no text in it. Save the page anew when all of it shows.")
    media = (TYPES | ARCHIVES).get(ending, "text/html")
    return galley.document(printable_name(path), hashlib.sha256(data).hexdigest(), media, READ_BY)


def text_of(path: Path, data: bytes) -> str:
    """The page's text with its tags. Raises UnreadablePlan."""
    refuse_empty(path, data)
    refuse_other_than_text(path, data)
    if len(data) > MOST_BYTES:
        raise UnreadablePlan(f"{path}: {len(data) // 1_000_000} MB, more than any page. Save it without its pictures.")
    return page_in(path, data) if path.suffix.lower() in ARCHIVES else decoded(data)


def parsed(path: Path, text: str) -> Element:
    """The page's root element. Raises UnreadablePlan."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, default_doctype=False
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadablePlan(f"{path}: this is no web page. Save the page anew as .html.") from error
    if root is None:
        raise UnreadablePlan(f"{path}: there is no text in it. Save the page anew when all of it shows.")
    if any("XML_PARSE_HUGE" in error.message for error in parser.error_log):
        raise UnreadablePlan(f"{path}: nested deeper, or in larger pieces, than any page. Save the page anew as .html.")
    return root


def set_page(root: Element, galley: Galley) -> None:
    """Set a page's text. Raises TooLarge."""
    sheet = Sheet([one.text or "" for one in root.iter("style")])
    page = Page(sheet, Frame(root), STRUCTURES)
    flow = Flow(page)
    for body in root.iter("body", "frameset"):
        flow.element(body, Look())
    flow.flush()
    told = flow.blocks or page.margins
    set_blocks(galley, Legend(told).told(told))
    seen: set[str] = set()
    for line in all_lines(page.margins if flow.blocks else []):
        words = "".join(ink.text for ink in line).strip()
        if words and words not in seen:
            seen.add(words)
            galley.margin(bare(line))


FORMAT = Format("web", frozenset({*TYPES, *ARCHIVES}), read)
