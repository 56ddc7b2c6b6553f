"""A PDF file opened: what cannot be is told with the file's name and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from loaders.errors import UnreadablePlan

#: A plan has some hundred pages and some megabytes.
MOST_PAGES = 2_000
MOST_BYTES = 300_000_000
#: The mark of a PDF stands near its beginning, the mark of its end near its end.
BEGIN, END, NEAR = b"%PDF-", b"%%EOF", 1_024
#: What PDFium says of a password, and of a way to encrypt that it does not know.
PASSWORD, SECURITY = 4, 5


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """The `pypdfium2.PdfDocument` of a file; raises UnreadablePlan where it is none, locked, cut off or far too long."""
    import pypdfium2

    check(path)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePlan(f"{path}: {why(error.err_code)}") from error
    try:
        count_pages(path, len(document))
        yield document
    finally:
        document.close()


def check(path: Path) -> None:
    """Look at a file's size, its beginning and its end."""
    size = path.stat().st_size
    if not size:
        raise UnreadablePlan(f"{path}: the file is empty. Give the PDF file with the plan.")
    if size > MOST_BYTES:
        raise UnreadablePlan(f"{path}: more than {MOST_BYTES // 1_000_000} MB. Give the plan without its pictures.")
    with path.open("rb") as file:
        begin = file.read(NEAR)
        file.seek(max(0, size - NEAR))
        end = file.read()
    if BEGIN not in begin:
        raise UnreadablePlan(
            f"{path}: this is no PDF file, whatever its name. Save the plan as PDF, or name it rightly."
        )
    if END not in end:
        raise UnreadablePlan(f"{path}: the file is cut off: a PDF's end is missing. Fetch it once more, whole.")


def why(code: int | None) -> str:
    """Why PDFium cannot open a file, and what to do."""
    if code in (PASSWORD, SECURITY):
        return "a password is needed to open it. Save it without a password: qpdf --decrypt --password=… IN OUT"
    return "the PDF is broken and cannot be opened. Fetch it once more, or save it anew from the program that made it."


def count_pages(path: Path, pages: int) -> None:
    """Whether there are pages, and not too many."""
    if not pages:
        raise UnreadablePlan(f"{path}: the PDF has no pages, or they cannot be found. Save it anew from the original.")
    if pages > MOST_PAGES:
        raise UnreadablePlan(f"{path}: {pages} pages, more than {MOST_PAGES}. Give the plan's pages alone.")
