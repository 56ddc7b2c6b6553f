"""The things and links of a picture as GraphML, for programs that draw and count graphs."""

import re
from collections.abc import Iterable

import networkx as nx  # type: ignore[import-untyped]

from webapp.graphs.linked import Linked
from webapp.graphs.picture import Thing

CONTENT_TYPE = "application/graphml+xml"
#: What XML has no words for.
UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(things: Iterable[Thing], links: Iterable[Linked]) -> str:
    """The graph in GraphML: nodes with label, class and year, edges with their relation and what they rest on."""
    graph = nx.MultiDiGraph()
    for each in things:
        graph.add_node(each.iri, label=_said(each.label), kind=str(each.kind), year=each.year or 0)
    for link in links:
        if link.start in graph and link.end in graph:
            graph.add_edge(
                link.start,
                link.end,
                relation=str(link.relation),
                ground=link.ground,
                evidence=_said(link.evidence or ""),
            )
    return "\n".join(nx.generate_graphml(graph))


def _said(text: str) -> str:
    return UNSAYABLE.sub("\N{REPLACEMENT CHARACTER}", text)
