"""What follows from what a document states, as SPARQL INSERTs: one `.rq` file a rule.

Written out rather than reasoned: on 95,000 quads these take a tenth of a second where OWL RL in Python took 85. They read
the class tree and the inverses from the ontology's own graph; that they derive what a reasoner derives is tested
(`ontology.reasoner`).
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def rules(document: str, inference: str, ontology: str) -> tuple[str, ...]:
    """All rules as SPARQL Updates, reading the graphs `document` and `ontology`, writing to `inference` (all IRIs)."""
    graphs = {"$document": f"<{document}>", "$inference": f"<{inference}>", "$ontology": f"<{ontology}>"}
    return tuple(filled(text, graphs) for text in texts())


def filled(text: str, graphs: dict[str, str]) -> str:
    """A rule with its graphs named."""
    for name, graph in graphs.items():
        text = text.replace(name, graph)
    return text


@cache
def texts() -> tuple[str, ...]:
    """The rules as they stand in their files, by file name."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.rq")))
