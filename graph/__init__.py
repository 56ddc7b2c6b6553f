"""From records to a graph that answers.

Comes in: the record types of `graph.records`, each with its place. Goes out: quads (`graph.writer`), immutable
published versions (`graph.store`), checks (`graph.shapes`), paths and support (`graph.network`), files
(`graph.export`).
"""
