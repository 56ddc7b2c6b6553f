"""An element of a tree of XML or of a web page: lxml's, which has no types."""

from typing import Any

Element = Any
