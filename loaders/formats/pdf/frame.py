"""From a PDF's own coordinates to those of the page as it is shown: cropped, turned, from its upper left corner."""

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from graph.place import Box


@dataclass(frozen=True)
class Frame:
    """The part of a page that is shown, in the PDF's own coordinates, and how many quarters it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def width(self) -> float:
        """As it is shown."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """As it is shown."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def area(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the PDF's own coordinates as it is shown."""
        if self.quarters == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarters == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarters == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def frame_of(page: Any) -> Frame:  # noqa: ANN401  # a handle of C
    """The frame of a page that PDFium has open."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) % 4)
