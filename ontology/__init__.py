"""What plans are made of: the OWL ontology (`.ttl`), its shapes, its names as constants and as Python classes.

Comes in: nothing. Goes out: names (`ontology.rt`, `ontology.vocab`), files (`ontology.files`), classes (`ontology.classes`).
"""
