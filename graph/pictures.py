"""What can show the pages of source files: handed to the explorer by the door, since it alone knows who reads files."""

from typing import Protocol

#: A page's width and height as it is shown, in points.
Size = tuple[float, float]


class Pictures(Protocol):
    """Pages of source files, by the files' checksums; pages are 1-based."""

    def sizes(self, sha256: str) -> tuple[Size, ...]:
        """The size of each page; none where the file is not kept, has no pages or cannot be read.

        Raises Busy where too many ask at once.
        """

    def picture(self, sha256: str, page: int) -> bytes | None:
        """The page as PNG; None where there is no such page, or it cannot be drawn. Raises Busy."""
