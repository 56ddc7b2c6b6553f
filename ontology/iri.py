"""An IRI, told apart from text by its type."""


class Iri(str):
    """A name of a thing. Written to the graph as a named node, where a plain `str` becomes a literal."""

    __slots__ = ()

    @property
    def local(self) -> str:
        """What stands after the last `#` or `/`."""
        return self.rpartition("#")[2] if "#" in self else self.rpartition("/")[2]
