"""Where the ontology's files are: Turtle that any tool can read."""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent

#: Classes, properties and concepts of Röda tråden.
ONTOLOGY: Final = FOLDER / "rodatraden.ttl"
#: Where they sit among the terms of other vocabularies.
ALIGNMENTS: Final = FOLDER / "alignments.ttl"
#: SHACL: whether the graph was written rightly.
SHAPES: Final = FOLDER / "shapes.ttl"
#: The JSON-LD context that `ontology.context` makes of the ontology.
CONTEXT: Final = FOLDER / "context.jsonld"
