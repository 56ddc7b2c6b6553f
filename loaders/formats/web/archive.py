"""Saved pages in one file (.mht, .mhtml): the page among the parts."""

from email import message_from_bytes
from pathlib import Path

from loaders.errors import UnreadablePlan
from loaders.formats.web.decoding import decoded

#: Parts within parts are no more, and no deeper, than this.
MOST_PARTS, DEEPEST = 5_000, 100


def page_in(path: Path, data: bytes) -> str:
    """The text of the page in an archive: the first part that is one. Raises UnreadablePlan where there is none."""
    if data.lower().count(b"boundary=") > DEEPEST or data.count(b"\n--") > MOST_PARTS * 2:
        raise UnreadablePlan(f"{path}: parts within parts, more than any saved page has. Save the page anew as .html.")
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                return decoded(body, part.get_content_charset())
    raise UnreadablePlan(f"{path}: there is no page in this saved page. Save it anew as .html.")
